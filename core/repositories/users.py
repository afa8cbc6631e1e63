from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from core.models import User
from core.repositories.database import Database, reads, writes
from core.repositories.rows import UserRow


class UserRepository:
    """Whoever owns interviews."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reads
    def exists(self, db: Session, user_id: str) -> bool:
        return db.get(UserRow, user_id) is not None

    @writes
    def create(self, db: Session, user: User, now: datetime) -> None:
        """Store the user; a user that is already there stays as it is."""
        if db.get(UserRow, user.id) is None:
            db.add(UserRow(id=user.id, kind=user.kind, created_at=now))
