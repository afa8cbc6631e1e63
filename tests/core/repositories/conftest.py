from __future__ import annotations

import pytest

from core.models import OwnerKind, User
from core.repositories.leases import LeaseRepository
from core.repositories.messages import MessageRepository
from core.repositories.sessions import SessionRepository
from core.repositories.users import UserRepository
from tests.builders import NOW, OWNER


@pytest.fixture
def owners(database) -> UserRepository:
    users = UserRepository(database)
    for name in (OWNER, "somebody else"):
        users.create(User(name, OwnerKind.ANONYMOUS), NOW)
    return users


@pytest.fixture
def sessions(database, owners) -> SessionRepository:
    return SessionRepository(database)


@pytest.fixture
def messages(database) -> MessageRepository:
    return MessageRepository(database)


@pytest.fixture
def leases(database) -> LeaseRepository:
    return LeaseRepository(database)
