"""Fresh databases for tests: SQLite files, or PostgreSQL where TEST_DATABASE_URL names a server.

Each is a copy of one that was migrated once.
"""

from __future__ import annotations

import os
import shutil
from abc import ABC, abstractmethod
from pathlib import Path
from uuid import uuid4

from sqlalchemy import make_url, text

from core.repositories.database import Database
from core.repositories.migrate import migrate

SERVER = os.environ.get("TEST_DATABASE_URL", "")


class Template(ABC):
    """A migrated database without rows."""

    def __init__(self) -> None:
        database = Database(self.url)
        migrate(database)
        database.close()

    @property
    @abstractmethod
    def url(self) -> str: ...

    @abstractmethod
    def copy(self, data_folder: Path, of: str = "") -> str:
        """The address of a new copy, or of a copy of an earlier one that nobody has open."""

    @abstractmethod
    def discard(self, url: str) -> None:
        """Remove a copy that nobody needs any more."""


class SqliteTemplate(Template):
    def __init__(self, folder: Path) -> None:
        self._path = folder / "interviews.db"
        super().__init__()

    @property
    def url(self) -> str:
        return f"sqlite:///{self._path}"

    def copy(self, data_folder: Path, of: str = "") -> str:
        shutil.copy(make_url(of or self.url).database or "", data_folder / "interviews.db")
        return f"sqlite:///{data_folder / 'interviews.db'}"

    def discard(self, url: str) -> None:
        """Nothing: the temporary folder goes by itself."""


class PostgresTemplate(Template):
    def __init__(self) -> None:
        self._name = _new_name()
        self._command(f"CREATE DATABASE {self._name}")
        super().__init__()

    @property
    def url(self) -> str:
        return _on_server(self._name)

    def copy(self, data_folder: Path, of: str = "") -> str:
        name = _new_name()
        copied = make_url(of).database if of else self._name
        self._command(f"CREATE DATABASE {name} TEMPLATE {copied}")
        return _on_server(name)

    def discard(self, url: str) -> None:
        self._command(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def _command(self, statement: str) -> None:
        server = Database(SERVER)
        with server.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text(statement))
        server.close()


def template(folder: Path) -> Template:
    return PostgresTemplate() if SERVER else SqliteTemplate(folder)


def _new_name() -> str:
    return f"test_{uuid4().hex}"


def _on_server(name: str) -> str:
    return make_url(SERVER).set(database=name).render_as_string(hide_password=False)
