"""The verdicts of a period in rows: agencies by indicators, without reading any audit whole."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from model.finding import Verdict
from store.standings import OF_THE_ASSESSOR
from store.tables import audits, points, runs

Verdicts = dict[str, dict[str, Verdict]]
"""By agency, then by indicator."""


def read_verdicts(db: Connection, period: str, purposes: Collection[str] = OF_THE_ASSESSOR) -> Verdicts:
    """Of the last audit of every agency in the period, as `store.standings` chooses it."""
    chosen = (
        select(audits.c.target_id, audits.c.number)
        .join(runs, runs.c.number == audits.c.run)
        .where(audits.c.period == period, runs.c.purpose.in_(list(purposes)))
        .order_by(audits.c.target_id, audits.c.run)
    )
    last = {row.target_id: row.number for row in db.execute(chosen)}
    wanted = (
        select(audits.c.target_id, points.c.audit, points.c.indicator, points.c.verdict)
        .join(audits, audits.c.number == points.c.audit)
        .where(audits.c.period == period)
    )
    known = {verdict.value: verdict for verdict in Verdict}
    found: Verdicts = {}
    for agency, number, indicator, verdict in db.execute(wanted.execution_options(yield_per=5000)):
        if last.get(agency) == number:
            found.setdefault(agency, {})[indicator] = known[verdict]
    return found
