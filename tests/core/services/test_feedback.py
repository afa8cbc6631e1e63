from __future__ import annotations

import json

import pytest

from core.exceptions import SessionNotFound, WrongMoment
from core.models import Competency, Quality
from tests.builders import OWNER
from tests.core.services.test_interviews import STORY, started


@pytest.fixture
def finished(app) -> str:
    session = started(app)
    for number in (1, 2, 3):
        app.interviews.submit_answer(OWNER, session.id, number, f"{STORY} That was {number}.")
    return session.id


def test_feedback_is_generated_once_and_then_read(app, finished):
    first = app.feedback.generate_feedback(OWNER, finished)

    assert first.version == 1
    assert 1 <= first.assessment.score.value <= 10
    assert app.feedback.generate_feedback(OWNER, finished) == first
    assert app.feedback.get_feedback(OWNER, finished) == first


def test_few_answers_make_the_score_provisional(app, finished):
    assert app.feedback.generate_feedback(OWNER, finished).assessment.score.provisional


def test_every_strength_stands_in_the_candidates_own_words(app, finished):
    feedback = app.feedback.generate_feedback(OWNER, finished)

    answers = "\n".join(s.answer for s in app.sessions.get_session(OWNER, finished).stories)
    assert feedback.assessment.strengths
    for strength in feedback.assessment.strengths:
        assert strength.quote
        assert strength.quote in answers


def test_assessing_again_keeps_the_earlier_one(app, finished):
    first = app.feedback.generate_feedback(OWNER, finished)

    app.feedback.assess_again(OWNER, finished)

    earlier, later = app.feedback.history(OWNER, finished)
    assert (earlier, later.version) == (first, 2)
    assert earlier.assessment == later.assessment
    assert app.feedback.get_feedback(OWNER, finished) == later


def test_a_version_that_another_process_has_stored_is_not_paid_twice(app, finished):
    app.feedback.generate_feedback(OWNER, finished)

    app.feedback._write(OWNER, finished, version=1)

    assert len(app.feedback.history(OWNER, finished)) == 1


def test_feedback_comes_after_the_interview(app):
    session = started(app)

    for ask in (app.feedback.generate_feedback, app.feedback.assess_again):
        with pytest.raises(WrongMoment):
            ask(OWNER, session.id)


def test_following_ends_when_it_is_stored(app, finished):
    assert not app.feedback.is_being_written(OWNER, finished)

    list(app.feedback.follow(OWNER, finished))

    assert app.feedback.get_feedback(OWNER, finished) is not None


def test_following_a_later_version_that_nobody_writes_starts_none(app, finished):
    app.feedback.generate_feedback(OWNER, finished)

    assert list(app.feedback.follow(OWNER, finished)) == []

    assert len(app.feedback.history(OWNER, finished)) == 1


def test_an_interview_of_skips_has_no_score_and_says_why(app):
    session = started(app)
    for number in (1, 2, 3):
        app.interviews.skip_question(OWNER, session.id, number)

    score = app.feedback.generate_feedback(OWNER, session.id).assessment.score

    assert score.value is None
    assert score.reason


def test_the_report_holds_the_whole_conversation(app, finished):
    app.feedback.generate_feedback(OWNER, finished)

    report = json.loads(app.feedback.as_json(OWNER, finished))

    assert f"{STORY} That was 3." in json.dumps(report, ensure_ascii=False)
    assert "Charge nurse" in app.feedback.as_markdown(OWNER, finished)


def test_feedback_of_an_unknown_interview_is_not_found(app):
    with pytest.raises(SessionNotFound):
        app.feedback.generate_feedback(OWNER, "nowhere")


def test_what_changed_is_told_from_one_version_to_the_next(app, finished):
    app.feedback.generate_feedback(OWNER, finished)
    first = app.feedback.changes(OWNER, finished)

    app.feedback.assess_again(OWNER, finished)

    assert first == (), "there is none before it"
    assert app.feedback.changes(OWNER, finished) == (), "the same assessor gives the same"
    assert app.feedback.changes(OWNER, finished, version=9) == ()


def test_the_rubric_has_a_question_and_five_anchors_for_all_that_is_rated(app):
    scales = app.feedback.rubric()

    assert [scale.item for scale in scales] == [*Quality, *Competency]
    assert all(scale.question.endswith("?") and len(scale.anchors) == 5 for scale in scales)
