"""The first tables: runs, targets, audits and what is asked of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "runs",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("instrument_version", sa.Text(), nullable=False),
        sa.Column("scale", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('running', 'finished', 'abandoned')", name=op.f("ck_runs_state")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_runs")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_runs_state_number", "runs", ["state", "number"], unique=False)
    op.create_table(
        "targets",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("province", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=False),
        sa.Column("unit_type", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_targets")),
        sa.UniqueConstraint("id", "digest", name=op.f("uq_targets_id_digest")),
    )
    op.create_index("ix_targets_level_province", "targets", ["level", "province"], unique=False)
    op.create_table(
        "audits",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Text(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("finished", sa.Text(), nullable=False),
        sa.Column("home", sa.Text(), nullable=False),
        sa.Column("audited", sa.Integer(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("instrument_version", sa.Text(), nullable=False),
        sa.Column("low", sa.Text(), nullable=True),
        sa.Column("high", sa.Text(), nullable=True),
        sa.Column("low_sort", sa.Float(), nullable=True),
        sa.Column("high_sort", sa.Float(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["run"], ["runs.number"], name=op.f("fk_audits_run_runs"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["target"], ["targets.number"], name=op.f("fk_audits_target_targets")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audits")),
        sa.UniqueConstraint("run", "target_id", name=op.f("uq_audits_run_target_id")),
    )
    op.create_index("ix_audits_period_zone", "audits", ["period", "zone"], unique=False)
    op.create_index("ix_audits_target_id_period", "audits", ["target_id", "period"], unique=False)
    op.create_table(
        "run_targets",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Text(), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("lease_until", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("state IN ('queued', 'running', 'done', 'failed')", name=op.f("ck_run_targets_state")),
        sa.ForeignKeyConstraint(["run"], ["runs.number"], name=op.f("fk_run_targets_run_runs"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["target"], ["targets.number"], name=op.f("fk_run_targets_target_targets")),
        sa.PrimaryKeyConstraint("run", "target_id", name=op.f("pk_run_targets")),
        sa.UniqueConstraint("run", "ordinal", name=op.f("uq_run_targets_run_ordinal")),
    )
    op.create_index("ix_run_targets_run_state_ordinal", "run_targets", ["run", "state", "ordinal"], unique=False)
    op.create_table(
        "documents",
        sa.Column("audit", sa.Integer(), nullable=False),
        sa.Column("audit_json", sa.LargeBinary(), nullable=False),
        sa.Column("evidence_json", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit"], ["audits.number"], name=op.f("fk_documents_audit_audits"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("audit", name=op.f("pk_documents")),
    )
    op.create_table(
        "findings",
        sa.Column("audit", sa.Integer(), nullable=False),
        sa.Column("check_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("looked_at", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit"], ["audits.number"], name=op.f("fk_findings_audit_audits"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("audit", "check_id", name=op.f("pk_findings")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_findings_check_id_verdict_audit", "findings", ["check_id", "verdict", "audit"], unique=False)
    op.create_table(
        "kept",
        sa.Column("audit", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("cited", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["audit"], ["audits.number"], name=op.f("fk_kept_audit_audits"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("audit", "digest", name=op.f("pk_kept")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_kept_digest", "kept", ["digest"], unique=False)
    op.create_table(
        "pages",
        sa.Column("audit", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("media", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["audit"], ["audits.number"], name=op.f("fk_pages_audit_audits"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("audit", "ordinal", name=op.f("pk_pages")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "points",
        sa.Column("audit", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("low", sa.Text(), nullable=False),
        sa.Column("high", sa.Text(), nullable=False),
        sa.Column("maximum", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["audit"], ["audits.number"], name=op.f("fk_points_audit_audits"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("audit", "indicator", name=op.f("pk_points")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "service_verdicts",
        sa.Column("audit", sa.Integer(), nullable=False),
        sa.Column("check_id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("service_key", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit"], ["audits.number"], name=op.f("fk_service_verdicts_audit_audits"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("audit", "check_id", "ordinal", name=op.f("pk_service_verdicts")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_service_verdicts_check_id_verdict_audit", "service_verdicts", ["check_id", "verdict", "audit"], unique=False
    )
    op.create_table(
        "services",
        sa.Column("audit", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["audit"], ["audits.number"], name=op.f("fk_services_audit_audits"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("audit", "ordinal", name=op.f("pk_services")),
        sqlite_with_rowid=False,
    )
