from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from core.exceptions import WrongMoment
from core.interview.coverage.coverage_map import demands
from core.interview.planning.again import next_draft, open_demands
from core.models import Demand, Document, Format, InterviewSession, Job, Stage
from core.repositories.files import FileRepository
from core.repositories.sessions import SessionRepository, SessionSummary
from core.samples import sample_cv, sample_job


class SessionService:
    """Setting interviews up, finding them again, and deleting them."""

    def __init__(
        self,
        sessions: SessionRepository,
        files: FileRepository,
        new_id: Callable[[], str],
        clock: Callable[[], datetime],
    ) -> None:
        self._sessions = sessions
        self._files = files
        self._new_id = new_id
        self._clock = clock

    def create_session(
        self, owner_id: str, job_title: str, company_name: str, format: Format | None = None
    ) -> InterviewSession:
        """A new interview. Raises `ValidationError` with the field "title" or "company"."""
        job = Job(title=job_title.strip(), company=company_name.strip())
        return self._create(owner_id, job, format or Format())

    def create_sample_session(self, owner_id: str) -> InterviewSession:
        """An interview with a fictional CV and job description filled in, ready to start."""
        return self._create(owner_id, sample_job(), Format(), sample_cv())

    def create_next_session(self, owner_id: str, session_id: str) -> InterviewSession:
        """A new interview with the CV and the job of a finished one, ready to start.

        Its plan asks for what the advert demands and the finished one did not show. Raises
        `WrongMoment` before the end, `SessionNotFound`.
        """
        last = self._sessions.get_session_with_messages(owner_id, session_id)
        if last.stage is not Stage.FINISHED:
            raise WrongMoment("The next interview can be planned when this one is finished.")
        # The uploaded original belongs to the first interview, and goes with it.
        cv = replace(last.cv, file_id="") if last.cv else None
        left_open = open_demands(demands(last))
        return self._create(owner_id, last.job, last.format, cv, left_open)

    def get_session(self, owner_id: str, session_id: str) -> InterviewSession:
        """The interview with its messages. Raises `SessionNotFound`."""
        return self._sessions.get_session_with_messages(owner_id, session_id)

    def is_ready_for_interview(self, owner_id: str, session_id: str) -> bool:
        """Whether a CV and a job description are there. Raises `SessionNotFound`."""
        return self._sessions.get_by_id(owner_id, session_id).is_ready_for_interview

    def recent(self, owner_id: str, limit: int | None = None) -> tuple[SessionSummary, ...]:
        """The owner's interviews, newest first; all of them without a limit."""
        return self._sessions.recent(owner_id, limit)

    def delete_session(self, owner_id: str, session_id: str) -> None:
        """Delete the interview, its file and every row of it. Raises `SessionNotFound`."""
        file_id = self._sessions.delete(owner_id, session_id)
        if file_id:
            self._files.delete(file_id)

    def _create(
        self,
        owner_id: str,
        job: Job,
        format: Format,
        cv: Document | None = None,
        left_open: tuple[Demand, ...] = (),
    ) -> InterviewSession:
        session = InterviewSession(
            id=self._new_id(),
            owner_id=owner_id,
            job=job,
            format=format,
            cv=cv,
            created_at=self._clock(),
        )
        session = replace(session, draft=next_draft(session, left_open) if left_open else None)
        self._sessions.create(session)
        return session
