"""Plain text in whatever encoding it was saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from unicodedata import category, name

from core.documents.faults import Fault, unreadable
from core.documents.limits import MAX_CHARACTERS
from core.documents.taken import Taken

_MARKS = (  # UTF-32's first: its little-endian mark begins with that of UTF-16
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BYTES_PER_CHARACTER = 4
_CUT = _BYTES_PER_CHARACTER  # so many bytes of a last character may be left when a file is cut
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # \x1b switches alphabets in Japanese
_NOISY = 20  # one of so many characters
_NUL = "\x00"
_ESCAPE = "\x1b"
_ODD = frozenset({"Cc", "Cn", "Co", "Cs"})
_PRINTABLE = range(0x20, 0x7F)
_KANA = frozenset(map(chr, range(0x3041, 0x3100)))  # ASCII too, but with a zero in every pair
_WITNESSES = " \n\u3000\u3001\u3002\uff0c"  # of UTF-16: one of them stands in any text
_SAMPLE = 4_000
_SOUND = 4  # so many good characters beyond ASCII for each broken one make a text UTF-8
_SHORT = 60  # bytes; in so few, the encodings of old Macs fit too often by chance
_BROKEN = "\ufffd"
_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC")
# Signs of money, law and sums between letters, and pieces of a frame before one.
_SIGN_IN_WORD = re.compile(
    r"(?<=[^\W\d_])[\xa1-\xa9\xab-\xb1\xb6\xb8\xbb-\xbf\xd7\xf7\u2200-\u259f](?=[^\W\d_])"
    r"|[\u2500-\u259f](?=[^\W\d_])"
)
_OUT_OF_PLACE = 0.05  # of the characters beyond ASCII, with a neighbour that they have in no word
_COMMON = "cp1252"  # in the West, nearly every file that is not UTF-8
_MORE_LIKELY = 1.1  # times what chardet, which weighs all encodings alike, says of it
_AS_LIKELY = 0.5  # times what is likeliest
_LEFT_OUT = re.compile(f"{_BROKEN}|{_CONTROLS.pattern}")
_PAIRS = re.compile(b"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


def read_txt(data: bytes) -> Taken:
    """The text, with a warning where the encoding is a guess. Raises `UnreadableDocument`."""
    if len(data) > _BYTES_PER_CHARACTER * MAX_CHARACTERS:
        raise unreadable(Fault.TOO_COMPLEX)
    readings: tuple[Callable[[bytes], Taken | None], ...] = (_marked, _utf8, _utf16, _damaged_utf8)
    for reading in readings:
        taken = reading(data)
        if taken is not None:
            return _without_broken(taken)
    return _without_broken(_guessed(data))


def _marked(data: bytes) -> Taken | None:
    for mark, encoding in _MARKS:
        if data == mark:
            return Taken(text="")
        if data.startswith(mark):
            taken = _taken(data, encoding) or Taken(text=data.decode(encoding, "replace"))
            if _is_noise(taken.text):
                raise unreadable(Fault.NOT_TEXT)
            return taken
    return None


def _utf8(data: bytes) -> Taken | None:
    taken = _taken(_PAIRS.sub(_joined, data), "utf-8")
    if taken is None or _ESCAPE in taken.text or _NUL in taken.text or _is_noise(taken.text):
        return None
    missing = len(data) - len(taken.text.encode())
    # One odd letter at the end of plain English looks like the beginning of a character in UTF-8.
    return None if missing == 1 and taken.text.isascii() else taken


def _joined(pair: re.Match[bytes]) -> bytes:
    """Some databases store a character as two halves, each encoded by itself."""
    halves = pair[0].decode("utf-8", "surrogatepass")
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le").encode()


def _utf16(data: bytes) -> Taken | None:
    """UTF-16 without a mark: the byte order in which it has spaces or lines, and nothing odd."""
    for encoding in ("utf-16-le", "utf-16-be"):
        taken = _taken(data, encoding)
        if taken is not None and not _is_odd(taken.text[:_SAMPLE]):
            return taken
    return None


def _is_odd(text: str) -> bool:
    """Characters that no text has, or mostly such as two ASCII letters make when read as one."""
    if not any(witness in text for witness in _WITNESSES):
        return True
    pairs = sum(c not in _KANA and all(byte in _PRINTABLE for byte in _bytes(c)) for c in text)
    return any(map(_is_nobodys, text)) or pairs * 2 > len(text)


def _bytes(character: str) -> tuple[int, int]:
    return divmod(ord(character) & 0xFFFF, 0x100)


def _damaged_utf8(data: bytes) -> Taken | None:
    """UTF-8 with a few broken characters: other encodings make hardly a sound one by chance."""
    text = data.decode("utf-8", "replace")
    broken = text.count(_BROKEN)
    sound = sum(not character.isascii() for character in text) - broken
    usable = sound >= _SOUND * broken and _ESCAPE not in text and not _CONTROLS.search(text)
    return Taken(text=text) if usable else None


def _guessed(data: bytes) -> Taken:
    for encoding in _likely(data):
        taken = _taken(data, encoding)
        if taken and not _CONTROLS.search(taken.text) and not _is_noise(taken.text):
            return Taken(text=taken.text, warnings=(_warning(encoding), *taken.warnings))
    raise unreadable(Fault.NOT_TEXT)


def _is_noise(text: str) -> bool:
    """A few characters that no text has are accidents; many are no text."""
    sample = text[:_SAMPLE]
    return _NOISY * sum(map(_is_nobodys, sample)) > len(sample)


def _is_nobodys(character: str) -> bool:
    return character == _BROKEN or (category(character) in _ODD and not character.isspace())


def _without_broken(taken: Taken) -> Taken:
    text, broken = _LEFT_OUT.subn("", taken.text)
    if not broken:
        return taken
    counted = "1 character" if broken == 1 else f"{broken} characters"
    warning = (
        f"{counted} of this text could not be made out and had to be left out. Please check the "
        "text below and mend words that miss letters."
    )
    return Taken(text=text, warnings=(*taken.warnings, warning))


def _likely(data: bytes) -> list[str]:
    """The encoding that fits, then a larger one that has it within, for the rest of a long text.

    Where it makes words that nobody writes, one that is nearly as likely and makes none goes first.
    """
    guesses = _guesses(data)
    least = _AS_LIKELY * max(guesses.values(), default=0.0)
    near = sorted((e for e in guesses if guesses[e] >= least), key=lambda e: -guesses[e])
    if near and not _makes_words(data, near[0]):
        near.sort(key=lambda e: (not _makes_words(data, e), e != _COMMON))
    return [*near[:1], *list(guesses)[-1:]]


def _guesses(data: bytes) -> dict[str, float]:
    """How likely each encoding is; at the end the likeliest one with all that it may be part of."""
    import chardet

    eras = chardet.EncodingEra.ALL & ~chardet.EncodingEra.MAINFRAME
    if len(data) < _SHORT:
        eras &= ~chardet.EncodingEra.LEGACY_MAC
    found, larger = (
        chardet.detect_all(data, encoding_era=eras, prefer_superset=larger, compat_names=False)
        for larger in (False, True)
    )
    guesses: dict[str, float] = {}
    for guess in (*found, *larger[:1]):
        if encoding := guess["encoding"]:
            more = _MORE_LIKELY if encoding == _COMMON else 1.0
            guesses.pop(encoding, None)
            guesses[encoding] = more * guess["confidence"]
    return guesses


def _makes_words(data: bytes, encoding: str) -> bool:
    taken = _taken(data[:_SAMPLE], encoding)
    if taken is None:
        return False
    text = taken.text
    beyond = sum(not character.isascii() for character in text)
    odd = sum(map(_is_mixed, pairwise(text))) + len(_SIGN_IN_WORD.findall(text))
    return odd <= _OUT_OF_PLACE * beyond


def _is_mixed(pair: tuple[str, str]) -> bool:
    """Letters of two alphabets side by side."""
    one, other = map(_alphabet, pair)
    return bool(one and other and one != other)


def _alphabet(character: str) -> str:
    script = name(character, "").partition(" ")[0]
    return script if script in _ALPHABETS else ""


def _taken(data: bytes, encoding: str) -> Taken | None:
    """None where the encoding does not fit; a last character that is cut in two is left out."""
    for cut in range(min(_CUT, len(data))):
        text = _decoded(data[: len(data) - cut], encoding)
        if text:
            return Taken(text=text, warnings=(_CUT_OFF,) if cut else ())
    return None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):  # LookupError: a codec that this Python lacks
        return None


_CUT_OFF = "This file stops in the middle of a character. Please check the end of the text below."


def _warning(encoding: str) -> str:
    return (
        f"This text is not stored as UTF-8. It was read as {encoding}, which is a guess: please "
        "check the characters below."
    )
