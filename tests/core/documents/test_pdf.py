import struct
import zlib
from random import Random

import pytest
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from core.documents import limits
from core.documents.pdf import read_pdf, reader, sheet
from core.documents.pdf.refusals import translated
from core.documents.pdf.sheet import Sheet
from core.exceptions import UnreadableDocument
from tests.files import CV, cv_pdf, encrypted_pdf, paged_pdf, scan_pdf, two_column_pdf

LINE = "Rebuilt the nightly import in Python and cut its running time by half."


def test_every_word_of_a_page_arrives_in_order():
    document = read_pdf(cv_pdf())

    assert document.text.split() == CV.split()
    assert document.warnings == ()


def test_two_columns_are_read_one_after_the_other():
    left = "Experience\n" + "Built pipelines for three depots and kept them running. " * 4
    right = "Skills\n" + "Python and SQL, Airflow and Docker in daily use. " * 4

    text = " ".join(read_pdf(two_column_pdf(left, right)).text.split())

    assert text == " ".join(f"{left} {right}".split())


def test_a_blank_page_among_full_ones_is_named():
    document = read_pdf(paged_pdf(LINE, "", LINE))

    (warning,) = document.warnings
    assert "Page 2 of 3" in warning


def test_a_scan_has_no_text():
    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(scan_pdf(pages=2))

    assert refusal.value.code == "NO_TEXT"


def test_thirty_pages_are_read_and_one_more_is_refused():
    allowed = read_pdf(paged_pdf(*[LINE] * limits.MAX_PAGES))

    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(paged_pdf(*[LINE] * (limits.MAX_PAGES + 1)))

    assert allowed.text.count("nightly") == limits.MAX_PAGES
    assert refusal.value.code == "TOO_MANY_PAGES"
    assert "more than 30 pages" in str(refusal.value)


def test_more_text_than_the_limit_is_refused_and_not_cut(monkeypatch):
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 100)  # a real one would take minutes

    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(paged_pdf(LINE, LINE))

    assert refusal.value.code == "TOO_COMPLEX"


def test_a_password_is_said_to_be_the_reason():
    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(encrypted_pdf(password="open sesame"))

    assert refusal.value.code == "ENCRYPTED"


def test_a_pdf_that_only_forbids_printing_is_read():
    document = read_pdf(encrypted_pdf(password=""))

    assert "Ines Calloway" in document.text


def test_undecoded_characters_are_left_out_and_counted(monkeypatch):
    read = Sheet(text="A classied CV", letters=20, lost=2)
    # No PDF writer makes fonts without a mapping to Unicode, so what was read is replaced.
    monkeypatch.setattr(reader, "read_sheet", lambda *_: read)

    document = read_pdf(cv_pdf())

    assert document.text == "A classied CV"
    (warning,) = document.warnings
    assert warning.startswith("2 ")


def test_a_pdf_of_undecoded_characters_is_refused(monkeypatch):
    read = Sheet(text="a", letters=1, lost=2)
    monkeypatch.setattr(reader, "read_sheet", lambda *_: read)  # as above

    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(cv_pdf())

    assert refusal.value.code == "UNREADABLE_FONT"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (PdfminerException(PDFPasswordIncorrect()), "ENCRYPTED"),
        (PdfminerException(RecursionError()), "TOO_COMPLEX"),
        (PdfminerException(KeyError("Root")), "CORRUPT"),
        (PSException("no"), "CORRUPT"),
        (MalformedPDFException("no"), "CORRUPT"),
        (TypeError("no"), "CORRUPT"),
        (ValueError("no"), "CORRUPT"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "no"), "CORRUPT"),
        (AttributeError("no"), "CORRUPT"),
        (AssertionError("no"), "CORRUPT"),
        (IndexError("no"), "CORRUPT"),
        (OverflowError("no"), "CORRUPT"),
        (EOFError("no"), "CORRUPT"),
        (OSError("no"), "CORRUPT"),
        (NotImplementedError("no"), "CORRUPT"),
        (struct.error("no"), "CORRUPT"),
        (zlib.error("no"), "CORRUPT"),
        (RecursionError("no"), "TOO_COMPLEX"),
        (MemoryError(), "TOO_COMPLEX"),
    ],
)
def test_what_the_libraries_raise_becomes_words_for_the_candidate(error, code):
    with pytest.raises(UnreadableDocument) as refusal, translated():
        raise error

    assert refusal.value.code == code
    assert refusal.value.__cause__ is error


def test_a_page_that_the_first_reader_cannot_read_is_read_by_the_second(monkeypatch):
    def fail(_page: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr(sheet, "painted", fail)  # a file that does this to one reader only is rare

    document = read_pdf(cv_pdf())

    assert "Ines Calloway" in document.text
    (warning,) = document.warnings
    assert "a second reader was used" in warning


def truncated(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(8, len(data))]


def flipped(data: bytes, random: Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(12):
        damaged[random.randrange(8, len(data))] ^= random.randrange(1, 256)
    return bytes(damaged)


def zeroed(data: bytes, random: Random) -> bytes:
    start = random.randrange(8, len(data) // 2)
    return data[:start] + bytes(len(data) // 4) + data[start + len(data) // 4 :]


def reworded(data: bytes, random: Random) -> bytes:
    """Valid syntax, wrong values."""
    word = random.choice([b"/MediaBox", b"/Kids", b"/Type /Page", b"/Length", b"/Root", b"/Font"])
    return data.replace(word, random.choice([b"/Nothing", b"/Kids 7", b"/MediaBox [(a) /b]"]), 1)


@pytest.mark.parametrize("damage", [truncated, flipped, zeroed, reworded])
@pytest.mark.parametrize("source", [cv_pdf(), paged_pdf(LINE, LINE), encrypted_pdf(password="")])
def test_a_damaged_pdf_is_read_or_refused_and_never_crashes(source: bytes, damage):
    random = Random(7)
    refusals = {"CORRUPT", "ENCRYPTED", "UNREADABLE_FONT", "TOO_COMPLEX", "NO_TEXT"}

    outcomes = {outcome(damage(source, random)) for _ in range(15)}

    assert outcomes <= {"read", *refusals}


def outcome(data: bytes) -> str:
    try:
        read_pdf(data)
    except UnreadableDocument as refusal:
        return refusal.code
    return "read"
