"""A text in which some pieces were replaced, and the way back to the words as they were."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """The piece from `start` to `end` of a text, and what stands in its place."""

    start: int
    end: int
    to: str = ""


@dataclass(frozen=True, slots=True)
class Edited:
    """`text` is `original` with its edits, which are in order and do not overlap."""

    original: str
    edits: tuple[Edit, ...]
    text: str
    places: tuple[int, ...]  # where each edit begins in `text`

    @classmethod
    def of(cls, original: str, edits: Iterable[Edit]) -> Edited:
        """Of edits that overlap, the one that begins first is made, of these the longest."""
        kept = tuple(_apart(edits))
        pieces: list[str] = []
        places: list[int] = []
        end = size = 0
        for edit in kept:
            before = original[end : edit.start]
            pieces += (before, edit.to)
            places.append(size + len(before))
            size += len(before) + len(edit.to)
            end = edit.end
        return cls(original, kept, "".join((*pieces, original[end:])), tuple(places))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of `text` stands in `original`, widened to whole replaced pieces."""
        if end <= start:
            place = self._origin(start, is_end=False)
            return place, place
        return self._origin(start, is_end=False), self._origin(end, is_end=True)

    def own(self, start: int, end: int) -> str:
        """The piece of `original` that stands behind this piece of `text`, verbatim."""
        first, last = self.span(start, end)
        return self.original[first:last]

    def _origin(self, place: int, *, is_end: bool) -> int:
        """An end lies behind the sign before it, a start before the sign that follows."""
        index = bisect_right(self.places, place - is_end) - 1
        if index < 0:
            return place
        edit, begin = self.edits[index], self.places[index]
        if place - is_end < begin + len(edit.to):
            return edit.end if is_end else edit.start
        return edit.end + place - begin - len(edit.to)


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    end = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= end and edit.end > edit.start:
            yield edit
            end = edit.end
