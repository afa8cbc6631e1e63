"""Asking what a question means costs no question, and every word of it is stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import SecretStr

from core.bootstrap import build_app
from core.exceptions import AnswerConflict, WrongMoment
from core.interview.planning.bank import plain_of
from core.models import Kind, Role, Stage
from core.repositories.leases import Lease, TurnKey
from core.services.workers import InlineWorkers
from tests.builders import OWNER
from tests.core.services.test_interviews import STORY, started
from tests.fakes.openai_server import ScriptedOpenAI, plays_along

ASKS = "Could you repeat that, please?"
ASKS_MORE = "What do you mean by that?"


def kinds(session) -> list[tuple[Role, Kind, int, int]]:
    return [(m.role, m.kind, m.number, m.ordinal) for m in session.messages]


def test_a_request_is_explained_and_costs_no_question(app):
    session = started(app)

    session = app.interviews.submit_answer(OWNER, session.id, 1, ASKS)

    assert kinds(session) == [
        (Role.ASSISTANT, Kind.QUESTION, 1, 0),
        (Role.USER, Kind.CLARIFICATION, 1, 1),
        (Role.ASSISTANT, Kind.CLARIFICATION, 1, 1),
    ]
    assert (session.asked, session.answered, session.stage) == (1, 0, Stage.ANSWERING)
    assert session.open_question.number == 1
    assert session.messages[-1].content == plain_of(session.plan.questions[0].text)
    assert session.messages[-1].decision == "You asked to have the question explained."


def test_the_question_is_answered_after_it_has_been_explained(app):
    session = started(app)
    app.interviews.submit_answer(OWNER, session.id, 1, ASKS)

    session = app.interviews.submit_answer(OWNER, session.id, 1, STORY)

    assert session.exchanges[0].answer == STORY
    assert session.open_question.number == 2


def test_a_third_request_is_the_answer(app):
    session = started(app)
    app.interviews.submit_answer(OWNER, session.id, 1, ASKS)
    app.interviews.submit_answer(OWNER, session.id, 1, ASKS)

    session = app.interviews.submit_answer(OWNER, session.id, 1, ASKS)

    assert session.exchanges[0].answer == ASKS
    assert [m.content for m in session.messages if m.role is Role.USER] == [ASKS] * 3
    assert session.open_question.number == 2


def test_an_interview_of_nothing_but_requests_ends(app):
    session = started(app)

    while session.stage is not Stage.FINISHED:
        number = session.open_question.number
        session = app.interviews.submit_answer(OWNER, session.id, number, ASKS_MORE)

    said = [m.content for m in session.messages if m.role is Role.ASSISTANT]
    assert (session.asked, session.answered) == (3, 3)
    assert len(set(said)) == len(said) == 10  # the close included


def test_a_second_click_on_the_same_screen_is_no_second_request(app):
    session = started(app)
    once = app.interviews.submit_answer(OWNER, session.id, 1, ASKS, heard=0)

    twice = app.interviews.submit_answer(OWNER, session.id, 1, ASKS, heard=0)

    assert twice == once


def test_the_same_words_after_the_explanation_are_a_second_request(app):
    session = started(app)
    app.interviews.submit_answer(OWNER, session.id, 1, ASKS, heard=0)

    session = app.interviews.submit_answer(OWNER, session.id, 1, ASKS, heard=1)

    assert [m.ordinal for m in session.exchanges[0].requests] == [1, 2]


def test_other_words_from_a_second_tab_are_a_request_of_their_own(app):
    session = started(app)
    app.interviews.submit_answer(OWNER, session.id, 1, ASKS, heard=0)

    session = app.interviews.submit_answer(OWNER, session.id, 1, ASKS_MORE, heard=0)

    assert [m.content for m in session.exchanges[0].requests] == [ASKS, ASKS_MORE]
    assert session.owed_clarification is None


def test_a_request_after_the_answer_conflicts_and_changes_nothing(app):
    session = started(app)
    before = app.interviews.submit_answer(OWNER, session.id, 1, STORY)

    with pytest.raises(AnswerConflict) as conflict:
        app.interviews.submit_answer(OWNER, session.id, 1, ASKS)

    assert conflict.value.stored == STORY
    assert app.sessions.get_session(OWNER, session.id) == before


@pytest.fixture
def dying(app, monkeypatch):
    """An interview whose process died between the request and its explanation."""
    session = started(app)
    # a process that dies has no seam: its work is never begun
    with monkeypatch.context() as dead:
        dead.setattr(InlineWorkers, "submit", lambda *_: None)
        app.interviews.submit_answer(OWNER, session.id, 1, ASKS)
    owed = app.sessions.get_session(OWNER, session.id)
    runner = app.interviews._runner
    for live in list(runner._live.values()):
        runner._finish(live, failed=False)
    return owed


def test_a_request_that_is_owed_its_explanation_gets_it_on_return(app, dying):
    assert (dying.stage, dying.owed_clarification.content) == (Stage.ASKING, ASKS)

    session = app.interviews.resume(OWNER, dying.id)

    assert kinds(session)[-1] == (Role.ASSISTANT, Kind.CLARIFICATION, 1, 1)
    assert session.stage is Stage.ANSWERING


def test_the_same_request_while_it_is_owed_is_stored_once(app, dying):
    session = app.interviews.submit_answer(OWNER, dying.id, 1, ASKS)

    assert len(session.exchanges[0].requests) == 1


def test_skipping_works_while_an_explanation_is_owed(app, dying):
    session = app.interviews.skip_question(OWNER, dying.id, 1)

    assert session.exchanges[0].reply.kind is Kind.SKIP
    assert session.open_question.number == 2


def test_answering_works_while_an_explanation_is_owed(app, dying):
    session = app.interviews.submit_answer(OWNER, dying.id, 1, STORY)

    assert session.exchanges[0].answer == STORY
    assert kinds(session)[-1] == (Role.ASSISTANT, Kind.QUESTION, 2, 0)


def test_finishing_works_while_an_explanation_is_owed(app):
    session = started(app)
    app.interviews.submit_answer(OWNER, session.id, 1, STORY)
    app.interviews.submit_answer(OWNER, session.id, 2, ASKS)

    assert app.interviews.finish_early(OWNER, session.id).stage is Stage.FINISHED
    with pytest.raises(WrongMoment):
        app.interviews.submit_answer(OWNER, session.id, 2, ASKS_MORE)


def test_an_explanation_that_comes_after_the_answer_is_dropped(app, dying):
    key = TurnKey(owner_id=OWNER, session_id=dying.id, purpose="clarification", number=1)
    lease = Lease(key, "slow worker")
    app.interviews._runner._leases.acquire(lease)
    late = replace(dying.messages[0], kind=Kind.CLARIFICATION, ordinal=1)
    app.interviews.skip_question(OWNER, dying.id, 1)

    is_stored = app.interviews._messages.create_question(lease, late)

    assert not is_stored
    assert late not in app.sessions.get_session(OWNER, dying.id).messages


def test_following_an_explanation_ends_when_it_is_there(app, dying):
    list(app.interviews.follow(dying))

    assert app.sessions.get_session(OWNER, dying.id).stage is Stage.ANSWERING


def test_a_model_is_told_the_request_and_its_call_was_not_in_vain(settings):
    with ScriptedOpenAI(otherwise=plays_along) as model:
        key = SecretStr("sk-or-v1-made-up")
        update = {"openrouter_api_key": key, "openrouter_base_url": model.url, "ai_attempts": 1}
        app = build_app(settings.model_copy(update=update))
        app.visitors.local()
        session = started(app)

        session = app.interviews.submit_answer(OWNER, session.id, 1, ASKS)

        assert ASKS in str(model.requests[-1])
        assert session.messages[-1].model == "served-model"
        summary = app.account.summary(OWNER, session.id)
        assert (summary.calls, summary.spent_in_vain) == (2, 0)
        app.close()


def test_what_was_asked_back_is_in_both_exports_and_in_no_rating(app):
    session = started(app)
    app.interviews.submit_answer(OWNER, session.id, 1, ASKS)
    app.interviews.submit_answer(OWNER, session.id, 1, STORY)
    app.interviews.finish_early(OWNER, session.id)
    feedback = app.feedback.generate_feedback(OWNER, session.id)

    markdown = app.feedback.as_markdown(OWNER, session.id)

    assert "You, asking back" in markdown
    assert ASKS in markdown
    assert ASKS in app.feedback.as_json(OWNER, session.id)
    assert [ASKS in review.answer for review in feedback.assessment.answers] == [False, False]
