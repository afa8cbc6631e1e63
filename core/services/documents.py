from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from core.documents import ocr
from core.documents.limits import PATIENCE
from core.documents.line import Line
from core.documents.links.faults import LinkFault, unreadable_link
from core.documents.links.fetch import Fetcher
from core.documents.normalise import normalise
from core.documents.parser import DocumentParser
from core.documents.pdf import WORDS_MISSING
from core.documents.remarks import is_short, orders, remarks
from core.documents.taken import ignore
from core.exceptions import ValidationError
from core.models import Document, InterviewSession
from core.repositories.files import FileRepository
from core.repositories.sessions import SessionRepository
from core.services.readings import Progress

MAX_TEXT = 400_000
SCANS_AT_ONCE = 1  # it keeps a core busy for up to a minute; other documents go on beside it
SILENT: Progress = (ignore, ignore)


class DocumentService:
    """Taking in the CV and the job description. Each step is stored at once.

    A file or page that cannot be read changes nothing: what was there before stays. `progress`
    hears, in the caller's thread, how many pages are read, of how many; and how many documents are
    ahead in line, when any are. Without a `fetcher` no link is opened.
    """

    def __init__(
        self,
        sessions: SessionRepository,
        files: FileRepository,
        parser: DocumentParser,
        fetcher: Fetcher | None = None,
    ) -> None:
        self._sessions = sessions
        self._files = files
        self._parser = parser
        self._fetcher = fetcher
        self._scans = Line(SCANS_AT_ONCE, PATIENCE)

    @property
    def opens_links(self) -> bool:
        return self._fetcher is not None

    def may_recognise(self, filename: str, text: str, warnings: Iterable[str] = ()) -> bool:
        """Whether this file may hold scanned pages, and there is what it takes to read them."""
        has_scans = is_short(text) or any(WORDS_MISSING in warning for warning in warnings)
        return filename.lower().endswith(".pdf") and has_scans and ocr.is_installed()

    def process_cv_upload(
        self,
        owner_id: str,
        session_id: str,
        data: bytes,
        filename: str,
        progress: Progress = SILENT,
    ) -> InterviewSession:
        """Read the file, keep its original, and put it in the former CV's place.

        Raises `UnreadableDocument` (the former CV stays), `WrongMoment`, `SessionNotFound`.
        """
        return self._take_cv(
            owner_id, session_id, data, lambda: self._parser.parse(data, filename, *progress)
        )

    def process_cv_scan(
        self,
        owner_id: str,
        session_id: str,
        data: bytes,
        filename: str,
        progress: Progress = SILENT,
    ) -> InterviewSession:
        """The same for a PDF of pictures, whose text is recognised. Raises as it does."""

        def recognised() -> Document:
            with self._scans.place(progress[1]):
                return self._parser.parse_scan(data, filename, *progress)

        return self._take_cv(owner_id, session_id, data, recognised)

    def correct_cv_text(self, owner_id: str, session_id: str, text: str) -> InterviewSession:
        """Store the CV's text as the candidate wrote it, also where there was no file.

        Raises `ValidationError`, `WrongMoment`, `SessionNotFound`.
        """
        self._sessions.correct_cv_text(owner_id, session_id, _clean(text, "cv"))
        return self._sessions.get_by_id(owner_id, session_id)

    def process_job_description(
        self, owner_id: str, session_id: str, text: str
    ) -> InterviewSession:
        """Store the pasted advert. Raises `ValidationError`, `WrongMoment`, `SessionNotFound`."""
        description = _clean(text, "job_description")
        self._sessions.update_job_description(owner_id, session_id, description)
        return self._sessions.get_by_id(owner_id, session_id)

    def process_job_upload(
        self,
        owner_id: str,
        session_id: str,
        data: bytes,
        filename: str,
        progress: Progress = SILENT,
    ) -> tuple[str, ...]:
        """Put the advert in this file in the former text's place; returns remarks about the file.

        Raises `UnreadableDocument` (the former text stays), `WrongMoment`, `SessionNotFound`.
        """
        return self._take_advert(
            owner_id, session_id, lambda: self._parser.parse(data, filename, *progress)
        )

    def process_job_link(
        self, owner_id: str, session_id: str, link: str, progress: Progress = SILENT
    ) -> tuple[str, ...]:
        """The same for the advert on this web page, HTML or PDF. Raises as it does."""
        if self._fetcher is None:
            raise unreadable_link(LinkFault.OFF)
        fetcher = self._fetcher

        def fetched() -> Document:
            page = fetcher.fetch(link)
            if page.is_pdf:
                return self._parser.parse(page.data, "", *progress)
            return self._parser.parse_advert(page.data, progress[1])

        return self._take_advert(owner_id, session_id, fetched)

    def remarks_on_cv(self, text: str) -> tuple[str, ...]:
        """What the candidate should know about this text, as far as the text itself tells."""
        return remarks(text) if text.strip() else ()

    def remarks_on_job(self, text: str) -> tuple[str, ...]:
        return orders(text)

    def _take_cv(
        self, owner_id: str, session_id: str, data: bytes, read: Callable[[], Document]
    ) -> InterviewSession:
        self._sessions.get_by_id(owner_id, session_id)
        document = read()
        stored = replace(
            document, file_id=self._files.save(data), warnings=_about_the_file(document)
        )
        superseded = stored.file_id
        try:
            superseded = self._sessions.update_cv_text(owner_id, session_id, stored)
        finally:
            if superseded:
                self._files.delete(superseded)
        return self._sessions.get_by_id(owner_id, session_id)

    def _take_advert(
        self, owner_id: str, session_id: str, read: Callable[[], Document]
    ) -> tuple[str, ...]:
        self._sessions.get_by_id(owner_id, session_id)
        document = read()
        self._sessions.update_job_description(owner_id, session_id, document.text)
        return _about_the_file(document)


def _about_the_file(document: Document) -> tuple[str, ...]:
    """Without what the text itself tells: that changes with each correction of it."""
    told = remarks(document.text)
    return tuple(warning for warning in document.warnings if warning not in told)


def _clean(text: str, field: str) -> str:
    """The text in the form that documents have too. Raises `ValidationError`."""
    if len(text) > MAX_TEXT:
        raise ValidationError(field, f"This text is longer than {MAX_TEXT:,} characters.")
    return normalise(text)
