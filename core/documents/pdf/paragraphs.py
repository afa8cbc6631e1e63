"""Lines that make one paragraph: what the end of the line has broken is never parted again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.documents.pdf.geometry import Line, Word

# Shares of the letter's size.
_TIGHT = 0.9  # at most between two lines of a paragraph
_SAME_SIZE = 0.2
_SAME_ROW = 0.35  # between baselines
_SPACE = 0.3
_SLACK = 0.3
_ALIKE = 0.3  # points between two sizes
# Characters that a line must have to go on below: with a small letter, with nothing beside it or
# not; with a capital letter; and in scripts without capitals, whose characters say more.
_FEW = 8
_SOME = 13
_SENTENCE = 35
_UNCASED = 12
_PROSE = 25  # so long a line is a sentence and not a label
_GOES_ON = ("-", ",", "&", "\u2010", "\xad")
_ADDRESS = re.compile(r"@|://|^www\.")
_BULLETS = "•◦▪▸►‣·∙●○■□*>✓➢-\N{EN DASH}\N{EM DASH}"
_ITEM = re.compile(rf"[{re.escape(_BULLETS)}\ue000-\uf8ff]|\(?\d{{1,2}}[.)]$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """From its first line to its last. Most have one line only."""

    lines: tuple[Line, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    stack: int = 0  # paragraphs of one stack stand close below each other

    @classmethod
    def of(cls, lines: Sequence[Line], stack: int = 0) -> Paragraph:
        return cls(
            lines=tuple(lines),
            x0=min(line.x0 for line in lines),
            x1=max(line.x1 for line in lines),
            top=lines[0].top,
            bottom=lines[-1].bottom,
            stack=stack,
        )

    @property
    def baseline(self) -> float:
        return self.lines[0].baseline

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def is_long(self) -> bool:
        return any(length(line) >= _PROSE for line in self.lines)

    @property
    def is_label(self) -> bool:
        """Of several lines, and so short that what stands beside it comes after it."""
        return len(self.lines) > 1 and not self.is_long


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """From top to bottom, by their first lines."""
    alone = _alone(lines)
    found = [
        Paragraph.of(paragraph, number)
        for number, stack in enumerate(_stacks(lines))
        for paragraph in _parted(stack, alone)
    ]
    return sorted(found, key=lambda paragraph: (paragraph.baseline, paragraph.x0))


def _parted(stack: Sequence[Line], alone: set[int]) -> list[list[Line]]:
    right = max(line.x1 for line in stack)
    paragraphs = [[stack[0]]]
    for line, other in pairwise(stack):
        if _goes_on(line, other, right, alone=id(other) in alone):
            paragraphs[-1].append(other)
        else:
            paragraphs.append([other])
    return paragraphs


def _alone(lines: Iterable[Line]) -> set[int]:
    """Lines (by identity) with nothing beside them."""
    ordered = sorted(lines, key=lambda line: line.baseline)
    crowded = {
        id(line)
        for one, other in pairwise(ordered)
        for line in (one, other)
        if same_row(one, other)
    }
    return {id(line) for line in ordered} - crowded


def same_row(one: Line, other: Line) -> bool:
    return abs(one.baseline - other.baseline) <= _SAME_ROW * min(one.size, other.size)


def length(line: Line) -> int:
    return sum(len(word.chars) for word in line.words)


def _stacks(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines of one size that stand close below each other."""
    stacks: list[list[Line]] = []
    growing: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.x0)):
        growing = [stack for stack in growing if _within(line.top - stack[-1].bottom, line)]
        fitting = [stack for stack in growing if _below(stack[-1], line)]
        if fitting:
            # directly below: of two columns that it touches, the one with which it begins
            stack = min(fitting, key=lambda stack: abs(stack[-1].x0 - line.x0))
            stack.append(line)
        else:
            stacks.append([line])
            growing.append(stacks[-1])
    return stacks


def _within(gap: float, line: Line) -> bool:
    return gap <= _TIGHT * line.size


def _below(line: Line, other: Line) -> bool:
    return (
        other.baseline - line.baseline > 0.5 * line.size
        and abs(line.size - other.size) <= _SAME_SIZE * line.size
        and min(line.x1, other.x1) > max(line.x0, other.x0)
    )


def _goes_on(line: Line, other: Line, right: float, *, alone: bool) -> bool:
    """Whether the other line begins with a word for which there was no room on this one."""
    first = other.words[0]
    reach = line.x1 + _SPACE * line.size + (first.x1 - first.x0)
    if reach < right - _SLACK * line.size or _ITEM.match(first.text):
        return False
    if line.words[-1].text.endswith(_GOES_ON):
        return True
    if _ADDRESS.search(first.text):
        return False
    if first.text[0].islower():
        return length(line) >= (_FEW if alone else _SOME)
    if first.text[0].isalpha() and not first.text[0].isupper():
        return length(line) >= _UNCASED
    return alone and length(line) >= _SENTENCE and _set_alike(line.words[-1], first)


def _set_alike(word: Word, other: Word) -> bool:
    return word.chars[-1].font == other.chars[0].font and abs(word.size - other.size) < _ALIKE
