"""Symbols that are named by a font and a place in it, as the characters that they stand for."""

from __future__ import annotations

from typing import Any

from core.documents.word.xml import attribute

_LAST = 0x10FFFF
_PRIVATE = 0xF000  # symbol fonts are shifted there
_FONT = 0xFF

_SYMBOL = {
    **dict(zip(b"abgdezhqiklmnxoprstufcyw", "αβγδεζηθικλμνξοπρστυφχψω", strict=True)),
    **dict(zip(b"GDQLXPSFYW", "ΓΔΘΛΞΠΣΦΨΩ", strict=True)),
    **dict(zip(b"\xa3\xa5\xab\xac\xad\xae\xaf", "≤∞↔←↑→↓", strict=True)),
    **dict(zip(b"\xb0\xb1\xb3\xb4\xb7\xb8\xb9\xbb\xd6\xe5", "°±≥\xd7•÷≠≈√∑", strict=True)),
}
_WINGDINGS = {
    **dict(zip(b"\x28\x29\x2a\x2b", "☎✆✉✉", strict=True)),
    **dict(zip(b"\x6c\x6e\x6f\x71\x73\x76", "●■☐☐◆❖", strict=True)),
    **dict(zip(b"\x9f\xa1\xa7\xa8\xd8\xe0\xe8\xf0", "•○▪☐➢→➔➪", strict=True)),
    **dict(zip(b"\xfb\xfc\xfd\xfe", "✗✓☒☑", strict=True)),
}
_WINGDINGS_2 = dict(zip(b"\x50\x4f\x52\x54\xa3\x97", "✓✗☑☒☐•", strict=True))
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(element: Any) -> str:
    """A space where nobody can tell what the font would have drawn."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return " "
    known = _FONTS.get(attribute(element, "font").lower())
    if known is not None:
        return known.get(code & _FONT, " ")
    return chr(code) if 0 < code <= _LAST and code & 0xFF00 != _PRIVATE else " "
