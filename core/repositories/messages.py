from __future__ import annotations

from typing import TypedDict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.exceptions import AnswerConflict, WrongMoment
from core.models import ASKED, REPLIED, Kind, Message, Role
from core.repositories.database import Database, reads, writes
from core.repositories.leases import Lease, give_up
from core.repositories.mapping import message_of, message_row
from core.repositories.ownership import hold_owned
from core.repositories.rows import MessageRow


class HistoryEntry(TypedDict):
    role: str
    content: str


class MessageRepository:
    """The conversations, line by line, in the order in which they were stored."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writes
    def create_message(
        self, db: Session, owner_id: str, session_id: str, message: Message
    ) -> Message:
        """Store a reply and return what is stored now: the same words twice are one row.

        A request to explain the question is a reply as well, told from others by its `ordinal`.
        Raises `AnswerConflict` when the question has been answered with other words, `WrongMoment`
        when the interview was finished early, `SessionNotFound`.
        """
        session = hold_owned(db, owner_id, session_id)
        stored = _reply_to(db, owner_id, session_id, message)
        if stored is None and message.kind is Kind.CLARIFICATION:
            stored = _twin_of(db, owner_id, session_id, message)
        if stored is None and session.finished_early_at is not None:
            raise WrongMoment("This interview is finished, so no more answers are taken.")
        if stored is None:
            db.add(
                message_row(owner_id, session_id, _next_position(db, owner_id, session_id), message)
            )
            return message
        if (stored.kind, stored.content) != (message.kind, message.content):
            raise AnswerConflict(message.number, stored.content, message.content)
        return message_of(stored)

    @writes
    def create_question(self, db: Session, lease: Lease, message: Message) -> bool:
        """Store a question or a clarification and end its lease, in one step.

        False when the lease was lost, or the interview was finished meanwhile, or the question that
        was to be clarified has been answered.
        """
        key = lease.key
        if not give_up(db, lease):
            return False
        if hold_owned(db, key.owner_id, key.session_id).finished_early_at is not None:
            return False
        is_clarification = message.kind is Kind.CLARIFICATION
        if is_clarification and _reply_to(db, key.owner_id, key.session_id, message):
            return False
        db.add(
            message_row(
                key.owner_id,
                key.session_id,
                _next_position(db, key.owner_id, key.session_id),
                message,
            )
        )
        return True

    @writes
    def create_close(self, db: Session, owner_id: str, session_id: str, close: Message) -> None:
        """Store the interviewer's last words, unless they are stored. Raises `SessionNotFound`."""
        hold_owned(db, owner_id, session_id)
        if _twin_of(db, owner_id, session_id, close) is None:
            position = _next_position(db, owner_id, session_id)
            db.add(message_row(owner_id, session_id, position, close))

    @writes
    def create_own_question(
        self, db: Session, owner_id: str, session_id: str, question: Message, reply: Message
    ) -> Message:
        """Store what the candidate asks at the end with the reply, both or neither.

        Returns what is stored now: the same words twice are one question. Raises `WrongMoment` when
        another one has taken its place, `SessionNotFound`.
        """
        hold_owned(db, owner_id, session_id)
        stored = _twin_of(db, owner_id, session_id, question)
        if stored is not None and stored.content != question.content:
            raise WrongMoment("Another question came in between. Please send yours again.")
        if stored is not None:
            return message_of(stored)
        first = _next_position(db, owner_id, session_id)
        db.add(message_row(owner_id, session_id, first, question))
        db.add(message_row(owner_id, session_id, first + 1, reply))
        return question

    @reads
    def get_messages(self, db: Session, owner_id: str, session_id: str) -> tuple[Message, ...]:
        rows = db.scalars(
            select(MessageRow)
            .where(MessageRow.owner_id == owner_id, MessageRow.session_id == session_id)
            .order_by(MessageRow.position)
        )
        return tuple(message_of(row) for row in rows)

    @reads
    def count_messages(
        self, db: Session, owner_id: str, session_id: str, role: Role = Role.ASSISTANT
    ) -> int:
        """How many questions and probes were asked, or how many of them were answered."""
        kinds = ASKED if role is Role.ASSISTANT else REPLIED
        query = select(func.count(MessageRow.id)).where(
            MessageRow.owner_id == owner_id,
            MessageRow.session_id == session_id,
            MessageRow.role == role,
            MessageRow.kind.in_(kinds),
        )
        return db.scalar(query) or 0

    def conversation_to_history(self, owner_id: str, session_id: str) -> list[HistoryEntry]:
        """The conversation as chat models take it: roles "assistant" and "user", oldest first."""
        messages = self.get_messages(owner_id, session_id)
        return [HistoryEntry(role=message.role, content=message.content) for message in messages]


def _reply_to(db: Session, owner_id: str, session_id: str, reply: Message) -> MessageRow | None:
    return db.scalar(
        select(MessageRow).where(
            MessageRow.owner_id == owner_id,
            MessageRow.session_id == session_id,
            MessageRow.number == reply.number,
            MessageRow.attempt == reply.attempt,
            MessageRow.kind.in_(REPLIED),
        )
    )


def _twin_of(db: Session, owner_id: str, session_id: str, message: Message) -> MessageRow | None:
    """What is stored in the very place of this message."""
    return db.scalar(
        select(MessageRow).where(
            MessageRow.owner_id == owner_id,
            MessageRow.session_id == session_id,
            MessageRow.number == message.number,
            MessageRow.role == message.role,
            MessageRow.kind == message.kind,
            MessageRow.ordinal == message.ordinal,
        )
    )


def _next_position(db: Session, owner_id: str, session_id: str) -> int:
    latest = select(func.max(MessageRow.position)).where(
        MessageRow.owner_id == owner_id, MessageRow.session_id == session_id
    )
    return (db.scalar(latest) or 0) + 1
