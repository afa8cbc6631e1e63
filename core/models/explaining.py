"""How levels become a score, in sentences that can be checked with the points that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.models.feedback import AnswerReview, Assessment
from core.models.reckoning import COUNTS, GOOD, reckoning_of, steps_of, worth_most
from core.models.telling import has_grown, listed
from core.models.vocabulary import Competency, Quality

_RULE = (
    "Each answer is rated on levels from 1 to 5, together with what you said to its follow-up "
    "questions. Fixed rules turn the levels into its score, and the score at the top is the mean "
    "of the rated answers."
)
_TIMES, _MINUS = "\N{MULTIPLICATION SIGN}", "\N{MINUS SIGN}"
_SUM = (
    f"An answer starts at 1. A level adds 9 {_TIMES} (level {_MINUS} 1) ÷ 4 points, times what it "
    "counts, divided by what all levels of that answer count together."
)
_HALF = 0.0051  # of a hundredth, to which points are rounded
_ROUNDED = "Points are rounded to hundredths, and their sum to one decimal."
_OFF = "A share such as “20% off” is taken from the points above 1 that are left by then."
_UNNAMED = (
    "Where nothing is named that keeps a level below 4, it follows from how near the words are to "
    "the question, how much is told and how exactly. So a brief answer gets middle levels even "
    "where it has every part."
)
_BEFORE_PROBES = (
    "The model rates an answer as a whole. What your follow-up answers added to its levels is "
    "measured by the built-in assessor and taken off again for the score of the first answer alone."
)


def explanation_of(assessment: Assessment) -> Iterator[str]:
    """How levels become the score, and which one change would raise it most."""
    reviews = assessment.answers
    yield _RULE
    yield from filter(None, [_weights(reviews), _sum(reviews)])
    if any(line.percent for review in reviews for line in reckoning_of(review).changes):
        yield _OFF
    levels = [rating.level for review in reviews for rating in review.ratings]
    if not assessment.model and any(level < GOOD for level in levels):
        yield _UNNAMED
    if assessment.model and any(map(has_grown, reviews)):
        yield _BEFORE_PROBES
    gains = [(one.gain, one.number) for one in reviews if one.gain and one.gain.is_worth_telling]
    if gains:
        gain, number = max(gains, key=lambda pair: pair[0].points)
        yield f"{worth_most(gain)} on question {number}."


def _weights(reviews: Sequence[AnswerReview]) -> str:
    """How much each level counts, once and not in each line; empty where no line says it."""
    found: dict[str, float] = {}
    for review in reviews:
        for one in _weighed(review):
            is_competency = isinstance(one.item, Competency)
            found["the question's competency" if is_competency else one.name] = one.weight
    if len(set(found.values())) <= 1:
        return "Every level counts the same." if found else ""
    by_weight = sorted(found, key=lambda name: -found[name])
    return f"How much each level counts: {listed([f'{n} {found[n]:g}' for n in by_weight])}."


def _sum(reviews: Sequence[AnswerReview]) -> str:
    """How a level becomes points, with an example; empty where no line bears it out."""
    for review in reviews:
        examples = [one for one in _weighed(review) if one.is_exact]
        if examples:
            most = max(examples, key=lambda one: one.points)
            return f"{_SUM} For example, in question {review.number} {most.sum}. {_ROUNDED}"
    return ""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A level with what it counts, what all levels of its answer count, and the points shown."""

    item: Quality | Competency
    level: float
    weight: float
    whole: float
    points: float

    @property
    def name(self) -> str:
        return self.item.label.lower()

    @property
    def is_exact(self) -> bool:
        """Whether the sum comes to the points; so that all add up, one can be a hundredth off."""
        return abs(9 * (self.level - 1) / 4 * self.weight / self.whole - self.points) <= _HALF

    @property
    def sum(self) -> str:
        return (
            f"{self.name} {self.level:g} adds 9 {_TIMES} ({self.level:g} {_MINUS} 1) ÷ 4 {_TIMES} "
            f"{self.weight:g} ÷ {self.whole:g} = {self.points:.2f}"
        )


def _weighed(review: AnswerReview) -> Iterator[_Weighed]:
    steps = steps_of(review)
    for rating in review.ratings:
        step = steps.get(rating.item.label)
        if step and (counts := COUNTS.search(step.label)):
            weight, whole = float(counts[1]), float(counts[2])
            yield _Weighed(rating.item, rating.level, weight, whole, step.points)
