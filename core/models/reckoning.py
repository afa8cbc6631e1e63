"""How a score comes about, in lines and tables: the same on the page and in the file.

A level's reason is told once in an answer, and what only rounds the sum makes no line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from core.models.feedback import AnswerReview, Gain, Rating, Step
from core.models.telling import counted, has_grown

THE_SCORE = "How the score comes about"
GOOD = 4.0  # levels from which on nothing is held against an answer
COUNTS = re.compile(r", counts ([\d.]+) of ([\d.]+)$")
_ROUNDED = "Rounded"
_NO_SHARE = ("Limited to ", _ROUNDED)  # begin the lines that take no share of the points
_BELOW = "see below"
_LOWEST = 1.0
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_HALF = 5  # hundredths of a point that rounding to one decimal can add or take


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer's arithmetic: the points that it adds, if any, and why.

    `percent` is the share that it takes of the points above 1 that there were before it.
    """

    label: str
    points: float | None = None
    because: str = ""
    percent: int = 0

    @property
    def off(self) -> str:
        return f"{self.percent}% off" if self.percent else ""

    @property
    def name(self) -> str:
        return f"{self.label} ({self.off})" if self.off else self.label


@dataclass(frozen=True, slots=True)
class Reckoning:
    """An answer's sum in its three parts: where it starts, its levels, and what changes them."""

    start: tuple[Line, ...]
    levels: tuple[tuple[Rating, Line], ...]
    changes: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.start, *(line for _, line in self.levels), *self.changes)


def worth_most(gain: Gain) -> str:
    return f"Worth most: {gain.change}, {signed(gain.points, 1)}"


def signed(points: float, digits: int = 2) -> str:
    """Points that are added or taken, with their sign."""
    return ("\N{MINUS SIGN}" if points < 0 else "+") + f"{abs(points):.{digits}f}"


def lines_of(review: AnswerReview) -> tuple[Line, ...]:
    """From where every answer starts to its score; each level stands with its reason."""
    return reckoning_of(review).lines


def reckoning_of(review: AnswerReview) -> Reckoning:
    steps = steps_of(review)
    others = [step for step in review.steps if step not in steps.values()]
    start, changes = others[:1], tuple(_changes(others[1:], review))
    said = {bare(line.label.rpartition("because ")[2]): _BELOW for line in changes}
    # Where each level has its points, one without a step earns nothing.
    is_sum = bool(steps) or (bool(start) and all(one.level <= _LOWEST for one in review.ratings))
    levels = tuple((one, _line(one, steps, said, is_sum=is_sum)) for one in review.ratings)
    return Reckoning(tuple(Line(step.label, step.points) for step in start), levels, changes)


def total_of(review: AnswerReview) -> str:
    """The score that the lines lead to, with their sum where it had to be rounded."""
    if review.score is None:
        return ""
    points = [line.points for line in lines_of(review) if line.points is not None]
    cents = _cents(points)
    if not points or cents == _cents([review.score]):
        return f"Score of this answer: {review.score:.1f}"
    return f"Score of this answer: {review.score:.1f}, rounded from {cents / 100:.2f}"


def steps_of(review: AnswerReview) -> dict[str, Step]:
    """The step of each rated item, by the item's label."""
    labels = [rating.item.label for rating in review.ratings]
    return {
        label: step
        for step in review.steps
        for label in labels
        if step.label.startswith(f"{label}: ")
    }


def _changes(changes: Sequence[Step], review: AnswerReview) -> Iterator[Line]:
    told = _worth_a_line(changes, review)
    total = sum(step.points for step in review.steps) - sum(step.points for step in changes)
    for step in changes:
        if step in told:
            yield Line(step.label, step.points, percent=_percent(step, total - _LOWEST))
        total += step.points


def _percent(step: Step, above: float) -> int:
    """What it takes of the points `above` 1; nothing where it adds, limits or rounds."""
    if step.points >= 0 or above <= 0 or step.label.startswith(_NO_SHARE):
        return 0
    return round(-100 * step.points / above)


def _worth_a_line(changes: Sequence[Step], review: AnswerReview) -> list[Step]:
    """Without the small ones, where the sum rounds to the score without them too."""
    large = [step for step in changes if abs(_cents([step.points])) > _HALF]
    exact = [step for step in changes if not step.label.startswith(_ROUNDED)]
    return next((told for told in (large, exact) if _lead_there(told, changes, review)), [*changes])


def _lead_there(told: Sequence[Step], changes: Sequence[Step], review: AnswerReview) -> bool:
    """Whether the sum rounds to the score with these of the changes alone."""
    left_out = set(changes) - set(told)
    points = [step.points for step in review.steps if step not in left_out]
    return review.score is not None and _rounded(points) == _cents([review.score])


def _rounded(points: Iterable[float]) -> int:
    """The sum in hundredths, rounded half up to tenths."""
    return (_cents(points) + 5) // 10 * 10


def _cents(points: Iterable[float]) -> int:
    return sum(round(100 * one) for one in points)


def sentences_of(reason: str) -> list[str]:
    return _SENTENCE.split(reason) if reason else []


def bare(sentence: str) -> str:
    """As a line of its own would say it."""
    return sentence.casefold().rstrip(".").removeprefix("it is ")


def _line(rating: Rating, steps: Mapping[str, Step], said: dict[str, str], *, is_sum: bool) -> Line:
    step = steps.get(rating.item.label)
    nothing = 0.0 if is_sum else None
    label = step.label if step else f"{rating.item.label}: level {rating.level:g}"
    because = _told_once(rating, said)
    return Line(COUNTS.sub("", label), step.points if step else nothing, because)


def _told_once(rating: Rating, said: dict[str, str]) -> str:
    """The reason, with where it stands in place of what is `said` by another line already."""
    sentences = sentences_of(rating.because)
    new = [one for one in sentences if bare(one) not in said]
    known = [said[bare(one)] for one in sentences if bare(one) in said]
    said |= {bare(one): f"as with {rating.item.label.lower()}" for one in new}
    if not known:
        return rating.because
    where = f"Otherwise {known[0]}" if new else f"{known[0][0].upper()}{known[0][1:]}"
    return " ".join((*new, f"{where}."))


def score_rows(reviews: Sequence[AnswerReview]) -> Iterator[tuple[str, ...]]:
    """A table with its head: a row for each answer, and the mean of those that were rated.

    The score of a first answer stands there where its follow-ups changed it.
    """
    is_grown = any(map(has_grown, reviews))
    yield ("Answer", "First answer", "Score") if is_grown else ("Answer", "Score")
    for review in reviews:
        first = _figure(review.unaided, "") if has_grown(review) else ""
        row = (f"Question {review.number}", first, _figure(review.score))
        yield row if is_grown else (row[0], row[2])
    for name, mean in mean_of(reviews):
        yield (name, "", mean) if is_grown else (name, mean)


def mean_of(reviews: Sequence[AnswerReview]) -> Iterator[tuple[str, str]]:
    """How many answers were rated, and their mean; nothing where none was."""
    rated = [review.score for review in reviews if review.score is not None]
    if rated:
        yield f"**Mean of {counted(len(rated), 'rated answer')}**", f"**{fmean(rated):.1f}**"


def table(rows: Sequence[Sequence[str]]) -> str:
    """The rows as a Markdown table, figures to the right. The cells hold no words of others."""
    if not rows:
        return ""
    head, *rest = rows
    rules = [":---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rules, *rest))


def _figure(score: float | None, otherwise: str = "not rated") -> str:
    return otherwise if score is None else f"{score:.1f}"
