"""Words that a line end has cut in two, and compounds that only look so."""

from __future__ import annotations

import re

_LETTER = r"[^\W\d_]"
_HYPHEN = "[-\u2010]"
_SOFT = re.compile(rf"\xad[ \t]*\n[ \t]*(?={_LETTER})")
_CUT = re.compile(rf"(?<={_LETTER}){_HYPHEN}\n[ \t]*(?={_LETTER})")
_AROUND = 60  # characters; no half of a word is longer
_WORD = re.compile(rf"{_LETTER}+(?:{_HYPHEN}{_LETTER}+)*")
_SIGNS = re.compile(r"[@/\\_\d]|\.\w")  # addresses, paths and numbers stay as they are
_SHORT = 3  # shorter halves are hardly words by themselves

# Beginnings and ends of compounds that are written with a hyphen.
_FIRST = frozenset(("self", "well", "full", "cross", "user", "third", "rendez", "peut"))
_LAST = frozenset(
    (
        *("agnostic", "aware", "based", "building", "class", "commerce", "compliant", "critical"),
        *("device", "driven", "effective", "efficient", "ended", "facing", "focused", "free"),
        *("friendly", "functional", "grade", "heavy", "hour", "intensive", "known", "language"),
        *("level", "loop", "making", "minded", "month", "oriented", "paced", "page", "party"),
        *("performance", "person", "platform", "quality", "ready", "scale", "setting", "shift"),
        *("side", "solving", "source", "speaking", "specific", "stack", "tenant", "term", "tested"),
        *("threaded", "time", "trained", "user", "value", "wide", "winning", "world", "year"),
        *("basiert", "orientiert", "être", "même"),
    )
)
_ENDINGS = ("ing", "ness", "est", "ize", "ise")  # of "full" and the like
# After these a hyphen stands for the rest of a word: "Vor- und Nachteile".
_AND = frozenset(
    ("and", "or", "und", "oder", "bzw", "sowie", "bis", "et", "ou", "y", "e", "of", "en")
)


def joined(text: str) -> str:
    """`text` with broken words made whole, unless the hyphen seems to belong to them.

    A hyphen too many is easily read over, and two words that have run into one are not.
    """
    while (mended := _joined_once(text)) != text:
        text = mended  # a word can be cut twice
    return text


def _joined_once(text: str) -> str:
    text = _SOFT.sub("", text)
    cuts = [(cut, *_halves(text, cut)) for cut in _CUT.finditer(text)]
    if not cuts:
        return text
    known = _words_beside(text, cuts)
    pieces, end = [], 0
    for cut, left, right in cuts:
        pieces.append(text[end : cut.start() if _is_broken(left, right, known) else cut.end()])
        end = cut.end()
    return "".join([*pieces, text[end:]])


def _halves(text: str, cut: re.Match[str]) -> tuple[str, str]:
    """What stands before and after the line end without a space."""
    before = text[max(0, cut.start() - _AROUND) : cut.start()]
    after = text[cut.end() : cut.end() + _AROUND]
    return before.split()[-1], after.split()[0]


def _words_beside(text: str, cuts: list[tuple[re.Match[str], str, str]]) -> set[str]:
    """The words of the text, without the halves."""
    pieces, end = [], 0
    for cut, left, right in cuts:
        pieces.append(text[end : max(end, cut.start() - len(left))])
        end = cut.end() + len(right)
    words = _WORD.findall(" ".join([*pieces, text[end:]]))
    return {word.lower() for word in words}


def _is_broken(left: str, right: str, known: set[str]) -> bool:
    """Whether the two halves are one word; `known` are the words that the text has elsewhere."""
    if not (left[-1].islower() and right[0].islower()) or _SIGNS.search(left + right):
        return False
    first, last = _WORD.findall(left)[-1].lower(), _WORD.findall(right)[0].lower()
    if len(first) == 1 or last in _AND or any(hyphen in first + last for hyphen in "-\u2010"):
        return False
    return not _is_compound(first, last, known)


def _is_compound(first: str, last: str, known: set[str]) -> bool:
    if f"{first}-{last}" in known:
        return True
    if first in _FIRST and not last.startswith(_ENDINGS):
        return True
    if min(len(first), len(last)) < _SHORT:
        return False
    return last in _LAST or {first, last} <= known
