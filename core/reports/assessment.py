"""An assessment in Markdown: all that the candidate is told, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from core.models import (
    AnswerReview,
    Assessment,
    Clash,
    Delivery,
    Point,
    Rating,
    Score,
    Step,
)
from core.reports.advert import cv_sections, demand_sections, titled_quote
from core.reports.escaping import inline, quoted

_Item = TypeVar("_Item")

_REWORDED = "Your words in another order; fill in the \\[slots\\]:"


def sections_of(assessment: Assessment) -> Iterator[str]:
    yield f"## Score\n\n{_score(assessment.score)}"
    yield from filter(None, [inline(assessment.notice)])
    if assessment.next_time:
        yield f"## Next time\n\n{inline(assessment.next_time)}"
    yield _listed("Strengths", assessment.strengths, _point)
    yield _listed("What to work on", assessment.weaknesses, _point)
    if assessment.clashes:
        yield _listed("What does not go together", assessment.clashes, _clash)
    yield from cv_sections(assessment.cv_suggestions)
    yield from demand_sections(assessment)
    yield "## Question by question"
    for review in assessment.answers:
        yield _review(review, by_model=bool(assessment.model))


def _score(score: Score) -> str:
    if score.value is None:
        return f"There is no score. {inline(score.reason)}".strip()
    band = "" if score.low is None or score.high is None else f" ({score.low:g} to {score.high:g})"
    text = f"**{score.value:g} of 10**{band}"
    if score.provisional:
        answers = "answer" if score.rated == 1 else "answers"
        text += f", provisional: only {score.rated} {answers} could be rated"
    return f"{text}. {inline(score.reason)}".strip()


def _listed(title: str, items: Sequence[_Item], draw: Callable[[_Item], str]) -> str:
    return "\n\n".join([f"## {title}", *(map(draw, items) if items else ["None were found."])])


def _point(point: Point) -> str:
    is_placed = "(Questions " in point.text  # of what holds for several answers
    source = f" (question {point.number})" if point.number and not is_placed else ""
    parts = [f"- {inline(point.text)}{source}"]
    parts += [quoted(point.quote, indent="  ")] if point.quote else []
    parts += [f"  Why it matters: {inline(point.why)}"] if point.why else []
    parts += [f"  To do: {inline(point.advice)}"] if point.advice else []
    parts += titled_quote(_REWORDED, point.stronger)
    return "\n\n".join(parts)


def _clash(clash: Clash) -> str:
    against = f"You said in answer {clash.other}:" if clash.other else "Your CV says:"
    return "\n\n".join(
        [
            f"- {inline(clash.text or 'These two do not go together.')}",
            *titled_quote(f"You said in answer {clash.number}:", clash.said),
            *titled_quote(against, clash.against),
        ]
    )


def _review(review: AnswerReview, *, by_model: bool) -> str:
    score = "not rated" if review.score is None else f"{review.score:g} of 10"
    parts = [
        f"### Question {review.number}: {score}",
        quoted(review.question),
        *_remarks(review, by_model=by_model),
        "\n".join(map(_rating, review.ratings)),
        *_steps(review),
        *_titled("Went well", review.strengths),
        *_titled("Could be better", review.improvements),
        inline(review.note),
        _delivery(review.delivery) if review.delivery else "",
    ]
    return "\n\n".join(filter(None, parts))


def _remarks(review: AnswerReview, *, by_model: bool) -> Iterator[str]:
    """What has to be known of how the answer was rated."""
    if review.unaided is not None:
        yield f"Unaided: {review.unaided:g} of 10; the score above is with the follow-ups."
    if review.gain:
        yield f"Worth most: {inline(review.gain.change)}, {review.gain.points:+g}."
    if review.other is not None:
        other = "built-in assessor" if by_model else "model"
        yield (
            f"The {other} gives {review.other:g}. The two differ widely, so look at the levels "
            "yourself."
        )
    if review.spread:
        yield f"The model's runs disagree, by up to {review.spread:g} on a level."
    yield from map(inline, review.flags)


def _steps(review: AnswerReview) -> Iterator[str]:
    if review.steps:
        yield "From the levels to the score:"
        yield "\n".join(map(_step, review.steps))


def _step(step: Step) -> str:
    return f"- {inline(step.label)}: {round(step.points, 2):+g}"


def _titled(title: str, points: Sequence[Point]) -> Iterator[str]:
    if points:
        yield f"{title}:"
        yield from map(_point, points)


def _rating(rating: Rating) -> str:
    because = f", {inline(rating.because)}" if rating.because else ""
    return f"- {rating.item.label}: {rating.level:g} of 5{because}"


def _delivery(how: Delivery) -> str:
    return (
        f"Not part of the score: words {how.words}, fillers {how.fillers}, "
        f"words in a sentence {how.a_sentence:.0f}."
    )
