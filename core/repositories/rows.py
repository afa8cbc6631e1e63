"""The tables. `docs/database.md` describes them; migrations/ makes them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class UtcDateTime(TypeDecorator[datetime]):
    """SQLite keeps no time zone, so what comes back is said to be UTC, as all that goes in is."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


class Words(TypeDecorator[str]):
    """Text that every database takes: no NUL, which nobody types, and no half of a character."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        return value.replace("\0", "").encode("utf-8", "replace").decode() if value else value


class Row(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy declares it so
        str: Words,
        datetime: UtcDateTime,
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON,
    }


def _owner() -> Mapped[str]:
    return mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)


def _session() -> Mapped[str]:
    return mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"))


class UserRow(Row):
    __tablename__ = "users"

    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    created_at: Mapped[datetime]


class MessageRow(Row):
    """One line of a conversation.

    Two partial unique indexes stand in the migrations alone, since naming their dialects here
    would load both: a number has one question or probe, and one answer or skip.
    """

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("session_id", "position"),
        UniqueConstraint("session_id", "number", "role", "kind", "attempt", "ordinal"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = _owner()
    session_id: Mapped[str] = _session()
    position: Mapped[int]
    role: Mapped[str]
    kind: Mapped[str]
    number: Mapped[int]
    attempt: Mapped[int]
    ordinal: Mapped[int]
    topic: Mapped[int]
    content: Mapped[str]
    decision: Mapped[str]
    provider: Mapped[str]
    model: Mapped[str]
    prompt_hash: Mapped[str]
    notice: Mapped[str]
    created_at: Mapped[datetime]


class SessionRow(Row):
    __tablename__ = "sessions"
    __table_args__ = (Index("ix_sessions_recent", "owner_id", "created_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = _owner()
    job_title: Mapped[str]
    company_name: Mapped[str]
    job_description: Mapped[str]
    interview_type: Mapped[str]
    level: Mapped[str]
    question_count: Mapped[int]
    language: Mapped[str]
    cv_text: Mapped[str | None]
    cv_filename: Mapped[str]
    cv_file_id: Mapped[str]
    cv_warnings: Mapped[list[str]]
    draft_plan: Mapped[dict[str, Any] | None]
    plan: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]
    finished_early_at: Mapped[datetime | None]
    messages: Mapped[list[MessageRow]] = relationship(
        order_by=MessageRow.position, lazy="raise", passive_deletes=True
    )


class FeedbackRow(Row):
    __tablename__ = "feedback"
    __table_args__ = (UniqueConstraint("session_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = _owner()
    session_id: Mapped[str] = _session()
    version: Mapped[int]
    score: Mapped[float | None]
    rated: Mapped[int]
    assessor: Mapped[str]
    provider: Mapped[str]
    model: Mapped[str]
    prompt_hash: Mapped[str]
    assessment: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class LeaseRow(Row):
    """Who is wording a turn just now, and how far they have come."""

    __tablename__ = "leases"
    __table_args__ = (UniqueConstraint("session_id", "purpose", "number", "attempt"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = _owner()
    session_id: Mapped[str] = _session()
    purpose: Mapped[str]
    number: Mapped[int]
    attempt: Mapped[int]
    token: Mapped[str]
    expires_ms: Mapped[int] = mapped_column(BigInteger)
    partial_text: Mapped[str]
    notice: Mapped[str]


class AttemptRow(Row):
    """One call to one provider. No prompt, no reply and no key."""

    __tablename__ = "attempts"
    __table_args__ = (Index("ix_attempts_session", "session_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = _owner()
    session_id: Mapped[str] = _session()
    purpose: Mapped[str]
    number: Mapped[int]
    provider: Mapped[str]
    model: Mapped[str]
    model_served: Mapped[str]
    failure: Mapped[str | None]
    status: Mapped[int | None]
    first_token_ms: Mapped[int | None]
    total_ms: Mapped[int]
    prompt_tokens: Mapped[int | None]
    completion_tokens: Mapped[int | None]
    thinking_tokens: Mapped[int | None]
    cached_tokens: Mapped[int | None]
    cost_nano_usd: Mapped[int | None] = mapped_column(BigInteger)
    is_estimate: Mapped[bool]
    retries: Mapped[int]
    resets: Mapped[int]
    created_at: Mapped[datetime]
