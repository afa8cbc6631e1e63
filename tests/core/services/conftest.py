from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from core.models import OwnerKind, User
from core.repositories.leases import LeaseRepository, TurnKey
from core.repositories.sessions import SessionRepository
from core.repositories.users import UserRepository
from core.services.turns import TurnRunner
from core.services.workers import InlineWorkers, ThreadWorkers
from tests.builders import NOW, OWNER, session

KEY = TurnKey(owner_id=OWNER, session_id=session().id, purpose="question", number=1)


@pytest.fixture
def sessions(database) -> SessionRepository:
    UserRepository(database).create(User(OWNER, OwnerKind.LOCAL), NOW)
    repository = SessionRepository(database)
    repository.create(session())
    return repository


@pytest.fixture
def make_runner(database, sessions) -> Iterator[Callable[..., TurnRunner]]:
    """Turn runners on one database, each as good as a process of its own."""
    made: list[TurnRunner] = []
    tokens = count()

    def make(threads: int = 0) -> TurnRunner:
        workers = ThreadWorkers(threads) if threads else InlineWorkers()
        runner = TurnRunner(LeaseRepository(database), workers, lambda: f"token-{next(tokens)}")
        made.append(runner)
        return runner

    yield make
    for runner in made:
        runner.close()
