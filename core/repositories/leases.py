"""Who is wording a turn just now. One lease a turn, over all tabs and processes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from core.repositories.database import Database, epoch_ms, reads, writes
from core.repositories.ownership import require_owned
from core.repositories.rows import LeaseRow

LIFE_MS = 15_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnKey:
    """What is being worded: a question by its number, or a feedback by its version."""

    owner_id: str
    session_id: str
    purpose: str
    number: int
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to store the result of one turn, for as long as `token` is the row's."""

    key: TurnKey
    token: str


@dataclass(frozen=True, slots=True)
class TurnView:
    """What a turn looks like so far. A text that got shorter has been taken back."""

    text: str = ""
    notice: str = ""


class LeaseRepository:
    """Leases expire 15 s after their last beat, by the database's clock."""

    def __init__(self, database: Database, life_ms: int = LIFE_MS) -> None:
        self._database = database
        self._life_ms = life_ms

    @writes
    def acquire(self, db: Session, lease: Lease) -> bool:
        """Take the lease if nobody holds it. Raises `SessionNotFound`."""
        require_owned(db, lease.key.owner_id, lease.key.session_id)
        held = db.scalar(select(LeaseRow).where(_same(lease.key)))
        now = db.scalar(select(epoch_ms())) or 0
        if held is not None and held.expires_ms > now:
            return False
        if held is not None:
            db.delete(held)
            db.flush()
        db.add(_row(lease, now + self._life_ms))
        return True

    @writes
    def beat(self, db: Session, lease: Lease, view: TurnView) -> bool:
        """Stay alive and show how far the text has come. False when the lease is lost."""
        found = db.execute(
            update(LeaseRow)
            .where(_mine(lease))
            .values(
                expires_ms=epoch_ms() + self._life_ms, partial_text=view.text, notice=view.notice
            )
            .returning(LeaseRow.id)
        )
        return found.first() is not None

    @writes
    def release(self, db: Session, lease: Lease) -> bool:
        """Give the lease back. False when it was lost or used up by the final write."""
        return give_up(db, lease)

    @reads
    def view(self, db: Session, key: TurnKey) -> TurnView | None:
        """What the turn's holder has written so far; None when nobody alive holds it."""
        query = select(LeaseRow).where(_same(key), LeaseRow.expires_ms > epoch_ms())
        row = db.scalar(query)
        return TurnView(row.partial_text, row.notice) if row else None


def give_up(db: Session, lease: Lease) -> bool:
    """Remove the lease inside the final write's transaction; False means the result is stale."""
    removed = db.execute(delete(LeaseRow).where(_mine(lease)).returning(LeaseRow.id))
    return removed.first() is not None


def _row(lease: Lease, expires_ms: int) -> LeaseRow:
    key = lease.key
    return LeaseRow(
        owner_id=key.owner_id,
        session_id=key.session_id,
        purpose=key.purpose,
        number=key.number,
        attempt=key.attempt,
        token=lease.token,
        expires_ms=expires_ms,
        partial_text="",
        notice="",
    )


def _same(key: TurnKey) -> ColumnElement[bool]:
    return (
        (LeaseRow.owner_id == key.owner_id)
        & (LeaseRow.session_id == key.session_id)
        & (LeaseRow.purpose == key.purpose)
        & (LeaseRow.number == key.number)
        & (LeaseRow.attempt == key.attempt)
    )


def _mine(lease: Lease) -> ColumnElement[bool]:
    return _same(lease.key) & (LeaseRow.token == lease.token)
