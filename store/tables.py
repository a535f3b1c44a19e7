"""The tables. What is asked across agencies and months is in rows; what is read whole is kept whole.

Rows: verdicts, points and scores, because people ask "which agencies lack X in month Y". There is never a column
per check. Whole: the canonical JSON of an `Audit` and of its `Evidence` (`model.codec`), compressed, so that the very
same nouns come back. Bytes of pages live in the vault; `kept` names them by digest, so that what nothing cites any more
can be let go.

Times are UTC text (ISO 8601), as in the canonical JSON: SQLite has no time type, and text sorts and compares alike on
both databases. Scores are exact text ("a/b") beside a float that is only for sorting.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={  # SQLite can only alter a constraint that has a name
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _audit() -> Column[int]:
    """The audit that a row is a part of, and dies with; the first part of its key."""
    return Column("audit", ForeignKey("audits.number", ondelete="CASCADE"), primary_key=True)


runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),  # runs are ordered by it: clocks may be set back
    Column("purpose", Text, nullable=False),  # "audit", "check", "demo", ...
    Column("started", Text, nullable=False),
    Column("finished", Text),
    Column("state", Text, nullable=False),
    Column("instrument", Text, nullable=False),
    Column("instrument_version", Text, nullable=False),
    Column("scale", Text, nullable=False),
    Column("rules", Text, nullable=False),  # canonical JSON, sorted pairs
    Column("settings", Text, nullable=False),  # canonical JSON
    CheckConstraint("state IN ('running', 'finished', 'abandoned')", name="state"),
    Index("ix_runs_state_number", "state", "number"),
    sqlite_autoincrement=True,  # the id of a deleted run is never given again
)

targets = Table(
    "targets",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("digest", Text, nullable=False),  # of the canonical JSON: a changed row of targets.csv is a new version
    Column("name", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("province", Text, nullable=False),
    Column("parent", Text, nullable=False),
    Column("unit_type", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("data", Text, nullable=False),  # the whole Target as canonical JSON
    UniqueConstraint("id", "digest"),
    Index("ix_targets_level_province", "level", "province"),
)

run_targets = Table(
    "run_targets",
    metadata,
    Column("run", ForeignKey("runs.number", ondelete="CASCADE"), primary_key=True),
    Column("target_id", Text, primary_key=True),
    Column("target", ForeignKey("targets.number"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempt", Integer, nullable=False),  # the fencing token: a write with an older one is refused
    Column("worker", Text, nullable=False),
    Column("lease_until", Integer, nullable=False),  # seconds since 1970 by the clock of the database
    Column("note", Text, nullable=False),
    CheckConstraint("state IN ('queued', 'running', 'done', 'failed')", name="state"),
    UniqueConstraint("run", "ordinal"),
    Index("ix_run_targets_run_state_ordinal", "run", "state", "ordinal"),
)

audits = Table(
    "audits",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("run", ForeignKey("runs.number", ondelete="CASCADE"), nullable=False),
    Column("target_id", Text, nullable=False),
    Column("target", ForeignKey("targets.number"), nullable=False),
    Column("period", Text, nullable=False),  # "YYYY-MM"
    Column("started", Text, nullable=False),
    Column("finished", Text, nullable=False),
    Column("home", Text, nullable=False),
    Column("audited", Integer, nullable=False),
    Column("instrument", Text, nullable=False),
    Column("instrument_version", Text, nullable=False),
    Column("low", Text),
    Column("high", Text),
    Column("low_sort", Float),
    Column("high_sort", Float),
    Column("zone", Text),
    Column("category", Text),
    UniqueConstraint("run", "target_id"),  # one audit of one target in one run, however often it is delivered
    Index("ix_audits_target_id_period", "target_id", "period"),
    Index("ix_audits_period_zone", "period", "zone"),
)

documents = Table(
    "documents",
    metadata,
    _audit(),
    Column("audit_json", LargeBinary, nullable=False),  # zlib
    Column("evidence_json", LargeBinary, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    _audit(),
    Column("check_id", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("says", Text, nullable=False),  # the sentence as canonical JSON: pattern and values
    Column("planned", Integer, nullable=False),
    Column("looked_at", Integer, nullable=False),
    Index("ix_findings_check_id_verdict_audit", "check_id", "verdict", "audit"),
    sqlite_with_rowid=False,
)

points = Table(
    "points",
    metadata,
    _audit(),
    Column("indicator", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("low", Text, nullable=False),
    Column("high", Text, nullable=False),
    Column("maximum", Text, nullable=False),
    sqlite_with_rowid=False,
)

services = Table(
    "services",
    metadata,
    _audit(),
    Column("ordinal", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    sqlite_with_rowid=False,
)

service_verdicts = Table(
    "service_verdicts",
    metadata,
    _audit(),
    Column("check_id", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("service_key", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Index("ix_service_verdicts_check_id_verdict_audit", "check_id", "verdict", "audit"),
    sqlite_with_rowid=False,
)

pages = Table(
    "pages",
    metadata,
    _audit(),
    Column("ordinal", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("media", Text, nullable=False),
    Column("digest", Text, nullable=False),
    sqlite_with_rowid=False,
)

kept = Table(
    "kept",
    metadata,
    _audit(),
    Column("digest", Text, primary_key=True),  # SHA-256 of bytes in the vault
    Column("cited", Integer, nullable=False),  # 1: an exhibit of the audit rests on these bytes
    Index("ix_kept_digest", "digest"),
    sqlite_with_rowid=False,
)

schedules = Table(
    "schedules",
    metadata,
    Column("name", Text, primary_key=True),
    Column("definition", Text, nullable=False),  # canonical JSON of when: a change of it starts the schedule anew
    Column("since", Text, nullable=False),  # what was due before that was not asked for
)

campaigns = Table(
    "campaigns",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("schedule", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("settings", Text, nullable=False),  # canonical JSON
    Column("created", Text, nullable=False),
    Column("run", ForeignKey("runs.number")),  # none until the list was read
    Column("round", Integer, nullable=False),
    Column("wait_until", Text),
    Column("finished", Text),
    Column("note", Text, nullable=False),
    Column("changes", Text, nullable=False),  # canonical JSON
    Column("report", Text, nullable=False),  # canonical JSON
    Column("told", Text, nullable=False),  # canonical JSON, a list
    CheckConstraint("state IN ('due', 'running', 'paused', 'finished', 'cancelled', 'missed')", name="state"),
    UniqueConstraint("schedule", "due"),  # however often the clock says so, and to however many processes
    Index("ix_campaigns_state_due", "state", "due"),
)

outlines = Table(
    "outlines",
    metadata,
    _audit(),
    Column("marks", Text, nullable=False),  # of all that can differ: two audits of equal marks differ in nothing
    Column("data", LargeBinary, nullable=False),  # the Outline, zlib
)

mentor_notes = Table(
    "mentor_notes",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("agency", Text, nullable=False),  # of the agency and not of an audit: a note outlives each audit
    Column("indicator", Text, nullable=False),
    Column("service", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("run", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("written", Text, nullable=False),
    Column("withdrawn", Text),
    CheckConstraint("stance IN ('confirm', 'dispute', 'not_applicable')", name="stance"),
    Index("ix_mentor_notes_agency_indicator", "agency", "indicator"),
    sqlite_autoincrement=True,  # the number of a note is never given again
)
