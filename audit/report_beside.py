"""What a report shows beside an index, gathered from the store: what changed since the month before, and why."""

from __future__ import annotations

from audit.marked import marked_places
from audit.over_time.difference import difference
from audit.report_desk import Dossier, ReportOrder
from crawler.vault import Vault
from model.audit import Audit
from model.change import Difference
from model.outlines import outline_of
from reports.beside import Beside
from reports.pictures import Pictures
from reports.trend import audits_by_month
from store.archive import Archive


def beside_of(archive: Archive, dossier: Dossier, order: ReportOrder, *, pictures: bool) -> Beside:
    """Everything that is known for one agency. pictures: whether marked places are shown, which takes seconds."""
    return Beside(
        difference=last_difference(dossier),
        pictures=pictures_of(archive, dossier, order) if pictures else {},
    )


def pictures_of(archive: Archive, dossier: Dossier, order: ReportOrder) -> Pictures:
    evidence = archive.evidence(dossier.audit.run, dossier.audit.target.id)
    if evidence is None:
        return {}
    return marked_places(dossier.audit, evidence, Vault(order.places.vault), order.data / "marks")


def last_difference(dossier: Dossier) -> Difference | None:
    """From the last earlier month to the audit; None for the first audit."""
    months = audits_by_month(dossier.audit, dossier.history)
    return difference_between(months[-2], dossier.audit, dossier) if len(months) > 1 else None


def difference_between(before: Audit, after: Audit, dossier: Dossier) -> Difference:
    return difference(outline_of(before), outline_of(after), dossier.yardstick.instrument)
