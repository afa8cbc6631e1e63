from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session, selectinload

from core.exceptions import PlanChanged, WrongMoment
from core.models import (
    ASKED,
    ENOUGH_ANSWERS,
    REPLIED,
    Document,
    Draft,
    InterviewSession,
    Plan,
    Stage,
    stage_of,
)
from core.repositories.database import Database, reads, writes
from core.repositories.mapping import (
    draft_as_json,
    message_of,
    plan_as_json,
    session_of,
    session_row,
)
from core.repositories.ownership import hold_owned, require_owned
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
        row = require_owned(db, owner_id, session_id, selectinload(SessionRow.messages))
        return session_of(row, tuple(message_of(message) for message in row.messages))

    @reads
    def recent(self, db: Session, owner_id: str, limit: int | None) -> tuple[SessionSummary, ...]:
        """The owner's interviews, newest first, in one query."""
        return tuple(
            _summary(row, asked, answered, latest)
            for row, asked, answered, latest in db.execute(_overview(owner_id, limit))
        )

    @writes
    def update_cv_text(self, db: Session, owner_id: str, session_id: str, cv: Document) -> str:
        """Replace the CV and return the former file's id, or an empty text.

        Raises `WrongMoment` once the interview has started, `SessionNotFound`.
        """
        row = _hold_in_preparation(db, owner_id, session_id)
        former = row.cv_file_id
        row.cv_text, row.cv_filename, row.cv_file_id = cv.text, cv.filename, cv.file_id
        row.cv_warnings = list(cv.warnings)
        return former

    @writes
    def correct_cv_text(self, db: Session, owner_id: str, session_id: str, text: str) -> None:
        """Replace the CV's text alone. Raises as `update_cv_text` does."""
        _hold_in_preparation(db, owner_id, session_id).cv_text = text

    @writes
    def update_job_description(
        self, db: Session, owner_id: str, session_id: str, text: str
    ) -> None:
        """Replace the job description. Raises as `update_cv_text` does."""
        _hold_in_preparation(db, owner_id, session_id).job_description = text

    @writes
    def save_draft(self, db: Session, owner_id: str, session_id: str, draft: Draft) -> None:
        """Store the edited plan; the interview has as many questions as it has.

        Raises `PlanChanged` when another edit than the one before it was stored meanwhile, and as
        `update_cv_text` does.
        """
        row = _hold_in_preparation(db, owner_id, session_id)
        if (row.draft_plan or {}).get("version", 0) != draft.version - 1:
            raise PlanChanged
        row.draft_plan = draft_as_json(draft)
        row.question_count = len(draft.questions)

    @writes
    def start(self, db: Session, owner_id: str, session_id: str, plan: Plan) -> None:
        """Store the plan, unless there is one: an interview is planned once."""
        row = hold_owned(db, owner_id, session_id)
        if row.plan is None:
            row.plan = plan_as_json(plan)
            row.question_count = len(plan.questions)

    @writes
    def finish_early(self, db: Session, owner_id: str, session_id: str, now: datetime) -> None:
        """Store the time of finishing, unless there is one."""
        row = hold_owned(db, owner_id, session_id)
        row.finished_early_at = row.finished_early_at or now

    def delete(self, owner_id: str, session_id: str) -> str:
        """Delete the interview and every row that hangs on it, and return its file's id.

        The id is an empty text where there is no file. Raises `SessionNotFound`.
        """
        file_id = self._delete(owner_id, session_id)
        self._database.forget_deleted()
        return file_id

    @writes
    def _delete(self, db: Session, owner_id: str, session_id: str) -> str:
        row = hold_owned(db, owner_id, session_id)
        db.delete(row)
        return row.cv_file_id


def _hold_in_preparation(db: Session, owner_id: str, session_id: str) -> SessionRow:
    row = hold_owned(db, owner_id, session_id)
    if row.plan is not None:
        raise WrongMoment(
            "This interview has started, so its CV and job description stay as they are. "
            "Start a new interview to use others."
        )
    return row


def _overview(owner_id: str, limit: int | None) -> Select[SessionRow, int, int, FeedbackRow | None]:
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
