"""The paragraphs of one region as rows: what stands side by side is read from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.documents.pdf.geometry import Line
from core.documents.pdf.paragraphs import Paragraph, same_row

Row = list[Line]  # pieces of text that stand beside each other

_LOOSE = 1.3  # of the size, between two lines of a label


def rows_of(paragraphs: Sequence[Paragraph]) -> list[Row]:
    rows = beside(paragraphs)
    following = _labels(rows)
    taken = {id(each) for label in following.values() for each in label}
    return [
        written
        for row in rows
        if (kept := [each for each in row if id(each) not in taken])
        for written in _written(kept, following.get(id(kept[0]), []))
    ]


def beside(paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Those whose first lines share a baseline, from left to right; rows from top to bottom."""
    rows: list[list[Paragraph]] = []
    for each in sorted(paragraphs, key=lambda each: (each.baseline, each.x0)):
        first = rows[-1][0] if rows else None
        if first and same_row(first.lines[0], each.lines[0]):
            rows[-1].append(each)
        else:
            rows.append([each])
    return [sorted(row, key=lambda each: each.x0) for row in rows]


def _written(row: Sequence[Paragraph], label: Sequence[Paragraph]) -> Iterator[Row]:
    """A label in full, then single lines, then the longer paragraphs.

    The first of these begins on the row of the single lines, if it stands to their right.
    """
    if label or row[0].is_label:
        first, *row = row
        yield from ([line] for each in (first, *label) for line in each.lines)
    single = [each.lines[0] for each in row if len(each.lines) == 1]
    longer = [each for each in row if len(each.lines) > 1]
    if single and longer and single[-1].x1 <= longer[0].x0:
        single.append(longer[0].lines[0])
        longer = [Paragraph.of(longer[0].lines[1:]), *longer[1:]]
    if single:
        yield single
    yield from ([line] for each in longer for line in each.lines)


def _labels(rows: Sequence[Sequence[Paragraph]]) -> dict[int, list[Paragraph]]:
    """For the first line of a label (by identity) those below it that belong to it.

    They stand close below it, and beside them runs the text that it is the label of.
    """
    following: dict[int, list[Paragraph]] = {}
    label: list[Paragraph] = []
    beside: list[Paragraph] = []  # what stands to its right
    for row in rows:
        left, *others = row
        if label and not others and _belongs(left, label[-1], beside):
            label.append(left)
            following[id(label[0])] = label[1:]
            continue
        if others:
            label, beside = [left], others
        elif label and left.x0 >= max(each.x1 for each in label):
            beside = [*beside, left]
        else:
            label, beside = [], []
    return following


def _belongs(each: Paragraph, above: Paragraph, beside: Sequence[Paragraph]) -> bool:
    return (
        each.top - above.bottom <= _LOOSE * each.size
        and min(each.x1, above.x1) > max(each.x0, above.x0)
        and all(other.x0 >= each.x1 for other in beside)
        and max(other.bottom for other in beside) > each.top
    )
