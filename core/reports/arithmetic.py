"""How the score comes about, in one section at the end."""

from __future__ import annotations

from collections.abc import Iterator

from core.models import AnswerReview, Assessment, reckoning
from core.reports.escaping import inline


def arithmetic_of(assessment: Assessment) -> Iterator[str]:
    reviews = assessment.answers
    if assessment.score.value is None:
        return
    yield f"## {reckoning.THE_SCORE}"
    yield from map(inline, reckoning.explanation_of(assessment))
    yield reckoning.table(tuple(reckoning.score_rows(reviews)))
    for review in reviews:
        lines = reckoning.lines_of(review)
        if lines:
            yield f"### The arithmetic of question {review.number}"
            yield "\n".join((*map(_line, lines), *_total(review)))
    rows = tuple(reckoning.delivery_rows(reviews))
    if rows:
        yield f"### {reckoning.SPOKEN}"
        yield reckoning.table(rows)
        yield reckoning.FILLERS


def _line(line: reckoning.Line) -> str:
    points = "" if line.points is None else f": {reckoning.signed(line.points)}"
    because = f". {inline(line.because)}" if line.because else ""
    return f"- {inline(line.label)}{points}{because}"


def _total(review: AnswerReview) -> Iterator[str]:
    if review.score is not None:
        yield f"- **Score: {review.score:g}**"
    if review.gain and review.gain.is_worth_telling:
        yield f"- {inline(reckoning.worth_most(review.gain))}"
