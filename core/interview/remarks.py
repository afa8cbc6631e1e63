"""What to tell the candidate about an answer: at most two strengths and two improvements.

Remarks are about the task, never about the person, and praise nothing: a strength says what was
shown and quotes it; an improvement quotes the vague words or names the missing part. The words
stand in `content/remarks.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.interview.blaming import blames
from core.interview.findings import MOST, Found, named, shown
from core.interview.next_step import next_step
from core.interview.patches import patched
from core.interview.replies import Reply
from core.interview.scoring import HIGHEST
from core.interview.signals import Signals
from core.interview.stronger import checked, stronger
from core.interview.tables import phrases, table
from core.interview.text import clip
from core.models import Point

LONGEST_QUOTE = 220
FULL = 8.5  # score from which on nothing more is asked for
_WHOLE = ("own_part", "result", "measure", "situation", "facts", "reason", "steps", "check")
_PARTICULAR = ("repeat", "subject", "vague", "points")
NOTHING_MISSING = "None of the parts that are looked for is missing."


@dataclass(frozen=True, slots=True)
class Remark:
    """A point with its kind, by which the same remark is recognised in several answers."""

    kind: str
    point: Point


def strengths_of(signals: Signals, number: int) -> tuple[Remark, ...]:
    if signals.reply is not Reply.CONTENT or signals.is_hollow or signals.repeats:
        return ()
    chosen: list[Remark] = []
    for found in shown(signals):
        point = _point("shown", found, number)
        is_weak = phrases("vague").search(point.quote) is not None or blames(point.quote)
        if not is_weak and all(point.quote != remark.point.quote for remark in chosen):
            chosen.append(Remark(found.kind, point))
    return tuple(chosen[:MOST])


def improvements_of(signals: Signals, number: int, score: float = HIGHEST) -> tuple[Remark, ...]:
    """The one or two changes that would help most, the weightiest first.

    Where nothing is missing and the score leaves room, one step further.

    The first shows the whole answer in a stronger version, where it is a story; the second, and
    every other answer, the sentence that it is about.
    """
    found = named(signals) or (Found(next_step(signals, score)),) * (score < FULL)
    whole = checked(stronger(signals), signals.text) if named(signals) else ""
    versions = [patched(one.kind, signals, one.quote, one.about) for one in found]
    if whole and found[0].kind in _WHOLE:
        versions[0] = whole
    return tuple(
        Remark(
            f"{one.kind} {one.about}" if one.kind in _PARTICULAR else one.kind,
            _point("missing", one, number, checked(version, f"{signals.text} {one.about}")),
        )
        for one, version in zip(found, versions, strict=True)
    )


def next_time(improvements: Sequence[Sequence[Remark]]) -> str:
    """The one thing to do differently in the next interview: what comes up most and is worth most.

    One sequence for each rated answer; empty when nothing was found missing.
    """
    numbers: dict[str, list[int]] = {}
    advice: dict[str, str] = {}
    for remark in (remark for each in improvements for remark in each):
        kind = remark.kind.split(" ", 1)[0]
        numbers.setdefault(kind, []).append(remark.point.number)
        advice.setdefault(kind, remark.point.advice)
    if not numbers:
        return ""
    best = max(numbers, key=lambda kind: len(numbers[kind]) * _words("missing", kind)["worth"])
    return f"{_how_often(numbers[best], best, len(improvements))} Next time, {_lower(advice[best])}"


def _how_often(numbers: Sequence[int], kind: str, answers: int) -> str:
    often = _words("missing", kind)["often"]
    if len(numbers) == 1:
        return f"In question {numbers[0]}, {often}."
    if len(numbers) == answers:
        return f"In all {answers} answers, {often}."
    return f"In {len(numbers)} of {answers} answers, {often}."


def _lower(advice: str) -> str:
    return f"{advice[:1].lower()}{advice[1:]}"


def _words(group: str, kind: str) -> dict[str, Any]:
    found: dict[str, Any] = table("remarks")[group][kind]
    return found


def _point(group: str, found: Found, number: int, version: str = "") -> Point:
    """The wording of `why` follows from the question's number, so neighbours differ."""
    told_as = _words(group, found.kind)
    why = told_as["why"][number % len(told_as["why"])]
    advice = told_as.get("advice", "").replace("{about}", found.about)
    return Point(
        text=told_as["text"].replace("{about}", found.about),
        quote=clip(found.quote, LONGEST_QUOTE),
        number=number,
        advice=advice,
        why=why,
        stronger=version,
    )
