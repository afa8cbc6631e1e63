"""Interviews that stand in a server's database as if a candidate had come that far."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from core.models import Kind, Message, OwnerKind, Plan, Role, User
from core.repositories.database import Database
from core.repositories.leases import Lease, LeaseRepository, TurnKey
from core.repositories.messages import MessageRepository
from core.repositories.migrate import migrate
from core.repositories.sessions import SessionRepository
from core.repositories.users import UserRepository
from tests.builders import NOW, OWNER, plan, question, session


class Shelf:
    """The interviews of the local person, in the data folder of a server."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(f"sqlite:///{folder / 'interviews.db'}")
        self.sessions = SessionRepository(self.database)
        self._messages = MessageRepository(self.database)
        migrate(self.database)
        users = UserRepository(self.database)
        if not users.exists(OWNER):
            users.create(User(OWNER, OwnerKind.LOCAL), NOW)

    def prepared(self, **changes: object) -> str:
        """The id of an interview that can be started, or can be once something is added."""
        begun = session(uuid4().hex, **changes)  # type: ignore[arg-type]  # one bag of values
        self.sessions.create(begun)
        return begun.id

    def begun(
        self,
        said: Sequence[Message] = (question(),),
        planned: Plan | None = None,
        **changes: object,
    ) -> str:
        """The id of an interview that has started, and in which this was said."""
        session_id = self.prepared(**changes)
        self.sessions.start(OWNER, session_id, planned or plan())
        self.say(session_id, *said)
        return session_id

    def say(self, session_id: str, *messages: Message) -> None:
        for message in messages:
            self._say(session_id, message)

    def answers(self, session_id: str) -> list[str]:
        stored = self._messages.get_messages(OWNER, session_id)
        return [message.content for message in stored if message.kind is Kind.ANSWER]

    def lease(self, session_id: str, purpose: str, number: int = 1) -> Lease:
        """The right to store one question or one feedback."""
        key = TurnKey(owner_id=OWNER, session_id=session_id, purpose=purpose, number=number)
        lease = Lease(key, "token")
        LeaseRepository(self.database).acquire(lease)
        return lease

    def _say(self, session_id: str, message: Message) -> None:
        if message.role is Role.USER:
            self._messages.create_message(OWNER, session_id, message)
            return
        lease = self.lease(session_id, "question", message.number)
        self._messages.create_question(lease, message)
