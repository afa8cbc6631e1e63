from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from core.exceptions import SessionNotFound
from core.models import (
    Assessment,
    Document,
    Feedback,
    Format,
    InterviewType,
    Job,
    Level,
    Score,
    Stage,
)
from core.repositories.feedback import FeedbackRepository
from core.repositories.leases import Lease, TurnKey
from tests.builders import NOW, OWNER, answer, plan, question, session

words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=300)
titles = words.map(str.strip).filter(bool).map(lambda title: title[:200])
interviews = st.builds(
    session,
    session_id=st.uuids().map(str),
    job=st.builds(Job, title=titles, company=titles, description=words),
    format=st.builds(
        Format,
        type=st.sampled_from(InterviewType),
        level=st.sampled_from(Level),
        question_count=st.integers(3, 15),
        language=st.sampled_from(["en", "de"]),
    ),
    cv=st.none() | st.builds(Document, text=words, filename=words, warnings=st.tuples(words)),
    plan=st.none() | st.integers(1, 15).map(plan),
)


@given(interview=interviews)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_stored_is_what_is_read(sessions, interview):
    sessions.create(interview)

    assert sessions.get_by_id(OWNER, interview.id) == interview
    sessions.delete(OWNER, interview.id)


def put(sessions, messages, leases, interview, *said):
    """Store an interview with its conversation the way the program does."""
    sessions.create(interview)
    for message in said:
        if message.role == "user":
            messages.create_message(OWNER, interview.id, message)
        else:
            key = TurnKey(
                owner_id=OWNER, session_id=interview.id, purpose="question", number=message.number
            )
            lease = Lease(key, "token")
            assert leases.acquire(lease)
            assert messages.create_question(lease, message)


def test_an_interview_comes_with_its_messages_in_two_queries(database, sessions, messages, leases):
    put(sessions, messages, leases, session(plan=plan()), question(1), answer(1), question(2))
    queries = []
    event.listen(
        database.engine,
        "before_cursor_execute",
        lambda *args: queries.append(args[2]) if args[2].startswith("SELECT") else None,
    )

    read = sessions.get_session_with_messages(OWNER, session().id)

    assert read.messages == (question(1), answer(1), question(2))
    assert len(queries) == 2


@pytest.mark.parametrize("owner", ["somebody else", "nobody"])
def test_anothers_interview_is_not_found_whatever_is_asked_of_it(sessions, messages, owner):
    sessions.create(session())
    one = session().id

    for call in (
        lambda: sessions.get_by_id(owner, one),
        lambda: sessions.get_session_with_messages(owner, one),
        lambda: sessions.update_cv_text(owner, one, Document(text="stolen")),
        lambda: sessions.update_job_description(owner, one, "stolen"),
        lambda: sessions.start(owner, one, plan()),
        lambda: sessions.finish_early(owner, one, NOW),
        lambda: sessions.delete(owner, one),
        lambda: messages.create_message(owner, one, answer(1)),
    ):
        with pytest.raises(SessionNotFound):
            call()
    assert sessions.recent(owner, 10) == ()
    assert messages.get_messages(owner, one) == ()
    assert sessions.get_by_id(OWNER, one) == session()


def test_the_cv_and_the_job_description_can_be_replaced(sessions):
    sessions.create(session(cv=None))
    cv = Document(text="New CV", filename="new.pdf", file_id="f" * 20, warnings=("Short.",))

    sessions.update_cv_text(OWNER, session().id, cv)
    sessions.update_job_description(OWNER, session().id, "New advert")

    read = sessions.get_by_id(OWNER, session().id)
    assert (read.cv, read.job.description) == (cv, "New advert")


def test_an_interview_is_planned_once(sessions):
    sessions.create(session())

    sessions.start(OWNER, session().id, plan(3))
    sessions.start(OWNER, session().id, plan(5))

    assert sessions.get_by_id(OWNER, session().id).plan == plan(3)


def test_the_time_of_finishing_early_is_the_first_one(sessions):
    sessions.create(session(plan=plan()))

    sessions.finish_early(OWNER, session().id, NOW)
    sessions.finish_early(OWNER, session().id, NOW + timedelta(hours=1))

    assert sessions.get_by_id(OWNER, session().id).finished_early == NOW


def test_the_overview_tells_progress_and_score_newest_first(database, sessions, messages, leases):
    put(sessions, messages, leases, session(plan=plan()), question(1), answer(1), question(2))
    sessions.create(session("t" * 20, created_at=NOW + timedelta(days=1)))
    key = TurnKey(owner_id=OWNER, session_id=session().id, purpose="feedback", number=1)
    lease = Lease(key, "token")
    leases.acquire(lease)
    assessment = Assessment(
        score=Score(value=6.5, low=5.0, high=8.0, rated=2),
        strengths=(),
        weaknesses=(),
        cv_suggestions=(),
        answers=(),
        assessor="built-in 1",
    )
    FeedbackRepository(database).create_feedback(
        lease, Feedback(session_id=session().id, version=1, created_at=NOW, assessment=assessment)
    )

    newest, oldest = sessions.recent(OWNER, 10)

    assert (newest.stage, newest.answered, newest.has_feedback) == (Stage.PREPARING, 0, False)
    assert (oldest.stage, oldest.answered, oldest.question_count) == (Stage.ANSWERING, 1, 3)
    assert (oldest.score, oldest.has_feedback, oldest.provisional) == (6.5, True, True)


def test_the_overview_stops_at_its_limit(sessions):
    for name in "abc":
        sessions.create(session(name * 20))

    assert len(sessions.recent(OWNER, 2)) == 2


def test_deleting_leaves_no_row_of_the_interview(database, sessions, messages, leases):
    put(sessions, messages, leases, session(plan=plan()), question(1), answer(1))
    key = TurnKey(owner_id=OWNER, session_id=session().id, purpose="feedback", number=1)
    leases.acquire(Lease(key, "token"))

    sessions.delete(OWNER, session().id)

    with database.engine.connect() as connection:
        for table in ("sessions", "messages", "leases", "feedback", "attempts"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0  # noqa: S608 - names from above


def test_the_same_id_cannot_be_used_twice(sessions):
    sessions.create(session())

    with pytest.raises(Exception, match=r"(?i)unique"):
        sessions.create(replace(session(), owner_id="somebody else"))


@pytest.mark.sqlite
def test_what_was_deleted_is_in_no_file_of_the_database(database, sessions, data_folder):
    sessions.create(session(cv=Document(text="A past that I want forgotten. " * 50)))

    sessions.delete(OWNER, session().id)

    for path in data_folder.iterdir():
        assert b"want forgotten" not in path.read_bytes(), path.name
