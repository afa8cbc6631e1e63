"""What stands where on a page: characters, words and lines.

All measures are points from the top left corner of what is seen of the page, so that a lower line
has the greater `top`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category


@dataclass(frozen=True, slots=True)
class Char:
    """What one glyph stands for: mostly one letter, a few of them for a ligature.

    `baseline` is where the line runs on which it stands: a y, or an x if it runs up or down.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    font: str = ""
    painted: int = 0  # its place in the order in which the page is painted
    runs: int = 0  # where its line runs: 0 to the right, 90 upwards, 180 to the left, 270 downwards

    @property
    def size(self) -> float:
        return self.bottom - self.top

    @property
    def is_mark(self) -> bool:
        """An accent or a vowel sign, which stands above, below or inside another letter."""
        return not self.text.isascii() and category(self.text[0]) == "Mn"


@dataclass(frozen=True, slots=True)
class _Box:
    """Around all of its parts; its height and baseline are those of the tallest."""

    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float

    @property
    def size(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Word(_Box):
    chars: tuple[Char, ...]

    @classmethod
    def of(cls, chars: Sequence[Char]) -> Word:
        return cls(*_around(chars), tuple(chars))

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)


@dataclass(frozen=True, slots=True)
class Line(_Box):
    """Words on one baseline that stand as close as words do. From left to right."""

    words: tuple[Word, ...]

    @classmethod
    def of(cls, words: Sequence[Word]) -> Line:
        return cls(*_around(words), tuple(words))


def _around(parts: Sequence[Char | Word]) -> tuple[float, float, float, float, float]:
    tallest = max(parts, key=lambda part: part.size)
    x0, x1 = min(part.x0 for part in parts), max(part.x1 for part in parts)
    return x0, x1, tallest.top, tallest.bottom, tallest.baseline
