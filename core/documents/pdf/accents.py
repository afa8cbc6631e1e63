"""Letters whose accents are painted on their own, as TeX's oldest fonts do."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import normalize

from core.documents.pdf.geometry import Char, Word

_COMBINING = {
    "\N{ACUTE ACCENT}": "\N{COMBINING ACUTE ACCENT}",
    "\N{GRAVE ACCENT}": "\N{COMBINING GRAVE ACCENT}",
    "\N{MODIFIER LETTER CIRCUMFLEX ACCENT}": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "^": "\N{COMBINING CIRCUMFLEX ACCENT}",
    "\N{DIAERESIS}": "\N{COMBINING DIAERESIS}",
    "\N{SMALL TILDE}": "\N{COMBINING TILDE}",
    "~": "\N{COMBINING TILDE}",
    "\N{MACRON}": "\N{COMBINING MACRON}",
    "\N{CARON}": "\N{COMBINING CARON}",
    "\N{BREVE}": "\N{COMBINING BREVE}",
    "\N{DOT ABOVE}": "\N{COMBINING DOT ABOVE}",
    "\N{RING ABOVE}": "\N{COMBINING RING ABOVE}",
    "\N{CEDILLA}": "\N{COMBINING CEDILLA}",
    "\N{DOUBLE ACUTE ACCENT}": "\N{COMBINING DOUBLE ACUTE ACCENT}",
    "\N{OGONEK}": "\N{COMBINING OGONEK}",
}
_DOTLESS = {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{LATIN SMALL LETTER DOTLESS J}": "j"}


def accented(word: Word) -> Word:
    if not any(char.text in _COMBINING for char in word.chars):
        return word
    chars: list[Char] = []
    waiting: Char | None = None
    for char in word.chars:
        if waiting and _over(waiting, char):
            chars[-1] = _composed(char, waiting)
            waiting = None
        elif char.text in _COMBINING and chars and _over(char, chars[-1]):
            chars[-1] = _composed(chars[-1], char)
        else:
            chars.append(char)
            waiting = char if char.text in _COMBINING else None
    return replace(word, chars=tuple(chars))


def _over(accent: Char, letter: Char) -> bool:
    """Standing alone, as in a path or a formula, an accent has a place of its own."""
    return letter.text.isalpha() and letter.x0 < (accent.x0 + accent.x1) / 2 < letter.x1


def _composed(letter: Char, accent: Char) -> Char:
    plain = _DOTLESS.get(letter.text, letter.text)
    return replace(letter, text=normalize("NFC", plain + _COMBINING[accent.text]))
