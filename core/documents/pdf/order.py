"""The order in which a person reads the lines of a page.

Most PDFs paint their text in that order, and some paint it in any. So the order of painting is
taken where it can be trusted; else the order is worked out from where the lines stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from core.documents.pdf.columns import regions
from core.documents.pdf.geometry import Line
from core.documents.pdf.paragraphs import Paragraph, length, paragraphs_of, same_row
from core.documents.pdf.rows import Row, beside, rows_of
from core.documents.pdf.trust import Part, next_below, painted_as_read, places_of

_NEAR = 40  # characters between a label and its text that do no harm
_PAIRED = 0.6  # of the lines of a stack
_MOST = 800  # lines on a page; CVs have 150, and the time grows with the square of them


def reading_order(lines: Sequence[Line]) -> list[Row]:
    """`lines` come in the order of painting."""
    if len(lines) > _MOST:
        return [[line] for line in lines]
    parts = regions(paragraphs_of(lines))
    if painted_as_read(lines, parts):
        return _as_painted(lines, parts)
    return [row for part in parts for row in rows_of(part)]


def _as_painted(lines: Sequence[Line], parts: Sequence[Part]) -> list[Row]:
    """In the order of painting, but what is painted late comes to where it stands."""
    place = places_of(lines)
    paragraphs = [each for part in parts for each in part]
    order = sorted(paragraphs, key=lambda each: place[id(each.lines[0])])
    holding = {id(line): each for each in paragraphs for line in each.lines}
    for part in parts:
        for line, other in next_below(part):
            late, early = holding[id(line)], holding[id(other)]
            if place[id(line)] > place[id(other)] and late is not early:
                _bring(order, late, early, behind=False)
        _bring_together(order, part)
    return _rows(order)


def _bring_together(order: list[Paragraph], part: Part) -> None:
    """A date that is painted elsewhere comes to the line, or the paragraph, that it stands by."""
    rows = [row for row in beside(part) if len(row) > 1]
    paired = {id(each) for row in rows for each in row}
    level = _level(part, paired)
    for left, right in (pair for row in rows for pair in pairwise(row)):
        if _close(order, left, right, paired):
            continue
        if right.stack in level and not _heads(order, right, paired):
            _bring(order, right, left, behind=len(left.lines) == 1 or left.is_label)
        elif left.stack in level:
            _bring(order, left, right, behind=False)


def _level(part: Part, paired: set[int]) -> set[int]:
    """Stacks of single lines, most of which have something beside them."""
    every = Counter(each.stack for each in part)
    held = Counter(each.stack for each in part if id(each) in paired)
    longer = {each.stack for each in part if len(each.lines) > 1}
    return {stack for stack in every if held[stack] >= _PAIRED * every[stack]} - longer


def _close(order: Sequence[Paragraph], left: Paragraph, right: Paragraph, paired: set[int]) -> bool:
    """Whether the text follows soon after its label, with nothing but more of that between."""
    first, last = _index(order, left), _index(order, right)
    between = order[first + 1 : last]
    return first < last and (
        not between
        or (
            length(right.lines[0]) >= length(left.lines[0])
            and sum(id(each) in paired for each in between) * 3 <= len(between)
            and sum(length(line) for each in between for line in each.lines) <= _NEAR
        )
    )


def _heads(order: Sequence[Paragraph], title: Paragraph, paired: set[int]) -> bool:
    """Whether it is no stray date: the text below it, which is painted next, is its own."""
    following = order[_index(order, title) + 1 :][:1]
    return any(
        text.baseline > title.baseline
        and text.is_long
        and id(text) not in paired
        and min(text.x1, title.x1) > max(text.x0, title.x0)
        for text in following
    )


def _bring(order: list[Paragraph], moved: Paragraph, to: Paragraph, *, behind: bool) -> None:
    del order[_index(order, moved)]
    order.insert(_index(order, to) + behind, moved)


def _index(order: Sequence[Paragraph], paragraph: Paragraph) -> int:
    return next(number for number, each in enumerate(order) if each is paragraph)


def _rows(order: Iterable[Paragraph]) -> list[Row]:
    rows: list[Row] = []
    for each in order:
        first, *rest = each.lines
        last = rows[-1][-1] if rows else None
        if last and same_row(last, first) and last.x1 <= first.x0:
            rows[-1].append(first)
        else:
            rows.append([first])
        rows += [[line] for line in rest]
    return rows
