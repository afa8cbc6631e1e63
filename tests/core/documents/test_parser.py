import logging
import os
import subprocess
import sys
import zipfile

import pytest

from core.documents import DocumentParser
from core.documents.isolation import Isolation
from core.documents.limits import MIB
from core.exceptions import UnreadableDocument
from tests.files import CV, cv_docx, cv_pdf, paged_pdf, scan_pdf, zipped

parser = DocumentParser(16 * MIB)


@pytest.mark.parametrize(
    ("data", "filename"),
    [(cv_pdf(), "cv.pdf"), (cv_docx(), "CV.DOCX"), (CV.encode(), "cv.txt"), (cv_pdf(), "cv")],
)
def test_the_text_of_a_cv_arrives_whatever_its_format(data: bytes, filename: str):
    document = parser.parse(data, filename)

    assert document.text.split() == CV.split()
    assert document.filename == filename
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("parse", "data"),
    [
        (parser.parse_pdf, cv_pdf()),
        (parser.parse_docx, cv_docx()),
        (parser.parse_txt, CV.encode()),
    ],
)
def test_each_kind_can_be_asked_for(parse, data):
    assert parse(data).text.split() == CV.split()


def test_a_scan_is_read_by_the_program_that_recognises_text(monkeypatch, tmp_path):
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n[ $1 = --list-langs ] || echo '{CV.splitlines()[0]}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    document = parser.parse_scan(scan_pdf(), "scan.pdf")

    assert document.text == CV.splitlines()[0]
    assert document.filename == "scan.pdf"
    assert "recognised" in document.warnings[0]


def test_a_page_of_the_web_is_read_without_what_surrounds_the_advert():
    page = f"<html><body><nav>Home</nav><h1>Nurse</h1><p>{CV}</p></body></html>"

    document = parser.parse_advert(page.encode())

    assert document.text.startswith("Nurse")
    assert document.text.split()[1:] == CV.split()


@pytest.mark.parametrize("parse", [parser.parse_pdf, parser.parse_docx, parser.parse_txt])
def test_an_empty_file_is_refused_by_each(parse):
    with pytest.raises(UnreadableDocument) as refusal:
        parse(b"")

    assert refusal.value.code == "EMPTY"


def test_a_wrong_extension_is_mentioned():
    document = parser.parse(cv_docx(), "cv.pdf")

    (warning,) = document.warnings
    assert "Word document" in warning


def test_a_file_of_exactly_the_limit_passes_and_one_byte_more_does_not():
    data = CV.encode()

    allowed = DocumentParser(len(data)).parse(data, "cv.txt")
    with pytest.raises(UnreadableDocument) as refusal:
        DocumentParser(len(data) - 1).parse(data, "cv.txt")

    assert allowed.text == CV.strip()
    assert refusal.value.code == "TOO_LARGE"
    assert f"{len(data)} bytes" in str(refusal.value)


def test_sizes_are_said_in_megabytes():
    with pytest.raises(UnreadableDocument) as refusal:
        DocumentParser(MIB).parse(bytes(3 * MIB), "cv.pdf")

    assert "3.0 MB" in str(refusal.value)
    assert "1.0 MB" in str(refusal.value)


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "EMPTY"), (b"GIF89a", "UNSUPPORTED"), (b"{\\rtf1 }", "LEGACY_DOC")]
)
def test_what_can_be_told_at_a_glance_starts_no_process(monkeypatch, data, code):
    # Patched, because which interpreter runs is no setting: it is always the server's own.
    monkeypatch.setattr(sys, "executable", "nothing that could be started")

    with pytest.raises(UnreadableDocument) as refusal:
        parser.parse(data, "cv")

    assert refusal.value.code == code


def test_the_server_opens_no_archive(monkeypatch):
    def refuse(*_args: object, **_kwargs: object) -> None:
        pytest.fail("an archive was opened in the server's process")

    # Patched, because only the library knows where it was called.
    monkeypatch.setattr(zipfile, "ZipFile", refuse)

    assert parser.parse(cv_docx(), "cv.docx").text.split() == CV.split()


def test_an_archive_that_is_no_word_document_is_named_for_what_it_is():
    with pytest.raises(UnreadableDocument, match="spreadsheet"):
        parser.parse(zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "cv.docx")


def test_the_pages_are_counted_aloud_in_the_callers_thread():
    heard = []

    parser.parse(paged_pdf(CV, CV), "cv.pdf", lambda *counts: heard.append(counts))

    assert heard == [(1, 2), (2, 2)]


def test_a_refusal_is_logged_without_a_word_of_the_document(caplog):
    with caplog.at_level(logging.WARNING), pytest.raises(UnreadableDocument):
        parser.parse(b"%PDF-1.4 secret life", "private.pdf")

    assert "CORRUPT" in caplog.text
    assert "secret" not in caplog.text
    assert "private" not in caplog.text


def test_the_reference_that_the_candidate_is_told_stands_in_the_log(monkeypatch, caplog):
    # Patched, because which interpreter runs is no setting: it is always the server's own.
    monkeypatch.setattr(sys, "executable", "nothing that could be started")

    with pytest.raises(UnreadableDocument) as refusal:
        parser.parse(CV.encode(), "cv.txt")

    (record,) = caplog.records
    reference = str(record.args[0]) if record.args else ""
    assert refusal.value.code == "INTERNAL"
    assert f"reference {reference})" in str(refusal.value)
    assert record.levelno == logging.ERROR


def test_everybody_else_waits_while_the_places_are_taken():
    parser = DocumentParser(MIB, Isolation(at_once=1, patience=0.01))
    refusals = []

    def upload_another(_done: int, _total: int) -> None:
        with pytest.raises(UnreadableDocument) as refusal:
            parser.parse(CV.encode(), "cv.txt", on_wait=waiting.append)
        refusals.append(refusal.value.code)

    waiting: list[int] = []
    parser.parse(cv_pdf(), "cv.pdf", upload_another)

    assert refusals == ["BUSY"]
    assert waiting == [1]


def test_nothing_heavy_is_loaded_before_a_document_comes_in():
    code = (
        "import sys, core.documents, core.documents.reading\n"
        "print({'pdfplumber', 'pdfminer', 'pypdfium2', 'docx', 'lxml', 'chardet'}"
        " & set(sys.modules))"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "set()"
