from __future__ import annotations

import hashlib
import logging
import sys
from dataclasses import replace

from core.documents import ocr
from core.documents.faults import Fault
from core.documents.isolation import Isolation, Report
from core.documents.limits import check_size
from core.documents.sniff import kind_of
from core.documents.taken import Form, OnPage, OnWait, ignore
from core.documents.wire import Order, Refusal
from core.exceptions import UnreadableDocument
from core.models import Document

log = logging.getLogger(__name__)

_ARCHIVE_END = b"PK\x05\x06"
_CONTAINER = b"\xd0\xcf\x11\xe0"


class DocumentParser:
    """Reads a document as text, in a process of its own.

    `on_page` hears how many pages are read, of how many; `on_wait` how many documents are ahead in
    line, when any are. Both are called in the caller's thread. Whatever cannot be read raises
    `UnreadableDocument`.
    """

    def __init__(self, max_bytes: int, isolation: Isolation | None = None) -> None:
        self._max_bytes = max_bytes
        self._isolation = isolation or Isolation()

    def parse(
        self, data: bytes, filename: str, on_page: OnPage = ignore, on_wait: OnWait = ignore
    ) -> Document:
        """The text of the file, whatever its name says that it is."""
        return _document(self.report(data, Order(filename=filename), on_page, on_wait), filename)

    def parse_pdf(self, data: bytes) -> Document:
        return _document(self.report(data, Order(form=Form.PDF)))

    def parse_docx(self, data: bytes) -> Document:
        return _document(self.report(data, Order(form=Form.DOCX)))

    def parse_txt(self, data: bytes) -> Document:
        return _document(self.report(data, Order(form=Form.TXT)))

    def parse_scan(
        self, data: bytes, filename: str, on_page: OnPage = ignore, on_wait: OnWait = ignore
    ) -> Document:
        """A PDF of pictures, its text recognised. Takes much longer than the others."""
        order = Order(form=Form.SCAN, seconds=ocr.SECONDS)
        return _document(self.report(data, order, on_page, on_wait), filename)

    def parse_advert(self, data: bytes, on_wait: OnWait = ignore) -> Document:
        """A job advert as a page of the web, in HTML."""
        return _document(self.report(data, Order(form=Form.ADVERT), on_wait=on_wait))

    def report(
        self, data: bytes, order: Order, on_page: OnPage = ignore, on_wait: OnWait = ignore
    ) -> Report:
        """What became of the document, a refusal included, and what it took to find out."""
        reference = hashlib.sha256(data).hexdigest()[:12]
        try:
            check_size(len(data), self._max_bytes)
            form = order.form or _form(data)
            told = replace(order, form=form, reference=reference, path=tuple(sys.path))
            report = self._isolation.read(told, data, on_page, on_wait)
        except UnreadableDocument as error:
            report = Report(result=Refusal.of(error))
        _log(reference, report)
        return report


def _form(data: bytes) -> Form | None:
    """None for archives and the old Office container: they are opened where they can do no harm."""
    if data.startswith(_CONTAINER) or _ARCHIVE_END in data:
        return None
    return Form[kind_of(data).name]


def _log(reference: str, report: Report) -> None:
    """No word of the document, and not its name."""
    if isinstance(report.result, Refusal):
        level = logging.ERROR if report.result.code == Fault.INTERNAL else logging.WARNING
        said = (reference, report.result.code, report.result.cause or "no exception")
        log.log(level, "document %s refused: %s (%s)", *said)


def _document(report: Report, filename: str = "") -> Document:
    result = report.result
    if isinstance(result, Refusal):
        raise UnreadableDocument(result.code, result.message)
    return Document(text=result.text, filename=filename, warnings=result.warnings)
