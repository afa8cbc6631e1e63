import logging
import subprocess
import sys

import pytest

from core.documents import DocumentParser
from core.documents.limits import MAX_CHARACTERS, MIB
from core.exceptions import UnreadableDocument
from tests.files import CV, cv_docx, cv_pdf, paged_pdf, scan_pdf

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
    ("data", "filename", "kind"),
    [
        (cv_docx(), "cv.pdf", "Word document"),
        (cv_pdf(), "cv.txt", "PDF"),
        (CV.encode(), "cv.docx", "text file"),
    ],
)
def test_a_wrong_extension_is_read_by_content_and_mentioned(data, filename, kind):
    document = parser.parse(data, filename)

    assert document.text.split() == CV.split()
    (warning,) = document.warnings
    assert kind in warning


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
    ("data", "code"),
    [
        (b"", "EMPTY"),
        (b" \n\t\n --- ", "NO_TEXT"),
        (scan_pdf(), "NO_TEXT"),
        (paged_pdf("", ""), "NO_TEXT"),
        (cv_docx(""), "NO_TEXT"),
        (b"word " * (MAX_CHARACTERS // 5) + b"w", "TOO_COMPLEX"),
    ],
)
def test_a_file_without_usable_text_is_refused(data: bytes, code: str):
    with pytest.raises(UnreadableDocument) as refusal:
        parser.parse(data, "cv")

    assert refusal.value.code == code


@pytest.mark.parametrize("parse", [parser.parse_pdf, parser.parse_docx, parser.parse_txt])
def test_each_reader_checks_the_size_itself(parse):
    with pytest.raises(UnreadableDocument) as refusal:
        parse(b"")

    assert refusal.value.code == "EMPTY"


def test_a_short_text_is_read_with_a_warning():
    one = parser.parse(b"Hello", "cv.txt")
    few = parser.parse(b"Hello dear reader", "cv.txt")

    assert "1 word was found" in one.warnings[0]
    assert "3 words were found" in few.warnings[0]


def test_a_text_without_spaces_is_not_called_short():
    document = parser.parse(("软件工程师在北京工作" * 8).encode(), "cv.txt")

    assert document.warnings == ()


def test_the_text_is_normalised():
    document = parser.parse("o\ufb03ce\xa0work\r\n\r\n\r\n\r\nend".encode(), "cv.txt")

    assert document.text == "office work\n\nend"


def test_a_refusal_is_logged_without_a_word_of_the_document(caplog):
    with caplog.at_level(logging.WARNING), pytest.raises(UnreadableDocument):
        parser.parse(b"%PDF-1.4 secret life", "private.pdf")

    assert "CORRUPT" in caplog.text
    assert "secret" not in caplog.text
    assert "private" not in caplog.text


def test_nothing_heavy_is_loaded_before_a_document_comes_in():
    code = (
        "import sys, core.documents\n"
        "print({'pdfplumber', 'pdfminer', 'docx', 'lxml', 'chardet'} & set(sys.modules))"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "set()"
