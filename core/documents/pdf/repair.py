"""Characters that the fonts do not explain: asked of pypdfium2, mapped, or counted and left out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_letters

from core.documents.pdf.geometry import Char, Word

_UNDECODED = re.compile(r"\(cid:(?P<code>\d+)\)|(?P<raw>[\x00-\x1f\x7f-\x9f])|[\ufffd\ufffe\uffff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_NAMELESS = "unknown"  # what pdfminer calls fonts without a name; it guesses at their encoding
_BLANKS = " \xa0"
_LETTER_CODES = frozenset(map(ord, ascii_letters))
_SPAN = 0.3  # of the size: how far off pypdfium2 may place the same character

# TeX's own codes, for fonts that do not say what theirs mean: the ligatures of its two encodings,
# and the quotation marks and dashes of the newer one.
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
_T1_QUOTES = "“”„«»\N{EN DASH}\N{EM DASH}"
_TEX = {
    **dict(zip(range(0x0B, 0x10), _LIGATURES, strict=True)),
    **dict(zip(range(0x10, 0x17), _T1_QUOTES, strict=True)),
    0x19: "\N{LATIN SMALL LETTER DOTLESS I}",
    **dict(zip(range(0x1B, 0x20), _LIGATURES, strict=True)),
}
# Letters in the area for private use: ligatures and small capitals of the Libertine fonts, and the
# small capitals and old digits of Adobe's glyph list.
_PRIVATE_LETTERS = {
    0xE039: "ft",
    0xE03C: "tt",
    **{0xE051 + place: letter for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")},
    **{0xF761 + place: letter for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")},
    **{0xF730 + place: digit for place, digit in enumerate("0123456789")},
    **{0xF700 + code: chr(code) for code in range(0xE0, 0xFF)},
}


@dataclass(frozen=True, slots=True)
class Repaired:
    """The words without what could not be decoded, and how much that was."""

    words: tuple[Word, ...]
    mended: int = 0
    lost: int = 0  # letters left out of words
    symbols: int = 0  # left out alone, such as the icon before a telephone number


def repaired(words: Sequence[Word], second: Callable[[], Sequence[Char]]) -> Repaired:
    """`second` gives the characters of the same page as pypdfium2 reads them."""
    doubtful = _doubtful(words)
    if not doubtful:
        return Repaired(tuple(words))
    lettering = _lettering(words)
    asked = [word for word in words if _worth_asking(word, doubtful, lettering)]
    places = _Places(second()) if asked else _Places(())
    answers = {id(word): places.within(word) for word in asked}
    decoded = [_decoded(word, answers.get(id(word), ()), lettering) for word in words]
    before = sum(_unknown(word.chars) for word in words)
    after = sum(_unknown(word.chars) for word in decoded)
    kept = _without_undecoded(decoded)
    return replace(kept, mended=max(0, before - after))


def _doubtful(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(
        char.font
        for word in words
        for char in word.chars
        if _undecoded(char)
        or _PRIVATE.fullmatch(char.text)
        or (char.font == _NAMELESS and not char.text.isascii())
    )


def _lettering(words: Sequence[Word]) -> set[str]:
    """Fonts that write words. Letters that stand alone are the codes of icons, wrongly decoded."""
    return {
        one.font
        for word in words
        for one, other in pairwise(word.chars)
        if one.font == other.font and _is_letter(one) and _is_letter(other)
    }


def _undecoded(char: Char) -> bool:
    return _UNDECODED.search(char.text) is not None


def _is_letter(char: Char) -> bool:
    return char.text.isalnum() and not _undecoded(char)


def _worth_asking(word: Word, doubtful: frozenset[str], lettering: set[str]) -> bool:
    """A lone sign of a font that writes no letters is an icon, for which there is no answer.

    Unless its code is that of a letter: some fonts keep their signs there.
    """
    if not any(char.font in doubtful for char in word.chars):
        return False
    several = len({char.text for char in word.chars}) > 1
    return several or any(
        char.font in lettering or _code(char.text) in _LETTER_CODES for char in word.chars
    )


def _code(text: str) -> int | None:
    found = _UNDECODED.fullmatch(text)
    return int(found["code"]) if found and found["code"] else None


class _Places:
    """Characters found by where they stand."""

    def __init__(self, chars: Sequence[Char]) -> None:
        self._chars = sorted(chars, key=lambda char: char.baseline)
        self._baselines = [char.baseline for char in self._chars]

    def within(self, word: Word) -> tuple[Char, ...]:
        """In the order in which they are painted, which is that of reading."""
        span = _SPAN * word.size
        start = bisect_left(self._baselines, word.baseline - span)
        end = bisect_right(self._baselines, word.baseline + span)
        found = [
            char
            for char in self._chars[start:end]
            if word.x0 <= (char.x0 + char.x1) / 2 <= word.x1 and char.text.strip(_BLANKS)
        ]
        return tuple(sorted(found, key=lambda char: char.painted))


def _decoded(word: Word, answer: Sequence[Char], lettering: set[str]) -> Word:
    chars = word.chars
    if answer and _unknown(answer) <= _unknown(chars):
        chars = tuple(replace(char, font=chars[0].font) for char in answer)
    return replace(word, chars=tuple(_mapped(char, lettering) for char in chars))


def _unknown(chars: Sequence[Char]) -> int:
    return sum(map(_undecoded, chars))


def _mapped(char: Char, lettering: set[str]) -> Char:
    """Codes of a font that writes letters are letters too; those of an icon font are not."""
    if char.font not in lettering:
        return char
    if _PRIVATE.fullmatch(char.text):
        return replace(char, text=_PRIVATE_LETTERS.get(ord(char.text), "\ufffd"))
    found = _UNDECODED.fullmatch(char.text)
    if not found or not (found["code"] or found["raw"]):
        return char
    code = int(found["code"]) if found["code"] else ord(found["raw"])
    return replace(char, text=_TEX.get(code, char.text))


def _without_undecoded(words: Sequence[Word]) -> Repaired:
    kept: list[Word] = []
    lost = symbols = 0
    for word in words:
        chars = tuple(char for char in word.chars if not _undecoded(char))
        missing = len(word.chars) - len(chars)
        if any(map(_is_letter, chars)):
            lost += missing
        else:
            symbols += missing
        if chars:
            kept.append(replace(word, chars=chars))
    return Repaired(tuple(kept), lost=lost, symbols=symbols)
