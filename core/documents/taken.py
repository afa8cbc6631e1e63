"""What a reader takes out of a file, and what it tells on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

OnPage = Callable[[int, int], None]  # how many pages are read, of how many
OnWait = Callable[[int], None]  # how many documents are ahead in line; 0 when the turn has come


class Form(StrEnum):
    """What a file is read as."""

    PDF = "pdf"
    DOCX = "docx"
    TXT = "txt"
    SCAN = "scan"  # a PDF of pictures
    ADVERT = "advert"  # a page of the web


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The text as it stands in the file, and what the candidate should know about it.

    `form` is what it was read as; a reader leaves it to whoever chose the reader.
    """

    text: str
    pages: int = 1
    warnings: tuple[str, ...] = ()
    form: Form | None = None


def ignore(*_counts: int) -> None:
    """For those who do not want to know how far the reading is."""
