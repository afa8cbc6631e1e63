"""The built-in assessor: a practice estimate from measurable signals, in English only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.interview.answers.event import asks_for_a_case, may_be_once
from core.interview.answers.instructions import cut
from core.interview.answers.missed import case_for
from core.interview.answers.replies import Reply
from core.interview.answers.signals import Signals, read_answer
from core.interview.answers.stories import fresh, said, shown, told, told_before
from core.interview.coverage.coverage_map import demands
from core.interview.cv.advice import suggestions
from core.interview.cv.clashes import clashes
from core.interview.feedback.asked_again import asked_again, denied, tells_event
from core.interview.feedback.asked_in_vain import asked_in_vain
from core.interview.feedback.claims import claim_of
from core.interview.feedback.duties import untold_duties
from core.interview.feedback.elsewhere import fitting
from core.interview.feedback.length import at_length
from core.interview.feedback.newness import suited
from core.interview.feedback.remarks import (
    further,
    improvements_of,
    is_untold,
    lacking,
    praise_of,
    soft_remarks,
)
from core.interview.feedback.summing import next_time, strengths, weaknesses
from core.interview.feedback.whole import Reviewed, told_apart
from core.interview.leading.difficulty import topics_put
from core.interview.rating import levels
from core.interview.rating.arithmetic import delivery, gain, steps
from core.interview.rating.found import PERSONAL
from core.interview.rating.scoring import overall_score
from core.interview.words.text import content_stems
from core.models import (
    AnswerReview,
    Assessment,
    InterviewSession,
    Kind,
    PlannedQuestion,
    Story,
)

ASSESSOR = "built-in 5"
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


def assess(session: InterviewSession) -> Assessment:
    """Rate every story of the session (a question with its probes) and sum up.

    Skipped questions and answers in another language are listed without a score.
    """
    reviewed = told_apart(suited([review_of(session, story) for story in session.stories]))
    asked_for = demands(session)
    score = overall_score([item.review.score for item in reviewed])
    if score.value is None:
        score = replace(score, reason=_why_unrated(reviewed) or score.reason)
    return Assessment(
        score=score,
        strengths=strengths(reviewed),
        weaknesses=weaknesses(reviewed),
        cv_suggestions=suggestions(session),
        answers=tuple(item.review for item in reviewed),
        assessor=ASSESSOR,
        notice=NOTICE,
        clashes=clashes(session, _pointed(reviewed)),
        demands=asked_for,
        next_time=next_time(reviewed, untold_duties(asked_for)),
    )


def _pointed(reviewed: Sequence[Reviewed]) -> dict[int, int]:
    """The answer that each question without an event of its own is pointed to."""
    there = ((item.review.number, item.elsewhere) for item in reviewed)
    return {number: other.number for number, other in there if other and other.number}


def review_of(session: InterviewSession, story: Story) -> Reviewed:
    """One story as the built-in assessor sees it; to answer a follow-up never costs points."""
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
    return _rated(session, story, review, signals)


def _rated(
    session: InterviewSession, story: Story, review: AnswerReview, signals: Signals
) -> Reviewed:
    ratings = levels.ratings(signals.rated)
    unaided = _unaided(session, story)
    score = max(levels.score(signals.rated, ratings), unaided or 0.0)
    is_worth_it = score >= WORTH_A_STRENGTH
    advert = f"{session.job.title} {session.job.description}"
    again = asked_again(story, signals, score, unaided)
    first = (
        *(denied(story, signals) or again),
        *at_length(story),
        *asked_in_vain(session, story, signals, score),
    )
    other = fitting(session, story, signals.question)
    hint = other.advice if other else ""
    improvements = improvements_of(signals, story.number, score, first, hint)
    rated = replace(
        review,
        score=score,
        ratings=ratings,
        improvements=tuple(remark.point for remark in improvements),
        unaided=unaided,
        steps=steps(signals.rated, ratings, score),
        gain=gain(signals.rated, score),
        delivery=delivery(replace(signals, text=said(story).strip())),
        flags=cut(said(story)).flags,
    )
    return Reviewed(
        rated,
        praise=praise_of(signals, story.number, advert) if is_worth_it else (),
        improvements=improvements,
        lacks=frozenset(found.kind for found in lacking(signals)),
        competency=signals.question.competency,
        asks_for_event=asks_for_a_case(signals.question),
        has_event=tells_event(signals),
        further=further(signals, score),
        soft=soft_remarks(signals, story.number, score),
        late=again[0].kind if again else "",
        hints=signals.reply is Reply.CONTENT and may_be_once(signals),
        elsewhere=other if any(map(is_untold, improvements)) else None,
        case=case_for(signals),
        claim=claim_of(signals, story.number),
    )


def _unaided(session: InterviewSession, story: Story) -> float | None:
    """The score of what was said before the first probe; None where none was answered."""
    if sum(bool(exchange.answer) for exchange in story.exchanges) <= 1:
        return None
    first = said(replace(story, exchanges=story.exchanges[:1])).strip()
    signals = replace(signals_of(session, story), text=first)
    if not (first and signals.is_english):
        return None
    return levels.score_of(signals.rated)


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
    again = told_before(session, story)
    signals = read_answer(told(story), planned, subject, again, session.job.title)
    return replace(signals, fresh=fresh(session, story)) if again else signals


def planned_for(session: InterviewSession, story: Story) -> PlannedQuestion:
    """The question that a story belongs to, as it was put: the planned one, or one drawn for it."""
    put = zip(session.stories, topics_put(session), strict=True)
    return next(topic.question for one, topic in put if one.number == story.number)
