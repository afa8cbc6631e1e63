from __future__ import annotations

import pytest

from core.models import OwnerKind
from core.repositories.users import UserRepository
from core.services.visitors import VisitorService
from tests.builders import NOW


def visitors(database, key: str = "key") -> VisitorService:
    return VisitorService(UserRepository(database), key, lambda: NOW)


def test_a_local_installation_has_one_person(database):
    assert visitors(database).local() == visitors(database).local()
    assert visitors(database).local().kind is OwnerKind.LOCAL


def test_the_same_token_is_the_same_owner_and_another_is_another(database):
    here = visitors(database)

    assert here.anonymous("one") == here.anonymous("one")
    assert here.anonymous("one") != here.anonymous("two")


@pytest.mark.sqlite
def test_the_token_itself_is_nowhere_in_the_database(database, data_folder):
    visitors(database).anonymous("my-unguessable-token")
    database.close()

    stored = b"".join(path.read_bytes() for path in data_folder.iterdir() if path.is_file())
    assert b"my-unguessable-token" not in stored


def test_without_the_installations_key_a_token_leads_to_nobody_known(database):
    assert visitors(database, "key").anonymous("t") != visitors(database, "other").anonymous("t")


def test_a_visitor_is_looked_up_once_and_not_at_every_rerun(database, monkeypatch):
    looked_up: list[str] = []

    class Counting(UserRepository):
        def exists(self, user_id):
            looked_up.append(user_id)
            return super().exists(user_id)

    monkeypatch.setattr("core.services.visitors.MOST_SEEN", 2)  # the limit is the module's own
    here = VisitorService(Counting(database), "key", lambda: NOW)

    for token in ("one", "one", "two", "two", "three", "one"):
        here.anonymous(token)

    assert len(looked_up) == 4, "the first is forgotten when there are too many"
