"""Which elements belong to what a reader sees: the last version, once, without machinery."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.documents.word.xml import attribute, below, child, name, switched, value

_UNSEEN = frozenset(
    {
        *("del", "moveFrom", "delText", "instrText", "delInstrText", "fldData", "ffData"),
        *("pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr"),
        *("sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "rubyPr"),
    }
)
_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_TEXTS = ("t", "txbxContent", "sym", "symEx", "relIds", "chart", "textpath")
_GONE = ("del", "moveFrom", "vanish", "specVanish")


def seen(parent: Any) -> Iterator[Any]:
    """The children that count."""
    if name(parent) == "AlternateContent":
        yield from _alternative(parent)
        return
    for element in parent:
        if name(element) not in _UNSEEN and not _is_rule(element):
            yield element


def nearest(parent: Any, wanted: str) -> Iterator[Any]:
    """Rows and cells may be wrapped in content controls."""
    for element in seen(parent):
        if name(element) == wanted:
            yield element
        else:
            yield from nearest(element, wanted)


def rows(table: Any) -> Iterator[Any]:
    for row in nearest(table, "tr"):
        if child(row, "trPr", "del") is None:
            yield row


def cells(row: Any) -> Iterator[Any]:
    """A cell that is merged into the one above or before it repeats what stands there."""
    for cell in nearest(row, "tc"):
        if not any(_continues(cell, merge) for merge in ("vMerge", "hMerge")):
            yield cell


def runs_on(paragraph: Any) -> bool:
    """Whether the next paragraph stands on the same line: its mark is gone, or it is a drop cap."""
    properties = child(paragraph, "pPr")
    if properties is None:
        return False
    frame = child(properties, "framePr")
    if frame is not None and attribute(frame, "dropCap") in {"drop", "margin"}:
        return True
    mark = child(properties, "rPr")
    return mark is not None and any(switched(mark, gone) for gone in _GONE)


def _alternative(element: Any) -> Iterator[Any]:
    """The same content for newer and for older programs: the first that has text."""
    ways = [way for way in element if name(way) in {"Choice", "Fallback"}]
    telling = [way for way in ways if next(below(way, *_TEXTS), None) is not None]
    yield from (telling or ways)[:1]


def _is_rule(element: Any) -> bool:
    """The line above the notes is stored as a note."""
    return name(element) in {"footnote", "endnote"} and attribute(element, "type") in _RULES


def _continues(cell: Any, merge: str) -> bool:
    merged = child(cell, "tcPr", merge)
    return merged is not None and value(cell, "tcPr", merge) != "restart"
