"""Arabic and Hebrew: from the order on the page, left to right, to the order of reading.

This turns the Unicode bidirectional algorithm round, as far as a single line allows: letters that
run to the right and numbers keep their order inside a line that runs to the left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unicodedata import bidirectional

from core.documents.pdf.geometry import Char, Line, Word

_LEFTWARDS = frozenset({"R", "AL"})
_LEFT, _RIGHT = "([{<«\u2039", ")]}>»\u203a"
_MIRRORED = str.maketrans(_LEFT + _RIGHT, _RIGHT + _LEFT)
# One letter for each character: R runs to the left, L to the right, D is a digit, + and , are what
# may stand before and inside a number, a blank is a gap and a dot everything else.
_KEPT = re.compile(
    r"L(?:[^R]*[LD])?"  # words in letters that run to the right
    r"|\+D(?:[D ,+.]*D)?"  # a telephone number that is set to run to the right
    r"|D(?:[,+]?D)*"  # a number
)
_INSIDE = re.compile(r"R(?:[^L]*R)?")
_CLASSES = {
    **dict.fromkeys(("R", "AL"), "R"),
    "L": "L",
    **dict.fromkeys(("EN", "AN"), "D"),
    **dict.fromkeys(("ES", "ET"), "+"),
    "CS": ",",
    "WS": " ",
}


def leftwards(words: Iterable[Word]) -> bool:
    """Whether most of the letters belong to a script that runs to the left."""
    kinds = [_kind(char.text) for word in words for char in word.chars]
    return kinds.count("R") > kinds.count("L")


def text_of(line: Line, *, page_leftwards: bool) -> str:
    """The line as it is read; its words come from left to right."""
    plain = " ".join(word.text for word in line.words)
    if plain.isascii() or not any(bidirectional(char) in _LEFTWARDS for char in plain):
        return plain
    pieces = _pieces(line.words)
    kinds = "".join(_kind(piece) for piece in pieces)
    if page_leftwards or kinds.count("R") > kinds.count("L"):
        return "".join(_turned(pieces, kinds))
    out, done = [], 0
    for run in _INSIDE.finditer(kinds):
        start, end = run.span()
        out += [*pieces[done:start], *_turned(pieces[start:end], kinds[start:end])]
        done = end
    return "".join([*out, *pieces[done:]])


def _turned(pieces: Sequence[str], kinds: str) -> list[str]:
    out, end = [], len(pieces)
    runs = [match.span() for match in _KEPT.finditer(kinds)]
    for start, stop in reversed(runs):
        out += [piece.translate(_MIRRORED) for piece in reversed(pieces[stop:end])]
        out += pieces[start:stop]
        end = start
    return [*out, *(piece.translate(_MIRRORED) for piece in reversed(pieces[:end]))]


def _pieces(words: Sequence[Word]) -> list[str]:
    """Letters with their marks, from left to right, and a blank between words."""
    pieces: list[str] = []
    for word in words:
        pieces += [" "] if pieces else []
        pieces += _clusters(word.chars)
    return pieces


def _clusters(chars: Sequence[Char]) -> list[str]:
    bases = [char for char in chars if not char.is_mark]
    marks: dict[int, list[str]] = {}
    for char in chars:
        if char.is_mark and bases:
            nearest = min(bases, key=lambda base: abs(_middle(base) - _middle(char)))
            marks.setdefault(id(nearest), []).append(char.text)
    return [base.text + "".join(marks.get(id(base), ())) for base in bases or chars]


def _middle(char: Char) -> float:
    return (char.x0 + char.x1) / 2


def _kind(text: str) -> str:
    return _CLASSES.get(bidirectional(text[:1]), ".") if text else "."
