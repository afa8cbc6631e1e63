"""PDF through pdfplumber: the text in the order in which it was written, page by page."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from core.documents import limits
from core.documents.faults import Fault, unreadable
from core.models import Document

# A gap wider than 0.15 of the letter's size parts two words; the order of the content stream keeps
# columns apart. Of pdfplumber's own settings these two keep most words and phrases of CVs whole.
_GAP_RATIO = 0.15
_UNDECODED = re.compile(r"\(cid:\d+\)|[\ufffd\x00-\x08\x0e-\x1f\x7f]")
_UNREADABLE_SHARE = 0.3


def read_pdf(data: bytes) -> Document:
    """The text as it stands in the file, with warnings. Raises `UnreadableDocument`."""
    with _translated():
        pages = tuple(_pages(data))
    texts = tuple(_UNDECODED.sub("", page) for page in pages)
    undecoded = sum(len(_UNDECODED.findall(page)) for page in pages)
    _check_font(texts, undecoded)
    return Document(text="\n\n".join(texts), warnings=(*_empty_pages(texts), *_left_out(undecoded)))


def _pages(data: bytes) -> Iterator[str]:
    import pdfplumber
    from pdfminer.pdfpage import PDFPage

    # Not used as a context manager: closing it parses every page again.
    pdf = pdfplumber.open(io.BytesIO(data))
    # Counted by hand: `pdf.pages` would build each of a million pages first.
    count = sum(1 for _ in islice(PDFPage.create_pages(pdf.doc), limits.MAX_PAGES + 1))
    if count > limits.MAX_PAGES:
        raise unreadable(Fault.TOO_MANY_PAGES, limit=limits.MAX_PAGES)
    length = 0
    for page in pdf.pages:
        try:
            text = page.extract_text(x_tolerance_ratio=_GAP_RATIO, use_text_flow=True)
        finally:
            page.close()  # its caches hold several MB
        length += len(text)
        if length > limits.MAX_CHARACTERS:
            raise unreadable(Fault.TOO_COMPLEX)
        yield text


@contextmanager
def _translated() -> Iterator[None]:
    """Exceptions of pdfplumber and pdfminer as `UnreadableDocument`."""
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        yield
    except PdfminerException as error:
        # It wraps whatever pdfminer raised; its own text may be empty.
        raise unreadable(_fault(error.args[0])) from error
    except (RecursionError, MemoryError) as error:
        raise unreadable(Fault.TOO_COMPLEX) from error
    except (PSException, MalformedPDFException) as error:
        raise unreadable(Fault.CORRUPT) from error
    except (
        # Both libraries take values out of the file and use them unchecked, so a damaged file
        # surfaces as whatever its wrong value breaks.
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
    ) as error:
        raise unreadable(Fault.CORRUPT) from error


def _fault(cause: object) -> Fault:
    from pdfminer.pdfdocument import PDFEncryptionError

    if isinstance(cause, PDFEncryptionError):
        return Fault.ENCRYPTED
    if isinstance(cause, RecursionError | MemoryError):
        return Fault.TOO_COMPLEX
    return Fault.CORRUPT


def _check_font(texts: tuple[str, ...], undecoded: int) -> None:
    letters = sum(character.isalnum() for text in texts for character in text)
    if undecoded > _UNREADABLE_SHARE * (letters + undecoded):
        raise unreadable(Fault.UNREADABLE_FONT)


def _empty_pages(texts: tuple[str, ...]) -> Iterator[str]:
    for number, text in enumerate(texts, start=1):
        if not text.strip():
            yield (
                f"Page {number} of {len(texts)} holds no text. If it is a scan or a picture, what "
                "it shows is missing below: please type in what matters."
            )


def _left_out(undecoded: int) -> Iterator[str]:
    if undecoded:
        counted = "1 character" if undecoded == 1 else f"{undecoded} characters"
        yield (
            f"{counted} of this PDF could not be made out and had to be left out. Please check the "
            "text below and mend words that miss letters."
        )
