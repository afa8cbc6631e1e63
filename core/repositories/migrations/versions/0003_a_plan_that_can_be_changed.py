"""The plan as the candidate has changed it before the start."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("draft_plan", sa.JSON))


def downgrade() -> None:
    with op.batch_alter_table("sessions", recreate="never") as table:
        table.drop_column("draft_plan")
