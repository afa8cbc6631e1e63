"""One form for all text: what the candidate reads is what the interviewer gets."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from core.documents.hyphens import joined

_LINE_ENDS = "\r\n|[\r\v\f\x85\u2028\u2029]"
_SPACES = "[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\u3164\uffa0\ufffc]"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"  # icons of a font: no letter for anybody
_LEADING_ICONS = rf"(?m)^[ \t]*[{_PRIVATE}][ \t{_PRIVATE}]*"
_ICONS = rf" ?[{_PRIVATE}](?: ?[{_PRIVATE}])* ?"
_SOFT_HYPHEN = "\xad"
_JOINERS = "\u200c\u200d"
_KEPT = frozenset(f"\n\t{_SOFT_HYPHEN}{_JOINERS}")  # of these, most go later
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_NOTHING = (  # as little to see, although Unicode counts them as letters, marks or free places
    "[\u034f\u115f\u1160\u17b4\u17b5\u2065\ufff0-\ufff8\ufffe\uffff\ufe00-\ufe0d"
    "\U000e0000-\U000e0fff]"
)
# Joiners shape the letters of some scripts, and pictures of several people. Elsewhere they hide.
_SHAPED = "\u0600-\u08ff\u0900-\u1cff\u2190-\u2bff\ua800-\uabff\ufe0f\U0001f000-\U0001faff"
_LOOSE_JOINERS = (
    f"(?<![{_SHAPED}])[{_JOINERS}]+|[{_JOINERS}]+(?![{_SHAPED}])|(?<=[{_JOINERS}])[{_JOINERS}]+"
)
_PICTURES = "#*0-9\xa9\xae\u203c-\u3299\U0001f000-\U0001faff"
_LOOSE_VARIANTS = f"(?<![{_PICTURES}])[\ufe0e\ufe0f]"
_MARKS = frozenset({"Mn", "Me"})
_MOST_MARKS = 8  # in a row; the richest scripts need six
_FOLDED = (
    *range(0xFB00, 0xFE00),  # ligatures of print, and the shapes that Arabic letters take
    *range(0xFE70, 0xFEFD),
    *range(0x2E80, 0x2FD6),  # parts of Chinese characters that some PDFs hold in their place
)
_TRAILING = "(?m)[ \t]+$"
_BLANK_LINES = "\n{3,}"


def normalise(text: str) -> str:
    """NFC with plain line ends and spaces, without what cannot be seen. Twice changes nothing."""
    while (again := _once(text)) != text:
        text = again
    return text


def _once(text: str) -> str:
    text = re.sub(_SPACES, " ", re.sub(_LINE_ENDS, "\n", text))
    text = re.sub(_ICONS, " ", re.sub(_LEADING_ICONS, "", text))
    text = _composed(_without_unseen(text))
    text = joined(re.sub(_TRAILING, "", text)).replace(_SOFT_HYPHEN, "")
    return re.sub(_BLANK_LINES, "\n\n", re.sub(_TRAILING, "", text)).strip()


def _without_unseen(text: str) -> str:
    """Control and format characters: bidirectional, zero-width, half pairs, tags."""
    unseen = {c for c in set(text) - _KEPT if unicodedata.category(c) in _UNSEEN}
    text = re.sub(_NOTHING, "", text.translate(dict.fromkeys(map(ord, unseen))))
    return re.sub(_LOOSE_VARIANTS, "", re.sub(_LOOSE_JOINERS, "", text))


def _composed(text: str) -> str:
    """Letters and marks in one form, without towers of marks."""
    text = unicodedata.normalize("NFC", text.translate(_folds()))
    marks = "".join(re.escape(c) for c in set(text) if unicodedata.category(c) in _MARKS)
    return re.sub(f"([{marks}]{{{_MOST_MARKS}}})[{marks}]+", r"\1", text) if marks else text


@cache
def _folds() -> dict[int, str]:
    """Shapes of print as the letters that they are; those of marks alone come with a space."""
    folded = {code: unicodedata.normalize("NFKC", chr(code)).strip() for code in _FOLDED}
    return {code: letters for code, letters in folded.items() if letters != chr(code)}
