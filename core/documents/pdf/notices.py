"""What a candidate should know about how their PDF was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.documents.pdf.sheet import Sheet, is_undecoded

WORDS_MISSING = "its words are missing below"  # of a page that text recognition could read
_SHOWN = 80  # characters of hidden text
_TYPE_IN = "Please type in what matters."
_WORTH_SAYING = 3  # letters of it: the number of a page may stand beside the page


def notices(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    return (
        *_pages(sheets),
        *_hidden(sheets),
        *_mended(sum(sheet.mended for sheet in sheets)),
        *_lost(sum(sheet.lost for sheet in sheets)),
        *_symbols(sum(sheet.symbols for sheet in sheets)),
    )


def _pages(sheets: Sequence[Sheet]) -> Iterator[str]:
    for number, sheet in enumerate(sheets, start=1):
        page = f"Page {number} of {len(sheets)}"
        if sheet.failure:
            yield f"{page} is damaged and could not be read. Please type in what matters of it."
        elif not sheet.text.strip() and sheet.pictured:
            yield f"{page} is a picture, such as a scan, and {WORDS_MISSING}. {_TYPE_IN}"
        elif is_undecoded([sheet]):
            yield (
                f"{page} is set in letters that could not be made out, and most of "
                f"{WORDS_MISSING}. {_TYPE_IN}"
            )
        elif not sheet.text.strip():
            yield (
                f"{page} holds no text. If you see words on it, they are drawn: please type in "
                "what matters."
            )
        elif sheet.second:
            yield (
                f"{page} could not be read in the usual way, so a second reader was used. Please "
                "check below that nothing is missing or out of order."
            )


def _hidden(sheets: Iterable[Sheet]) -> Iterator[str]:
    for number, sheet in enumerate(sheets, start=1):
        if sum(map(str.isalpha, sheet.hidden)) >= _WORTH_SAYING:
            words = " ".join(sheet.hidden.split())
            shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
            yield (
                f"Page {number} holds text that its reader does not see, and it was left out: "
                f"“{shown}”. If it should be read, please type it in."
            )


def _mended(count: int) -> Iterator[str]:
    if count:
        yield (
            f"{_counted(count)} of this PDF had to be worked out, because its fonts do not say "
            "what they stand for. Please check the text below."
        )


def _lost(count: int) -> Iterator[str]:
    if count:
        yield (
            f"{_counted(count)} of this PDF could not be made out and had to be left out. Please "
            "check the text below and mend words that miss letters."
        )


def _symbols(count: int) -> Iterator[str]:
    if count:
        signs = "1 sign" if count == 1 else f"{count} signs"
        yield (
            f"{signs} of this PDF could not be made out and had to be left out. They stand alone, "
            "as icons and bullets do, so your words should be complete."
        )


def _counted(count: int) -> str:
    return "1 character" if count == 1 else f"{count} characters"
