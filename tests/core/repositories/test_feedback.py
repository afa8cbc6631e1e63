from __future__ import annotations

from core.exceptions import FailureKind
from core.models import (
    AnswerReview,
    Assessment,
    Attempt,
    Competency,
    Feedback,
    Point,
    Purpose,
    Quality,
    Rating,
    Score,
    Suggestion,
    Usage,
)
from core.repositories.attempts import AttemptRepository
from core.repositories.feedback import FeedbackRepository
from core.repositories.leases import Lease, TurnKey
from tests.builders import NOW, OWNER, session

ASSESSMENT = Assessment(
    score=Score(value=7.2, low=6.4, high=8.0, rated=6),
    strengths=(Point(text="Named the outcome.", quote="fell to 2 %", number=1),),
    weaknesses=(Point(text="No own part.", advice="Say what you did."),),
    cv_suggestions=(Suggestion(text="Add it only if it is true.", job_quote="ACLS"),),
    answers=(
        AnswerReview(
            number=1,
            question="Tell me of a time?",
            answer="It fell to 2 %.",
            score=7.2,
            ratings=(
                Rating(item=Quality.EVIDENCE, level=4, because="a number"),
                Rating(item=Competency.OWNERSHIP, level=3.5),
            ),
        ),
    ),
    assessor="built-in 1",
    notice="Practice estimate.",
)


def lease_of(version: int) -> Lease:
    key = TurnKey(owner_id=OWNER, session_id=session().id, purpose="feedback", number=version)
    return Lease(key, "token")


def feedback(version: int) -> Feedback:
    return Feedback(session_id=session().id, version=version, created_at=NOW, assessment=ASSESSMENT)


def test_what_is_stored_is_what_is_read(database, sessions, leases):
    sessions.create(session())
    leases.acquire(lease_of(1))
    repository = FeedbackRepository(database)

    assert repository.create_feedback(lease_of(1), feedback(1))

    assert repository.get_by_session_id(OWNER, session().id) == feedback(1)
    assert repository.get_by_session_id("somebody else", session().id) is None


def test_giving_it_again_keeps_the_earlier_one(database, sessions, leases):
    sessions.create(session())
    repository = FeedbackRepository(database)
    for version in (1, 2):
        leases.acquire(lease_of(version))
        repository.create_feedback(lease_of(version), feedback(version))

    assert repository.history(OWNER, session().id) == (feedback(1), feedback(2))
    assert repository.get_by_session_id(OWNER, session().id) == feedback(2)
    assert repository.latest_version(OWNER, session().id) == 2
    assert repository.latest_version("somebody else", session().id) == 0


def test_without_the_lease_nothing_is_stored(database, sessions):
    sessions.create(session())
    repository = FeedbackRepository(database)

    assert not repository.create_feedback(lease_of(1), feedback(1))
    assert repository.get_by_session_id(OWNER, session().id) is None


def test_the_account_of_a_call_is_read_as_it_was_written(database, sessions):
    sessions.create(session())
    attempts = AttemptRepository(database)
    failed = Attempt(
        purpose=Purpose.QUESTION,
        provider="openrouter",
        model="some/model",
        failure=FailureKind.RATE_LIMITED,
        status=429,
        total_ms=40,
        usage=Usage(120, None),
        retries=2,
    )

    attempts.create(lease_of(1).key, failed, NOW)

    assert attempts.of_session(OWNER, session().id) == (failed,)
    assert attempts.of_session("somebody else", session().id) == ()
