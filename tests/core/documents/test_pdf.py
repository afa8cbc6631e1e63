import struct
import zlib
from random import Random

import pdfplumber
import pytest
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from core.documents import limits
from core.documents.pdf import read_pdf
from core.exceptions import UnreadableDocument
from tests.files import CV, cv_pdf, encrypted_pdf, paged_pdf, scan_pdf, two_column_pdf
from tests.makers.pdf_pages import Page, Piece, pdf

LINE = "Rebuilt the nightly import in Python and cut its running time by half."
NO_PDF = b"%PDF-1.7\nand nothing that pypdfium2 could open"


def test_every_word_of_a_page_arrives_in_order():
    taken = read_pdf(cv_pdf())

    assert taken.text.split() == CV.split()
    assert taken.pages == 1
    assert taken.warnings == ()


def test_two_columns_are_read_one_after_the_other():
    left = "Experience\n" + "Built pipelines for three depots and kept them running. " * 4
    right = "Skills\n" + "Python and SQL, Airflow and Docker in daily use. " * 4

    text = " ".join(read_pdf(two_column_pdf(left, right)).text.split())

    assert text == " ".join(f"{left} {right}".split())


def test_progress_is_told_after_each_page():
    told: list[tuple[int, int]] = []

    read_pdf(paged_pdf(LINE, LINE, LINE), lambda done, total: told.append((done, total)))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_page_is_closed_before_the_next_is_read(monkeypatch):
    open_pages: set[int] = set()
    most = 0
    layout, close = vars(pdfplumber.page.Page)["layout"].fget, pdfplumber.page.Page.close

    def opened(page):
        nonlocal most
        open_pages.add(page.page_number)
        most = max(most, len(open_pages))
        return layout(page)

    def closed(page):
        open_pages.discard(page.page_number)
        close(page)

    # what is kept in memory cannot be seen from outside
    monkeypatch.setattr(pdfplumber.page.Page, "layout", property(opened))
    monkeypatch.setattr(pdfplumber.page.Page, "close", closed)

    read_pdf(paged_pdf(LINE, LINE, LINE))

    assert (most, open_pages) == (1, set())


def test_a_blank_page_among_full_ones_is_named():
    taken = read_pdf(paged_pdf(LINE, "", LINE))

    (warning,) = taken.warnings
    assert "Page 2 of 3 holds no text" in warning


def test_a_page_that_is_a_picture_is_named_as_one():
    taken = read_pdf(pdf(Page([Piece(LINE, 50, 100)]), Page([], pictured=True)))

    (warning,) = taken.warnings
    assert "Page 2 of 2 is a picture, such as a scan" in warning


@pytest.mark.parametrize("data", [scan_pdf(pages=2), paged_pdf("", "")])
def test_a_file_without_any_text_is_refused_and_looks_like_a_scan(data: bytes):
    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(data)

    assert refusal.value.code == "NO_TEXT"
    assert "looks like a scan" in str(refusal.value)


def test_thirty_pages_are_read_and_one_more_is_refused():
    allowed = read_pdf(paged_pdf(*[LINE] * limits.MAX_PAGES))

    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(paged_pdf(*[LINE] * (limits.MAX_PAGES + 1)))

    assert allowed.text.count("nightly") == limits.MAX_PAGES
    assert refusal.value.code == "TOO_MANY_PAGES"
    assert "more than 30 pages" in str(refusal.value)


@pytest.mark.parametrize("most", [40, 100])
def test_more_text_than_the_limit_is_refused_and_not_cut(monkeypatch, most):
    monkeypatch.setattr(limits, "MAX_CHARACTERS", most)  # a real one would take minutes

    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(paged_pdf(LINE, LINE))

    assert refusal.value.code == "TOO_COMPLEX"


def test_a_page_of_very_many_lines_is_read_as_it_is_painted():
    pieces = [
        Piece(f"w{row}x{column}", 20 + 40 * column, 20 + 10 * row, 6)
        for row in range(80)
        for column in range(14)
    ]

    text = read_pdf(pdf(pieces)).text

    assert text.split() == [piece.text for piece in pieces]


def test_a_password_is_said_to_be_the_reason():
    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(encrypted_pdf(password="open sesame"))

    assert refusal.value.code == "ENCRYPTED"


def test_a_pdf_that_only_forbids_printing_is_read():
    taken = read_pdf(encrypted_pdf(password=""))

    assert "Ines Calloway" in taken.text


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turned):
    lines = [Piece("Skills", 60, 100, 16), Piece(LINE, 60, 118), Piece("Languages", 60, 170, 16)]

    text = read_pdf(pdf(Page(lines, turned=turned))).text

    assert text.split("\n\n") == [f"Skills\n{LINE}", "Languages"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_that_runs_another_way_is_read_too(turn):
    upright = [Piece(LINE, 60, 100 + 20 * row) for row in range(3)]
    beside = Piece("Curriculum vitae", 300, 500, 20, turn=turn)

    text = read_pdf(pdf([beside, *upright])).text

    assert text == f"{LINE}\n{LINE}\n{LINE}\n\nCurriculum vitae"


def reported(error: BaseException):
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


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
def test_what_the_libraries_raise_becomes_words_for_the_candidate(monkeypatch, error, code):
    monkeypatch.setattr(pdfplumber, "open", reported(error))  # some have no known file

    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(NO_PDF)

    assert refusal.value.code == code
    assert refusal.value.__cause__ is error


@pytest.mark.parametrize(
    "error", [PdfminerException(RecursionError()), PdfminerException(MemoryError()), MemoryError()]
)
def test_a_page_that_takes_too_much_is_not_tried_twice(monkeypatch, error):
    monkeypatch.setattr(pdfplumber.page.Page, "layout", property(reported(error)))  # as above

    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(cv_pdf())

    assert refusal.value.code == "TOO_COMPLEX"


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
