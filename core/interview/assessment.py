"""The built-in assessor: a practice estimate from measurable signals, in English only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.interview import levels
from core.interview.arithmetic import delivery, gain, steps
from core.interview.clashes import clashes
from core.interview.coverage import demands
from core.interview.cv_advice import suggestions
from core.interview.difficulty import topics_put
from core.interview.found import PERSONAL
from core.interview.instructions import cut
from core.interview.remarks import (
    NOTHING_MISSING,
    Remark,
    improvements_of,
    next_time,
    strengths_of,
)
from core.interview.scoring import overall_score
from core.interview.signals import Signals, read_answer
from core.interview.stories import said, shown, told_before
from core.interview.text import content_stems
from core.models import (
    AnswerReview,
    Assessment,
    InterviewSession,
    Kind,
    PlannedQuestion,
    Point,
    Story,
)

ASSESSOR = "built-in 2"
NOTICE = (
    "Practice estimate: it measures what the words of your answers show, by fixed rules and "
    "without a language model. It does not predict a hiring decision."
)
SKIPPED = "Skipped, so it is not rated."
UNANSWERED = "Not answered, so it is not rated."
NOT_ENGLISH = "Not rated: the built-in assessor reads English only."
ASKED_AGAIN = "You asked for the question to be put again, so this is not rated."
NO_ENGLISH = "The built-in assessor reads English only, so this interview was not rated."
ALL_SKIPPED = "No question was answered, so there is nothing to rate."
WORTH_A_STRENGTH = 4.0
MOST_OVERALL = 3


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review with the remarks that it was made of."""

    review: AnswerReview
    strengths: tuple[Remark, ...] = ()
    improvements: tuple[Remark, ...] = ()


def assess(session: InterviewSession) -> Assessment:
    """Rate every story of the session (a question with its probes) and sum up.

    Skipped questions and answers in another language are listed without a score.
    """
    reviewed = [review_of(session, story) for story in session.stories]
    score = overall_score([item.review.score for item in reviewed])
    if score.value is None:
        score = replace(score, reason=_why_unrated(reviewed) or score.reason)
    by_score = sorted(reviewed, key=lambda item: -(item.review.score or 0.0))
    return Assessment(
        score=score,
        strengths=_sum_up([item.strengths for item in by_score]),
        weaknesses=_sum_up([item.improvements for item in reversed(by_score)]),
        cv_suggestions=suggestions(session),
        answers=tuple(item.review for item in reviewed),
        assessor=ASSESSOR,
        notice=NOTICE,
        clashes=clashes(session),
        demands=demands(session),
        next_time=next_time([item.improvements for item in reviewed if item.review.ratings]),
    )


def review_of(session: InterviewSession, story: Story) -> Reviewed:
    """One story as the built-in assessor sees it."""
    review = AnswerReview(
        number=story.number,
        question=question_of(session, story),
        answer=shown(story),
        score=None,
    )
    if not said(story).strip():
        return Reviewed(replace(review, note=_unanswered(story)))
    signals = signals_of(session, story)
    if not signals.is_english:
        return Reviewed(replace(review, note=NOT_ENGLISH))
    ratings = levels.ratings(signals)
    score = levels.score(signals, ratings)
    is_worth_it = score >= WORTH_A_STRENGTH
    strengths = strengths_of(signals, story.number) if is_worth_it else ()
    improvements = improvements_of(signals, story.number)
    rated = replace(
        review,
        score=score,
        ratings=ratings,
        strengths=tuple(remark.point for remark in strengths),
        improvements=tuple(remark.point for remark in improvements),
        note="" if improvements else NOTHING_MISSING,
        unaided=_unaided(session, story),
        steps=steps(signals, ratings, score),
        gain=gain(signals, score),
        delivery=delivery(signals),
        flags=cut(said(story)).flags,
    )
    return Reviewed(rated, strengths, improvements)


def _unaided(session: InterviewSession, story: Story) -> float | None:
    """The score of what was said before the first probe; None where none was answered."""
    if sum(bool(exchange.answer) for exchange in story.exchanges) <= 1:
        return None
    first = said(replace(story, exchanges=story.exchanges[:1])).strip()
    signals = replace(signals_of(session, story), text=first)
    return levels.score(signals, levels.ratings(signals)) if first and signals.is_english else None


def _unanswered(story: Story) -> str:
    replies = {exchange.reply.kind for exchange in story.exchanges if exchange.reply}
    if Kind.SKIP in replies:
        return SKIPPED
    return ASKED_AGAIN if replies else UNANSWERED


def _why_unrated(reviewed: Sequence[Reviewed]) -> str:
    notes = {item.review.note for item in reviewed}
    if NOT_ENGLISH in notes:
        return NO_ENGLISH
    return ALL_SKIPPED if notes <= {SKIPPED, UNANSWERED} else ""


def question_of(session: InterviewSession, story: Story) -> str:
    """What was asked, without the greeting or the bridge that was said before it."""
    planned = planned_for(session, story).text
    return planned if planned and story.question.endswith(planned) else story.question


def signals_of(session: InterviewSession, story: Story) -> Signals:
    planned = planned_for(session, story)
    is_personal = planned.style in PERSONAL
    advert = f"{session.job.title} {session.job.company} {session.job.description}"
    subject = content_stems(advert) if is_personal else frozenset[str]()
    return read_answer(
        said(story), planned, subject, told_before(session, story), session.job.title
    )


def planned_for(session: InterviewSession, story: Story) -> PlannedQuestion:
    """The question that a story belongs to, as it was put: the planned one, or one drawn for it."""
    put = zip(session.stories, topics_put(session), strict=True)
    return next(topic.question for one, topic in put if one.number == story.number)


def _sum_up(remarks: Sequence[tuple[Remark, ...]]) -> tuple[Point, ...]:
    """The remarks made most often, each told once with the answers that it holds for."""
    by_kind: dict[str, list[Point]] = {}
    for remark in (remark for each in remarks for remark in each):
        by_kind.setdefault(remark.kind, []).append(remark.point)
    most_often = sorted(by_kind.values(), key=lambda points: -len(points))
    return tuple(replace(_told_once(told), stronger="") for told in most_often[:MOST_OVERALL])


def _told_once(points: list[Point]) -> Point:
    numbers = sorted({point.number for point in points})
    if len(numbers) == 1:
        return points[0]
    *most, last = map(str, numbers)
    return replace(points[0], text=f"{points[0].text} (Questions {', '.join(most)} and {last}.)")
