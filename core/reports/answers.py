"""Question by question: what was asked and answered, and how it was judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.models import (
    AnswerReview,
    Assessment,
    Exchange,
    InterviewSession,
    Message,
    Point,
    Story,
    telling,
)
from core.reports.escaping import inline, quoted
from core.reports.points import pointed
from core.reports.speech import said


def answers_of(
    assessment: Assessment, session: InterviewSession, *, with_words: bool
) -> Iterator[str]:
    """A section for each answer. Without the words only the question stands above the points."""
    stories = {story.number: story for story in session.stories}
    yield "## Question by question"
    for review in assessment.answers:
        story = stories.get(review.number)
        words = _story(review, story) if story and with_words else (quoted(review.question),)
        parts = (*words, *_judged(review, by_model=bool(assessment.model)))
        yield "\n\n".join(filter(None, (_title(review, story), *parts)))


def beside(assessment: Assessment, session: InterviewSession) -> tuple[Message, ...]:
    """What was said and belongs to no answer: the close, the candidate's own questions."""
    told = {review.number for review in assessment.answers}
    stories = (story for story in session.stories if story.number in told)
    under = {m for story in stories for exchange in story.exchanges for m in _messages(exchange)}
    return tuple(message for message in session.messages if message not in under)


def _title(review: AnswerReview, story: Story | None) -> str:
    score = "not rated" if review.score is None else f"{review.score:.1f} of 10"
    return f"### {telling.name_of(review.number, story)}: {score}"


def _judged(review: AnswerReview, *, by_model: bool) -> Iterator[str]:
    yield telling.before_follow_ups(review)
    yield from map(inline, telling.remarks_on(review, by_model=by_model))
    yield from _titled("Went well", review.strengths)
    yield from _titled("Could be better", review.improvements)
    yield inline(review.note)


def _story(review: AnswerReview, story: Story) -> Iterator[str]:
    """The question without what led over to it, and then each word as it was said."""
    first, *rest = (message for exchange in story.exchanges for message in _messages(exchange))
    yield said(first, review.question)
    yield from map(said, rest)


def _messages(exchange: Exchange) -> tuple[Message, ...]:
    reply = (exchange.reply,) if exchange.reply else ()
    return (exchange.question, *exchange.asides, *reply)


def _titled(title: str, points: Sequence[Point]) -> Iterator[str]:
    if points:
        yield f"**{title}**"
        yield from map(pointed, points)
