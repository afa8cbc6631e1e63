"""How the score comes about, in one short section at the end: a table, and what holds it down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.models import (
    AnswerReview,
    Assessment,
    Competency,
    Quality,
    Rating,
    delivery,
    explaining,
    reckoning,
)
from core.models.reckoning import Line, Reckoning
from core.models.telling import listed
from core.reports.escaping import inline

_POINTS = "A cell holds the points, with the level in brackets."
_LEVELS = "A cell holds the level."
_COMPETENCY, _OTHER = "Competency", "Other"
_LITTLE = "It shows little"  # says no more than a low level does
_GOOD_OF_IT = re.compile(r"(?:You tell|It shows (?!little))[^.]*\.\s*")


def arithmetic_of(assessment: Assessment) -> Iterator[str]:
    reviews = assessment.answers
    if assessment.score.value is None:
        return
    yield f"## {reckoning.THE_SCORE}"
    yield from map(inline, explaining.explanation_of(assessment))
    has_steps = any(review.steps for review in reviews)
    yield _POINTS if has_steps else _LEVELS
    yield reckoning.table(tuple(_rows(reviews)))
    notes = [note for review in reviews if (note := _note(review))]
    if notes:
        yield _title_of_notes(reviews)
        yield "\n".join(notes)
    rows = delivery.rows_of(reviews)
    if rows:
        yield f"### {delivery.SPOKEN}"
        yield reckoning.table(rows)
        yield delivery.meanings(reviews)
    yield f"Method: {inline(assessment.assessor)}."


def _rows(reviews: Sequence[AnswerReview]) -> Iterator[tuple[str, ...]]:
    """Each answer from where it starts to its score; a column that all leave empty is left out."""
    sums = [reckoning.reckoning_of(review) for review in reviews]
    cells = [_cells(one) for one in sums]
    columns = ["Start", *(one.label for one in Quality), _COMPETENCY, _OTHER]
    columns = [column for column in columns if any(column in row for row in cells)]
    yield ("Answer", *columns, "Score")
    for review, row in zip(reviews, cells, strict=True):
        score = "not rated" if review.score is None else f"{review.score:.1f}"
        yield (f"Question {review.number}", *(row.get(one, "") for one in columns), score)
    for name, mean in reckoning.mean_of(reviews):
        yield (name, *("" for _ in columns), mean)


def _cells(one: Reckoning) -> dict[str, str]:
    cells = {}
    if one.start:
        cells["Start"] = _points(one.start)
    for rating, line in one.levels:
        is_competency = isinstance(rating.item, Competency)
        cells[_COMPETENCY if is_competency else rating.item.label] = _level(rating, line)
    if one.changes:
        cells[_OTHER] = _points(one.changes)
    return cells


def _points(lines: Sequence[Line]) -> str:
    return reckoning.signed(sum(line.points or 0.0 for line in lines))


def _level(rating: Rating, line: Line) -> str:
    level = f"{rating.level:g}"
    return level if line.points is None else f"{reckoning.signed(line.points)} ({level})"


def _title_of_notes(reviews: Sequence[AnswerReview]) -> str:
    sums = [reckoning.reckoning_of(review) for review in reviews]
    held = {
        "what keeps levels below 4": any(low for one in sums for low in _low(one)),
        "what stands under “Other”": any(one.changes for one in sums),
        "which change is worth most": any(map(_worth_most, reviews)),
    }
    return f"Answer by answer, {listed([name for name, is_there in held.items() if is_there])}:"


def _note(review: AnswerReview) -> str:
    """What keeps levels of the answer low, what else changed its score, and what would raise it."""
    reasons = _reasons(reckoning.reckoning_of(review))
    told = " ".join(filter(None, (*reasons, _worth_most(review))))
    return f"- Question {review.number}. {inline(told)}" if told else ""


def _reasons(found: Reckoning) -> Iterator[str]:
    """Each reason once, after all that it holds down; changes in the order of the sum."""
    changes = [reckoning.bare(reason) for _, reason in _taken(found)]
    held: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for name, reason in (*_low(found), *_taken(found)):
        key = reckoning.bare(reason)
        held.setdefault(key, []).append(name)
        words.setdefault(key, f"{reason.rstrip('.')}.")
    together: dict[str, list[str]] = {}
    for key in (*(one for one in held if one not in changes), *dict.fromkeys(changes)):
        together.setdefault(", ".join(held[key]), []).append(words[key])
    for names, sentences in together.items():
        yield f"{names}: {' '.join(sentences)}"


def _low(found: Reckoning) -> Iterator[tuple[str, str]]:
    """Each low level with each reason that is named for it."""
    for rating, _ in found.levels:
        if rating.level < reckoning.GOOD:
            told = reckoning.sentences_of(_GOOD_OF_IT.sub("", rating.because).strip())
            causes = [one for one in told if not one.startswith(_LITTLE)]
            for sentence in causes or told:
                yield f"{rating.item.label} {rating.level:g}", sentence


def _taken(found: Reckoning) -> Iterator[tuple[str, str]]:
    """What stands under "Other", each with its reason."""
    for line in found.changes:
        limit, _, cause = line.label.rpartition(", because ")
        how = limit.lower() or line.off
        points = f"{_OTHER} {reckoning.signed(line.points or 0.0)}"
        yield f"{points} ({how})" if how else points, f"{cause[0].upper()}{cause[1:]}"


def _worth_most(review: AnswerReview) -> str:
    gain = review.gain
    return f"{reckoning.worth_most(gain)}." if gain and gain.is_worth_telling else ""
