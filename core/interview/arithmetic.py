"""How a score comes about, line by line, and which one change would raise it most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import floor, fsum

from core.interview import levels
from core.interview.found import Found, found_in
from core.interview.heard import found_parts
from core.interview.replies import Reply
from core.interview.scoring import HIGHEST, LEVELS, LOWEST, development_gate, relevance_gate
from core.interview.signals import Signals
from core.models import Delivery, Gain, Part, Rating, Step

LEAST_GAIN = 0.1
A_SENTENCE = 15.0  # of substance in one sentence more, as a plain one has it
_TELL = {
    Part.SITUATION: "saying when and where it was",
    Part.ACTION: "naming the steps",
    Part.OWN_PART: "saying what your own part was",
    Part.RESULT: "naming the outcome",
    Part.MEASURE: "putting a size to the outcome",
}


def steps(signals: Signals, rated: Sequence[Rating], score: float) -> tuple[Step, ...]:
    """From the lowest score to this one; the points, in tenths, add up to it exactly."""
    lines = [("Every answer starts at", LOWEST), *_earned(rated)]
    before = fsum(points for _, points in lines)
    relevance, developed = levels.gates(found_in(signals), rated)
    far = LOWEST + (before - LOWEST) * relevance_gate(relevance)
    thin = LOWEST + (far - LOWEST) * development_gate(developed)
    lines.append(("Far from what was asked", far - before))
    lines.append(("Little is said", thin - far))
    lines.append(("The most that such an answer can get", min(0.0, levels.cap(signals) - thin)))
    return tuple(
        Step(label=label, points=points) for label, points in _in_tenths(lines, score) if points
    )


def _earned(rated: Sequence[Rating]) -> Iterator[tuple[str, float]]:
    whole = fsum(levels.weight(rating.item) for rating in rated)
    for rating in rated:
        weight = levels.weight(rating.item)
        share = (HIGHEST - LOWEST) * weight / whole
        label = f"{rating.item.label}: level {rating.level:g}, counts {weight:g} of {whole:g}"
        yield label, share * (rating.level - 1) / LEVELS


def _in_tenths(lines: Sequence[tuple[str, float]], score: float) -> Iterator[tuple[str, float]]:
    """Rounded so that the sum is right: those with the largest rest are rounded up."""
    whole = [floor(10 * points + 1e-9) for _, points in lines]
    rests = [10 * points - base for (_, points), base in zip(lines, whole, strict=True)]
    up = round(10 * score) - sum(whole)
    order = sorted(range(len(lines)), key=lambda place: (-rests[place], place))
    for place in order[: max(0, up)]:
        whole[place] += 1
    return ((label, tenths / 10) for (label, _), tenths in zip(lines, whole, strict=True))


def gain(signals: Signals, score: float) -> Gain | None:
    """The one change worth most, by rating the answer again as if that were said in a sentence."""
    if signals.reply is not Reply.CONTENT or signals.unmentioned or signals.repeats:
        return None
    found = found_in(signals)
    changes = (
        (change, _again(signals, other) - score) for change, other in _changes(signals, found)
    )
    best = max(changes, key=lambda change: change[1], default=("", 0.0))
    points = round(best[1], 1)
    return Gain(change=best[0], points=points) if points >= LEAST_GAIN else None


def _again(signals: Signals, found: Found) -> float:
    return levels.scored(signals, found, levels.levels_of(signals, found))


def _changes(signals: Signals, found: Found) -> Iterator[tuple[str, Found]]:
    more = replace(found, substance=found.substance + A_SENTENCE)
    if signals.question.style == "behavioural":
        for part, change in _TELL.items():
            if part not in found_parts(signals):
                yield change, replace(more, parts={**found.parts, part: 1.0})
    if not found.reasons:
        yield "giving a reason", replace(more, reasons=1)
    if not found.facts:
        yield "naming a fact: a figure, a name, a tool", replace(more, facts=1)
    if found.vague:
        yield "saying exactly what the vague words stand for", replace(more, vague=0)


def delivery(signals: Signals) -> Delivery:
    count = len(signals.words)
    said = max(1, len(signals.spoken))
    return Delivery(words=count, fillers=signals.fillers, a_sentence=round(count / said, 1))
