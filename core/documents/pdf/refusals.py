"""What the libraries raise, as `UnreadableDocument`."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from core.documents.faults import Fault, unreadable
from core.documents.pdf.pdfium import SecondReaderFailed

# Both pdfplumber and pdfminer take values out of the file and use them unchecked, so a damaged file
# surfaces as whatever its wrong value breaks.
_BROKEN_VALUES = (
    TypeError,
    ValueError,
    AttributeError,
    AssertionError,
    LookupError,
    ArithmeticError,
    EOFError,
    OSError,
    NotImplementedError,
    struct.error,
    zlib.error,
)


def page_errors() -> tuple[type[Exception], ...]:
    """What pdfplumber and pdfminer raise for a damaged file or page."""
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    return (PdfminerException, MalformedPDFException, PSException, *_BROKEN_VALUES)


def fault_of(error: Exception) -> Fault:
    from pdfminer.pdfdocument import PDFEncryptionError
    from pdfplumber.utils.exceptions import PdfminerException

    if isinstance(error, PdfminerException):
        error = error.args[0]  # it wraps whatever pdfminer raised; its own text may be empty
    if isinstance(error, RecursionError | MemoryError):
        return Fault.TOO_COMPLEX
    locked = isinstance(error, PDFEncryptionError) or (
        isinstance(error, SecondReaderFailed) and error.locked
    )
    return Fault.ENCRYPTED if locked else Fault.CORRUPT


@contextmanager
def translated() -> Iterator[None]:
    """Exceptions of pdfplumber, pdfminer and pypdfium2 as `UnreadableDocument`."""
    errors: tuple[type[Exception], ...] = page_errors()
    errors += (SecondReaderFailed, RecursionError, MemoryError)
    try:
        yield
    except errors as error:
        raise unreadable(fault_of(error)) from error
