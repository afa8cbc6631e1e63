"""How a score comes about from a model's levels: its lines, the best change, and the part unaided.

A model gives levels, and only of the whole answer. All else is computed here, as `arithmetic` does
it for the built-in assessor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.interview.answers.heard import heard
from core.interview.answers.signals import Signals
from core.interview.answers.stories import said
from core.interview.assessment import signals_of
from core.interview.rating import levels
from core.interview.rating.arithmetic import FAR, TELL
from core.interview.rating.found import found_in
from core.interview.rating.ledger import ledger
from core.interview.rating.limits import limit_of, limited, why_not_all
from core.interview.rating.rubric import HIGHEST as TOP
from core.interview.rating.rubric import LOWEST as BOTTOM
from core.interview.rating.rubric import rubric
from core.interview.rating.scoring import (
    HIGHEST,
    RELEVANT_ENOUGH,
    Gates,
    answer_score,
    relevance_gate,
)
from core.models import Competency, Gain, InterviewSession, Part, Quality, Rating, Step, Story

FAR_OFF = "it is far from what was asked"
_MISSING: Mapping[Quality, tuple[Part, ...]] = {
    Quality.STRUCTURE: (Part.RESULT, Part.ACTION, Part.SITUATION),
    Quality.EVIDENCE: (Part.OWN_PART, Part.MEASURE),
}


def score_of(signals: Signals, rated: Sequence[Rating]) -> float:
    """The levels with the gates; the caps for non-answers hold for a model as well."""
    gates = Gates(rated[0].level, kept=_kept(signals))
    return answer_score(rated, gates, cap=_cap(signals, rated))


def steps_of(signals: Signals, rated: Sequence[Rating], score: float) -> tuple[Step, ...]:
    """From the lowest score to this one; the points, in hundredths, add up to it exactly."""
    gates = (
        (FAR, relevance_gate(rated[0].level)),
        (why_not_all(signals), _kept(signals)),
    )
    most = _cap(signals, rated)
    is_beside = most < (levels.cap(signals) if signals.is_english else HIGHEST)
    why = FAR_OFF if is_beside else limit_of(signals, most)
    return ledger(rated, [1.0] * len(rated), gates, (limited(most, why), most), score)


def gain_of(signals: Signals, rated: Sequence[Rating], score: float) -> Gain | None:
    """What one level more would bring, where it brings most; of equals the lowest level."""
    raised = [(rating, _raised(signals, rated, rating)) for rating in rated if rating.level < TOP]
    if not raised:
        return None
    best, higher = max(raised, key=lambda pair: (pair[1], -pair[0].level))
    points = round(higher - score, 1)
    return Gain(change=_change(signals, best), points=points) if points > 0 else None


def unaided_of(session: InterviewSession, story: Story, rated: Sequence[Rating]) -> float | None:
    """The score of what was said before the first probe; None where no probe was answered.

    The probes take from each level what they have added to it in the built-in assessor's eyes, so
    None too where that cannot read the answer.
    """
    if sum(bool(exchange.answer) for exchange in story.exchanges) <= 1:
        return None
    first = replace(story, exchanges=story.exchanges[:1])
    whole, alone = signals_of(session, story), signals_of(session, first)
    if not said(first).strip() or not (whole.is_english and alone.is_english):
        return None
    with_probes, without = (levels.levels_of(one, found_in(one)) for one in (whole, alone))
    before = [
        replace(rating, level=_less(rating.level, rating.item, with_probes, without))
        for rating in rated
    ]
    return score_of(alone, before)


def _less(
    level: float,
    item: Quality | Competency,
    with_probes: levels.Levels,
    without: levels.Levels,
) -> float:
    added = with_probes.get(item, BOTTOM) - without.get(item, BOTTOM)
    return min(TOP, max(BOTTOM, level - added))


def _kept(signals: Signals) -> float:
    return levels.kept(signals) if signals.is_english else 1.0


def _cap(signals: Signals, rated: Sequence[Rating]) -> float:
    """Only in English is it known what a non-answer is; a model knows what passes a question by.

    At relevance 1 the most is that of any answer beside the point, and it rises evenly to all at 3.
    """
    beside = levels.BESIDE + (HIGHEST - levels.BESIDE) * (rated[0].level - 1) / (
        RELEVANT_ENOUGH - 1
    )
    return min(beside, levels.cap(signals) if signals.is_english else HIGHEST)


def _raised(signals: Signals, rated: Sequence[Rating], chosen: Rating) -> float:
    level = min(TOP, chosen.level + 1)
    others = [replace(one, level=level) if one is chosen else one for one in rated]
    return score_of(signals, others)


def _change(signals: Signals, rating: Rating) -> str:
    """What is plainly missing, else what the next level looks like."""
    parts = _MISSING.get(rating.item, ()) if isinstance(rating.item, Quality) else ()
    if signals.is_english and signals.question.style == "behavioural":
        missing = next((part for part in parts if part not in heard(signals)), None)
        if missing:
            return TELL[missing]
    level = min(TOP, int(rating.level) + 1)
    return f"{rating.item.label.lower()} at level {level} (“{rubric()[rating.item].anchor(level)}”)"
