"""Plain text in whatever encoding it was saved."""

from __future__ import annotations

import re
from unicodedata import category

from core.documents.faults import Fault, unreadable
from core.documents.limits import MAX_CHARACTERS
from core.models import Document

_MARKS = (  # UTF-32's first: its little-endian mark begins with that of UTF-16
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BYTES_PER_CHARACTER = 4
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # \x1b switches alphabets in Japanese
_ODD = frozenset({"Cc", "Cn", "Co", "Cs"})
_PRINTABLE = range(0x20, 0x7F)
_SAMPLE = 4_000


def read_txt(data: bytes) -> Document:
    """The text, with a warning where its encoding had to be guessed."""
    if len(data) > _BYTES_PER_CHARACTER * MAX_CHARACTERS:
        raise unreadable(Fault.TOO_COMPLEX)
    text = _marked(data)
    if text is None:
        text = _utf8(data)
    if text is None:
        text = _utf16(data)
    return _guessed(data) if text is None else Document(text=text)


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    return None


def _utf8(data: bytes) -> str | None:
    text = _decoded(data, "utf-8")
    return None if text is None or "\x1b" in text or _CONTROLS.search(text) else text


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: the byte order in which it has spaces or lines, and nothing odd."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _decoded(data, encoding)
        if text and any(space in text for space in " \n") and not _odd(text[:_SAMPLE]):
            return text
    return None


def _odd(text: str) -> bool:
    """Characters that no text has, or mostly such as two ASCII letters make when read as one."""
    pairs = sum(all(byte in _PRINTABLE for byte in _bytes(c)) for c in text)
    unassigned = any(category(c) in _ODD and not c.isspace() for c in text)
    return unassigned or pairs * 2 > len(text)


def _bytes(character: str) -> tuple[int, int]:
    return divmod(ord(character) & 0xFFFF, 0x100)


def _guessed(data: bytes) -> Document:
    import chardet

    guess = chardet.detect(
        data,
        encoding_era=chardet.EncodingEra.MODERN_WEB,
        prefer_superset=True,
        compat_names=False,
    )
    encoding = guess["encoding"]
    text = _decoded(data, encoding) if encoding else None
    if encoding is None or text is None or _CONTROLS.search(text):
        raise unreadable(Fault.NOT_TEXT)
    return Document(text=text, warnings=(_warning(encoding),))


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):  # LookupError: a codec that this Python lacks
        return None


def _warning(encoding: str) -> str:
    return (
        f"This text is not stored as UTF-8. It was read as {encoding}, which is a guess: please "
        "check the characters below."
    )
