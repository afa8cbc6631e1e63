"""One page of a PDF, read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.documents import limits
from core.documents.faults import Fault, unreadable
from core.documents.pdf.accents import accented
from core.documents.pdf.characters import Painted, painted, without_repeats
from core.documents.pdf.geometry import Char
from core.documents.pdf.hidden import seen_and_hidden
from core.documents.pdf.layout import text_from
from core.documents.pdf.pdfium import SecondPage
from core.documents.pdf.refusals import fault_of, page_errors
from core.documents.pdf.repair import Repaired, repaired
from core.documents.pdf.turns import upright
from core.documents.pdf.words import words_of

if TYPE_CHECKING:
    from pdfplumber.page import Page

_ENOUGH = 0.9  # of the letters that pypdfium2 finds
_FEW = 5  # letters that may be missing
_UNDECODED = 0.3  # of the letters
_PICTURED = 0.5  # of the page: text painted invisibly over a picture is what a scanner read


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What was read of a page, and what could not be."""

    text: str = ""
    letters: int = 0
    mended: int = 0  # letters that their font does not explain, and that were worked out
    lost: int = 0  # letters that could not be
    symbols: int = 0  # lost too, but such as stand alone, so hardly letters
    hidden: str = ""  # left out of the text
    pictured: bool = False
    second: bool = False  # pypdfium2 had to read it
    failure: Exception | None = None  # nobody could


def is_undecoded(sheets: Iterable[Sheet]) -> bool:
    """Whether so many letters of these pages are unknown that the others say little."""
    letters = unknown = 0
    for sheet in sheets:
        letters += sheet.letters
        unknown += sheet.lost + sheet.symbols
    return unknown > _UNDECODED * (letters + unknown)


def read_sheet(page: Page | None, second: SecondPage | None) -> Sheet:
    """The page by pdfplumber, with the help of pypdfium2; either may have failed to open it."""
    first = _first(page)
    if isinstance(first, Painted):
        sheet = _sheet(first, second)
        if second is None or not _too_little(sheet.letters, second.letters):
            return sheet
        return _second_sheet(second, first.pictured)
    sheet = _second_sheet(second) if second else Sheet()
    return sheet if sheet.text else Sheet(failure=first)


def _first(page: Page | None) -> Painted | Exception:
    if page is None:
        return LookupError("the page is not there")
    try:
        return painted(page)
    except page_errors() as error:
        if fault_of(error) is not Fault.CORRUPT:
            raise  # a page that takes too much is not tried twice
        return error


def _too_little(letters: int, others: int) -> bool:
    return letters < _ENOUGH * others and others - letters > _FEW


def _second_sheet(second: SecondPage, pictured: float = 0.0) -> Sheet:
    return _sheet(Painted(second.frame, second.chars, pictured), second, by_second=True)


def _sheet(page: Painted, second: SecondPage | None, *, by_second: bool = False) -> Sheet:
    if len(page.chars) > limits.MAX_CHARACTERS:
        raise unreadable(Fault.TOO_COMPLEX)
    pictured = page.pictured >= _PICTURED
    invisible = second.invisible if second and not pictured else ()
    seen, hidden = seen_and_hidden(page.chars, page.frame, invisible, measured=not by_second)
    pieces = [_repaired(group, None if by_second else second) for group in upright(seen)]
    texts = [text_from([accented(word) for word in piece.words]) for piece in pieces]
    mended = sum(piece.mended for piece in pieces)
    return Sheet(
        text="\n\n".join(filter(None, texts)),
        letters=sum(len(char.text) for char in page.chars if char.text.isalnum()) + mended,
        mended=mended,
        lost=sum(piece.lost for piece in pieces),
        symbols=sum(piece.symbols for piece in pieces),
        hidden=" ".join(word.text for group in upright(hidden) for word in words_of(group)),
        pictured=pictured,
        second=by_second,
    )


def _repaired(group: Sequence[Char], second: SecondPage | None) -> Repaired:
    runs = group[0].runs
    return repaired(
        words_of(without_repeats(group)), lambda: second.upright(runs) if second else ()
    )
