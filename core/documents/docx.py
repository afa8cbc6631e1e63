"""Word documents through python-docx: all that a reader sees, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.limits import FEW_WORDS
from core.documents.taken import Taken
from core.documents.word.document import read_word

_QUOTED = 80


def read_docx(data: bytes) -> Taken:
    """The text as it stands in the file. Raises `UnreadableDocument`.

    Documents with macros, templates and Strict files are read too. Comments, macros, pictures and
    the addresses behind links are not.
    """
    word = read_word(data)
    warnings = (
        *_hidden(word.hidden),
        *_not_read(word.not_read),
        *_pictures(word.pictures, len(word.text.split())),
    )
    return Taken(text=word.text, warnings=warnings)


def _hidden(pieces: tuple[str, ...]) -> Iterator[str]:
    words = " ".join(" ".join(pieces).split())
    if words:
        quoted = words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1].rstrip()}…"
        yield (
            "This document holds text that nobody sees on the page (hidden, tiny or white). It was "
            f"left out: “{quoted}”. Please add what should be read."
        )


def _not_read(count: int) -> Iterator[str]:
    if count:
        what = "Another file is" if count == 1 else f"{count} other files are"
        yield (
            f"{what} built into this document and could not be read. Please check that nothing is "
            "missing below, or save the document as PDF and upload that."
        )


def _pictures(count: int, words: int) -> Iterator[str]:
    if count and words < FEW_WORDS:
        what = "a picture" if count == 1 else f"{count} pictures"
        yield (
            f"This document has little text and holds {what}, which cannot be read. Please type in "
            "what they show, if it matters."
        )
