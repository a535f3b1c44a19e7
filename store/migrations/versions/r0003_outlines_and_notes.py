"""Outlines, from which differences over years are told quickly; and the notes of mentors."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "outlines",
        sa.Column("audit", sa.Integer(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit"], ["audits.number"], name=op.f("fk_outlines_audit_audits"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("audit", name=op.f("pk_outlines")),
    )
    op.create_table(
        "mentor_notes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("run", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("written", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Text(), nullable=True),
        sa.CheckConstraint("stance IN ('confirm', 'dispute', 'not_applicable')", name=op.f("ck_mentor_notes_stance")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_mentor_notes")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mentor_notes_agency_indicator", "mentor_notes", ["agency", "indicator"], unique=False)
