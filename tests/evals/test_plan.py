from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.plan import main, outcome
from tests.core.interview.interviews import DATA_ADVERT, DATA_CV, NURSE_ADVERT

KINDS = {
    *("opening", "past", "situational", "technical", "skill_claimed", "must_have_missing"),
    "motivation",
}
JOB = {"id": "a", "job_title": "Data Engineer", "job_description": DATA_ADVERT, "cv": DATA_CV}


def planned(**changes: object) -> dict[str, Any]:
    return outcome(json.dumps(JOB | changes).encode())


def test_a_line_with_a_job_becomes_a_line_with_its_plan():
    plan = planned()

    assert list(plan) == ["id", "family", "level", "must_have", "nice_to_have", "questions"]
    assert (plan["id"], plan["family"], plan["level"]) == ("a", "data", "mid")
    assert {"SQL", "Airflow"} <= {need["name"] for need in plan["must_have"]}
    assert all("Snowflake" in need["quote"] for need in plan["nice_to_have"])
    assert plan["nice_to_have"]
    needs = plan["must_have"] + plan["nice_to_have"]
    assert all(need["quote"] in DATA_ADVERT for need in needs)
    assert len(plan["questions"]) == 8


def test_each_question_has_its_kind_and_rests_on_words_of_the_documents():
    for question in planned(question_count=15)["questions"]:
        assert list(question) == ["text", "competency", "reason", "quote", "kind"]
        assert question["kind"] in KINDS
        assert question["quote"] in DATA_ADVERT or question["quote"] in DATA_CV
        assert question["quote"] in question["reason"]


def test_the_same_line_always_gives_the_same_plan_and_another_id_another():
    assert planned() == planned()
    assert planned()["questions"] != planned(id="b")["questions"]


@pytest.mark.parametrize(
    "changes",
    [
        {"interview_type": "technical"},
        {"interview_type": "behavioral"},
        {"level": "lead"},
        {"question_count": 5},
        {"cv": None},
    ],
)
def test_what_is_wished_for_changes_the_plan(changes: dict[str, object]):
    assert "error" not in planned(**changes)
    assert planned(**changes)["questions"] != planned()["questions"]


@pytest.mark.parametrize("name", ["job_title", "job_description", "cv", "interview_type", "level"])
@pytest.mark.parametrize("value", [None, "", " \n"])
def test_a_missing_field_is_no_fault(name: str, value: str | None):
    plan = planned(**{name: value})

    assert len(plan["questions"]) == 8
    assert plan["level"] == "mid"


def test_a_job_without_any_words_still_has_a_plan():
    plan = outcome(b"{}")

    assert plan["id"] is None
    assert plan["must_have"] == []
    assert [question["quote"] for question in plan["questions"]] == [""] * 8


def test_a_title_that_is_missing_is_taken_from_the_first_line():
    plan = planned(job_title=None, job_description=f"Staff nurse\n{NURSE_ADVERT}")

    assert plan["family"] == "health"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"nothing", "The line is not JSON that can be read."),
        (b"[" * 100_000, "The line is not JSON that can be read."),
        (b'{"id": NaN}', "The line is not JSON that can be read."),
        (b'{"id": 1' + b"1" * 5000 + b"}", "The line is not JSON that can be read."),
        (b"\xff\xfe{}", "The line is not UTF-8."),
        (b"[1]", "The line is not a JSON object."),
        (b'{"id": {}}', "id has to be a text or a number."),
    ],
)
def test_a_line_that_is_no_job_says_what_is_wrong(line: bytes, said: str):
    assert outcome(line)["error"] == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"job_title": 5}, "job_title has to be a text."),
        ({"job_description": ["a"]}, "job_description has to be a text."),
        ({"cv": {}}, "cv has to be a text."),
        ({"interview_type": "chat"}, "interview_type has to be one of: mixed, behavioural, "),
        ({"level": "boss"}, "level has to be one of: entry, mid, senior, lead."),
        ({"question_count": 2}, "Please choose between 3 and 15 questions."),
        ({"question_count": 16}, "Please choose between 3 and 15 questions."),
        ({"question_count": 7.5}, "question_count has to be a whole number."),
        ({"question_count": "8"}, "question_count has to be a whole number."),
        ({"question_count": True}, "question_count has to be a whole number."),
    ],
)
def test_a_field_that_cannot_be_used_is_named(changes: dict[str, object], said: str):
    told = planned(**changes)

    assert told["id"] == "a"
    assert told["error"].startswith(said)


def test_a_bad_line_does_not_stop_the_others(capsys: pytest.CaptureFixture[str]):
    code = main([b"\xef\xbb\xbf{}\n", b"\n", b"nothing\n", json.dumps(JOB).encode()])

    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert ["error" in told for told in printed] == [False, True, False]


def test_half_a_character_and_a_language_that_is_not_english_are_taken():
    german = "Wir suchen eine Pflegekraft \\ud800.\\nErfahrung mit Wundversorgung erforderlich."
    line = f'{{"id": "\\udfff", "job_description": "{german}", "cv": "Pflege seit 2019 \\ud800"}}'

    plan = outcome(line.encode())

    assert len(json.dumps(plan)) > 0
    assert len(plan["questions"]) == 8


@given(
    st.dictionaries(
        st.sampled_from([*JOB, "interview_type", "level", "question_count"]),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
    )
)
def test_whatever_stands_in_the_fields_there_is_an_answer(told: dict[str, object]):
    answer = outcome(json.dumps(told).encode())

    assert ("error" in answer) != ("questions" in answer)
    assert json.loads(json.dumps(answer)) == answer


def test_the_command_reads_lines_and_writes_lines():
    line = json.dumps(JOB)

    ran = subprocess.run(
        [sys.executable, "-m", "evals.plan"],
        input=f"{line}\nnothing\n",
        capture_output=True,
        text=True,
        check=True,
    )

    first, second = map(json.loads, ran.stdout.splitlines())
    assert first["id"] == "a"
    assert second == {"id": None, "error": "The line is not JSON that can be read."}
    assert ran.stderr == ""
