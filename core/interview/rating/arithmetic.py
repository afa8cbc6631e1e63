"""How a score comes about, line by line, and which one change would raise it most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.interview.answers.acts import tells_step
from core.interview.answers.findings import named
from core.interview.answers.missed import left_open, missed
from core.interview.answers.signals import Signals
from core.interview.rating import levels
from core.interview.rating.found import Found, found_in
from core.interview.rating.grounds import LOW
from core.interview.rating.ledger import ledger
from core.interview.rating.limits import limit_of, limited, why_not_all
from core.interview.rating.scoring import development_gate, relevance_gate
from core.models import Delivery, Gain, Part, Quality, Rating, Step

LEAST_GAIN = 0.3  # less is not worth naming
NEAR = 0.9  # nearness of an answer to what was asked
A_SENTENCE = 15.0  # of substance in one sentence more, as a plain one has it
KEPT = "Follow-up answers cost no points"
_ANY_STORY = "What happened?"  # which no story misses
FAR = "Far from what was asked"
TALK = "Hardly a sentence tells what was done"
TELL = {
    Part.SITUATION: "saying when and where it was",
    Part.ACTION: "naming the steps",
    Part.OWN_PART: "saying what your own part was",
    Part.RESULT: "naming the outcome",
    Part.MEASURE: "putting a size to the outcome",
}


def steps(signals: Signals, rated: Sequence[Rating], score: float) -> tuple[Step, ...]:
    """From the lowest score to this one; the points, in hundredths, add up to it exactly.

    A `score` beyond that of the whole is the one of the first answer, which is kept.
    """
    found = levels.gates(signals, found_in(signals), rated)
    weights = [levels.weight(rating.item) for rating in rated]
    gates = (
        (FAR, relevance_gate(found.relevance)),
        ("Little is said of what was asked", development_gate(found.development)),
        (why_not_all(signals), found.kept),
        (TALK, found.doing),
    )
    most = levels.cap(signals)
    limit = (limited(most, limit_of(signals, most)), most)
    reached = levels.score(signals, tuple(rated))
    lines = ledger(rated, weights, gates, limit, reached)
    kept = round(score - reached, 1)
    return (*lines, Step(label=KEPT, points=kept)) if kept else lines


def gain(signals: Signals, score: float) -> Gain | None:
    """Which of the changes that the candidate is told of would bring most; of equals the first.

    The answer is rated again as if that were said in a sentence more. Where the question is missed,
    no small thing is worth most.
    """
    found = found_in(signals)
    gains = [
        Gain(change=change.text, points=round(_again(signals, change, found) - score, 1))
        for change in _told_changes(signals, found)
    ]
    most = max(gains, key=lambda gain: gain.points, default=None)
    return most if most and most.points >= LEAST_GAIN else None


def _told_changes(signals: Signals, found: Found) -> Iterator[_Change]:
    is_missed = _misses(signals, found)
    if left_open(signals) and not (is_missed or missed(signals)):
        yield _OPEN
    for lack in named(signals):
        if lack.kind == "reason" and not any(map(tells_step, signals.sentences)):
            yield _CHANGES["method"]  # a way of working comes before its reasons
        elif change := _CHANGES.get(lack.kind):
            yield _ANSWERED if is_missed and lack.kind in _SMALL else change


def _misses(signals: Signals, found: Found) -> bool:
    return bool(signals.unmentioned) or levels.levels_of(signals, found)[Quality.RELEVANCE] < LOW


def _again(signals: Signals, change: _Change, before: Found) -> float:
    found = change.made_in(before)
    if change is _ANSWERED and signals.unmentioned:
        # Only to a question of knowledge can something be left unmentioned.
        signals = replace(signals, question=replace(signals.question, style="situational"))
    if change in (_OF_IT, _OPEN):
        signals = replace(signals, question=replace(signals.question, text=_ANY_STORY))
    return levels.scored(signals, found, levels.levels_of(signals, found))


@dataclass(frozen=True, slots=True)
class _Change:
    """What would be said in one sentence more: parts of a story, a reason, a fact."""

    text: str
    parts: tuple[Part, ...] = ()
    reasons: int = 0
    facts: int = 0
    points: int = 0
    near: float = 0.0

    def made_in(self, found: Found) -> Found:
        return replace(
            found,
            near=max(found.near, self.near),
            substance=found.substance + A_SENTENCE,
            parts={**found.parts, **dict.fromkeys(self.parts, 1.0)},
            acts=found.acts + (Part.OWN_PART in self.parts),
            reasons=found.reasons + self.reasons,
            facts=found.facts + self.facts,
            points=found.points + self.points,
        )


_OWN = (Part.ACTION, Part.OWN_PART)
_ANSWERED = _Change("answering what was asked", near=NEAR)
_OF_IT = _Change("telling a story of what was asked about", near=NEAR)
_OPEN = _Change("answering the part of the question that is still open", near=NEAR)
_SMALL = frozenset({"facts", "vague", "reason", "measure", "points"})
_CHANGES = {
    "subject": _ANSWERED,
    "link": _OF_IT,
    "general": _Change("telling one event instead", (Part.SITUATION, *_OWN, Part.RESULT)),
    "no_example": _Change("telling one event instead", (Part.SITUATION, *_OWN, Part.RESULT)),
    "situation": _Change(TELL[Part.SITUATION], (Part.SITUATION,)),
    "own_steps": _Change("saying what you did", _OWN),
    "empty_step": _Change("saying what exactly you did", _OWN),
    "method": _Change("saying how you go about it", _OWN),
    "steps": _Change(TELL[Part.ACTION], _OWN),
    "own_part": _Change(TELL[Part.OWN_PART], _OWN),
    "result": _Change(TELL[Part.RESULT], (Part.RESULT,)),
    "check": _Change("saying how you would know that it worked", (Part.RESULT,)),
    "empty_end": _Change("saying what was different afterwards", (Part.RESULT, Part.MEASURE)),
    "measure": _Change(TELL[Part.MEASURE], (Part.MEASURE,)),
    "reason": _Change("giving a reason", reasons=1),
    "facts": _Change("naming a fact: a figure, a name, a tool", facts=1),
    "vague": _Change("saying exactly what the vague words stand for", facts=1),
    "path": _Change("saying where, for how long and as what you worked", facts=2),
    "points": _Change("adding a point that belongs to a full answer", points=1),
}


def delivery(signals: Signals) -> Delivery:
    count = len(signals.words)
    said = max(1, len(signals.spoken))
    return Delivery(words=count, fillers=signals.fillers, a_sentence=round(count / said, 1))
