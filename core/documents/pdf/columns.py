"""Columns that are read one after the other, told from labels and dates beside a text.

A region is cut at the gutter that has the most lines on both sides. What reaches over the gutter,
such as a heading across the page, parts it into bands, and each band may hold columns or not.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from statistics import median

from core.documents.pdf.geometry import Line
from core.documents.pdf.paragraphs import Paragraph, length, same_row

_FEWEST = 3  # lines on either side of a gutter
_DEEPEST = 6
_STEP = 2.0  # points between two places where a gutter is looked for
_SEEN = 0.6  # of the highest gutter
_LABEL = 24  # characters: what stands beside a text as its label or date is seldom longer
_LABEL_LINES = 2  # what runs on for more is a text of its own
_ALIGNED = 0.5  # of the lines, or of the blocks of lines, stand beside a line of the text
_CLASHES = 0.1  # of the lines stand beside a line of the text, but neither level with it nor above
_TOGETHER = 0.5  # of the lines, where labels stand in the gaps of a text
_SAME_LINE = 0.18  # of the size, between baselines
_MUCH = 2  # times the characters of the other side: no label says so much
_FLUSH = 0.5  # of the size: so near to the right edge, a line is set flush right
_MOSTLY = 0.8  # of the lines
_INDENTED = 4.0  # of the size: further in, a line belongs to another column
_APART = 0.5  # of the size, between blocks of lines

_Side = list[Paragraph]


@dataclass(frozen=True)
class _Band:
    across: _Side
    left: _Side
    right: _Side

    @cached_property
    def columns(self) -> bool:
        """Whether its sides are read one after the other, and not line by line."""
        if not (self.left and self.right):
            return False
        if _prose(self.left) and _prose(self.right):
            return True
        fewest = min(len(_lines(self.left)), len(_lines(self.right)))
        return fewest >= _FEWEST and not (
            _labels(self.left, self.right) or _labels(self.right, self.left)
        )


@dataclass(frozen=True)
class _Cut:
    bands: tuple[_Band, ...]

    @cached_property
    def height(self) -> int:
        """Lines that have something beside them, in columns or not."""
        parted = [band for band in self.bands if band.left and band.right]
        left = sum(len(each.lines) for band in parted for each in band.left)
        right = sum(len(each.lines) for band in parted for each in band.right)
        return min(left, right) + 1 - len(parted)

    @cached_property
    def weight(self) -> tuple[int, float]:
        """Lines that stand in columns, less the interruptions of these; and the gutter's width."""
        parted = [band for band in self.bands if band.columns]
        if not parted:
            return (0, 0.0)
        left = [line for band in parted for line in _lines(band.left)]
        right = [line for band in parted for line in _lines(band.right)]
        width = min(line.x0 for line in right) - max(line.x1 for line in left)
        return (min(len(left), len(right)) + 1 - len(parted), width)


def regions(paragraphs: Sequence[Paragraph], depth: int = 0) -> list[list[Paragraph]]:
    """Parted into regions that are each read to the end before the next."""
    cut = _gutter(paragraphs) if depth < _DEEPEST else None
    if cut is None:
        return [list(paragraphs)]
    found: list[list[Paragraph]] = []
    loose: list[Paragraph] = []  # what lies between columns stays together
    for band in cut.bands:
        loose += band.across
        if band.columns:
            found += [loose, *regions(band.left, depth + 1), *regions(band.right, depth + 1)]
            loose = []
        else:
            loose += band.left + band.right
    return [region for region in (*found, loose) if region]


def _gutter(paragraphs: Sequence[Paragraph]) -> _Cut | None:
    """None where the gutters that a reader sees first hold no columns apart."""
    cuts: dict[int, _Cut] = {}  # the highest with so much to its right: one for each gutter
    for x in sorted({ceil(each.x1 / _STEP) * _STEP for each in paragraphs}):
        cut = _cut(paragraphs, x)
        right = sum(len(band.right) for band in cut.bands)
        if right not in cuts or cut.height >= cuts[right].height:
            cuts[right] = cut
    highest = max((cut.height for cut in cuts.values()), default=0)
    seen = [cut for cut in cuts.values() if cut.height >= _SEEN * highest]
    best = max(seen, key=lambda cut: cut.weight, default=None)
    return best if best and best.weight[0] >= _FEWEST else None


def _cut(paragraphs: Sequence[Paragraph], x: float) -> _Cut:
    across = sorted(each.baseline for each in paragraphs if each.x0 < x < each.x1)
    bands: dict[int, tuple[_Side, _Side, _Side]] = defaultdict(lambda: ([], [], []))
    for each in paragraphs:
        side = 1 if each.x1 <= x else 2 if each.x0 >= x else 0
        bands[bisect(across, each.baseline - _SAME_LINE * each.size)][side].append(each)
    return _Cut(tuple(_Band(*bands[number]) for number in sorted(bands)))


def _prose(side: Sequence[Paragraph]) -> bool:
    """Sentences, and not only a label here and there."""
    lines = _lines(side)
    prose = [line for each in side if len(each.lines) > 1 and each.is_long for line in each.lines]
    return 3 * len(prose) >= len(lines)


def _labels(side: _Side, other: _Side) -> bool:
    """Whether the side holds short pieces, each beside the line of the text that it belongs to."""
    lines, others = _lines(side), _lines(other)
    running = sum(len(each.lines) for each in side if len(each.lines) > _LABEL_LINES)
    if 2 * running > len(lines) or _amount(lines) > _MUCH * _amount(others):
        return False
    if median(length(line) for line in lines) > _LABEL:
        return False
    if _in_gaps(lines, others):
        return True
    baselines = sorted(line.baseline for line in _first_column(others))
    return max(_aligned(lines, baselines), _aligned(_heads(lines), baselines)) >= _ALIGNED


def _in_gaps(lines: Sequence[Line], others: Sequence[Line]) -> bool:
    """Whether lines stand level with those of the text or above them, as headings in a margin do.

    Those above all of the text or below it say nothing.
    """
    top, bottom = min(line.top for line in others), max(line.bottom for line in others)
    within = [line for line in lines if top <= line.baseline <= bottom]
    if len(within) < _FEWEST or not (_flush(lines) and _flush(others)):
        return False
    clashes = sum(any(_clash(line, other) for other in others) for line in within)
    return clashes <= _CLASHES * len(within)


def _flush(lines: Sequence[Line]) -> bool:
    """Whether most lines begin, or end, below each other."""
    starts = Counter(round(line.x0 / _STEP) for line in lines)
    ends = Counter(round(line.x1 / _STEP) for line in lines)
    return max((*starts.values(), *ends.values())) > _TOGETHER * len(lines)


def _clash(line: Line, other: Line) -> bool:
    shared = min(line.bottom, other.bottom) - max(line.top, other.top)
    return shared > _SAME_LINE * line.size and not same_row(line, other)


def _first_column(lines: Sequence[Line]) -> Sequence[Line]:
    """Without what stands further in, and all of it where it is set to the right."""
    start, end = min(line.x0 for line in lines), max(line.x1 for line in lines)
    flush = sum(line.x1 >= end - _FLUSH * line.size for line in lines)
    if flush >= _MOSTLY * len(lines):
        return lines
    return [line for line in lines if line.x0 <= start + _INDENTED * line.size]


def _amount(lines: Sequence[Line]) -> int:
    return sum(length(line) for line in lines)


def _aligned(lines: Sequence[Line], baselines: Sequence[float]) -> float:
    beside = 0
    for line in lines:
        near = _SAME_LINE * line.size
        index = bisect(baselines, line.baseline - near)
        beside += index < len(baselines) and baselines[index] <= line.baseline + near
    return beside / len(lines)


def _heads(lines: Sequence[Line]) -> list[Line]:
    """The first line of each block."""
    heads: list[Line] = []
    above: Line | None = None
    for line in sorted(lines, key=lambda line: line.baseline):
        if above is None or line.top - above.bottom > _APART * line.size:
            heads.append(line)
        above = line
    return heads


def _lines(side: Sequence[Paragraph]) -> list[Line]:
    return [line for each in side for line in each.lines]
