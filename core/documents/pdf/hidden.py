"""Text on a page that its reader does not see: too small, beside the page, or painted invisibly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from core.documents.pdf.frame import Frame
from core.documents.pdf.geometry import Char

_TINY = 3.0  # points
_BESIDE = 0.5  # small letters are a trick only beside others that are this much larger
_LAYER = 0.5  # of the letters: so much is not hidden, it is the text under a picture or a drawing
_TOUCHING = 1.0  # points between where two readers see the same character


def seen_and_hidden(
    chars: Sequence[Char], frame: Frame, invisible: Iterable[Char] = (), *, measured: bool = True
) -> tuple[tuple[Char, ...], tuple[Char, ...]]:
    """`invisible` are those that the PDF says are not to be painted.

    Where sizes are not `measured` but guessed from the shapes of letters, they say nothing.
    """
    found = _off_page(chars, frame) | _at(chars, invisible)
    if measured:
        found |= _tiny(chars)
    if sum(char.text.isalnum() for char in chars if char.painted in found) > _LAYER * sum(
        char.text.isalnum() for char in chars
    ):
        return tuple(chars), ()
    return (
        tuple(char for char in chars if char.painted not in found),
        tuple(char for char in chars if char.painted in found),
    )


def _off_page(chars: Iterable[Char], frame: Frame) -> set[int]:
    return {
        char.painted
        for char in chars
        if not frame.shows((char.x0 + char.x1) / 2, (char.top + char.bottom) / 2)
    }


def _tiny(chars: Sequence[Char]) -> set[int]:
    """A letter is tiny when it is neither high nor wide: some fonts give a wrong height."""
    small = {char.painted for char in chars if max(_size(char), _width(char)) < _TINY}
    if not small or median(_size(char) for char in chars) * _BESIDE < _TINY:
        return set()
    return small


def _at(chars: Iterable[Char], places: Iterable[Char]) -> set[int]:
    near = {
        (round(place.x0 / _TOUCHING) + across, round(place.baseline / _TOUCHING) + down)
        for place in places
        for across in (-1, 0, 1)
        for down in (-1, 0, 1)
    }
    return {
        char.painted
        for char in chars
        if (round(char.x0 / _TOUCHING), round(char.baseline / _TOUCHING)) in near
    }


def _size(char: Char) -> float:
    return char.bottom - char.top if char.runs in {0, 180} else char.x1 - char.x0


def _width(char: Char) -> float:
    return char.x1 - char.x0 if char.runs in {0, 180} else char.bottom - char.top
