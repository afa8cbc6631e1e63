"""The words of a part of a Word document, in the order in which they are read.

A tree that is nested without end raises RecursionError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from core.documents.faults import Fault, unreadable
from core.documents.limits import MAX_PARAGRAPHS
from core.documents.word.chunks import chunk_text
from core.documents.word.fields import Fields
from core.documents.word.lists import Lists
from core.documents.word.package import Part
from core.documents.word.seen import cells, rows, runs_on, seen
from core.documents.word.sight import Sight, out_of_sight
from core.documents.word.styles import Styles
from core.documents.word.symbols import symbol
from core.documents.word.xml import attribute, below, child, name, value
from core.exceptions import UnreadableDocument

_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_DRAWN = {"relIds": "dm", "chart": "id"}  # the attribute that names the part with the words


@dataclass(slots=True, kw_only=True)
class Walk:
    """Reads part after part of one document, and keeps what it meets on the way."""

    styles: Styles
    lists: Lists
    sight: Sight
    word: Callable[[bytes], str]  # reads a Word document inside this one
    hidden: list[str] = field(default_factory=list)
    not_read: int = 0
    _marks: dict[tuple[str, str], str] = field(default_factory=dict)
    _part: Part = field(init=False)
    _fields: Fields = field(init=False)

    def text_of(self, part: Part) -> str:
        """A line for each paragraph and each simple table row."""
        root = part.root
        self._part, self._fields = part, Fields(root)
        lines = list(islice(self._blocks(root), MAX_PARAGRAPHS + 1))
        if len(lines) > MAX_PARAGRAPHS:
            raise unreadable(Fault.TOO_COMPLEX)
        return "\n".join(lines).strip()

    def _blocks(self, parent: Any) -> Iterator[str]:
        begun = ""  # by paragraphs that run on into the next
        for element in seen(parent):
            if name(element) != "p":
                yield from self._other_block(element)
                continue
            lines = list(self._paragraph(element))
            lines[0] = begun + lines[0]
            begun = lines.pop(0) if runs_on(element) else ""
            yield from lines
        if begun:
            yield begun

    def _other_block(self, element: Any) -> Iterator[str]:
        match name(element):
            case "tbl":
                yield from self._table(element)
            case "altChunk":
                yield from self._chunk(element)
            case "footnote" | "endnote":
                yield from self._note(element)
            case "strCache":  # the names in a chart
                yield from (entry.text or "" for entry in below(element, "v"))
            case _:
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        boxes: list[Any] = []
        style = value(paragraph, "pPr", "pStyle")
        text = "".join(self._pieces(paragraph, style, boxes))
        label = "" if runs_on(paragraph) else self._label(paragraph)
        yield f"{label}{text}" if text.strip() else text
        for box in boxes:
            yield from self._blocks(box)

    def _label(self, paragraph: Any) -> str:
        num_id, level = self.styles.numbering(paragraph)
        if not num_id:
            return ""
        if not level.isdigit():
            style_id = value(paragraph, "pPr", "pStyle")
            return self.lists.label(num_id, self.lists.level_of(num_id, style_id))
        return self.lists.label(num_id, int(level[:2]))

    def _pieces(self, parent: Any, style: str, boxes: list[Any]) -> Iterator[str]:
        """The text inside a paragraph; boxes anchored in it are kept in `boxes` for later."""
        for element in seen(parent):
            kind = name(element)
            if self._is_hidden(kind, element, style):
                self._hide(element)
            elif kind == "fldChar":
                self._fields.turn(element)
            elif (written := self._written(kind, element)) is not None:
                yield written if self._fields.shown else ""
            elif kind == "txbxContent":
                boxes.append(element)
            elif kind in _DRAWN:
                boxes.extend(self._drawn(kind, element))
            elif kind == "ruby":
                yield from self._ruby(element, style, boxes)
            else:
                yield from self._pieces(element, style, boxes)

    def _written(self, kind: str, element: Any) -> str | None:
        """What an element itself puts into the line; None where it only holds others."""
        if kind == "t" and not len(element):
            return element.text or ""
        if kind in {"sym", "symEx"}:
            return symbol(element)
        if kind == "textpath":
            return f"\n{attribute(element, 'string')}\n"
        if kind in _NOTES:
            return self._mark(_NOTES[kind], attribute(element, "id"))
        return _CHARACTERS.get(kind)

    def _ruby(self, ruby: Any, style: str, boxes: list[Any]) -> Iterator[str]:
        """A reading above a word, as in Japanese names, stands behind it in brackets."""
        base, reading = child(ruby, "rubyBase"), child(ruby, "rt")
        if base is not None:
            yield from self._pieces(base, style, boxes)
        if reading is not None:
            yield f"({''.join(self._pieces(reading, style, boxes))})"

    def _is_hidden(self, kind: str, element: Any, style: str) -> bool:
        if kind == "r":
            return self.sight.hides(element, style)
        return kind == "anchor" and out_of_sight(element)

    def _hide(self, element: Any) -> None:
        self.hidden.append(" ".join(text.text or "" for text in below(element, "t")))
        for mark in below(element, "fldChar"):  # the field may go on in plain sight
            self._fields.turn(mark)

    def _mark(self, kind: str, note_id: str) -> str:
        return self._marks.setdefault((kind, note_id), f"[{len(self._marks) + 1}]")

    def _note(self, note: Any) -> Iterator[str]:
        mark = self._marks.get((name(note), attribute(note, "id")), "")
        lines = list(self._blocks(note))
        yield " ".join(filter(None, (mark, *lines[:1])))
        yield from lines[1:]

    def _drawn(self, kind: str, element: Any) -> Iterator[Any]:
        """The words of a diagram or a chart stand in a part of their own."""
        part = self._part.named(attribute(element, _DRAWN[kind]))
        if part is not None:
            yield part.root

    def _chunk(self, element: Any) -> Iterator[str]:
        text = self._chunk_text(self._part.named(attribute(element, "id")))
        if text is None:
            self.not_read += 1
        else:
            yield from text.splitlines()

    def _chunk_text(self, part: Part | None) -> str | None:
        """None where it is missing, of a kind that is not read, or broken."""
        if part is None:
            return None
        try:
            return chunk_text(part.blob, self.word)
        except UnreadableDocument as error:
            if error.code == Fault.TOO_COMPLEX:
                raise
            return None

    def _table(self, table: Any) -> Iterator[str]:
        for row in rows(table):
            filled = [list(self._blocks(cell)) for cell in cells(row)]
            yield from _row([lines for lines in filled if any(map(str.strip, lines))])


def _row(cells_of_lines: list[list[str]]) -> Iterator[str]:
    """A date stays beside its job: cells of one line share it, also with the longer last cell.

    A row whose earlier cells have several lines lays out columns, and is read cell by cell.
    """
    *first, last = cells_of_lines or [[]]
    if all(len(lines) == 1 for lines in first):
        yield from ("\t".join([*(lines[0] for lines in first), *last[:1]]), *last[1:])
    else:
        yield from (line for lines in cells_of_lines for line in lines)
