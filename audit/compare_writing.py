"""Write comparisons: two periods of one agency, or an agency and the best of its province in the same period."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from audit.report_beside import difference_between
from audit.report_desk import Dossier, ReportOrder
from audit.report_writing import Print, write_all
from audit.unfit import Unfit
from model.audit import Audit
from model.standing import Standing
from reports.compare import render_comparison
from reports.trend import audits_by_month
from store.archive import Archive

COMPARE_FORMATS = ("html", "pdf")


def write_comparison(
    archive: Archive,
    dossier: Dossier,
    before: str,
    order: ReportOrder,
    formats: tuple[str, ...],
    pdf: Print,
    *,
    best: bool,
) -> list[Path]:
    """`compare-<period>.html`, or `compare-best.html`, in the agency's folder. Raises Unfit."""
    audit, measure, language = dossier.audit, dossier.yardstick, order.language
    if best:
        left, right = audit, best_of_province(archive, audit)
        told = None
        stem = "compare-best"
    else:
        left, right = earlier(dossier, before), audit
        told = difference_between(left, right, measure)
        stem = f"compare-{left.period}"
    page = render_comparison(left, right, measure.instrument, measure.scale, told, language)
    makers: dict[str, Callable[[], str | bytes]] = {"html": lambda: page, "pdf": lambda: pdf(page)}
    return write_all(order.out / audit.target.id, stem, order, formats, makers)


def earlier(dossier: Dossier, period: str) -> Audit:
    """The audit of that period, or the last one before. Raises Unfit."""
    months = audits_by_month(dossier.audit, dossier.history)[:-1]
    found = [audit for audit in months if not period or audit.period == period]
    if not found:
        known = ", ".join(audit.period for audit in months)
        raise Unfit(f"Tidak ada audit terdahulu{f' untuk {period}' if period else ''}. Yang ada: {known or '-'}.")
    return found[-1]


def best_of_province(archive: Archive, audit: Audit) -> Audit:
    """The agency with the highest certain index among those like this one, itself left out. Raises Unfit."""
    rivals = [one for one in archive.standings(audit.period) if is_rival(one, audit)]
    if not rivals:
        raise Unfit(f"Belum ada instansi lain yang sejenis di provinsi ini yang diaudit pada {audit.period}.")
    chosen = min(rivals, key=lambda one: (-(one.low or 0), -(one.high or 0), one.target.id))
    found = archive.audit(chosen.run, chosen.target.id)
    if found is None:
        raise Unfit(f"Audit {chosen.run} untuk “{chosen.target.id}” tidak tersimpan lagi.")
    return found


def is_rival(one: Standing, audit: Audit) -> bool:
    """Same province, same level, a unit beside a unit and a government beside a government, measured alike."""
    target = audit.target
    same_kind = (one.target.province, one.target.level) == (target.province, target.level)
    same_kind = same_kind and bool(one.target.unit_type) == bool(target.unit_type)
    alike = (one.instrument, one.instrument_version) == (
        audit.scorecard.instrument,
        audit.scorecard.instrument_version,
    )
    return same_kind and alike and one.audited and one.target.id != target.id
