from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from core.exceptions import FailureKind, SessionNotFound
from core.models import Assessment, Attempt, Credit, Feedback, Kind, Purpose, Score, Usage
from core.repositories.attempts import AttemptRepository
from core.repositories.database import Database
from core.repositories.feedback import FeedbackRepository
from core.repositories.leases import Lease, LeaseRepository, TurnKey
from core.repositories.messages import MessageRepository
from core.repositories.migrate import SCRIPTS, migrate
from tests.builders import NOW, OWNER, answer, question, session
from tests.databases import SERVER, PostgresTemplate, SqliteTemplate

KEY = TurnKey(owner_id=OWNER, session_id=session().id, purpose="question", number=1)
WHOLE = Attempt(
    purpose=Purpose.QUESTION,
    provider="openrouter",
    model="some/model",
    model_served="some/model-001",
    first_token_ms=210,
    total_ms=900,
    usage=Usage(1_200, 80, 30, 1_000, 0.00042, is_estimate=True),
    retries=1,
    resets=1,
)


@pytest.fixture
def attempts(database, sessions) -> AttemptRepository:
    sessions.create(session())
    return AttemptRepository(database)


def test_nothing_is_kept_for_an_interview_of_somebody_else(attempts):
    with pytest.raises(SessionNotFound):
        attempts.create(replace(KEY, owner_id="somebody else"), WHOLE, NOW)

    assert attempts.of_session(OWNER, session().id) == ()


def test_what_is_not_known_stays_unknown(attempts):
    refused = Attempt(
        purpose=Purpose.FEEDBACK,
        provider="gemini",
        model="gemini-x",
        failure=FailureKind.AUTH,
        status=401,
    )

    attempts.create(KEY, refused, NOW)

    assert attempts.of_session(OWNER, session().id) == (refused,)


def test_a_call_is_read_as_it_was_written_and_by_its_owner_only(attempts):
    attempts.create(KEY, WHOLE, NOW)

    assert attempts.of_session(OWNER, session().id) == (WHOLE,)
    assert attempts.of_session("somebody else", session().id) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(nano=st.integers(min_value=0, max_value=10**14))
def test_a_cost_is_kept_to_the_billionth_of_a_dollar(attempts, nano):
    cost = nano / 10**9
    before = len(attempts.of_session(OWNER, session().id))

    attempts.create(KEY, replace(WHOLE, usage=Usage(cost_usd=cost)), NOW)

    assert attempts.of_session(OWNER, session().id)[before].usage.cost_usd == cost


def test_one_token_of_the_cheapest_model_is_not_lost(attempts):
    attempts.create(KEY, replace(WHOLE, usage=Usage(1, 0, cost_usd=0.10 / 1_000_000)), NOW)

    (kept,) = attempts.of_session(OWNER, session().id)
    assert kept.usage.cost_usd == pytest.approx(1e-7)


def test_the_tables_have_no_room_for_what_was_said(database):
    with database.engine.connect() as connection:
        columns = set(connection.execute(text("SELECT * FROM attempts")).keys())

    assert columns.isdisjoint({"prompt", "system", "text", "content", "reply", "key", "error"})


def store_question(database: Database, number: int, provider: str, model: str) -> None:
    lease = Lease(replace(KEY, number=number), "token")
    LeaseRepository(database).acquire(lease)
    kind = Kind.PROBE if number == 2 else Kind.QUESTION
    message = question(number, kind=kind, provider=provider, model=model)
    assert MessageRepository(database).create_question(lease, message)
    MessageRepository(database).create_message(OWNER, session().id, answer(number))


def store_feedback(database: Database, version: int, provider: str, model: str) -> None:
    lease = Lease(replace(KEY, purpose="feedback", number=version), "token")
    LeaseRepository(database).acquire(lease)
    assessment = Assessment(
        score=Score(value=5.0, low=4.0, high=6.0, rated=2),
        strengths=(),
        weaknesses=(),
        cv_suggestions=(),
        answers=(),
        assessor="test",
        provider=provider,
        model=model,
    )
    feedback = Feedback(
        session_id=session().id, version=version, assessment=assessment, created_at=NOW
    )
    assert FeedbackRepository(database).create_feedback(lease, feedback)


def test_who_led_is_read_from_what_was_stored(database, attempts):
    store_question(database, 1, "Gemini", "gemini-x")
    store_question(database, 2, "Gemini", "gemini-x")
    store_question(database, 3, "Built-in interviewer", "")
    store_feedback(database, 1, "Gemini", "gemini-x")

    assert set(attempts.credits(OWNER, session().id)) == {
        Credit(provider="Gemini", model="gemini-x", questions=2),
        Credit(provider="Built-in interviewer", model="", questions=1),
        Credit(provider="Gemini", model="gemini-x", feedbacks=1),
    }
    assert attempts.credits("somebody else", session().id) == ()


@pytest.fixture
def bare_url(tmp_path: Path) -> Iterator[str]:
    """A database of this test's own, emptied of its tables."""
    template = PostgresTemplate() if SERVER else SqliteTemplate(tmp_path)
    database = Database(template.url)
    _alembic(database, "downgrade", "base")
    database.close()
    yield template.url
    template.discard(template.url)


def _alembic(database: Database, direction: str, revision: str) -> None:
    from alembic import command  # noqa: PLC0415 - heavy, as in the code
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with database.engine.execution_options(writes=True).begin() as connection:
        config.attributes["connection"] = connection
        getattr(command, direction)(config, revision)


def _insert(connection: Connection, table: str, **values: object) -> None:
    names = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    statement = f"INSERT INTO {table} ({names}) VALUES ({places})"  # noqa: S608 - names of this file
    connection.execute(text(statement), values)


def _fill_as_before(database: Database) -> None:
    """An interview with one call, as the first schema kept them."""
    when = "2026-11-20 10:00:00+00:00" if SERVER else "2026-11-20 10:00:00.000000"
    words = ("job_title", "company_name", "job_description", "interview_type", "level")
    with database.engine.execution_options(writes=True).begin() as connection:
        _insert(connection, "users", id=OWNER, kind="local", created_at=when)
        _insert(
            connection,
            "sessions",
            id="old",
            owner_id=OWNER,
            **dict.fromkeys(words, "text"),
            question_count=3,
            language="en",
            cv_filename="",
            cv_file_id="",
            cv_warnings="[]",
            created_at=when,
        )
        _insert(
            connection,
            "attempts",
            id=1,
            owner_id=OWNER,
            session_id="old",
            purpose="question",
            number=1,
            provider="gemini",
            model="gemini-x",
            model_served="gemini-x",
            first_token_ms=100,
            prompt_tokens=900,
            completion_tokens=60,
            total_ms=800,
            retries=0,
            resets=0,
            created_at=when,
        )


def test_calls_from_before_costs_were_kept_stay_readable(bare_url):
    database = Database(bare_url)
    _alembic(database, "upgrade", "0001")
    _fill_as_before(database)

    migrate(database)

    (kept,) = AttemptRepository(database).of_session(OWNER, "old")
    database.close()
    assert kept.usage == Usage(900, 60)
    assert (kept.provider, kept.first_token_ms, kept.total_ms) == ("gemini", 100, 800)


def test_going_back_to_the_first_schema_keeps_the_calls(bare_url):
    database = Database(bare_url)
    _alembic(database, "upgrade", "0001")
    _fill_as_before(database)
    migrate(database)

    _alembic(database, "downgrade", "0001")

    with database.engine.connect() as connection:
        rows = connection.execute(text("SELECT * FROM attempts")).mappings().all()
    database.close()
    assert [row["prompt_tokens"] for row in rows] == [900]
    assert "cost_nano_usd" not in rows[0]


def test_an_older_program_can_still_write_after_the_migration(database, attempts):
    """While a new version is rolled out, the old one knows nothing of the new columns."""
    values = {
        "owner_id": OWNER,
        "session_id": session().id,
        "purpose": "question",
        "number": 1,
        "provider": "gemini",
        "model": "gemini-x",
        "model_served": "",
        "total_ms": 5,
        "retries": 0,
        "resets": 0,
        "created_at": "2026-11-20 10:00:00.000000" + ("+00:00" if SERVER else ""),
    }

    with database.engine.execution_options(writes=True).begin() as connection:
        _insert(connection, "attempts", **values)

    (kept,) = attempts.of_session(OWNER, session().id)
    assert kept.usage == Usage()
