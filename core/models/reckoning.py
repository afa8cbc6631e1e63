"""How a score comes about, in sentences, lines and tables: the same on the page and in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from core.models.feedback import AnswerReview, Assessment, Gain, Rating, Step
from core.models.telling import counted

THE_SCORE = "How the score comes about"
SPOKEN = "How you spoke (not part of the score)"
FILLERS = "Fillers are words such as “um” and “you know”."
_RULE = (
    "Each answer is rated on levels from 1 to 5, together with what you said to its follow-up "
    "questions. Fixed rules turn the levels into its score, and the score at the top is the mean "
    "of the rated answers."
)
_BEFORE_PROBES = (
    "The model rates an answer as a whole. What your follow-up answers added to its levels is "
    "measured by the built-in assessor and taken off again for the score of the first answer alone."
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an answer's arithmetic: the points that it adds, if any, and why."""

    label: str
    points: float | None = None
    because: str = ""


def explanation_of(assessment: Assessment) -> Iterator[str]:
    """How levels become the score, and which one change would raise it most."""
    yield _RULE
    reviews = assessment.answers
    if assessment.model and any(review.unaided is not None for review in reviews):
        yield _BEFORE_PROBES
    gains = [(one.gain, one.number) for one in reviews if one.gain and one.gain.is_worth_telling]
    if gains:
        gain, number = max(gains, key=lambda pair: pair[0].points)
        yield f"{worth_most(gain)} on question {number}."


def worth_most(gain: Gain) -> str:
    return f"Worth most: {gain.change}, {signed(gain.points, 1)}"


def signed(points: float, digits: int = 2) -> str:
    """Points that are added or taken, with their sign."""
    return ("\N{MINUS SIGN}" if points < 0 else "+") + f"{abs(points):.{digits}f}"


def lines_of(review: AnswerReview) -> tuple[Line, ...]:
    """From where every answer starts to its score; each level stands with its reason."""
    steps = {_item_of(step, review.ratings): step for step in review.steps}
    others = [step for step in review.steps if _item_of(step, review.ratings) == step.label]
    levels = [_line(rating, steps.get(rating.item.label)) for rating in review.ratings]
    first, rest = others[:1], others[1:]
    return (*map(_plain, first), *levels, *map(_plain, rest))


def _item_of(step: Step, ratings: Sequence[Rating]) -> str:
    """The label of what the step is about: the rated item, or its own."""
    labels = (rating.item.label for rating in ratings)
    return next((one for one in labels if step.label.startswith(f"{one}: ")), step.label)


def _line(rating: Rating, step: Step | None) -> Line:
    label = step.label if step else f"{rating.item.label}: level {rating.level:g}"
    return Line(label, step.points if step else None, rating.because)


def _plain(step: Step) -> Line:
    return Line(step.label, step.points)


def score_rows(reviews: Sequence[AnswerReview]) -> Iterator[tuple[str, ...]]:
    """A table with its head: a row for each answer, and the mean of those that were rated."""
    has_unaided = any(review.unaided is not None for review in reviews)
    yield ("Answer", "First answer", "With follow-ups") if has_unaided else ("Answer", "Score")
    for review in reviews:
        row = (f"Question {review.number}", _figure(review.unaided, ""), _figure(review.score))
        yield row if has_unaided else (row[0], row[2])
    rated = [review.score for review in reviews if review.score is not None]
    if rated:
        mean = (f"**Mean of {counted(len(rated), 'rated answer')}**", "", f"**{fmean(rated):.1f}**")
        yield mean if has_unaided else (mean[0], mean[2])


def delivery_rows(reviews: Sequence[AnswerReview]) -> Iterator[tuple[str, ...]]:
    """A table of how each answer was said; nothing where nothing was counted."""
    counts = [(review.number, review.delivery) for review in reviews if review.delivery]
    if counts:
        yield ("Question", "Words", "Fillers", "Words a sentence")
    for number, how in counts:
        yield (str(number), str(how.words), str(how.fillers), f"{how.a_sentence:.0f}")


def table(rows: Sequence[Sequence[str]]) -> str:
    """The rows as a Markdown table, figures to the right. The cells hold no words of others."""
    if not rows:
        return ""
    head, *rest = rows
    rules = [":---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rules, *rest))


def _figure(score: float | None, otherwise: str = "not rated") -> str:
    return otherwise if score is None else f"{score:.1f}"
