"""Whether the order in which a page is painted is the one in which it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise, permutations

from core.documents.pdf.geometry import Line
from core.documents.pdf.paragraphs import Paragraph, same_row

_TOGETHER = 0.8  # of the lines of paragraphs, painted one after the other
_UPWARDS = 0.05  # of the lines of columns, painted after the one below them
_TO_AND_FRO = 2  # times, from one column to the other
_ASTRAY = 0.2  # of the paragraphs of both
_LOOKED_AT = 12  # lines, until the next one of the same column is found

Part = Sequence[Paragraph]
Places = Mapping[int, int]  # by the identity of a line, its place in the order of painting


def painted_as_read(lines: Sequence[Line], parts: Sequence[Part]) -> bool:
    """`lines` come in the order of painting; `parts` are the regions that they form."""
    place = places_of(lines)
    return (
        not _row_by_row(lines)
        and _together(parts, place)
        and _downwards(parts, place)
        and not any(_mixed(*pair, place) for pair in combinations(parts, 2))
    )


def places_of(lines: Sequence[Line]) -> Places:
    return {id(line): number for number, line in enumerate(lines)}


def next_below(part: Part) -> Iterator[tuple[Line, Line]]:
    """Each line with the next one of the same column."""
    lines = sorted((line for each in part for line in each.lines), key=lambda line: line.baseline)
    for number, line in enumerate(lines):
        for other in lines[number + 1 : number + 1 + _LOOKED_AT]:
            if not same_row(line, other) and min(line.x1, other.x1) > max(line.x0, other.x0):
                yield line, other
                break


def _row_by_row(lines: Sequence[Line]) -> bool:
    """Painted like this, a page does not tell what belongs together."""
    return all(
        line.x0 <= other.x0 if same_row(line, other) else line.baseline < other.baseline
        for line, other in pairwise(lines)
    )


def _together(parts: Sequence[Part], place: Places) -> bool:
    """Whether hardly a paragraph is interrupted."""
    steps = [
        place[id(other)] - place[id(line)]
        for part in parts
        for each in part
        for line, other in pairwise(each.lines)
    ]
    return steps.count(1) >= _TOGETHER * len(steps)


def _downwards(parts: Sequence[Part], place: Places) -> bool:
    """Whether hardly a line is painted later than the one below it."""
    down = [
        place[id(other)] > place[id(line)] for part in parts for line, other in next_below(part)
    ]
    return down.count(False) <= _UPWARDS * len(down)


def _mixed(part: Part, other: Part, place: Places) -> bool:
    """Whether the page goes to and fro between two columns that stand side by side.

    It may do so where they begin on one line, as boxes do, or labels and their texts, and where
    one goes on below the other, as headings in the margin do.
    """
    if min(part[-1].bottom, other[-1].bottom) < max(part[0].top, other[0].top):
        return False
    both = sorted((*part, *other), key=lambda each: place[id(each.lines[0])])
    level = {
        id(each) for one, each in permutations(both, 2) if same_row(one.lines[0], each.lines[0])
    }
    own = {id(each) for each in part}
    turns = [(old, new) for old, new in pairwise(both) if (id(old) in own) != (id(new) in own)]
    astray = sum(id(new) not in level and new.top < old.bottom for old, new in turns)
    return astray > max(_TO_AND_FRO, _ASTRAY * len(both))
