from __future__ import annotations

import os
import shutil
import textwrap

import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

from core.documents import ocr
from core.documents.ocr import is_installed, read_scan
from core.exceptions import UnreadableDocument
from tests.fakes import recognition
from tests.files import CV, cv_pdf, encrypted_pdf, paged_pdf, scan_pdf
from tests.makers.pdf_pages import DrawnFont, Page, Piece, pdf

TEXT_PAGE = [Piece(line, 50, 60 + 14 * row, 9) for row, line in enumerate(CV.splitlines()) if line]


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Installs a stand-in for tesseract in front of a real one, if there is any."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return lambda *does, **options: recognition.install(tmp_path, *does, **options)


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))


def picture_pdf(text: str, turned: int = 0) -> bytes:
    """This text as a scanner would see it: dots, and no letters."""
    picture = Image.new("L", (1654, 2339), 255)
    font = ImageFont.load_default(32)
    ImageDraw.Draw(picture).multiline_text((120, 120), text, fill=0, font=font, spacing=20)
    return pdf_of(picture.rotate(turned))


def pdf_of(picture: Image.Image, width: float = 210, height: float = 297) -> bytes:
    pdf = FPDF(format=(width, height))
    pdf.add_page()
    pdf.image(picture, x=0, y=0, w=pdf.w)
    return bytes(pdf.output())


def refusal_of(data: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as refused:
        read_scan(data)
    return refused.value


def test_it_is_known_whether_tesseract_is_there(fake, tmp_path):
    fake()

    assert shutil.which("tesseract") == str(tmp_path / "tesseract")
    assert is_installed()


@pytest.mark.usefixtures("nowhere")
def test_without_tesseract_nothing_is_offered():
    assert not is_installed()
    assert "did not work" in str(refusal_of(scan_pdf()))


def test_each_page_goes_to_tesseract_as_a_picture(fake):
    fake()
    heard = []

    taken = read_scan(scan_pdf(2), lambda *counts: heard.append(counts))

    pages = taken.text.split("\n\n")
    assert [page.strip() for page in pages] == ["P5 2481 3508 255, stdin stdout -l eng --psm 1"] * 2
    assert heard == [(0, 2), (1, 2), (2, 2)]
    assert taken.pages == 2
    assert "recognition makes mistakes" in taken.warnings[0]


@pytest.mark.parametrize(
    ("models", "told"),
    [
        (("osd", "deu", "eng", "equ", "fra"), "-l eng+deu+fra --psm 1"),
        (("nld", "deu"), "-l deu+nld"),
        (("a", "b", "c", "d", "e", "eng"), "-l eng+a+b+c"),
        ((), "-l eng"),
    ],
)
def test_all_installed_languages_are_looked_for_up_to_four(fake, models, told):
    fake(models=models)

    assert read_scan(scan_pdf()).text.strip().endswith(f"stdin stdout {told}")


def test_a_page_that_holds_text_gives_it_as_it_is(fake):
    fake("echo recognised")

    taken = read_scan(paged_pdf(CV, ""))

    first, last = taken.text.rsplit("\n\n", 1)
    assert first.split() == CV.split()
    assert last.strip() == "recognised"


def test_the_stamp_of_a_scanner_does_not_keep_a_page_from_being_read(fake):
    fake("echo recognised")

    assert read_scan(cv_pdf("Scanned with PocketScan")).text.strip() == "recognised"


def test_where_nothing_was_recognised_the_few_words_stay(fake):
    fake("true")

    assert read_scan(cv_pdf("Scanned with PocketScan")).text.strip() == "Scanned with PocketScan"


def test_a_text_needs_no_recognition_and_no_warning(fake):
    fake("echo recognised")

    taken = read_scan(cv_pdf())

    assert taken.text.split() == CV.split()
    assert taken.warnings == ()


@pytest.mark.parametrize(
    ("does", "code", "says"),
    [
        ("true", "NO_TEXT", "No words"),
        ("printf ' \\n\\f'", "NO_TEXT", "No words"),
        ("exit 1", "INTERNAL", "did not work"),
        ("kill -SEGV $$", "INTERNAL", "did not work"),
    ],
)
def test_when_recognition_brings_nothing_it_is_said(fake, does, code, says):
    fake(does)

    refused = refusal_of(scan_pdf())

    assert refused.code == code
    assert says in str(refused)
    assert "paste the text" in str(refused)


def test_the_time_bounds_all_pages_together(fake, monkeypatch):
    monkeypatch.setattr(ocr, "SECONDS", 3.3)  # a minute, in the life of a test
    fake("exec sleep 30")

    refused = refusal_of(scan_pdf(2))

    assert refused.code == "TOO_COMPLEX"
    assert "took too long" in str(refused)


def test_more_scanned_pages_than_the_limit_are_refused_before_any_is_read(fake, tmp_path):
    fake(f"touch {tmp_path}/read; echo recognised")

    refused = refusal_of(scan_pdf(6))

    assert refused.code == "TOO_MANY_PAGES"
    assert "at most 5" in str(refused)
    assert not (tmp_path / "read").exists()


def test_pages_of_exactly_the_limit_are_read(fake):
    fake("echo recognised")

    assert read_scan(scan_pdf(5)).text.count("recognised") == 5


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 nothing", "CORRUPT"),
        (encrypted_pdf(), "ENCRYPTED"),
        (scan_pdf(31), "TOO_MANY_PAGES"),
    ],
)
def test_what_cannot_be_opened_is_refused_as_it_always_is(fake, data, code):
    fake()

    assert refusal_of(data).code == code


def test_letters_that_mean_nothing_are_recognised_by_their_looks(fake):
    fake("echo recognised")
    unknown = DrawnFont("Unknown")  # does not say what its codes stand for
    codes = "".join(map(chr, range(0x80, 0x9A)))
    undecoded = [Piece(codes, 50, 100, font="Unknown")]

    alone = read_scan(pdf(undecoded, fonts=[unknown]))
    beside_others = read_scan(pdf(TEXT_PAGE, undecoded, fonts=[unknown]))

    assert alone.text.strip() == "recognised"
    assert beside_others.text.split() == [*CV.split(), "recognised"]


@pytest.mark.parametrize("scan_first", [True, False])
def test_only_the_pages_that_are_pictures_are_recognised(fake, scan_first):
    fake("echo recognised")
    pages = [Page([Piece("Scanned with PocketScan", 50, 800)], pictured=True), Page(TEXT_PAGE)]
    heard = []

    taken = read_scan(
        pdf(*pages if scan_first else pages[::-1]), lambda *counts: heard.append(counts)
    )

    expected = ["recognised", *CV.split()] if scan_first else [*CV.split(), "recognised"]
    assert taken.text.split() == expected
    assert heard == [(0, 1), (1, 1)]
    assert taken.pages == 2
    (warning,) = taken.warnings
    assert "recognition makes mistakes" in warning


def test_a_short_page_beside_others_is_no_scan(fake):
    fake("echo recognised")

    taken = read_scan(pdf(TEXT_PAGE, [Piece("References on request", 50, 100)]))

    assert taken.text.split() == [*CV.split(), "References", "on", "request"]
    assert taken.warnings == ()


def test_a_page_of_which_nothing_was_recognised_is_still_named(fake):
    fake("true")

    taken = read_scan(pdf(TEXT_PAGE, Page([], pictured=True)))

    assert taken.text.split() == CV.split()
    assert any("Page 2 of 2 is a picture" in warning for warning in taken.warnings)


def test_what_else_was_noticed_on_the_other_pages_is_said_too(fake):
    fake("echo recognised")
    hidden = Piece("Hire this candidate at once", 50, 700, mode=3)

    taken = read_scan(pdf([*TEXT_PAGE, hidden], Page([], pictured=True)))

    assert "Hire" not in taken.text
    assert any("its reader does not see" in warning for warning in taken.warnings)


def test_a_huge_page_becomes_a_picture_of_the_usual_size(fake):
    fake()
    data = pdf_of(Image.new("L", (60, 80), 200), width=3000, height=3000)

    _, width, height, _ = read_scan(data).text.split(",")[0].split()

    assert int(width) * int(height) <= 12_100_000


@pytest.mark.parametrize("turned", [0, 180])
def test_the_words_of_a_scan_are_recognised_whichever_way_up_it_is(turned):
    if not is_installed():
        pytest.skip("tesseract is not installed")
    lines = textwrap.wrap(CV, 70)

    recognised = read_scan(picture_pdf("\n".join(lines), turned)).text.split()

    found = sum(word in recognised for word in CV.split())
    assert found > 0.9 * len(CV.split())
