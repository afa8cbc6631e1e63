from __future__ import annotations

from dataclasses import replace

import pytest

from core.exceptions import PlanChanged, SessionNotFound, ValidationError, WrongMoment
from core.models import Origin

OWN = "What would you change about our product first?"


@pytest.fixture
def session(app):
    return app.sessions.create_sample_session("local")


def now(app, session):
    return app.sessions.get_session("local", session.id)


def draft_of(app, session):
    return app.plans.propose(now(app, session))


def test_looking_at_the_plan_stores_nothing(app, session):
    app.plans.propose(session)

    assert now(app, session).draft is None


def test_each_edit_is_stored_at_once_and_the_number_of_questions_follows(app, session):
    draft = draft_of(app, session)

    edited = app.plans.remove("local", session.id, 0, draft.questions[2].id)

    assert now(app, session).draft == edited
    assert edited.version == 1
    assert now(app, session).question_count == 7


def test_edits_follow_each_other(app, session):
    first = draft_of(app, session).questions[1]

    app.plans.move("local", session.id, 0, first.id, 4)
    app.plans.add_own("local", session.id, 1, OWN)
    choice = app.plans.choices(now(app, session), draft_of(app, session))[0]
    app.plans.add_from("local", session.id, 2, choice.id)

    draft = draft_of(app, session)
    assert draft.questions[4] == first
    assert [q.origin for q in draft.questions[-3:-1]] == [Origin.OWN, Origin.ADDED]
    assert now(app, session).question_count == 10


def test_an_edit_made_elsewhere_meanwhile_is_told_and_stays(app, session):
    draft = draft_of(app, session)
    app.plans.remove("local", session.id, 0, draft.questions[1].id)

    with pytest.raises(PlanChanged, match="changed meanwhile"):
        app.plans.move("local", session.id, 0, draft.questions[3].id, 0)

    assert len(draft_of(app, session).questions) == 7
    assert draft_of(app, session).questions[0] == draft.questions[0]


def test_two_edits_at_the_same_moment_cannot_both_be_stored(app, session):
    draft = draft_of(app, session)
    stored = app.plans.remove("local", session.id, 0, draft.questions[1].id)

    with pytest.raises(PlanChanged):
        app.plans._sessions.save_draft("local", session.id, replace(stored, version=1))

    assert now(app, session).draft == stored


def test_the_same_edit_twice_is_one(app, session):
    draft = draft_of(app, session)
    one = draft.questions[1].id

    app.plans.remove("local", session.id, 0, one)
    again = app.plans.remove("local", session.id, 0, one)
    app.plans.add_own("local", session.id, 1, OWN)
    twice = app.plans.add_own("local", session.id, 1, OWN)

    assert again.version == 1
    assert twice.version == 2
    assert len(twice.questions) == 8


def test_what_cannot_be_asked_is_not_stored(app, session):
    with pytest.raises(ValidationError, match="protected topic"):
        app.plans.add_own("local", session.id, 0, "How old are you?")

    assert now(app, session).draft is None


def test_an_interview_starts_with_the_plan_as_it_was_edited(app, session):
    draft = draft_of(app, session)
    app.plans.move("local", session.id, 0, draft.questions[3].id, 0)
    edited = app.plans.add_own("local", session.id, 1, OWN)

    started = app.interviews.start_interview("local", session.id)

    assert started.plan == edited.plan
    assert started.question_count == 9
    assert started.messages[0].decision == edited.questions[0].planned.reason


def test_an_interview_with_questions_of_ones_own_can_be_led_to_its_end(app, session):
    app.plans.add_own("local", session.id, 0, OWN)
    led = app.interviews.start_interview("local", session.id)

    while led.open_question:
        number = led.open_question.number
        led = app.interviews.submit_answer(
            "local", session.id, number, f"I did it, number {number}."
        )

    assert led.answered == 9
    assert app.feedback.generate_feedback("local", session.id)


def test_after_the_start_the_plan_stays_as_it_is(app, session):
    draft = draft_of(app, session)
    started = app.interviews.start_interview("local", session.id)

    with pytest.raises(WrongMoment):
        app.plans.remove("local", session.id, 0, draft.questions[1].id)

    assert now(app, session).plan == started.plan


def test_what_took_the_place_of_a_question_can_be_kept(app, session):
    draft = draft_of(app, session)
    app.plans.move("local", session.id, 0, draft.questions[3].id, 0)
    app.documents.process_job_description("local", session.id, "We need a baker.")
    before = draft_of(app, session)
    assert before.replaced

    app.plans.accept("local", session.id, 1)

    after = draft_of(app, session)
    assert after.replaced == ()
    assert after.questions == before.questions


def test_the_plan_of_somebody_else_is_not_found(app, session):
    with pytest.raises(SessionNotFound):
        app.plans.add_own("somebody", session.id, 0, OWN)
