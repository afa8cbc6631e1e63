"""The words of a page as text: in the order of reading, a line for each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core.documents.pdf.geometry import Line, Word
from core.documents.pdf.order import reading_order
from core.documents.pdf.rows import Row
from core.documents.pdf.scripts import leftwards, text_of
from core.documents.pdf.words import lines_of

_APART = 0.9  # of the size: a gap between lines that is seen as a blank line
_HYPHENS = ("\xad", "\u2010")


def text_from(words: Sequence[Word]) -> str:
    lines = lines_of(words)
    mirrored = leftwards(words)
    if mirrored:
        lines = [_mirrored(line) for line in lines]
    return "\n".join(_written(reading_order(lines), mirrored=mirrored))


def _written(rows: Iterable[Row], *, mirrored: bool) -> Iterator[str]:
    above: Row | None = None
    for row in rows:
        if above and _apart(above, row):
            yield ""
        yield "\t".join(_text(line, mirrored=mirrored) for line in row)
        above = row


def _text(line: Line, *, mirrored: bool) -> str:
    line = _mirrored(line) if mirrored else line
    text = text_of(line, page_leftwards=mirrored)
    return text[:-1] + "-" if text.endswith(_HYPHENS) else text


def _mirrored(line: Line) -> Line:
    """The same line on a page that is read from right to left."""
    return replace(line, words=line.words[::-1], x0=-line.x1, x1=-line.x0)


def _apart(above: Row, row: Row) -> bool:
    gap = row[0].top - above[0].bottom
    return gap > _APART * row[0].size or gap < -row[0].size
