from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import Any

import pytest

from core.models import Competency
from evals.asked import Row, style_of
from evals.assess import main, outcome
from evals.rating import Rated, by_model

GOOD = {
    "id": "a",
    "question": "Tell me about a fault that came back. What did you do?",
    "answer": (
        "Last May our pump failed twice a week. I measured the pressure at four places and found "
        "that valve 3 stuck. I replaced it, and it has not failed since."
    ),
    "competency": "problem_solving",
}
KEYS = ["id", "score", "levels", "quotes", "flags", "ms"]


def rated(**changes: object) -> dict[str, Any]:
    return outcome(json.dumps(GOOD | changes).encode())


def test_an_answer_becomes_a_line_with_its_rating():
    line = rated()

    assert list(line) == KEYS
    assert line["id"] == "a"
    assert 1 <= line["score"] <= 10
    assert set(line["levels"]) >= {"relevance", "evidence", "problem_solving"}
    assert line["quotes"]
    assert all(quote in str(GOOD["answer"]) for quote in line["quotes"])
    assert line["ms"] > 0


def test_the_same_line_is_rated_the_same_but_for_the_time():
    first, second = rated(), rated()

    assert first | {"ms": 0} == second | {"ms": 0}


@pytest.mark.parametrize("answer", ["", "   ", None, "...", "🙂🙂", "\ud800"])
def test_an_answer_without_a_word_gets_the_lowest_score(answer: str | None):
    line = rated(answer=answer)

    assert (line["score"], line["flags"]) == (1.0, ["no answer"])


def test_an_answer_in_another_language_gets_no_score():
    line = rated(answer="Ich habe damals die Pumpe repariert, weil sie zweimal die Woche ausfiel.")

    assert (line["score"], line["flags"]) == (None, ["not English"])


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"nothing", "The line is not JSON that can be read."),
        (b'{"id": NaN}', "The line is not JSON that can be read."),
        (b"[" * 100_000, "The line is not JSON that can be read."),
        (b"\xff\xfe", "The line is not UTF-8."),
        (b"[1]", "The line is not a JSON object."),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: bytes, error: str):
    assert outcome(line) == {"id": None, "error": error}


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"question": ""}, "question has to be a text with words in it."),
        ({"question": 3}, "question has to be a text."),
        ({"answer": ["a"]}, "answer has to be a text."),
        ({"answer": "a" * 100_001}, "answer has more than 100000 characters."),
        ({"key_points": "sorted"}, "key_points has to be a list of texts."),
        ({"key_points": [1]}, "key_points has to be a list of texts."),
        ({"cv": {}}, "cv has to be a text."),
    ],
)
def test_a_wrong_field_is_named(changes: dict[str, object], error: str):
    assert rated(**changes) == {"id": "a", "error": error}


def test_an_unknown_competency_names_those_there_are():
    error = rated(competency="juggling")["error"]

    assert error.startswith("competency has to be one of: problem_solving, ")
    assert "role_knowledge" in error


def test_a_competency_may_be_written_as_people_read_it():
    assert "problem_solving" in rated(competency="Problem solving")["levels"]


def test_a_missing_answer_is_not_taken_for_an_empty_one():
    line = outcome(json.dumps({"id": 1, "question": "Why us?"}).encode())

    assert line == {"id": 1, "error": "answer is missing; an empty text stands for no answer."}


def test_half_characters_and_an_endless_title_are_no_fault():
    line = rated(id="\ud83d", question="Why \udfff us?", job_title="x" * 900, cv="\ud800")

    assert line["score"] is not None


def test_the_longest_answer_is_rated():
    answer = ("I rang the supplier on Monday and asked for the missing part. " * 2_000)[:100_000]

    assert rated(answer=answer)["score"] is not None


def test_a_fault_of_a_rater_stands_in_its_place():
    line = json.dumps(GOOD).encode()

    told = outcome(line, lambda rows: [Rated(id=row.id, error="Nobody answered.") for row in rows])

    assert told == {"id": "a", "error": "Nobody answered."}


def test_lines_are_answered_in_their_order_and_blank_ones_are_passed_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    lines = [json.dumps(GOOD | {"id": number}).encode() for number in (1, 2)]
    stdin = io.TextIOWrapper(io.BytesIO(b"\n".join([b"", lines[0], b"  ", b"bad", lines[1]])))
    monkeypatch.setattr(sys, "stdin", stdin)

    code = main([])

    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (code, [line["id"] for line in told]) == (0, [1, None, 2])


def test_a_provider_without_a_key_is_refused_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)

    code = main(["--provider", "openai"])

    assert (code, capsys.readouterr().err) == (
        2,
        "openai cannot be asked: no key: set OPENAI_API_KEY.\n",
    )


def test_a_model_that_cannot_be_reached_is_an_error_and_not_a_built_in_rating(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.setenv("LOCAL_BASE_URL", "http://127.0.0.1:9/v1")

    told = outcome(json.dumps(GOOD).encode(), by_model("local"))

    assert list(told) == ["id", "error"]
    assert told["error"].startswith("No rating by a model: ")


def test_the_command_works_on_its_own():
    done = subprocess.run(
        [sys.executable, "-m", "evals.assess"],
        input=json.dumps(GOOD).encode() + b"\nbad\n",
        capture_output=True,
        check=True,
    )

    first, second = map(json.loads, done.stdout.splitlines())
    assert (list(first), list(second), done.stderr) == (KEYS, ["id", "error"], b"")


@pytest.mark.parametrize(
    ("question", "style"),
    [
        ("Tell me about yourself.", "opening"),
        ("Why do you want to work here?", "motivation"),
        ("What would you say are your strengths?", "motivation"),
        ("How would you describe yourself?", "opening"),
        ("Tell me about a time you failed.", "behavioural"),
        ("Describe a situation where you were proud of your goals.", "behavioural"),
        ("Describe a time you failed. What would you do differently?", "behavioural"),
        ("How would you handle a situation where you disagree?", "situational"),
        ("How do you set priorities?", "situational"),
        ("When did you last change somebody's mind?", "behavioural"),
        ("What would you do if a colleague was late?", "situational"),
        ("Imagine that the power fails. What then?", "situational"),
        ("What does an index do?", "technical"),
    ],
)
def test_the_kind_of_a_question_is_told_from_its_words(question: str, style: str):
    assert style_of(Row(id="", question=question, answer="")) == style


@pytest.mark.parametrize(
    ("competency", "style"),
    [(Competency.ROLE_KNOWLEDGE, "technical"), (Competency.OWNERSHIP, "behavioural")],
)
def test_a_competency_decides_what_the_words_leave_open(competency: Competency, style: str):
    row = Row(id="", question="What are your goals?", answer="", competency=competency)

    assert style_of(row) == style


def test_key_points_make_a_question_technical():
    row = Row(id="", question="Tell me about a time you failed.", answer="", key_points=("a",))

    assert style_of(row) == "technical"


def test_key_points_that_are_mentioned_raise_the_rating():
    said = (
        "I would keep a log of what has been loaded, and I would run it again from there. Poison "
        "rows go into a parking queue, so that one bad row does not stop the night."
    )
    asked = {"id": 1, "question": "How do you keep an import safe?", "answer": said}

    fitting, other = (
        outcome(json.dumps(asked | {"key_points": points}).encode())
        for points in (["a parking queue for poison rows"], ["column encryption"])
    )

    assert fitting["score"] > other["score"]
