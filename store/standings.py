"""The results of a period in rows: who stands where, without reading any audit whole."""

from __future__ import annotations

import json
from collections.abc import Collection
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, Row, select

from model.codec import from_json
from model.evidence import Reach, Target
from model.standing import Standing
from store.runs import run_id
from store.tables import audits, runs, targets

OF_THE_ASSESSOR = ("audit", "recheck", "replay")
"""Purposes of runs whose results are compared; what an agency looks at by itself (check) is not."""

OWN = ("check",)


def read_standings(db: Connection, period: str, purposes: Collection[str] = OF_THE_ASSESSOR) -> tuple[Standing, ...]:
    """The last audit of every agency in a period, by agency."""
    wanted = (
        select(audits, targets.c.data, runs.c.rules)
        .join(targets, targets.c.number == audits.c.target)
        .join(runs, runs.c.number == audits.c.run)
        .where(audits.c.period == period, runs.c.purpose.in_(list(purposes)))
        .order_by(audits.c.target_id, audits.c.run)
    )
    last = {row.target_id: row for row in db.execute(wanted)}
    return tuple(_read(row) for row in last.values())


def read_periods(db: Connection, purposes: Collection[str] = OF_THE_ASSESSOR) -> tuple[str, ...]:
    """The periods that have audits, oldest first."""
    wanted = select(audits.c.period).join(runs, runs.c.number == audits.c.run).where(runs.c.purpose.in_(list(purposes)))
    return tuple(db.execute(wanted.distinct().order_by(audits.c.period)).scalars())


def _read(row: Row[Any]) -> Standing:
    return Standing(
        target=from_json(Target, row.data),
        run=run_id(row.run),
        period=row.period,
        audited=bool(row.audited),
        low=None if row.low is None else Fraction(row.low),
        high=None if row.high is None else Fraction(row.high),
        zone=row.zone,
        category=row.category,
        reach=Reach(row.home),
        instrument=row.instrument,
        instrument_version=row.instrument_version,
        rules=tuple((name, version) for name, version in json.loads(row.rules)),
    )
