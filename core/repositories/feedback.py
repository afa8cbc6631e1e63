from __future__ import annotations

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from core.models import Feedback
from core.repositories.database import Database, reads, writes
from core.repositories.leases import Lease, give_up
from core.repositories.mapping import feedback_of, feedback_row
from core.repositories.rows import FeedbackRow


class FeedbackRepository:
    """Feedback by version: giving it again adds one and keeps the earlier ones."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writes
    def create_feedback(self, db: Session, lease: Lease, feedback: Feedback) -> bool:
        """Store a version and end its lease, in one step. False when the lease was lost."""
        if not give_up(db, lease):
            return False
        db.add(feedback_row(lease.key.owner_id, feedback))
        return True

    @reads
    def get_by_session_id(self, db: Session, owner_id: str, session_id: str) -> Feedback | None:
        """The latest version, or None."""
        newest_first = FeedbackRow.version.desc()
        row = db.scalar(_versions(owner_id, session_id).order_by(newest_first).limit(1))
        return feedback_of(row) if row else None

    @reads
    def latest_version(self, db: Session, owner_id: str, session_id: str) -> int:
        """The number of the latest version, or 0; no assessment is read for it."""
        versions = _versions(owner_id, session_id).with_only_columns(func.max(FeedbackRow.version))
        return db.scalar(versions) or 0

    @reads
    def history(self, db: Session, owner_id: str, session_id: str) -> tuple[Feedback, ...]:
        """All versions, oldest first."""
        rows = db.scalars(_versions(owner_id, session_id).order_by(FeedbackRow.version))
        return tuple(feedback_of(row) for row in rows)


def _versions(owner_id: str, session_id: str) -> Select[FeedbackRow]:
    return select(FeedbackRow).where(
        FeedbackRow.owner_id == owner_id, FeedbackRow.session_id == session_id
    )
