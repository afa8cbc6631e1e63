"""What was found in an answer, in numbers that levels are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import exp, fsum

from core.interview.answers.cohesion import cohesion
from core.interview.answers.event import asks_for_a_case, is_general
from core.interview.answers.relevance import Asked, without_echo
from core.interview.answers.replies import insults, is_order
from core.interview.answers.signals import A_SENTENCE, ECHO, Signals
from core.interview.answers.stock import without_stock
from core.interview.answers.substance import (
    any_answer,
    any_story,
    any_talk,
    order,
    prose,
    told,
    worths_of,
)
from core.interview.answers.tense import in_the_past
from core.interview.masking.mask import mask
from core.interview.planning import bank
from core.interview.reading import competency_stems
from core.interview.tagging.tagger import tags, units
from core.interview.words.subjects import oneself
from core.interview.words.text import content_stems, hollow_stems, words
from core.models import Part

MUCH, SLOWLY = 75.0, 1.25  # substance at which development reaches two thirds; how it begins
HALF_NEAR, SPREAD = 0.15, 0.15  # nearness at half of the relevance level, and how steep it is there
SURE = 0.5  # how sure a sentence has to be on the matter to count in full
# Facts that can be checked, from which on nobody asks what sentences have to do with each other: so
# many, and in so large a share of the sentences.
FACTS, IN_EVERY = 3, 0.5
KNOWN = 2.0  # so much the more of the key points an answer counts as having then
# What is left of that where sentences have nothing to do with each other. In a story they may: much
# happens in few words, and what is told of it would count for less than what is left out.
LOOSELY, LOOSE_STORY = 0.5, 0.85
FOCUSED = 0.65  # share of the words on the matter from which on an answer keeps to it
OF_COVERAGE = 0.85  # nearness of an answer that has all the key points
BY_CHANCE = 0.2  # of the key points, which an answer to another question has too
OF_POINTS = 0.4  # what the key points count in how far an answer goes
BEYOND = 3  # words besides the question's own, from which on they are no echo
PLAIN, USUAL, RICH = 2.0, 4.0, 6.0  # what words tell on average, in plain to precise language
TELLS_FROM, TELLS_NEAR = 0.35, 0.8  # nearness from which words of any answer tell; how much more
_SURE = 0.5  # what a cue word alone says about a part that the tagger does not see
OPENING, IMAGINED = "opening", "situational"
PERSONAL = (OPENING, "motivation")  # questions without a story and without a competency
_FEW_WORDS = 5
_SHAPELY = {Part.SITUATION, Part.ACTION, Part.RESULT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All shares run from 0 to 1; the counts are of sentences.

    `near` is how near the answer is to what was asked, `focus` how far it keeps to it, `tied` how
    far its sentences hang together, `developed` how much of substance it says, `order` whether its
    words stand in an order that English allows.
    `own` counts the words outside stock phrases that would not fit any story; `own_share` is their
    share in all of those that are not the question's. `particular` counts the ones that would not
    fit any answer at all. Of the `expected` key points of a question `points` are mentioned. It
    `is_general` where a story was asked for and habits or views were told.
    """

    near: float
    precise: float
    substance: float
    parts: Mapping[Part, float]
    acts: int = 0
    facts: int = 0
    reasons: int = 0
    points: int = 0
    expected: int = 0
    thoughts: int = 0
    vague: int = 0
    own: int = 0
    own_share: float = 1.0
    particular: int = 100
    is_general: bool = False
    again: float = 0.0
    focus: float = 1.0
    tied: float = 1.0
    order: float = 1.0

    @property
    def coverage(self) -> float | None:
        """The share of the question's key points that are mentioned; None where it has none."""
        return min(1.0, self.points / self.expected) if self.expected else None

    @property
    def telling(self) -> float:
        """How many words tell something; those of any answer do near to what was asked."""
        near = TELLS_NEAR * max(0.0, self.near - TELLS_FROM)
        return self.particular + near * (self.own - self.particular)

    @property
    def developed(self) -> float:
        """How far the answer goes; where there are key points, having them is part of it."""
        said = 1 - exp(-((self.substance / MUCH) ** SLOWLY))
        return said + OF_POINTS * max(0.0, self.known - said)

    @property
    def known(self) -> float:
        """The share of the key points beyond those that any answer of the trade has."""
        return beyond_chance(self.coverage or 0.0)


def beyond_chance(coverage: float) -> float:
    return max(0.0, (coverage - BY_CHANCE) / (1 - BY_CHANCE))


@lru_cache(maxsize=64)
def found_in(signals: Signals) -> Found:
    question = signals.question
    (anybody,) = mask(signals.rated.text, numbered=False)
    heard = replace(signals, text=without_echo(anybody.text, question.text))
    expected = bank.points_of(question)
    covered = len(heard.points) / max(1, len(expected))
    asked = _asked(signals, covered)
    is_story = asked.is_story
    sentences = _units(heard)
    if is_story and signals.tells_one_event:
        sentences = list(in_the_past(sentences))
    sure = asked.sureness(sentences)
    focus = _focus(sentences, sure)
    exact = min(1.0, len(heard.facts) / max(FACTS, IN_EVERY * len(sentences)))
    tied = max(min(1.0, KNOWN * covered), exact, cohesion(sentences, asked.stems))
    loosely = LOOSE_STORY if is_story else LOOSELY
    kept = focus * (loosely + (1 - loosely) * tied)
    shares = [min(1.0, one / SURE) for one in sure]
    in_order = order(heard.text)
    counted = [one for one, share in zip(sentences, sure, strict=True) if share >= SURE]
    heard = replace(heard, text="\n".join(counted))
    said = frozenset().union(*map(content_stems, sentences))
    added = frozenset().union(*map(content_stems, map(without_stock, sentences))) - asked.stems
    own = added - hollow_stems() - any_story()
    return Found(
        near=max(_near(asked, said), OF_COVERAGE * beyond_chance(covered)) * (0.5 + 0.5 * focus),
        precise=_precise(sentences),
        substance=told(sentences, shares, asked.stems, is_story=is_story) * in_order * kept**3,
        parts=_parts(heard, counted),
        acts=len(heard.own_acts),
        facts=len(heard.facts),
        reasons=len(heard.reasons),
        points=len(heard.points),
        expected=len(expected),
        thoughts=len(heard.sentences),
        vague=len(heard.vague),
        own=len(own),
        own_share=len(own) / max(1, len(added)),
        particular=len(own - any_answer() - any_talk()),
        is_general=is_general(signals),
        again=signals.repetition,
        focus=focus,
        tied=tied,
        order=in_order,
    )


def _asked(signals: Signals, covered: float) -> Asked:
    """What the answer is held against; `covered` is the share of the key points that it has."""
    question = signals.question
    subject = signals.subject | content_stems(question.quote)
    if question.competency:
        subject |= competency_stems(question.competency)
    if question.style == OPENING:
        subject |= oneself()
    return Asked(
        question.text,
        signals.job,
        subject,
        is_story=asks_for_a_case(question),
        is_personal=question.style in PERSONAL,
        is_opening=question.style == OPENING,
        is_imagined=question.style == IMAGINED,
        is_of_work=bool(question.skill or bank.points_of(question)),
        points=frozenset[str]().union(*(one.stems for one in bank.points_of(question))),
        coverage=covered,
    )


def _units(heard: Signals) -> list[str]:
    """What is said, in units, without repetitions, echoes, lists and what is no answer."""
    asked = content_stems(heard.question.text)
    kept: dict[frozenset[str], str] = {}
    for unit in units(heard.text):
        stems = content_stems(unit)
        if len(stems & asked) < ECHO * len(stems) and not is_order(unit) and not insults(unit):
            kept.setdefault(stems, unit)
    told_ = [unit for unit in kept.values() if prose(unit) >= A_SENTENCE]
    return told_ or list(kept.values())


def _focus(sentences: list[str], sure: Sequence[float]) -> float:
    """How far the answer keeps to the matter: 1 when most of its words do."""
    lengths = [len(words(sentence)) for sentence in sentences]
    kept = fsum(one * length for one, length in zip(sure, lengths, strict=True))
    return min(1.0, kept / max(1, sum(lengths)) / FOCUSED)


def _near(asked: Asked, said: frozenset[str]) -> float:
    """How near, at most half where hardly a word stands beyond the question's own."""
    beyond = min(1.0, len(said - asked.stems) / BEYOND)
    return (0.5 + 0.5 * beyond) / (1 + exp((HALF_NEAR - asked.nearness(said)) / SPREAD))


def _precise(sentences: list[str]) -> float:
    """How much a word tells on average, 0 to 1; long hollow words tell no more than others."""
    worths = worths_of(" ".join(sentences))
    told_ = [min(worth, USUAL) if one in hollow_stems() else worth for one, worth in worths.items()]
    mean = fsum(told_) / max(_FEW_WORDS, len(told_))
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
