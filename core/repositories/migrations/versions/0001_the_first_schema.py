"""The first schema: owners, interviews, messages, feedback, leases, provider attempts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("users", "sessions", "messages", "feedback", "leases", "attempts")


def upgrade() -> None:
    _users()
    _sessions()
    _messages()
    _feedback()
    _leases()
    _attempts()


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _time(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _reference(table: str, column: str) -> sa.Column[str]:
    name = op.f(f"fk_{table}_{column}")
    target = {"owner_id": "users.id", "session_id": "sessions.id"}[column]
    key = sa.ForeignKey(target, name=name, ondelete="CASCADE")
    return sa.Column(column, sa.Text, key, nullable=False)


def _of_a_session(table: str, *columns: sa.Column[Any], unique: tuple[str, ...] = ()) -> None:
    """A table whose rows belong to an owner and to one of the owner's interviews."""
    op.create_table(
        table,
        sa.Column("id", sa.Integer, nullable=False),
        _reference(table, "owner_id"),
        _reference(table, "session_id"),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        *_unique(table, unique),
    )
    op.create_index(op.f(f"ix_{table}_owner_id"), table, ["owner_id"])


def _unique(table: str, columns: tuple[str, ...]) -> list[sa.UniqueConstraint]:
    name = op.f(f"uq_{table}_{'_'.join(columns)}")
    return [sa.UniqueConstraint(*columns, name=name)] if columns else []


def _users() -> None:
    op.create_table(
        "users",
        *_text("id", "kind"),
        _time("created_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
    )


def _sessions() -> None:
    op.create_table(
        "sessions",
        *_text("id"),
        _reference("sessions", "owner_id"),
        *_text("job_title", "company_name", "job_description", "interview_type", "level"),
        *_numbers("question_count"),
        *_text("language"),
        sa.Column("cv_text", sa.Text),
        *_text("cv_filename", "cv_file_id"),
        sa.Column("cv_warnings", sa.JSON, nullable=False),
        sa.Column("plan", sa.JSON),
        _time("created_at"),
        _time("finished_early_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_owner_id"), "sessions", ["owner_id"])
    op.create_index("ix_sessions_recent", "sessions", ["owner_id", "created_at"])


def _messages() -> None:
    _of_a_session(
        "messages",
        *_numbers("position"),
        *_text("role", "kind"),
        *_numbers("number", "attempt", "ordinal", "topic"),
        *_text("content", "decision", "provider", "model", "prompt_hash", "notice"),
        _time("created_at"),
        unique=("session_id", "number", "role", "kind", "attempt", "ordinal"),
    )
    with op.batch_alter_table("messages") as table:
        table.create_unique_constraint(
            op.f("uq_messages_session_id_position"), ["session_id", "position"]
        )
    _one_per_number("uq_messages_one_question", "kind IN ('question', 'probe')")
    _one_per_number("uq_messages_one_reply", "kind IN ('answer', 'skip')")


def _one_per_number(name: str, condition: str) -> None:
    op.create_index(
        name,
        "messages",
        ["session_id", "number", "attempt"],
        unique=True,
        sqlite_where=sa.text(condition),
        postgresql_where=sa.text(condition),
    )


def _feedback() -> None:
    _of_a_session(
        "feedback",
        *_numbers("version"),
        sa.Column("score", sa.Double),
        *_numbers("rated"),
        *_text("assessor", "provider", "model", "prompt_hash"),
        sa.Column("assessment", sa.JSON, nullable=False),
        _time("created_at"),
        unique=("session_id", "version"),
    )


def _leases() -> None:
    _of_a_session(
        "leases",
        *_text("purpose"),
        *_numbers("number", "attempt"),
        *_text("token"),
        sa.Column("expires_ms", sa.BigInteger, nullable=False),
        *_text("partial_text", "notice"),
        unique=("session_id", "purpose", "number", "attempt"),
    )


def _attempts() -> None:
    optional = ("status", "first_token_ms", "prompt_tokens", "completion_tokens")
    _of_a_session(
        "attempts",
        *_text("purpose"),
        *_numbers("number"),
        *_text("provider", "model", "model_served"),
        sa.Column("failure", sa.Text),
        *(sa.Column(name, sa.Integer) for name in optional),
        *_numbers("total_ms", "retries", "resets"),
        _time("created_at"),
    )
    op.create_index("ix_attempts_session", "attempts", ["session_id"])
