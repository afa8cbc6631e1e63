"""Fences around text that we do not trust, and its cleaning."""

from __future__ import annotations

import re
import unicodedata

NAMES = (
    *("cv", "job", "job-description", "planned-question"),
    *("question", "answer", "earlier-turns", "remark"),
)
_KEPT = frozenset("\n\t\u200c\u200d")
# Joiners belong to some scripts and to emoji. Between others they would only hide a word.
_STRAY_JOINER = "(?<![\u0600-\U0001faff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\U0001faff])"
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
# Any bracket that reads like `<`, in front of a fence's name, opening or closing.
_LOOK_ALIKE = (
    r"(?i)"
    rf"[<\uff1c\ufe64\u2039\u3008\u27e8\u2329](?=\s*[/\uff0f\u2215\u2044]?\s*(?:{'|'.join(NAMES)})\b)"
)


def fenced(name: str, fence: str, text: str, number: int = 0) -> str:
    """`text`, cleaned, in a fence whose id nobody can know who wrote the text."""
    numbered = f" number={number}" if number else ""
    return f"<{name} id={fence}{numbered}>\n{cleaned(text)}\n</{name} id={fence}>"


def cleaned(text: str) -> str:
    """`text` without look-alikes of a fence and without characters that are not seen.

    Those are control, format (bidirectional, zero-width, tag) and surrogate code points. A joiner
    stays where a script needs it.
    """
    lines = re.sub(_LINE_ENDS, "\n", text)
    unseen = {c for c in set(lines) - _KEPT if unicodedata.category(c) in _UNSEEN}
    seen = lines.translate(dict.fromkeys(map(ord, unseen)))
    seen = re.sub(_STRAY_JOINER, "", seen)
    return re.sub(_LOOK_ALIKE, "(", seen).strip()
