"""PDF as text in the order in which a person reads it.

A page is read by pdfplumber (`characters`), and pypdfium2 (`pdfium`) is asked where that fails.
Characters become words, lines and paragraphs; columns and painting order tell how these follow
each other. No library is loaded before the first PDF comes in.
"""

from core.documents.pdf.notices import WORDS_MISSING, notices
from core.documents.pdf.reader import read_pdf, read_sheets
from core.documents.pdf.sheet import Sheet, is_undecoded

__all__ = ["WORDS_MISSING", "Sheet", "is_undecoded", "notices", "read_pdf", "read_sheets"]
