"""Rounding the lines of a sum so that it stays right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor


def in_tenths(lines: Sequence[tuple[str, float]], total: float) -> Iterator[tuple[str, float]]:
    """The lines in tenths that add up to `total`: those with the largest rest are rounded up."""
    whole = [floor(10 * points + 1e-9) for _, points in lines]
    rests = [10 * points - base for (_, points), base in zip(lines, whole, strict=True)]
    up = round(10 * total) - sum(whole)
    order = sorted(range(len(lines)), key=lambda place: (-rests[place], place))
    for place in order[: max(0, up)]:
        whole[place] += 1
    return ((label, tenths / 10) for (label, _), tenths in zip(lines, whole, strict=True))
