"""The candidate's own questions, when the interview is over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.exceptions import SessionNotFound, ValidationError, WrongMoment
from core.models import MAX_ANSWER, MOST_OWN_QUESTIONS, Assessment, Kind, Role, Stage
from tests.builders import OWNER
from tests.core.services.test_interviews import STORY, started

ASKS = "Is experience with medication safety important?"
SILENT = "That is not in the advert, so do ask it in the real interview."
GOODBYE = "That is the end of our practice. Thank you for your time, and goodbye."


@pytest.fixture
def ended(app):
    session = started(app)
    app.interviews.submit_answer(OWNER, session.id, 1, STORY)
    return app.interviews.finish_early(OWNER, session.id)


def test_a_question_is_answered_with_the_line_of_the_advert(app, ended):
    session = app.interviews.ask_interviewer(OWNER, ended.id, ASKS)

    asked, said = session.messages[-2:]
    assert (asked.role, asked.kind, asked.content) == (Role.USER, Kind.OWN_QUESTION, ASKS)
    assert (said.role, said.kind) == (Role.ASSISTANT, Kind.CLOSE)
    quoted = "The advert says: “You must have experience with medication safety.”"
    assert said.content == f"{quoted}\n\n{GOODBYE}"
    assert asked.ordinal == said.ordinal == 1


def test_what_the_advert_does_not_say_is_not_made_up(app, ended):
    session = app.interviews.ask_interviewer(OWNER, ended.id, "What is the salary?")

    assert session.messages[-1].content == f"{SILENT}\n\n{GOODBYE}"


def test_each_further_reply_ends_with_a_short_goodbye(app, ended):
    app.interviews.ask_interviewer(OWNER, ended.id, "What is the salary?")

    session = app.interviews.ask_interviewer(OWNER, ended.id, "Is there a dog?")

    assert session.messages[-1].content == f"{SILENT}\n\nThank you, and goodbye."


def test_the_same_question_twice_is_one(app, ended):
    once = app.interviews.ask_interviewer(OWNER, ended.id, ASKS)

    assert app.interviews.ask_interviewer(OWNER, ended.id, ASKS) == once


def test_there_is_room_for_five(app, ended):
    for number in range(MOST_OWN_QUESTIONS):
        app.interviews.ask_interviewer(OWNER, ended.id, f"Who trains nurse {number}?")

    with pytest.raises(WrongMoment, match="5 questions"):
        app.interviews.ask_interviewer(OWNER, ended.id, "And one more?")

    questions = app.sessions.get_session(OWNER, ended.id).own_questions
    assert [question.ordinal for question in questions] == [1, 2, 3, 4, 5]


def test_own_questions_wait_for_the_end(app):
    session = started(app)

    with pytest.raises(WrongMoment, match="after the last answer"):
        app.interviews.ask_interviewer(OWNER, session.id, ASKS)

    assert app.sessions.get_session(OWNER, session.id) == session


def test_a_question_about_pay_in_the_middle_costs_no_question_and_is_no_answer(app):
    session = started(app)

    now = app.interviews.submit_answer(OWNER, session.id, 1, "What is the salary?")

    assert now.open_question == session.open_question
    assert (now.asked, now.answered) == (1, 0)
    assert now.messages[-1].kind is Kind.CLARIFICATION
    assert "room at the end" in now.messages[-1].decision


@pytest.mark.parametrize("text", ["", " \n", "\0", "x" * (MAX_ANSWER + 1)])
def test_an_empty_or_endless_question_is_refused(app, ended, text):
    with pytest.raises(ValidationError) as refused:
        app.interviews.ask_interviewer(OWNER, ended.id, text)

    assert refused.value.field == "question"


def test_nobody_asks_in_anothers_interview(app, ended):
    stranger = app.visitors.anonymous("a token").id

    with pytest.raises(SessionNotFound):
        app.interviews.ask_interviewer(stranger, ended.id, ASKS)


def test_a_question_that_took_the_place_meanwhile_is_not_overwritten(app, ended):
    app.interviews.ask_interviewer(OWNER, ended.id, ASKS)
    asked, said = app.sessions.get_session(OWNER, ended.id).messages[-2:]
    repository = app.interviews._messages
    stored = repository.create_own_question(OWNER, ended.id, asked, said)
    assert stored == asked

    late = app.interviews._from_candidate(ended, 2, Kind.OWN_QUESTION, "Another?", 1)
    with pytest.raises(WrongMoment, match="send yours again"):
        repository.create_own_question(OWNER, ended.id, late, said)


def _without_notes(assessment: Assessment) -> Assessment:
    """Beside what the advert wants it is noted that the candidate asked about it."""
    demands = tuple(replace(demand, note="") for demand in assessment.demands)
    return replace(assessment, demands=demands)


def test_own_questions_change_neither_the_end_nor_the_rating_and_are_in_the_exports(app, ended):
    before = app.feedback.generate_feedback(OWNER, ended.id)

    session = app.interviews.ask_interviewer(OWNER, ended.id, ASKS)
    app.feedback.assess_again(OWNER, ended.id)

    after = app.feedback.get_feedback(OWNER, ended.id)
    assert (session.stage, session.answered) == (Stage.FINISHED, 1)
    assert _without_notes(after.assessment) == _without_notes(before.assessment)
    markdown = app.feedback.as_markdown(OWNER, ended.id)
    assert "You, a question of your own" in markdown
    assert ASKS in markdown
    assert ASKS in app.feedback.as_json(OWNER, ended.id)


def test_own_questions_are_told_in_one_line_whenever_they_were_asked(app, ended):
    app.feedback.generate_feedback(OWNER, ended.id)
    before = app.feedback.own_questions(OWNER, ended.id)

    app.interviews.ask_interviewer(OWNER, ended.id, "Who would show me the ward?")

    line = "You asked a question of your own at the end: keep it for the real interview."
    assert before.startswith("You asked no question of your own at the end.")
    assert app.feedback.own_questions(OWNER, ended.id) == line
    assert line in app.feedback.as_markdown(OWNER, ended.id)


def test_own_questions_of_an_unknown_interview_are_not_found(app, ended):
    stranger = app.visitors.anonymous("a token").id

    with pytest.raises(SessionNotFound):
        app.feedback.own_questions(stranger, ended.id)


def test_the_close_invites_questions_and_says_how_it_ended(app, ended):
    whole = started(app)
    for number in (1, 2, 3):
        whole = app.interviews.submit_answer(OWNER, whole.id, number, f"{STORY} {number}")

    assert ended.messages[-1].content.startswith("Then we stop here. Now it is your turn")
    assert whole.messages[-1].content.startswith("That was my last question. Now it is your")
    assert [m.kind for m in (ended.messages[-1], whole.messages[-1])] == [Kind.CLOSE] * 2


def test_the_close_is_said_once_however_often_the_interview_is_opened(app, ended):
    assert app.interviews.resume(OWNER, ended.id) == ended
    assert app.interviews.finish_early(OWNER, ended.id) == ended
    app.interviews._messages.create_close(OWNER, ended.id, ended.messages[-1])

    assert app.sessions.get_session(OWNER, ended.id) == ended
