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
class Word:
    chars: tuple[Char, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float

    @classmethod
    def of(cls, chars: Sequence[Char]) -> Word:
        tallest = max(chars, key=lambda char: char.size)
        return cls(
            chars=tuple(chars),
            x0=min(char.x0 for char in chars),
            x1=max(char.x1 for char in chars),
            top=tallest.top,
            bottom=tallest.bottom,
            baseline=tallest.baseline,
        )

    @property
    def size(self) -> float:
        return self.bottom - self.top

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline that stand as close as words do. From left to right."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float

    @classmethod
    def of(cls, words: Sequence[Word]) -> Line:
        tallest = max(words, key=lambda word: word.size)
        return cls(
            words=tuple(words),
            x0=min(word.x0 for word in words),
            x1=max(word.x1 for word in words),
            top=tallest.top,
            bottom=tallest.bottom,
            baseline=tallest.baseline,
        )

    @property
    def size(self) -> float:
        return self.bottom - self.top
