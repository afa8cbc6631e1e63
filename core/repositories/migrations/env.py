"""Alembic's entry: migrations run on the connection that `core.repositories.migrate` opened."""

from __future__ import annotations

from alembic import context

from core.repositories.rows import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
)
context.run_migrations()
