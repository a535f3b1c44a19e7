"""What a report shows beside an index, gathered from the store: what changed since the month before, and why."""

from __future__ import annotations

from audit.over_time.difference import difference
from audit.report_desk import Dossier
from model.audit import Audit
from model.change import Difference
from model.outlines import outline_of
from reports.beside import Beside
from reports.trend import audits_by_month


def beside_of(dossier: Dossier) -> Beside:
    """Everything that is known for one agency."""
    return Beside(difference=last_difference(dossier))


def last_difference(dossier: Dossier) -> Difference | None:
    """From the last earlier month to the audit; None for the first audit."""
    months = audits_by_month(dossier.audit, dossier.history)
    return difference_between(months[-2], dossier.audit, dossier) if len(months) > 1 else None


def difference_between(before: Audit, after: Audit, dossier: Dossier) -> Difference:
    return difference(outline_of(before), outline_of(after), dossier.yardstick.instrument)
