"""What a call costs: thinking and cached tokens, the cost, and whether tokens are an estimate."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("attempts") as table:
        table.add_column(sa.Column("thinking_tokens", sa.Integer))
        table.add_column(sa.Column("cached_tokens", sa.Integer))
        table.add_column(sa.Column("cost_nano_usd", sa.BigInteger))
        table.add_column(
            sa.Column("is_estimate", sa.Boolean, nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    with op.batch_alter_table("attempts") as table:
        for column in ("is_estimate", "cost_nano_usd", "cached_tokens", "thinking_tokens"):
            table.drop_column(column)
