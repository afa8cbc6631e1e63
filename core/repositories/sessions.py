from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session, selectinload

from core.models import (
    ASKED,
    ENOUGH_ANSWERS,
    REPLIED,
    Document,
    InterviewSession,
    Plan,
    Stage,
    stage_of,
)
from core.repositories.database import Database, reads, writes
from core.repositories.mapping import message_of, plan_as_json, session_of, session_row
from core.repositories.ownership import require_owned
from core.repositories.rows import FeedbackRow, MessageRow, SessionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary:
    """One line of the dashboard. `score` is the latest feedback's, 1 to 10, or None."""

    id: str
    title: str
    company: str
    created_at: datetime
    stage: Stage
    answered: int
    question_count: int
    score: float | None
    has_feedback: bool
    provisional: bool


class SessionRepository:
    """Interviews of one owner at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writes
    def create(self, db: Session, session: InterviewSession) -> None:
        db.add(session_row(session))

    @reads
    def get_by_id(self, db: Session, owner_id: str, session_id: str) -> InterviewSession:
        """The interview without its messages. Raises `SessionNotFound`."""
        return session_of(require_owned(db, owner_id, session_id))

    @reads
    def get_session_with_messages(
        self, db: Session, owner_id: str, session_id: str
    ) -> InterviewSession:
        """The interview with all its messages, in two queries. Raises `SessionNotFound`."""
        row = require_owned(db, owner_id, session_id)
        db.scalar(
            select(SessionRow)
            .where(SessionRow.id == row.id)
            .options(selectinload(SessionRow.messages))
            .execution_options(populate_existing=True)
        )
        return session_of(row, tuple(message_of(message) for message in row.messages))

    @reads
    def recent(self, db: Session, owner_id: str, limit: int) -> tuple[SessionSummary, ...]:
        """The owner's interviews, newest first, in one query."""
        return tuple(
            _summary(row, asked, answered, latest)
            for row, asked, answered, latest in db.execute(_overview(owner_id, limit))
        )

    @writes
    def update_cv_text(self, db: Session, owner_id: str, session_id: str, cv: Document) -> None:
        """Replace the CV. Raises `SessionNotFound`."""
        row = require_owned(db, owner_id, session_id)
        row.cv_text, row.cv_filename, row.cv_file_id = cv.text, cv.filename, cv.file_id
        row.cv_warnings = list(cv.warnings)

    @writes
    def update_job_description(
        self, db: Session, owner_id: str, session_id: str, text: str
    ) -> None:
        """Replace the job description. Raises `SessionNotFound`."""
        require_owned(db, owner_id, session_id).job_description = text

    @writes
    def start(self, db: Session, owner_id: str, session_id: str, plan: Plan) -> None:
        """Store the plan, unless there is one: an interview is planned once."""
        row = require_owned(db, owner_id, session_id)
        if row.plan is None:
            row.plan = plan_as_json(plan)

    @writes
    def finish_early(self, db: Session, owner_id: str, session_id: str, now: datetime) -> None:
        """Store the time of finishing, unless there is one."""
        row = require_owned(db, owner_id, session_id)
        row.finished_early_at = row.finished_early_at or now

    def delete(self, owner_id: str, session_id: str) -> None:
        """Delete the interview and every row that hangs on it. Raises `SessionNotFound`."""
        self._delete(owner_id, session_id)
        self._database.forget_deleted()

    @writes
    def _delete(self, db: Session, owner_id: str, session_id: str) -> None:
        db.delete(require_owned(db, owner_id, session_id))


def _overview(owner_id: str, limit: int) -> Select[SessionRow, int, int, FeedbackRow | None]:
    replied = MessageRow.kind.in_(REPLIED)
    counts = (
        select(
            MessageRow.session_id,
            _how_many(MessageRow.kind.in_(ASKED)).label("asked"),
            _how_many(replied).label("answered"),
        )
        .where(MessageRow.owner_id == owner_id)
        .group_by(MessageRow.session_id)
        .subquery()
    )
    latest = (
        select(FeedbackRow.session_id, func.max(FeedbackRow.version).label("version"))
        .where(FeedbackRow.owner_id == owner_id)
        .group_by(FeedbackRow.session_id)
        .subquery()
    )
    is_latest = (FeedbackRow.session_id == latest.c.session_id) & (
        FeedbackRow.version == latest.c.version
    )
    return (
        select(
            SessionRow,
            func.coalesce(counts.c.asked, 0),
            func.coalesce(counts.c.answered, 0),
            FeedbackRow,
        )
        .where(SessionRow.owner_id == owner_id)
        .outerjoin(counts, counts.c.session_id == SessionRow.id)
        .outerjoin(latest, latest.c.session_id == SessionRow.id)
        .outerjoin(FeedbackRow, is_latest)
        .order_by(SessionRow.created_at.desc(), SessionRow.id)
        .limit(limit)
    )


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _summary(
    row: SessionRow, asked: int, answered: int, latest: FeedbackRow | None
) -> SessionSummary:
    score, rated = (latest.score, latest.rated) if latest else (None, 0)
    return SessionSummary(
        id=row.id,
        title=row.job_title,
        company=row.company_name,
        created_at=row.created_at,
        stage=stage_of(
            started=row.plan is not None,
            finished_early=row.finished_early_at is not None,
            asked=asked,
            answered=answered,
            question_count=row.question_count,
        ),
        answered=answered,
        question_count=row.question_count,
        score=score,
        has_feedback=latest is not None,
        provisional=score is not None and rated < ENOUGH_ANSWERS,
    )
