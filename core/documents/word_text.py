"""The words of a WordprocessingML tree, in the order in which they are read.

Elements are told apart by their local names, which are the same in both namespaces of Word files.
A tree that is nested without end raises RecursionError.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from core.documents.faults import Fault, unreadable
from core.documents.limits import MAX_PARAGRAPHS

_UNSEEN = frozenset({"del", "moveFrom", "instrText", "pPr", "rPr", "tblPr", "trPr", "tcPr"})
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off"})


def text_of(root: Any) -> str:
    """The text below an lxml element, a line for each paragraph and each simple table row."""
    lines = list(islice(_blocks(root), MAX_PARAGRAPHS + 1))
    if len(lines) > MAX_PARAGRAPHS:
        raise unreadable(Fault.TOO_COMPLEX)
    return "\n".join(lines).strip()


def _blocks(parent: Any) -> Iterator[str]:
    for child in _seen(parent):
        match _name(child):
            case "p":
                yield from _paragraph(child)
            case "tbl":
                yield from _table(child)
            case _:
                yield from _blocks(child)


def _paragraph(paragraph: Any) -> Iterator[str]:
    boxes: list[Any] = []
    yield "".join(_pieces(paragraph, boxes))
    for box in boxes:
        yield from _blocks(box)


def _pieces(parent: Any, boxes: list[Any]) -> Iterator[str]:
    """The text inside a paragraph; text boxes anchored in it are kept in `boxes` for later."""
    for child in _seen(parent):
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name == "txbxContent":
            boxes.append(child)
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        else:
            yield from _pieces(child, boxes)


def _table(table: Any) -> Iterator[str]:
    """A row whose cells are single lines stays one line, so that a date stands beside its job."""
    for row in _nearest(table, "tr"):
        cells = [tuple(_blocks(cell)) for cell in _nearest(row, "tc") if not _continues(cell)]
        filled = [lines for lines in cells if any(map(str.strip, lines))]
        if all(len(lines) == 1 for lines in filled):
            yield "\t".join(lines[0] for lines in filled)
        else:
            yield from (line for lines in filled for line in lines)


def _nearest(parent: Any, name: str) -> Iterator[Any]:
    """Rows and cells may be wrapped in content controls."""
    for child in _seen(parent):
        if _name(child) == name:
            yield child
        else:
            yield from _nearest(child, name)


def _seen(parent: Any) -> Iterator[Any]:
    """The children that a reader of the document sees."""
    if _name(parent) == "AlternateContent":
        yield from islice(parent, 1)  # the same content again, for older programs, comes second
        return
    for child in parent:
        if _name(child) not in _UNSEEN and not _hidden(child) and not _separator(child):
            yield child


def _hidden(element: Any) -> bool:
    properties = _child(element, "rPr") if _name(element) == "r" else None
    mark = None if properties is None else _child(properties, "vanish")
    return mark is not None and _attribute(mark, "val") not in _OFF


def _separator(element: Any) -> bool:
    """The line above the notes is stored as a note."""
    return _name(element) in {"footnote", "endnote"} and bool(_attribute(element, "type"))


def _continues(cell: Any) -> bool:
    """A cell merged into the one above it."""
    properties = _child(cell, "tcPr")
    merged = None if properties is None else _child(properties, "vMerge")
    return merged is not None and _attribute(merged, "val") != "restart"


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if _name(child) == name), None)


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.items() if _local(key) == name), "")


def _name(element: Any) -> str:
    """Empty for comments and processing instructions, whose tag is no text."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


def _local(name: str) -> str:
    return name.rpartition("}")[2]
