"""How much of a document is read, and at what cost. Beyond a limit the file is refused.

Nothing is cut off silently. The figures leave room of ten times and more above what real CVs need
(at most 15,000 characters of text, 0.8 MiB of XML, 110 MiB of memory) and stop bombs early.
"""

from __future__ import annotations

from core.documents.faults import Fault, unreadable

MIB = 1024 * 1024

MAX_PAGES = 30
MAX_CHARACTERS = 400_000
MAX_MEMBERS = 2_000
MAX_XML_BYTES = 20 * MIB
MAX_RATIO = 200
RATIO_FROM = 1 * MIB
MAX_PARAGRAPHS = 20_000
FEW_WORDS = 60

# One document, in the process that reads it
SECONDS = 15
MEMORY = 768 * MIB
OPEN_FILES = 64
MAX_OUTPUT = 4 * MIB  # 400,000 characters of four bytes, with warnings and progress

# All documents of this server
AT_ONCE = 2
PATIENCE = 60  # seconds in line


def check_size(size: int, max_bytes: int) -> None:
    if not size:
        raise unreadable(Fault.EMPTY)
    if size > max_bytes:
        raise unreadable(Fault.TOO_LARGE, **_sizes(size, max_bytes))


def _sizes(size: int, limit: int) -> dict[str, str]:
    """Both in words that differ, however close they are."""
    rough = {"size": f"{size / MIB:.1f} MB", "limit": f"{limit / MIB:.1f} MB"}
    exact = {"size": f"{size:,} bytes", "limit": f"{limit:,} bytes"}
    return exact if rough["size"] == rough["limit"] else rough


def check_length(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise unreadable(Fault.TOO_COMPLEX)
