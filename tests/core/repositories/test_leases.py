from __future__ import annotations

from dataclasses import replace

import pytest

from core.exceptions import SessionNotFound
from core.repositories.leases import Lease, LeaseRepository, TurnKey, TurnView
from tests.builders import OWNER, session

KEY = TurnKey(owner_id=OWNER, session_id=session().id, purpose="question", number=1)
MINE, OTHER = Lease(KEY, "mine"), Lease(KEY, "other")


@pytest.fixture(autouse=True)
def _an_interview(sessions):
    sessions.create(session())


@pytest.fixture
def short_lived(database) -> LeaseRepository:
    """Leases that are over as soon as they are given."""
    return LeaseRepository(database, life_ms=-1)


def test_a_turn_has_one_holder(leases):
    assert leases.acquire(MINE)
    assert not leases.acquire(OTHER)


def test_another_turn_has_a_holder_of_its_own(leases):
    leases.acquire(MINE)

    assert leases.acquire(Lease(replace(KEY, number=2), "other"))
    assert leases.acquire(Lease(replace(KEY, purpose="feedback"), "other"))


def test_a_dead_holders_lease_is_taken_over_and_its_late_beat_refused(leases, short_lived):
    short_lived.acquire(MINE)

    assert leases.acquire(OTHER)
    assert not leases.beat(MINE, TurnView("late"))
    assert leases.view(KEY) == TurnView("")


def test_a_beat_keeps_the_lease_and_shows_the_text_so_far(leases, short_lived):
    short_lived.acquire(MINE)

    assert leases.beat(MINE, TurnView("What did", "Gemini took over."))

    assert leases.view(KEY) == TurnView("What did", "Gemini took over.")
    assert not leases.acquire(OTHER)


def test_a_released_lease_can_be_taken_at_once(leases):
    leases.acquire(MINE)

    assert leases.release(MINE)
    assert not leases.release(MINE)
    assert leases.acquire(OTHER)


def test_nobody_sees_another_owners_turn(leases):
    leases.acquire(MINE)

    assert leases.view(replace(KEY, owner_id="somebody else")) is None


def test_a_lease_for_anothers_interview_is_refused(leases):
    with pytest.raises(SessionNotFound):
        leases.acquire(Lease(replace(KEY, owner_id="somebody else"), "token"))
