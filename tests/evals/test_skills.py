from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evals.skills import outcome

ROOT = Path(__file__).parents[2]


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_a_mention_has_its_name_its_place_and_its_line():
    text = "Skills\n- Python and SQL Server\nI sing."

    found = outcome(line(id="a", text=text, kind="cv"))

    assert found["id"] == "a"
    assert [skill["name"] for skill in found["skills"]] == ["Python", "SQL Server"]
    assert text[found["skills"][1]["start"] : found["skills"][1]["end"]] == "SQL Server"
    assert found["skills"][0]["quote"] == "Python and SQL Server"


def test_the_kind_says_how_a_text_is_read():
    text = "We offer Python lessons."

    assert outcome(line(id=1, text=text, kind="cv"))["skills"] != []
    assert outcome(line(id=1, text=text, kind="job"))["skills"] == []
    assert outcome(line(id=1, text=text))["skills"] == []
    assert outcome(line(id=1, text=text, kind=["cv"]))["skills"] == []


@pytest.mark.parametrize(
    "raw",
    [
        b"{",
        b"[1]",
        b"null",
        b"\xff\xfe",
        b'{"id": NaN, "text": "a"}',
        b'{"id": 1.5, "text": "a"}',
        b'{"id": "a"}',
        b'{"id": "a", "text": null}',
        b'{"id": "a", "text": 5}',
        b"[" * 100_000,
        b"1" * 5_000,
    ],
)
def test_a_line_that_cannot_be_read_says_why(raw: bytes):
    found = outcome(raw)

    assert found["skills"] == []
    assert found["error"]
    json.dumps(found, allow_nan=False)


def test_a_text_of_a_megabyte_with_broken_signs_is_read():
    text = "Python \ud800 \u0000 \u202e SQL, " * 50_000

    found = outcome(json.dumps({"id": "big", "text": text, "kind": "cv"}).encode())

    assert len(found["skills"]) >= 90_000
    assert max(len(skill["quote"]) for skill in found["skills"]) < 400


def test_the_command_writes_a_line_for_each_that_is_not_empty():
    given = b"\n".join([line(id="a", text="Kotlin"), b"", b"  ", b"bad", line(id="b", text="")])

    ran = subprocess.run(
        [sys.executable, "-m", "evals.skills"],
        cwd=ROOT,
        input=given,
        capture_output=True,
        check=True,
    )

    written = [json.loads(each) for each in ran.stdout.splitlines()]
    assert [each["id"] for each in written] == ["a", None, "b"]
    assert ["error" in each for each in written] == [False, True, False]
    assert ran.stderr == b""
