"""What was found in an answer, in numbers that levels are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp

from core.interview.instructions import cut
from core.interview.masking import mask
from core.interview.reading import competency_stems
from core.interview.relevance import Asked, without_echo
from core.interview.replies import insults, is_order
from core.interview.signals import ECHO, Signals
from core.interview.substance import any_story, order, told, worths_of
from core.interview.tagger import tags, units
from core.interview.text import content_stems, hollow_stems
from core.models import Part

MUCH = 70.0  # substance at which development reaches two thirds
NEAR = 0.1  # nearness at which two thirds of the relevance level are reached
COUNTED = 0.5  # share from which on a sentence can show a fact, a reason or a part
BEYOND = 0.05
PLAIN, RICH = 2.0, 6.0  # what a word tells on average, in plain and in precise language
_SURE = 0.5  # what a cue word alone says about a part that the tagger does not see
_FEW_WORDS = 5
_STEPS = 2  # from so many own steps on it is a story, whatever was asked for
_SHAPELY = {Part.SITUATION, Part.ACTION, Part.RESULT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All shares run from 0 to 1; the counts are of sentences.

    `near` is how near the answer is to what was asked, `developed` how much of substance it says,
    `order` whether its words stand in an order that English allows. `own` counts the words that
    would not fit any story.
    """

    near: float
    precise: float
    substance: float
    parts: Mapping[Part, float]
    acts: int = 0
    facts: int = 0
    reasons: int = 0
    points: int = 0
    thoughts: int = 0
    vague: int = 0
    own: int = 0
    again: float = 0.0
    order: float = 1.0

    @property
    def developed(self) -> float:
        return 1 - exp(-self.substance / MUCH)


@lru_cache(maxsize=64)
def found_in(signals: Signals) -> Found:
    question = signals.question
    (anybody,) = mask(cut(signals.text).text, numbered=False)
    heard = replace(signals, text=without_echo(anybody.text, question.text))
    is_story = question.style == "behavioural"
    subject = signals.subject | content_stems(question.quote)
    if question.competency:
        subject |= competency_stems(question.competency)
    tells = is_story or len(heard.own_acts) >= _STEPS
    asked = Asked(question.text, signals.job, subject, is_story=tells)
    sentences = _units(heard)
    shares = asked.shares(sentences)
    in_order = order(heard.text)
    counted = [one for one, share in zip(sentences, shares, strict=True) if share >= COUNTED]
    heard = replace(heard, text="\n".join(counted))
    said = frozenset().union(*map(content_stems, sentences))
    return Found(
        near=_near(asked, said),
        precise=_precise(sentences),
        substance=told(sentences, shares, asked.stems, is_story=is_story) * in_order,
        parts=_parts(heard, counted),
        acts=len(heard.own_acts),
        facts=len(heard.facts),
        reasons=len(heard.reasons),
        points=len(heard.points),
        thoughts=len(heard.sentences),
        vague=len(heard.vague),
        own=len(said - asked.stems - hollow_stems() - any_story()),
        again=signals.repetition,
        order=in_order,
    )


def _units(heard: Signals) -> list[str]:
    """What is said, in units, without repetitions, echoes and what is no part of an answer."""
    asked = content_stems(heard.question.text)
    kept: dict[frozenset[str], str] = {}
    for unit in units(heard.text):
        stems = content_stems(unit)
        if len(stems & asked) < ECHO * len(stems) and not is_order(unit) and not insults(unit):
            kept.setdefault(stems, unit)
    return list(kept.values())


def _near(asked: Asked, said: frozenset[str]) -> float:
    """How near, at most half where no word beyond the question's own belongs to it."""
    beyond = 1 - exp(-asked.nearness(said - asked.stems) / BEYOND)
    return min(1 - exp(-asked.nearness(said) / NEAR), 0.5 + 0.5 * beyond)


def _precise(sentences: list[str]) -> float:
    """How much a word tells on average, 0 to 1."""
    worths = worths_of(" ".join(sentences)).values()
    mean = sum(worths) / max(_FEW_WORDS, len(worths))
    return max(0.0, min(1.0, (mean - PLAIN) / (RICH - PLAIN)))


def _parts(signals: Signals, sentences: list[str]) -> dict[Part, float]:
    """How sure it is that each part is there: by the tagger, and by cue words."""
    tagged = tags(sentences)
    seen = {part: max((t.shares[part] for t in tagged), default=0.0) for part in _SHAPELY}
    cues = dict.fromkeys(signals.parts, _SURE)
    sure = {part: max(seen.get(part, 0.0), cues.get(part, 0.0)) for part in Part}
    for part in (Part.OWN_PART, Part.MEASURE):
        sure[part] = float(part in signals.parts)
    return sure
