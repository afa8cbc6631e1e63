from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.exceptions import FailureKind
from core.models import ASKED, Attempt, Credit, Kind, Purpose, Role, Usage
from core.repositories.database import Database, reads, writes
from core.repositories.leases import TurnKey
from core.repositories.ownership import require_owned
from core.repositories.rows import AttemptRow, FeedbackRow, MessageRow

NANO = 1_000_000_000  # a token of the cheapest models costs about 100 nano-dollars


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
                thinking_tokens=attempt.usage.thinking_tokens,
                cached_tokens=attempt.usage.cached_tokens,
                cost_nano_usd=_in_nano(attempt.usage.cost_usd),
                is_estimate=attempt.usage.is_estimate,
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

    @reads
    def credits(self, db: Session, owner_id: str, session_id: str) -> tuple[Credit, ...]:
        """Who worded the questions, explanations and versions of the feedback that are stored."""
        worded = (
            select(MessageRow.provider, MessageRow.model, func.count(MessageRow.id))
            .where(MessageRow.owner_id == owner_id, MessageRow.session_id == session_id)
            .where(MessageRow.role == Role.ASSISTANT)
            .group_by(MessageRow.provider, MessageRow.model)
        )
        questions = db.execute(worded.where(MessageRow.kind.in_(ASKED)))
        explanations = db.execute(worded.where(MessageRow.kind == Kind.CLARIFICATION))
        feedbacks = db.execute(
            select(FeedbackRow.provider, FeedbackRow.model, func.count(FeedbackRow.id))
            .where(FeedbackRow.owner_id == owner_id, FeedbackRow.session_id == session_id)
            .group_by(FeedbackRow.provider, FeedbackRow.model)
        )
        return (
            *(Credit(provider=name, model=model, questions=n) for name, model, n in questions),
            *(
                Credit(provider=name, model=model, explanations=n)
                for name, model, n in explanations
            ),
            *(Credit(provider=name, model=model, feedbacks=n) for name, model, n in feedbacks),
        )


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
        usage=Usage(
            row.prompt_tokens,
            row.completion_tokens,
            row.thinking_tokens,
            row.cached_tokens,
            None if row.cost_nano_usd is None else row.cost_nano_usd / NANO,
            row.is_estimate,
        ),
        retries=row.retries,
        resets=row.resets,
    )


def _in_nano(dollars: float | None) -> int | None:
    return None if dollars is None else round(dollars * NANO)
