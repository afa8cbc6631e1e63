from __future__ import annotations

from dataclasses import replace

from core.documents.parser import DocumentParser
from core.exceptions import ValidationError
from core.models import InterviewSession
from core.repositories.files import FileRepository
from core.repositories.sessions import SessionRepository

MAX_TEXT = 400_000


class DocumentService:
    """Taking in the CV and the job description. Each step is stored at once."""

    def __init__(
        self, sessions: SessionRepository, files: FileRepository, parser: DocumentParser
    ) -> None:
        self._sessions = sessions
        self._files = files
        self._parser = parser

    def process_cv_upload(
        self, owner_id: str, session_id: str, data: bytes, filename: str
    ) -> InterviewSession:
        """Read the file, keep its original, and put it in the former CV's place.

        Raises `UnreadableDocument` (the former CV stays), `WrongMoment`, `SessionNotFound`.
        """
        self._sessions.get_by_id(owner_id, session_id)
        document = self._parser.parse(data, filename)
        stored = replace(document, file_id=self._files.save(data))
        superseded = stored.file_id
        try:
            superseded = self._sessions.update_cv_text(owner_id, session_id, stored)
        finally:
            if superseded:
                self._files.delete(superseded)
        return self._sessions.get_by_id(owner_id, session_id)

    def correct_cv_text(self, owner_id: str, session_id: str, text: str) -> InterviewSession:
        """Store the CV's text as the candidate wrote it, also where there was no file.

        Raises `ValidationError`, `WrongMoment`, `SessionNotFound`.
        """
        self._sessions.correct_cv_text(owner_id, session_id, _bounded(text, "cv"))
        return self._sessions.get_by_id(owner_id, session_id)

    def process_job_description(
        self, owner_id: str, session_id: str, text: str
    ) -> InterviewSession:
        """Store the pasted advert. Raises `ValidationError`, `WrongMoment`, `SessionNotFound`."""
        description = _bounded(text, "job_description").strip()
        self._sessions.update_job_description(owner_id, session_id, description)
        return self._sessions.get_by_id(owner_id, session_id)


def _bounded(text: str, field: str) -> str:
    if len(text) > MAX_TEXT:
        raise ValidationError(field, f"This text is longer than {MAX_TEXT:,} characters.")
    return text
