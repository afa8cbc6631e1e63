import json
from dataclasses import asdict, replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.models import Kind
from core.reports import as_json
from core.reports.interchange import _plain
from tests import assessments
from tests.core.reports.interviews import ANSWER, START, feedback, interview, said


def test_the_whole_interview_can_be_read_back():
    content = json.loads(as_json(interview(), feedback()))

    assert content["format"] == "interview-simulator/1"
    assert "practice estimate" in content["notice"]
    assert content["interview"]["job"]["company"] == "Fernhollow"
    assert content["interview"]["cv"] == {
        "text": "Ines Calloway",
        "filename": "cv.pdf",
        "warnings": [],
    }
    assert content["interview"]["messages"][1]["content"] == ANSWER
    assert content["interview"]["messages"][0]["model"] == "some/model"
    assert content["feedback"]["assessment"]["answers"][0]["ratings"][0]["item"] == "evidence"
    assert content["feedback"]["assessment"]["score"]["provisional"] is False


def test_an_interview_without_cv_and_feedback_has_a_report_too():
    content = json.loads(as_json(replace(interview(), cv=None), None))

    assert content["feedback"] is None
    assert content["interview"]["cv"] is None


def test_dates_are_iso():
    content = json.loads(as_json(interview(), feedback()))

    assert datetime.fromisoformat(content["interview"]["created_at"]) == START
    assert datetime.fromisoformat(content["feedback"]["created_at"]) == START


def test_nothing_says_whose_interview_it_is_or_where_its_files_lie():
    text = as_json(interview(), feedback())

    assert "secret" not in text


def test_characters_stand_as_themselves():
    text = as_json(interview(said(Kind.QUESTION, 1, "Où? 東京")), None)

    assert "Où? 東京" in text


@given(st.text())
def test_any_answer_is_found_again(answer: str):
    session = interview(said(Kind.QUESTION, 1, "Well?"), said(Kind.ANSWER, 1, answer))

    content = json.loads(as_json(session, None))

    assert content["interview"]["messages"][1]["content"] == answer


def test_a_value_without_a_form_in_json_is_a_bug():
    with pytest.raises(TypeError, match="complex"):
        _plain(1j)


def test_everything_of_the_feedback_is_there():
    given = assessments.full()

    content = json.loads(as_json(interview(), assessments.feedback(given)))

    told = content["feedback"]["assessment"]
    assert told["score"].pop("provisional") is True
    assert told == json.loads(json.dumps(asdict(given)))
    assert told["demands"][0]["state"] == "evidenced"
    assert told["cv_suggestions"][3]["kind"] == "a line of your CV"
