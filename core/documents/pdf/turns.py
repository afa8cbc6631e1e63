"""Text that runs upwards, downwards or on its head, turned so that all else need not know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from core.documents.pdf.geometry import Char


def upright(chars: Iterable[Char]) -> list[tuple[Char, ...]]:
    """The characters of each direction as if they ran to the right; the most frequent first."""
    groups: dict[int, list[Char]] = defaultdict(list)
    for char in chars:
        groups[char.runs].append(turned(char))
    return [tuple(group) for group in sorted(groups.values(), key=len, reverse=True)]


def turned(char: Char) -> Char:
    match char.runs:
        case 90:
            along, down = (-char.bottom, -char.top), (char.x0, char.x1, char.baseline)
        case 180:
            along, down = (-char.x1, -char.x0), (-char.bottom, -char.top, -char.baseline)
        case 270:
            along, down = (char.top, char.bottom), (-char.x1, -char.x0, -char.baseline)
        case _:
            return char
    (x0, x1), (top, bottom, baseline) = along, down
    return replace(char, x0=x0, x1=x1, top=top, bottom=bottom, baseline=baseline)
