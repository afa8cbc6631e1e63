from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from core.bootstrap import build_app
from core.config import TestSettings
from core.exceptions import (
    AnswerConflict,
    SessionNotFound,
    StorageBusy,
    ValidationError,
    WrongMoment,
)
from core.models import ASKED, MAX_ANSWER, Format, Kind, Role, Stage
from core.services.interviews import InterviewService
from tests.builders import ADVERT, CV, OWNER
from tests.fakes.openai_server import ScriptedOpenAI, breaks, delta, plays_along, says, sends, usage
from tests.fakes.replies import Ending, refuses

STORY = (
    "In March our ward had four near misses. I checked every chart, found that two pens looked "
    "alike, and moved one. In three months the near misses fell from four to none."
)


def started(app, questions: int = 3):
    chosen = Format(question_count=questions)
    session = app.sessions.create_session(OWNER, "Charge nurse", "Northfield", chosen)
    app.documents.correct_cv_text(OWNER, session.id, CV)
    app.documents.process_job_description(OWNER, session.id, ADVERT)
    return app.interviews.start_interview(OWNER, session.id)


def contents(session, role: Role) -> list[str]:
    return [message.content for message in session.messages if message.role is role]


def test_eight_questions_are_the_default():
    assert InterviewService.MAX_QUESTIONS == 8


def test_starting_asks_the_first_question(app):
    session = started(app)

    assert session.stage is Stage.ANSWERING
    assert session.open_question.number == 1
    assert session.open_question.provider == "Built-in interviewer"


def test_starting_twice_plans_and_asks_once(app):
    first = started(app)

    assert app.interviews.start_interview(OWNER, first.id) == first


def test_an_interview_without_documents_cannot_start(app):
    session = app.sessions.create_session(OWNER, "Nurse", "Acme")

    with pytest.raises(WrongMoment, match="CV"):
        app.interviews.start_interview(OWNER, session.id)

    assert app.sessions.get_session(OWNER, session.id).plan is None


def test_an_answer_is_kept_word_for_word_and_leads_to_the_next_question(app):
    session = started(app)

    session = app.interviews.submit_answer(OWNER, session.id, 1, f"  {STORY}\n\nÜber-Änderung ✓ ")

    assert contents(session, Role.USER) == [f"  {STORY}\n\nÜber-Änderung ✓ "]
    assert session.open_question.number == 2


@given(replies=st.lists(st.sampled_from([STORY, "I do not know.", "asdf", None]), min_size=15))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_interview_ends_after_exactly_its_questions(app, replies):
    session = started(app, questions=6)
    for reply in replies[:6]:
        number = session.open_question.number
        if reply is None:
            session = app.interviews.skip_question(OWNER, session.id, number)
        else:
            session = app.interviews.submit_answer(OWNER, session.id, number, reply)

    assert session.stage is Stage.FINISHED
    assert app.interviews.is_interview_complete(OWNER, session.id)
    questions = [message.content for message in session.messages if message.kind in ASKED]
    assert len(questions) == len(set(questions)) == 6


def test_the_same_answer_twice_is_one_answer_and_one_next_question(app):
    session = started(app)

    once = app.interviews.submit_answer(OWNER, session.id, 1, STORY)
    twice = app.interviews.submit_answer(OWNER, session.id, 1, STORY)

    assert once == twice


def test_other_words_to_an_answered_question_conflict_and_change_nothing(app):
    session = started(app)
    before = app.interviews.submit_answer(OWNER, session.id, 1, STORY)

    with pytest.raises(AnswerConflict) as conflict:
        app.interviews.submit_answer(OWNER, session.id, 1, "Other words.")

    assert (conflict.value.stored, conflict.value.offered) == (STORY, "Other words.")
    assert app.sessions.get_session(OWNER, session.id) == before


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (MAX_ANSWER + 1)])
def test_an_empty_or_endless_answer_is_refused_and_nothing_is_cut(app, text):
    session = started(app)

    with pytest.raises(ValidationError) as refused:
        app.interviews.submit_answer(OWNER, session.id, 1, text)

    assert refused.value.field == "answer"
    assert app.sessions.get_session(OWNER, session.id) == session


def test_a_skipped_question_counts_and_stays_unanswered(app):
    session = started(app)

    session = app.interviews.skip_question(OWNER, session.id, 1)

    assert [m.kind for m in session.messages] == [Kind.QUESTION, Kind.SKIP, Kind.QUESTION]


def test_finishing_early_needs_an_answer_and_keeps_all_of_them(app):
    session = started(app)
    with pytest.raises(WrongMoment):
        app.interviews.finish_early(OWNER, session.id)
    app.interviews.skip_question(OWNER, session.id, 1)
    with pytest.raises(WrongMoment):
        app.interviews.finish_early(OWNER, session.id)
    app.interviews.submit_answer(OWNER, session.id, 2, STORY)

    finished = app.interviews.finish_early(OWNER, session.id)

    assert finished.stage is Stage.FINISHED
    assert contents(finished, Role.USER) == ["", STORY]
    assert app.interviews.finish_early(OWNER, session.id) == finished


def test_a_finished_interview_takes_no_more_answers(app):
    session = started(app)
    app.interviews.submit_answer(OWNER, session.id, 1, STORY)
    app.interviews.finish_early(OWNER, session.id)

    with pytest.raises(WrongMoment):
        app.interviews.submit_answer(OWNER, session.id, 2, STORY)


def test_following_ends_when_another_tab_finishes_the_interview(app):
    session = started(app)
    session = app.interviews.submit_answer(OWNER, session.id, 1, STORY)
    owed = replace(session, messages=session.messages[:2])  # as a tab saw it a moment ago
    app.interviews.finish_early(OWNER, session.id)

    assert list(app.interviews.follow(owed)) == []


def test_a_character_in_two_halves_is_made_whole_and_a_lone_half_replaced(settings):
    halves = sends(
        delta("What made you \ud83d"), delta("\ude00 and \ud83d?"), delta(finish="stop"), usage()
    )
    with ScriptedOpenAI(halves) as model:
        app = build_app(with_model(settings, model.url))
        app.visitors.local()

        question = started(app).open_question

        assert question is not None
        assert question.content == "What made you \U0001f600 and \ufffd?"
        app.close()


@pytest.mark.sqlite
def test_a_locked_storage_refuses_the_answer_in_words_and_takes_it_later(settings, data_folder):
    app = build_app(settings)
    app.visitors.local()
    session = started(app)
    app._database.engine.dispose()
    blocker = sqlite3.connect(data_folder / "interviews.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    with app._database.engine.connect() as connection:  # the pool's one connection, less patient
        connection.exec_driver_sql("PRAGMA busy_timeout=10")

    with pytest.raises(StorageBusy, match="Nothing is lost"):
        app.interviews.submit_answer(OWNER, session.id, 1, STORY)

    blocker.execute("ROLLBACK")
    blocker.close()
    session = app.interviews.submit_answer(OWNER, session.id, 1, STORY)
    assert contents(session, Role.USER) == [STORY]
    app.close()


def test_nobody_reads_or_answers_anothers_interview(app):
    session = started(app)
    stranger = app.visitors.anonymous("a token").id

    for call in (
        lambda: app.interviews.resume(stranger, session.id),
        lambda: app.interviews.submit_answer(stranger, session.id, 1, STORY),
        lambda: app.interviews.finish_early(stranger, session.id),
        lambda: app.interviews.is_interview_complete(stranger, session.id),
        lambda: app.feedback.get_feedback(stranger, session.id),
        lambda: app.feedback.as_json(stranger, session.id),
    ):
        with pytest.raises(SessionNotFound):
            call()


def with_model(settings: TestSettings, url: str) -> TestSettings:
    return settings.model_copy(
        update={
            "openrouter_api_key": SecretStr("sk-or-v1-made-up"),
            "openrouter_base_url": url,
            "ai_attempts": 1,
        }
    )


def test_a_model_words_the_question_and_every_call_is_accounted_for(settings):
    with ScriptedOpenAI(otherwise=plays_along) as model:
        app = build_app(with_model(settings, model.url))
        app.visitors.local()
        session = started(app)

        question = session.open_question

        assert (question.provider, question.model) == ("OpenRouter", "served-model")
        assert len(question.prompt_hash) >= 12
        assert question.content.startswith("Number 1: ")
        [attempt] = app.account.of_session(OWNER, session.id)
        assert (attempt.provider, attempt.failure) == ("openrouter", None)
        app.close()


@pytest.mark.parametrize(
    "failure",
    [
        refuses(503, {"error": {"message": "down"}}),
        refuses(401, {"error": {"message": "bad key"}}),
        breaks("Tell me of a", Ending.CUT),
        breaks("Tell me of a", Ending.RESET),
        says("No question here."),
        says("Great answer! And then?"),
    ],
    ids=["down", "refused", "cut", "reset", "no question", "praise"],
)
def test_a_turn_is_never_lost_to_a_provider(settings, failure):
    with ScriptedOpenAI(otherwise=plays_along) as model:
        app = build_app(with_model(settings, model.url))
        app.visitors.local()
        session = started(app)
        model.then(*(failure for _ in range(5)))  # whoever asks again fares no better

        session = app.interviews.submit_answer(OWNER, session.id, 1, STORY)

        question = session.messages[-1]
        assert (question.number, question.provider) == (2, "Built-in interviewer")
        assert "OpenRouter" in question.notice
        assert "Tell me of a" not in question.content
        assert contents(session, Role.USER) == [STORY]
        app.close()
