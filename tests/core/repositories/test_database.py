from __future__ import annotations

import sqlite3
import threading

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, InvalidRequestError, OperationalError
from sqlalchemy.orm import Session

from core.exceptions import ConfigurationError, StorageBusy, StorageUnavailable
from core.models import Document, Kind, OwnerKind, User
from core.repositories.database import Database, reads, with_driver, writes
from core.repositories.mapping import message_row
from core.repositories.migrate import migrate
from core.repositories.rows import Row, SessionRow
from core.repositories.users import UserRepository
from tests.builders import NOW, OWNER, question, session


def test_the_migrations_make_exactly_the_tables_that_the_code_describes(database):
    with database.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Row.metadata)

    only_in_migrations = {(kind, index.name) for kind, index in differences}
    assert only_in_migrations == {
        ("remove_index", "uq_messages_one_question"),
        ("remove_index", "uq_messages_one_reply"),
    }


@pytest.mark.parametrize("kinds", [(Kind.QUESTION, Kind.PROBE), (Kind.ANSWER, Kind.SKIP)])
def test_a_number_has_one_question_and_one_reply_whatever_their_kinds(database, sessions, kinds):
    sessions.create(session())
    rows = [
        message_row(OWNER, session().id, n, question(1, kind=kind)) for n, kind in enumerate(kinds)
    ]

    with pytest.raises(IntegrityError, match=r"(?i)unique"), database.writing.begin() as db:
        db.add_all(rows)


def test_migrating_again_changes_nothing(database):
    migrate(database)

    assert not UserRepository(database).exists("anybody")


@pytest.mark.sqlite
def test_the_first_migration_can_be_taken_back(tmp_path):
    from alembic import command  # noqa: PLC0415 - heavy, as in the code
    from alembic.config import Config  # noqa: PLC0415 - the same

    from core.repositories.migrate import SCRIPTS  # noqa: PLC0415 - the same

    database = Database(f"sqlite:///{tmp_path}/db")
    migrate(database)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))

        assert [name for (name,) in tables] == ["alembic_version"]
    database.close()


@pytest.mark.sqlite
def test_processes_that_start_together_migrate_once(tmp_path):
    databases = [Database(f"sqlite:///{tmp_path}/db") for _ in range(4)]
    threads = [threading.Thread(target=migrate, args=(database,)) for database in databases]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not UserRepository(databases[0]).exists("anybody")
    for database in databases:
        database.close()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 1), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_sqlite_is_set_up_for_readers_beside_a_writer(database, pragma, value):
    with database.engine.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value


@pytest.mark.sqlite
def test_a_locked_database_is_said_to_be_busy_after_bounded_tries(database, data_folder):
    blocker = sqlite3.connect(data_folder / "interviews.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")

    with pytest.raises(StorageBusy):
        UserRepository(database).create(User("new", OwnerKind.LOCAL), NOW)

    blocker.execute("ROLLBACK")
    blocker.close()
    UserRepository(database).create(User("new", OwnerKind.LOCAL), NOW)
    assert UserRepository(database).exists("new")


@pytest.mark.sqlite
def test_readers_are_not_kept_waiting_by_a_writer(database, data_folder):
    blocker = sqlite3.connect(data_folder / "interviews.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")

    assert not UserRepository(database).exists("anybody")

    blocker.close()


class Probe:
    def __init__(self, database: Database) -> None:
        self._database = database
        self.tries = 0

    @reads
    def broken(self, db: Session) -> None:
        db.execute(text("SELECT * FROM no_such_table"))

    @writes
    def broken_write(self, db: Session) -> None:
        db.execute(text("INSERT INTO no_such_table VALUES (1)"))

    @writes
    def collides_once(self, db: Session) -> str:
        self.tries += 1
        if self.tries == 1:
            raise IntegrityError("insert", {}, Exception("unique"))
        return "second try"

    @writes
    def fails_halfway(self, db: Session) -> None:
        db.execute(text("INSERT INTO users VALUES ('half', 'local', '2026-01-01')"))
        raise KeyError("halfway")


def test_other_failures_of_the_database_are_bugs_and_crash(database):
    with pytest.raises(DBAPIError):
        Probe(database).broken()
    with pytest.raises(DBAPIError):
        Probe(database).broken_write()


def test_a_collision_is_tried_again_when_the_other_row_is_there(database):
    assert Probe(database).collides_once() == "second try"


def test_a_transaction_that_fails_halfway_leaves_nothing(database):
    with pytest.raises(KeyError):
        Probe(database).fails_halfway()

    assert not UserRepository(database).exists("half")


def test_reading_a_relationship_that_was_not_asked_for_is_an_error(database, sessions):
    sessions.create(session())

    with database.reading() as db:
        row = db.get(SessionRow, session().id)
        with pytest.raises(InvalidRequestError):
            _ = row.messages


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_is_reached_through_psycopg_whatever_the_address_is_called(scheme):
    url = with_driver(f"{scheme}://ann:secret@host/db")

    assert url == "postgresql+psycopg://ann:secret@host/db"


def test_an_owner_is_stored_once(owners):
    owners.create(User(OWNER, OwnerKind.LOCAL), NOW)

    assert owners.exists(OWNER)


OUTAGES = [
    OperationalError("SELECT", {}, sqlite3.OperationalError("disk I/O error")),
    OperationalError("SELECT", {}, sqlite3.OperationalError("database or disk is full")),
    OperationalError("SELECT", {}, sqlite3.OperationalError("unable to open database file")),
    OperationalError("SELECT", {}, psycopg.OperationalError("connection refused")),
    OperationalError("SELECT", {}, psycopg.errors.AdminShutdown("terminating connection")),
    OperationalError("SELECT", {}, psycopg.errors.DiskFull("no space left")),
    DBAPIError("SELECT", {}, Exception("gone"), connection_invalidated=True),
]


class Broken:
    def __init__(self, database: Database, error: Exception) -> None:
        self._database = database
        self._error = error

    @reads
    def read(self, _db: Session) -> None:
        raise self._error

    @writes
    def write(self, _db: Session) -> None:
        raise self._error


@pytest.mark.parametrize("error", OUTAGES, ids=str)
def test_a_database_that_is_gone_is_told_in_words(database, error):
    broken = Broken(database, error)

    for call in (broken.read, broken.write):
        with pytest.raises(StorageUnavailable, match="What you typed is still on this page"):
            call()


def test_what_candidates_wrote_is_in_no_error(database, sessions):
    sessions.create(session())

    with pytest.raises(IntegrityError) as collision:
        sessions.create(session(cv=Document(text="my secret past")))

    assert "my secret past" not in str(collision.value)


@pytest.mark.parametrize("url", ["nonsense", "acme://host/db", "postgresql://host:port/db"])
def test_an_address_that_is_none_is_refused_without_showing_it(url):
    with pytest.raises(ConfigurationError, match="DATABASE_URL") as refused:
        Database(url)

    assert url not in str(refused.value)


def test_a_dropped_connection_is_noticed_before_it_is_used():
    engine = Database("postgresql://nowhere/db").engine

    assert engine.pool._pre_ping
