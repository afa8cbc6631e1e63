"""How the score comes about, in one section at the end."""

from __future__ import annotations

from collections.abc import Iterator

from core.models import AnswerReview, Assessment, telling
from core.reports.escaping import inline


def arithmetic_of(assessment: Assessment) -> Iterator[str]:
    reviews = assessment.answers
    if assessment.score.value is None:
        return
    yield f"## {telling.THE_SCORE}"
    yield from map(inline, telling.explanation_of(assessment))
    yield telling.table(tuple(telling.score_rows(reviews)))
    for review in reviews:
        lines = telling.lines_of(review)
        if lines:
            yield f"### The arithmetic of question {review.number}"
            yield "\n".join((*map(_line, lines), *_total(review)))
    rows = tuple(telling.delivery_rows(reviews))
    if rows:
        yield f"### {telling.SPOKEN}"
        yield telling.table(rows)
        yield telling.FILLERS


def _line(line: telling.Line) -> str:
    points = "" if line.points is None else f": {telling.signed(line.points)}"
    because = f". {inline(line.because)}" if line.because else ""
    return f"- {inline(line.label)}{points}{because}"


def _total(review: AnswerReview) -> Iterator[str]:
    if review.score is not None:
        yield f"- **Score: {review.score:g}**"
    if review.gain and review.gain.is_worth_telling:
        yield f"- {inline(telling.worth_most(review.gain))}"
