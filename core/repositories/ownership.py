from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.exceptions import SessionNotFound
from core.repositories.rows import SessionRow


def require_owned(db: Session, owner_id: str, session_id: str) -> SessionRow:
    """The interview's row. Raises `SessionNotFound` for another owner's as for one that is not."""
    query = select(SessionRow).where(SessionRow.id == session_id, SessionRow.owner_id == owner_id)
    row = db.scalar(query)
    if row is None:
        raise SessionNotFound
    return row
