"""How a score comes about, line by line, and which one change would raise it most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.interview import levels
from core.interview.found import Found, found_in
from core.interview.heard import found_parts
from core.interview.ledger import ledger
from core.interview.limits import limit_of, limited
from core.interview.replies import Reply
from core.interview.scoring import development_gate, relevance_gate
from core.interview.signals import Signals
from core.models import Delivery, Gain, Part, Rating, Step

LEAST_GAIN = 0.1
A_SENTENCE = 15.0  # of substance in one sentence more, as a plain one has it
FAR = "Far from what was asked"
TELL = {
    Part.SITUATION: "saying when and where it was",
    Part.ACTION: "naming the steps",
    Part.OWN_PART: "saying what your own part was",
    Part.RESULT: "naming the outcome",
    Part.MEASURE: "putting a size to the outcome",
}


def steps(signals: Signals, rated: Sequence[Rating], score: float) -> tuple[Step, ...]:
    """From the lowest score to this one; the points, in hundredths, add up to it exactly."""
    relevance, developed = levels.gates(found_in(signals), rated)
    weights = [levels.weight(rating.item) for rating in rated]
    gates = (
        (FAR, relevance_gate(relevance)),
        ("Little is said", development_gate(developed)),
    )
    most = levels.cap(signals)
    return ledger(rated, weights, gates, (limited(most, limit_of(signals, most)), most), score)


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
        for part, change in TELL.items():
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
