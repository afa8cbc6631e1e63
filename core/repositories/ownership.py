from __future__ import annotations

from sqlalchemy import Select, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.base import ExecutableOption

from core.exceptions import SessionNotFound
from core.repositories.rows import SessionRow


def require_owned(
    db: Session, owner_id: str, session_id: str, *loading: ExecutableOption
) -> SessionRow:
    """The interview's row. Raises `SessionNotFound` for another owner's as for one that is not."""
    return _found(db.scalar(_owned(owner_id, session_id).options(*loading)))


def hold_owned(db: Session, owner_id: str, session_id: str) -> SessionRow:
    """The same, and nobody else changes the row until this transaction ends.

    PostgreSQL locks it; on SQLite a writing transaction is alone anyway.
    """
    return _found(db.scalar(_owned(owner_id, session_id).with_for_update()))


def _owned(owner_id: str, session_id: str) -> Select[SessionRow]:
    return select(SessionRow).where(SessionRow.id == session_id, SessionRow.owner_id == owner_id)


def _found(row: SessionRow | None) -> SessionRow:
    if row is None:
        raise SessionNotFound
    return row
