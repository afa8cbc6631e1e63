from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from typing import TYPE_CHECKING

from core.documents import limits
from core.documents.faults import Fault, unreadable
from core.documents.pdf.notices import notices
from core.documents.pdf.pdfium import SecondReader, SecondReaderFailed, opened
from core.documents.pdf.refusals import fault_of, page_errors, translated
from core.documents.pdf.sheet import Sheet, is_undecoded, read_sheet
from core.documents.taken import OnPage, Taken, ignore

if TYPE_CHECKING:
    from pdfplumber.page import Page


def read_pdf(data: bytes, on_page: OnPage = ignore) -> Taken:
    """The text as it stands in the file, with warnings. Raises `UnreadableDocument`."""
    sheets = read_sheets(data, on_page)
    _check(sheets)
    text = "\n\n".join(sheet.text for sheet in sheets)
    return Taken(text=text, pages=len(sheets), warnings=notices(sheets))


def read_sheets(data: bytes, on_page: OnPage = ignore) -> tuple[Sheet, ...]:
    """What was read of each page, however little. Raises `UnreadableDocument` for the file."""
    with translated(), ExitStack() as stack:
        second = _second(data, stack)
        sheets = _read(_pages(data, second), second, on_page)
    failures = [sheet.failure for sheet in sheets if sheet.failure]
    if len(failures) == len(sheets):
        raise unreadable(Fault.CORRUPT) from (failures[0] if failures else None)
    return sheets


def _second(data: bytes, stack: ExitStack) -> SecondReader | None:
    """The file opened by pypdfium2, if it can."""
    try:
        second = stack.enter_context(opened(data))
    except SecondReaderFailed as error:
        if error.locked:
            raise
        return None
    _check_count(len(second))
    return second


def _pages(data: bytes, second: SecondReader | None) -> Sequence[Page]:
    """None, if pdfplumber cannot open the file and pypdfium2 can."""
    try:
        return _first(data)
    except page_errors() as error:
        if second is None or fault_of(error) is not Fault.CORRUPT:
            raise
        return ()


def _first(data: bytes) -> Sequence[Page]:
    import pdfplumber
    from pdfminer.pdfpage import PDFPage

    # Not used as a context manager: closing it parses every page again.
    pdf = pdfplumber.open(io.BytesIO(data))
    # Counted by hand: `pdf.pages` would build each of a million pages first.
    _check_count(sum(1 for _ in islice(PDFPage.create_pages(pdf.doc), limits.MAX_PAGES + 1)))
    return pdf.pages


def _check_count(pages: int) -> None:
    if pages > limits.MAX_PAGES:
        raise unreadable(Fault.TOO_MANY_PAGES, limit=limits.MAX_PAGES)


def _read(pages: Sequence[Page], second: SecondReader | None, on_page: OnPage) -> tuple[Sheet, ...]:
    total = max(len(pages), len(second) if second else 0)
    sheets: list[Sheet] = []
    for number in range(total):
        page = pages[number] if number < len(pages) else None
        try:
            sheets.append(_sheet(page, second, number))
        finally:
            if page:
                page.close()  # its caches hold several MB
        if sum(len(sheet.text) for sheet in sheets) > limits.MAX_CHARACTERS:
            raise unreadable(Fault.TOO_COMPLEX)
        on_page(number + 1, total)
    return tuple(sheets)


def _sheet(page: Page | None, second: SecondReader | None, number: int) -> Sheet:
    if second and number < len(second):
        try:
            with second.page(number) as second_page:
                return read_sheet(page, second_page)
        except SecondReaderFailed:
            pass  # then without its help
    return read_sheet(page, None)


def _check(sheets: Sequence[Sheet]) -> None:
    if is_undecoded(sheets):
        raise unreadable(Fault.UNREADABLE_FONT)
    if not any(sheet.text.strip() for sheet in sheets):
        raise unreadable(Fault.NO_TEXT)
