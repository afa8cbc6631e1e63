"""Opening a database, and the two kinds of transaction that repositories use."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import BigInteger, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from core.exceptions import StorageBusy

if TYPE_CHECKING:
    from tenacity import Retrying

TRIES = 3
# PostgreSQL: serialization failure, deadlock, lock not available
PASSING_STATES = {"40001", "40P01", "55P03"}

P = ParamSpec("P")
T = TypeVar("T")


class Database:
    """One engine with a reading and a writing kind of session; `busy_seconds` bounds a wait."""

    def __init__(self, url: str, busy_seconds: float = 5.0) -> None:
        self.engine = create_engine(with_driver(url))
        if self.engine.dialect.name == "sqlite":
            _prepare_sqlite(self.engine, busy_seconds)
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
    """Run a repository's method in one reading transaction."""

    @wraps(method)
    def run(self: R, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self._database.reading.begin() as session:
            return method(self, session, *args, **kwargs)

    return run


def writes(method: Callable[Concatenate[R, Session, P], T]) -> Callable[Concatenate[R, P], T]:
    """Run a repository's method in one writing transaction, tried anew when a lock passes by.

    Raises `StorageBusy` when the database stays locked. A collision on a unique index is tried
    anew too: the second time the other writer's row is there to be seen.
    """

    @wraps(method)
    def run(self: R, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            for attempt in _again_while_it_may_pass():
                with attempt, self._database.writing.begin() as session:
                    return method(self, session, *args, **kwargs)
        except OperationalError as error:
            if _may_pass(error):
                raise StorageBusy from None
            raise
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
    if isinstance(error, IntegrityError):
        return True
    if not isinstance(error, OperationalError):
        return False
    return "locked" in str(error.orig) or getattr(error.orig, "sqlstate", "") in PASSING_STATES


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
