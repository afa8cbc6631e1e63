"""One form for all text: what the candidate reads is what the interviewer gets."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {
    0xFB00 + i: text for i, text in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))
}
_LINE_ENDS = "\r\n|[\r\v\f\x85\u2028\u2029]"
_SPACES = "[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_ICONS = "[\ue000-\uf8ff\U000f0000-\U0010ffff]"  # private use: no letter for anybody
_INVISIBLE = (
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # control characters
    "\xad\u180e\u200b-\u200d\u2060-\u2064\ufeff"  # soft hyphen, zero width
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # writing direction
    "\ud800-\udfff"  # half characters, which cannot be stored
    "\U000e0000-\U000e007f]"  # tags: text that only a machine sees
)
_TRAILING = "(?m)[ \t]+$"
_BLANK_LINES = "\n{3,}"


def normalise(text: str) -> str:
    """NFC with plain line ends and spaces, without what cannot be seen. Twice changes nothing."""
    text = re.sub(_LINE_ENDS, "\n", text)
    text = re.sub(_ICONS, " ", re.sub(_SPACES, " ", text))
    text = re.sub(_INVISIBLE, "", text)
    text = unicodedata.normalize("NFC", text.translate(_LIGATURES))
    return re.sub(_BLANK_LINES, "\n\n", re.sub(_TRAILING, "", text)).strip()
