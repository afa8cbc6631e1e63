"""What a reader of the document cannot see, although the file holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from core.documents.word.styles import Look, Styles, look_of
from core.documents.word.xml import attribute, below, child, name, value

_TINY = 6  # half-points: below 3 points no honest CV has been seen
_SMALL = 12  # white letters below 6 points
_GROUNDS = ("shd", "background", "highlight", "drawing", "pict", "object", "tblStyle")
_PAPER = frozenset({"", "auto", "none", "white", "clear", "FFFFFF", "ffffff"})
_DIGITS = 12
_POINT = 12_700  # in the units of drawings
# Boxes are placed from a paragraph, which may be a page away, and the largest page has 22 inches.
_FAR = 22 * 72 * _POINT


class Sight:
    def __init__(self, styles: Styles, on_paper: Callable[[], bool]) -> None:
        self._styles = styles
        self._on_paper = on_paper
        self._bare: bool | None = None

    def hides(self, run: Any, style: str) -> bool:
        """Whether a run in a paragraph of this style is hidden, tiny, or white on white."""
        properties = child(run, "rPr")
        run_style = "" if properties is None else value(properties, "rStyle")
        look = look_of(properties).over(self._styles.look(run_style, style))
        return bool(look.vanishes) or _tiny(look) or (bool(look.white) and self._unseen(look))

    def _unseen(self, look: Look) -> bool:
        """White letters are read on a dark ground, and a document may have one anywhere."""
        if look.half_points is not None and look.half_points < _SMALL:
            return True
        if self._bare is None:
            self._bare = self._on_paper()
        return self._bare


def on_paper(roots: Iterable[Any]) -> bool:
    """Whether nothing in these trees could be a coloured ground behind the text."""
    return not any(_is_ground(element) for root in roots for element in below(root, *_GROUNDS))


def out_of_sight(anchor: Any) -> bool:
    """Whether a floating box is hidden, has no size or lies beside the page."""
    properties = child(anchor, "docPr")
    extent = child(anchor, "extent")
    if properties is not None and attribute(properties, "hidden") in {"1", "true"}:
        return True
    if extent is None:
        return False
    width, height = _units(attribute(extent, "cx")), _units(attribute(extent, "cy"))
    return max(width, height) < _POINT or _beside(anchor, width, height)


def _beside(anchor: Any, width: int, height: int) -> bool:
    across = _offset(anchor, "positionH")
    down = _offset(anchor, "positionV")
    return min(across + width, down + height) < -_FAR or max(across, down) > _FAR


def _offset(anchor: Any, direction: str) -> int:
    offset = child(anchor, direction, "posOffset")
    return 0 if offset is None else _units(offset.text or "")


def _units(text: str) -> int:
    digits = text.strip().removeprefix("-")
    if not digits.isascii() or not digits.isdigit():
        return 0
    number = int(digits[:_DIGITS])  # more digits are far away in any case
    return -number if "-" in text else number


def _tiny(look: Look) -> bool:
    return look.half_points is not None and look.half_points < _TINY


def _is_ground(element: Any) -> bool:
    if name(element) == "shd":
        return attribute(element, "fill") not in _PAPER or bool(attribute(element, "themeFill"))
    if name(element) == "highlight":
        return attribute(element, "val") not in _PAPER
    return True
