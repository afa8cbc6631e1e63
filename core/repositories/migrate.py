from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from core.repositories.database import Database

SCRIPTS = Path(__file__).parent / "migrations"
LOCK = 7_283_946_105  # any number, the same in every process


def migrate(database: Database) -> None:
    """Bring the schema to its newest form, in one transaction, one process at a time.

    SQLite lets one writer in; PostgreSQL is asked for an advisory lock that ends with the
    transaction. A second process then finds nothing left to do.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    with database.engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
