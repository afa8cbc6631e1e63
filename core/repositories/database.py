"""Opening a database, and the two kinds of transaction that repositories use."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import BigInteger, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from core.exceptions import ConfigurationError, StorageBusy, StorageUnavailable

if TYPE_CHECKING:
    from tenacity import Retrying

TRIES = 3
# PostgreSQL: serialization failure, deadlock, lock not available
PASSING_STATES = {"40001", "40P01", "55P03"}
# PostgreSQL: connection, resources, operator's intervention, system
OUTAGE_CLASSES = {"08", "53", "57", "58"}
SQLITE_OUTAGES = ("disk", "unable to open", "readonly")

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")


class Database:
    """One engine with a reading and a writing kind of session; `busy_seconds` bounds a wait."""

    def __init__(self, url: str, busy_seconds: float = 5.0) -> None:
        self.engine = _open(url, busy_seconds)
        self.reading = sessionmaker(self.engine, expire_on_commit=False)
        self.writing = sessionmaker(
            self.engine.execution_options(writes=True), expire_on_commit=False
        )

    def forget_deleted(self) -> None:
        """Take what was deleted out of SQLite's log as well, unless somebody is reading it now."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self.engine.dispose()


class Stored(Protocol):
    _database: Database


R = TypeVar("R", bound=Stored)


def with_driver(url: str) -> str:
    """PostgreSQL through psycopg 3, also for the short names that hosting services hand out."""
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    return parsed.render_as_string(hide_password=False)


def reads(method: Callable[Concatenate[R, Session, P], T]) -> Callable[Concatenate[R, P], T]:
    """Run a repository's method in one reading transaction. Raises `StorageUnavailable`."""

    @wraps(method)
    def run(self: R, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with _outages_translated(), self._database.reading.begin() as session:
            return method(self, session, *args, **kwargs)

    return run


def writes(method: Callable[Concatenate[R, Session, P], T]) -> Callable[Concatenate[R, P], T]:
    """Run a repository's method in one writing transaction, tried anew when a lock passes by.

    Raises `StorageBusy` when the database stays locked, `StorageUnavailable` when it cannot be
    reached. A collision on a unique index is tried anew too: the second time the other writer's
    row is there to be seen.
    """

    @wraps(method)
    def run(self: R, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with _outages_translated():
            for attempt in _again_while_it_may_pass():
                with attempt, self._database.writing.begin() as session:
                    return method(self, session, *args, **kwargs)
        raise AssertionError("the last try returns or raises")

    return run


def _again_while_it_may_pass() -> Retrying:
    from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_random

    return Retrying(
        retry=retry_if_exception(_may_pass),
        stop=stop_after_attempt(TRIES),
        wait=wait_random(0.01, 0.1),
        reraise=True,
    )


def _may_pass(error: BaseException) -> bool:
    return isinstance(error, IntegrityError) or _is_locked(error)


def _is_locked(error: BaseException) -> bool:
    if not isinstance(error, DBAPIError):
        return False
    return "is locked" in str(error.orig) or _state(error) in PASSING_STATES


def _is_outage(error: DBAPIError) -> bool:
    if error.connection_invalidated or _state(error)[:2] in OUTAGE_CLASSES:
        return True
    never_connected = isinstance(error, OperationalError) and hasattr(error.orig, "sqlstate")
    return (never_connected and not _state(error)) or any(
        sign in str(error.orig) for sign in SQLITE_OUTAGES
    )


def _state(error: DBAPIError) -> str:
    return getattr(error.orig, "sqlstate", None) or ""


@contextmanager
def _outages_translated() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if _is_locked(error):
            raise StorageBusy from None
        if _is_outage(error):
            log.warning("the storage cannot be reached: %s", error.orig)
            raise StorageUnavailable from None
        raise


def _open(url: str, busy_seconds: float) -> Engine:
    """Connects late. Parameters stay out of errors: they are what candidates have written."""
    try:
        address = make_url(with_driver(url))
        if address.get_backend_name() == "sqlite":
            engine = create_engine(address, hide_parameters=True)
            _prepare_sqlite(engine, busy_seconds)
            return engine
        options = f"-c lock_timeout={int(busy_seconds * 1000)}"
        return create_engine(
            address, hide_parameters=True, pool_pre_ping=True, connect_args={"options": options}
        )
    except (ArgumentError, ValueError, ModuleNotFoundError):
        raise ConfigurationError(
            "DATABASE_URL cannot be used. It reads postgresql://user:password@host/database, or "
            "sqlite:///path; leave it out to keep interviews in the data folder."
        ) from None


def _prepare_sqlite(engine: Engine, busy_seconds: float) -> None:
    """Readers and the one writer do not block each other; a second writer waits its turn."""

    @event.listens_for(engine, "connect")
    def _(connection: DBAPIConnection, _record: object) -> None:
        connection.isolation_level = None  # transactions begin below, where we say so
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={int(busy_seconds * 1000)}")
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten
        cursor.close()

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        writes_ = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes_ else "BEGIN")


class epoch_ms(FunctionElement[int]):  # noqa: N801 - named as the SQL function it stands for
    """The database's own clock, in milliseconds since 1970: one clock for all processes."""

    type = BigInteger()
    inherit_cache = True


@compiles(epoch_ms, "sqlite")
def _(_element: epoch_ms, _compiler: SQLCompiler, **_: object) -> str:
    return "CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER)"


@compiles(epoch_ms, "postgresql")
def _(_element: epoch_ms, _compiler: SQLCompiler, **_: object) -> str:
    return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"
