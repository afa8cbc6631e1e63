"""How much of a document is read. Beyond a limit the file is refused; nothing is cut off silently.

The figures leave room of ten times and more above what real CVs need (at most 15,000 characters of
text and 0.8 MiB of XML) and stop bombs early.
"""

from __future__ import annotations

from core.documents.faults import Fault, unreadable

MIB = 1024 * 1024

MAX_PAGES = 30
MAX_CHARACTERS = 400_000
MAX_MEMBERS = 2_000
MAX_XML_BYTES = 20 * MIB
MAX_ARCHIVE_BYTES = 128 * MIB
MAX_RATIO = 200
RATIO_FROM = 1 * MIB
MAX_PARAGRAPHS = 20_000
FEW_WORDS = 60


def check_size(data: bytes, max_bytes: int) -> None:
    if not data:
        raise unreadable(Fault.EMPTY)
    if len(data) > max_bytes:
        raise unreadable(Fault.TOO_LARGE, **_sizes(len(data), max_bytes))


def _sizes(size: int, limit: int) -> dict[str, str]:
    """Both in words that differ, however close they are."""
    rough = {"size": f"{size / MIB:.1f} MB", "limit": f"{limit / MIB:.1f} MB"}
    exact = {"size": f"{size:,} bytes", "limit": f"{limit:,} bytes"}
    return exact if rough["size"] == rough["limit"] else rough


def check_length(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise unreadable(Fault.TOO_COMPLEX)
