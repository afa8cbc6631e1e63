from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.documents.limits import MIB
from core.documents.parser import DocumentParser
from evals.intake import MAX_BYTES, main, outcome
from tests.files import CV, cv_docx, cv_pdf, encrypted_pdf, paged_pdf
from tests.makers.hostile import inflating_pdf

ROOT = Path(__file__).parents[2]
KEYS = [
    *("file", "ok", "kind", "text", "pages", "warnings", "code", "message", "seconds", "rss_mb"),
]


@pytest.fixture
def file(tmp_path):
    def write(name: str, data: bytes) -> str:
        path = tmp_path / name
        path.write_bytes(data)
        return str(path)

    return write


def told_by(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("data", "kind", "pages"),
    [(cv_pdf(), "pdf", 1), (paged_pdf(CV, CV), "pdf", 2), (cv_docx(), "docx", 1)],
)
def test_a_file_that_is_read_is_told_whole(capsys, file, data, kind, pages):
    name = file("cv", data)

    assert main([name]) == 0

    (told,) = told_by(capsys)
    assert list(told) == KEYS
    assert (told["file"], told["ok"], told["kind"], told["pages"]) == (name, True, kind, pages)
    assert told["text"].split() == CV.split() * pages
    assert (told["warnings"], told["code"], told["message"]) == ([], None, None)
    assert 0 < told["seconds"] < 15
    assert 5 < told["rss_mb"] < 768


def test_a_file_that_is_refused_is_told_with_code_and_words(capsys, file):
    main([file("cv.pdf", encrypted_pdf()), file("empty", b""), file("warn.pdf", b"Hello")])

    locked, empty, short = told_by(capsys)
    assert (locked["ok"], locked["code"]) == (False, "ENCRYPTED")
    assert "password" in locked["message"]
    assert (empty["ok"], empty["code"], empty["rss_mb"]) == (False, "EMPTY", 0)
    assert short["ok"]
    assert len(short["warnings"]) == 2


def test_what_cannot_be_opened_is_told_like_any_other_file(capsys, tmp_path):
    pipe, big = tmp_path / "pipe", tmp_path / "big.pdf"
    os.mkfifo(pipe)
    with big.open("wb") as sparse:
        sparse.truncate(3 * MAX_BYTES)

    assert main([str(tmp_path), str(pipe), "no such file", "", "nul\0", "\udcff", str(big)]) == 0

    told = told_by(capsys)
    assert [one["code"] for one in told] == [*["NOT_OPENED"] * 6, "TOO_LARGE"]
    assert all("file" in one["message"] for one in told)
    assert "48.0 MB" in told[-1]["message"]


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="the system does not tell")
def test_the_peak_is_told_too_when_the_parser_met_its_limits(file):
    told = outcome(DocumentParser(MIB), file("bomb.pdf", inflating_pdf()))

    assert told["code"] == "TOO_COMPLEX"
    assert 5 < told["rss_mb"] < 1024
    assert told["seconds"] < 16


def test_the_command_tells_every_file_and_shows_no_traceback(file):
    names = [file("cv.txt", CV.encode()), "no such file", file("broken.pdf", b"%PDF-1.7 broken")]

    done = subprocess.run(
        [sys.executable, "-m", "evals.intake", *names], cwd=ROOT, capture_output=True, check=False
    )

    assert done.returncode == 0
    assert [json.loads(line)["file"] for line in done.stdout.splitlines()] == names
    assert b"Traceback" not in done.stderr


def test_the_command_without_a_file_says_how_to_use_it(capsys):
    assert main([]) == 2

    assert "FILE" in capsys.readouterr().err


def test_when_nobody_reads_on_the_command_ends_quietly(file):
    names = [file("cv.txt", CV.encode())] * 9
    command = subprocess.Popen(
        [sys.executable, "-m", "evals.intake", *names],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert command.stdout
    assert command.stderr

    with command:
        command.stdout.readline()
        command.stdout.close()
        complaint = command.stderr.read()

    assert b"Traceback" not in complaint
    assert b"Exception" not in complaint
