from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.exceptions import FailureKind
from core.models import Attempt, Purpose, Usage
from core.repositories.database import Database, reads, writes
from core.repositories.leases import TurnKey
from core.repositories.ownership import require_owned
from core.repositories.rows import AttemptRow


class AttemptRepository:
    """What was asked of which provider, and how it went."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writes
    def create(self, db: Session, key: TurnKey, attempt: Attempt, now: datetime) -> None:
        """Store an attempt. Raises `SessionNotFound` when the interview is gone."""
        require_owned(db, key.owner_id, key.session_id)
        db.add(
            AttemptRow(
                owner_id=key.owner_id,
                session_id=key.session_id,
                purpose=attempt.purpose,
                number=key.number,
                provider=attempt.provider,
                model=attempt.model,
                model_served=attempt.model_served,
                failure=attempt.failure,
                status=attempt.status,
                first_token_ms=attempt.first_token_ms,
                total_ms=attempt.total_ms,
                prompt_tokens=attempt.usage.prompt_tokens,
                completion_tokens=attempt.usage.completion_tokens,
                retries=attempt.retries,
                resets=attempt.resets,
                created_at=now,
            )
        )

    @reads
    def of_session(self, db: Session, owner_id: str, session_id: str) -> tuple[Attempt, ...]:
        """All attempts of an interview, oldest first."""
        rows = db.scalars(
            select(AttemptRow)
            .where(AttemptRow.owner_id == owner_id, AttemptRow.session_id == session_id)
            .order_by(AttemptRow.id)
        )
        return tuple(_attempt_of(row) for row in rows)


def _attempt_of(row: AttemptRow) -> Attempt:
    return Attempt(
        purpose=Purpose(row.purpose),
        provider=row.provider,
        model=row.model,
        model_served=row.model_served,
        failure=FailureKind(row.failure) if row.failure else None,
        status=row.status,
        first_token_ms=row.first_token_ms,
        total_ms=row.total_ms,
        usage=Usage(row.prompt_tokens, row.completion_tokens),
        retries=row.retries,
        resets=row.resets,
    )
