import io

import pdfplumber
import pytest
from pdfplumber.utils.exceptions import PdfminerException

from core.documents.pdf import read_pdf
from core.documents.pdf.characters import painted
from core.documents.pdf.pdfium import SecondReaderFailed, opened
from core.exceptions import UnreadableDocument
from tests.files import CV, cv_pdf, encrypted_pdf, paged_pdf, scan_pdf
from tests.makers.pdf_pages import A4, Page, Piece, pdf

LINE = "Rebuilt the nightly import in Python and cut its running time by half."


def failing(*numbers: int):
    """pdfplumber's layout, but for these pages."""
    layout = vars(pdfplumber.page.Page)["layout"].fget

    def read(page):
        if page.page_number in numbers:
            raise PdfminerException(KeyError("no"))
        return layout(page)

    return property(read)


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        (b"/Type /Pages", b"/Type /Leaves"),
        (b"/MediaBox", b"/Rotate /Quarter /MediaBox"),
    ],
)
def test_a_file_that_only_the_second_reader_opens_is_read(word, instead):
    taken = read_pdf(cv_pdf().replace(word, instead))

    assert taken.text.split() == CV.split()
    (warning,) = taken.warnings
    assert "Page 1 of 1 could not be read in the usual way" in warning


def test_a_file_that_only_the_first_reader_opens_is_read():
    taken = read_pdf(cv_pdf().replace(b"trailer", b"trailer <</Encrypt 5>>"))

    assert taken.text.split() == CV.split()
    assert taken.warnings == ()


def test_a_page_on_which_the_first_reader_fails_is_read_by_the_second(monkeypatch):
    # which files make pdfminer fail on one page only changes with its version
    monkeypatch.setattr(pdfplumber.page.Page, "layout", failing(2))

    taken = read_pdf(paged_pdf(LINE, LINE, LINE))

    assert taken.text.split("\n\n") == [LINE] * 3
    (warning,) = taken.warnings
    assert "Page 2 of 3 could not be read in the usual way" in warning


def test_a_page_of_which_the_first_reader_misses_much_is_read_by_the_second(monkeypatch):
    layout = vars(pdfplumber.page.Page)["layout"].fget

    def half(page):
        found = layout(page)
        found._objs = found._objs[: len(found._objs) // 2]
        return found

    monkeypatch.setattr(pdfplumber.page.Page, "layout", property(half))  # as above

    taken = read_pdf(paged_pdf(LINE, LINE))

    assert taken.text.split("\n\n") == [LINE] * 2
    assert len(taken.warnings) == 2


def test_a_page_that_nobody_can_read_is_named(monkeypatch):
    monkeypatch.setattr(pdfplumber.page.Page, "layout", failing(2))  # as above
    data = pdf([Piece(LINE, 50, 100)], [])

    taken = read_pdf(data)

    assert taken.text.strip() == LINE
    assert "Page 2 of 2 is damaged and could not be read" in taken.warnings[0]


def test_a_file_of_pages_that_nobody_can_read_is_damaged(monkeypatch):
    monkeypatch.setattr(pdfplumber.page.Page, "layout", failing(1, 2))  # as above

    with pytest.raises(UnreadableDocument) as refusal:
        read_pdf(pdf([], []))

    assert refusal.value.code == "CORRUPT"


def test_a_password_is_told_apart_from_damage():
    with (
        pytest.raises(SecondReaderFailed) as locked,
        opened(encrypted_pdf(password="open sesame")),
    ):
        pass
    with pytest.raises(SecondReaderFailed) as damaged, opened(b"no PDF at all"):
        pass

    assert (locked.value.locked, damaged.value.locked) == (True, False)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (20, 30, 560, 800)])
def test_both_readers_see_each_letter_in_one_place(turned, turn, crop):
    data = pdf(Page([Piece("Calloway", 250, 400, turn=turn)], A4, turned, crop))

    (page,) = pdfplumber.open(io.BytesIO(data)).pages
    first = painted(page).chars
    with opened(data) as second, second.page(0) as second_page:
        other = second_page.chars

    assert [(char.text, char.runs) for char in first] == [(c.text, c.runs) for c in other]
    for one, same in zip(first, other, strict=True):
        assert one.baseline == pytest.approx(same.baseline, abs=0.5)
        assert (one.x0 + one.x1) / 2 == pytest.approx((same.x0 + same.x1) / 2, abs=2)


def test_a_scan_with_a_layer_of_text_is_read():
    layer = [Piece(LINE, 50, 100, mode=3), Piece(LINE, 50, 120, mode=3)]

    taken = read_pdf(pdf(Page(layer, pictured=True)))

    assert taken.text == f"{LINE}\n{LINE}"
    assert taken.warnings == ()


def test_a_scan_has_no_letters_for_either_reader():
    with opened(scan_pdf()) as second, second.page(0) as page:
        assert page.letters == 0
