"""What a candidate uploads, read as text: PDF, DOCX and TXT, whatever the file calls itself.

No library that reads documents is loaded before the first document of its kind comes in.
"""

from core.documents.parser import DocumentParser

__all__ = ["DocumentParser"]
