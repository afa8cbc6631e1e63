"""What a candidate uploads, read as text: PDF, DOCX and TXT, whatever the file calls itself.

No library that reads documents is loaded before the first document of its kind comes in, and none
at all in the server's process. What the workers start with, too, is kept to what they need.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.documents.parser import DocumentParser

__all__ = ["DocumentParser"]


def __getattr__(name: str) -> object:
    """`DocumentParser` on first use: every worker starts with this package, and without it."""
    if name == "DocumentParser":
        from core.documents.parser import DocumentParser  # noqa: PLC0415

        return DocumentParser
    raise AttributeError(name)
