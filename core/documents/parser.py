from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable
from dataclasses import replace

from core.documents.docx import read_docx
from core.documents.faults import Fault, unreadable
from core.documents.limits import FEW_WORDS, check_length, check_size
from core.documents.normalise import normalise
from core.documents.pdf import read_pdf
from core.documents.sniff import FileKind, kind_of
from core.documents.txt import read_txt
from core.exceptions import UnreadableDocument
from core.models import Document

log = logging.getLogger(__name__)

_EXTENSIONS = {".pdf": FileKind.PDF, ".docx": FileKind.DOCX, ".txt": FileKind.TXT}
# Chinese, Japanese and Korean are written without spaces: each character counts as a word.
_WORD = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\\w+"


class DocumentParser:
    """Reads an uploaded file as text. Every method raises `UnreadableDocument`."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes

    def parse(self, data: bytes, filename: str) -> Document:
        """The text of the file, whatever its name says that it is."""
        try:
            document = self._parse(data, filename)
        except UnreadableDocument as error:
            digest = hashlib.sha256(data).hexdigest()[:12]
            cause = type(error.__cause__).__name__  # its message may quote the document
            log.warning("document %s refused: %s (%s)", digest, error.code, cause)
            raise
        return replace(document, filename=filename)

    def parse_pdf(self, data: bytes) -> Document:
        return self._read(read_pdf, data)

    def parse_docx(self, data: bytes) -> Document:
        return self._read(read_docx, data)

    def parse_txt(self, data: bytes) -> Document:
        return self._read(read_txt, data)

    def _parse(self, data: bytes, filename: str) -> Document:
        check_size(data, self._max_bytes)
        kind = kind_of(data)
        parse = {
            FileKind.PDF: self.parse_pdf,
            FileKind.DOCX: self.parse_docx,
            FileKind.TXT: self.parse_txt,
        }[kind]
        document = parse(data)
        return replace(document, warnings=(*_misnamed(filename, kind), *document.warnings))

    def _read(self, reader: Callable[[bytes], Document], data: bytes) -> Document:
        check_size(data, self._max_bytes)
        document = reader(data)
        check_length(document.text)
        text = normalise(document.text)
        if not any(map(str.isalnum, text)):
            raise unreadable(Fault.NO_TEXT)
        return replace(document, text=text, warnings=(*document.warnings, *_short(text)))


def _misnamed(filename: str, kind: FileKind) -> tuple[str, ...]:
    extension = filename[filename.rfind(".") :].lower()
    if _EXTENSIONS.get(extension, kind) is kind:
        return ()
    return (f"This file is named {extension} but is a {kind}. It was read as what it is.",)


def _short(text: str) -> tuple[str, ...]:
    words = len(re.findall(_WORD, text))
    if words >= FEW_WORDS:
        return ()
    counted = "1 word was" if words == 1 else f"{words} words were"
    warning = (
        f"Only {counted} found. Please check that the text of your CV is complete: "
        "questions and advice are better with your whole CV."
    )
    return (warning,)
