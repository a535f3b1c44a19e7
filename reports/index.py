"""The index of a run: who was audited, who could not be, where each agency stands and how it moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from model.audit import Audit
from model.evidence import Reach, Target
from model.instrument import Instrument, ZoneScale
from model.sentence import Sentence, say
from reports.charts import Spark, bands, spark
from reports.gaps import gaps
from reports.html import render
from reports.language import INDONESIAN, Language
from reports.reach_words import NOT_AUDITED
from reports.trend import Course, TrendPoint, audits_by_month, course, trend
from reports.zone_time import ZoneTime, zone_time

_MAIN_GAPS = 3


@dataclass(frozen=True, slots=True)
class RunOverview:
    """What the index is made of.

    audits: one per agency, in the order of the target list. earlier: audits of earlier months, of any agency, in any
    order. waiting: agencies on the list that were not finished. finished: None while the run goes on; UTC.
    """

    run: str
    started: datetime
    finished: datetime | None
    audits: tuple[Audit, ...]
    earlier: tuple[Audit, ...] = ()
    waiting: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One agency on the index. moved: None without a comparable month before; by: points, when both are exact."""

    audit: Audit
    href: str
    gaps: tuple[str, ...]
    more_gaps: int
    points: tuple[TrendPoint, ...]
    spark: Spark | None
    before: TrendPoint | None
    moved: Course | None
    by: Fraction | None


@dataclass(frozen=True, slots=True)
class NotAudited:
    """Agencies that could not be audited for one and the same reason."""

    reach: Reach
    audits: tuple[Audit, ...]


def render_index(
    overview: RunOverview, instrument: Instrument, scale: ZoneScale, language: Language = INDONESIAN
) -> str:
    """The run's index as one self-contained HTML file; links lead to `<agency id>/report.html` beside it."""
    return render("index.html", language, **_values(overview, language.instrument(instrument), language.scale(scale)))


def completion(overview: RunOverview) -> Sentence:
    """ "11 dari 12 instansi diaudit; 1 diblokir." """
    audited = sum(audit.scorecard.audited for audit in overview.audits)
    parts = [f"{len(group.audits)} {NOT_AUDITED[group.reach].short}" for group in not_audited(overview.audits)]
    if overview.waiting:
        parts.append(f"{len(overview.waiting)} belum selesai")
    total = len(overview.audits) + len(overview.waiting)
    if not parts:
        return say("{audited} dari {total} instansi diaudit.", audited=audited, total=total)
    return say("{audited} dari {total} instansi diaudit; {rest}.", audited=audited, total=total, rest=", ".join(parts))


def not_audited(audits: Sequence[Audit]) -> tuple[NotAudited, ...]:
    """Grouped by Reach, in the order of Reach."""
    groups = (
        NotAudited(reach, tuple(a for a in audits if not a.scorecard.audited and a.scorecard.reach is reach))
        for reach in Reach
    )
    return tuple(group for group in groups if group.audits)


def _values(overview: RunOverview, instrument: Instrument, scale: ZoneScale) -> dict[str, Any]:
    audits = sorted(overview.audits, key=_standing)
    earlier: dict[str, list[Audit]] = {}
    for past in overview.earlier:
        earlier.setdefault(past.target.id, []).append(past)
    rows = tuple(_row(audit, earlier.get(audit.target.id, ()), instrument, scale) for audit in audits)
    return {
        "overview": overview,
        "instrument": instrument,
        "scale": scale,
        "bands": bands(scale),
        "rows": rows,
        "completion": completion(overview),
        "not_audited": not_audited(overview.audits),
        "zones": _zones(overview.audits, scale),
        "periods": tuple(sorted({audit.period for audit in audits})),
        "clock": _clock(overview),
        "with_history": any(len(row.points) > 1 for row in rows),
    }


def _standing(audit: Audit) -> tuple[bool, Fraction, Fraction, str]:
    card = audit.scorecard
    return (card.low is None, -(card.low or Fraction(0)), -(card.high or Fraction(0)), audit.target.id)


def _row(audit: Audit, earlier: Sequence[Audit], instrument: Instrument, scale: ZoneScale) -> Row:
    points = trend(audits_by_month(audit, earlier))
    before = points[-2] if len(points) > 1 else None
    lacking = gaps(audit, instrument)
    return Row(
        audit=audit,
        href=f"{audit.target.id}/report.html",
        gaps=tuple(gap.criterion.title for gap in lacking[:_MAIN_GAPS]),
        more_gaps=max(0, len(lacking) - _MAIN_GAPS),
        points=points,
        spark=spark(points, scale) if before else None,
        before=before,
        moved=course(before, points[-1]) if before else None,
        by=_by(before, points[-1]),
    )


def _by(before: TrendPoint | None, after: TrendPoint) -> Fraction | None:
    if before is None or before.low is None or after.low is None:
        return None
    exact = before.low == before.high and after.low == after.high
    return after.low - before.low if exact else None


def _zones(audits: Sequence[Audit], scale: ZoneScale) -> tuple[tuple[str | None, int], ...]:
    """How many agencies surely lie in each zone, best first; None: the zone could not be named."""
    audited = [audit.scorecard.zone for audit in audits if audit.scorecard.audited]
    names = list(dict.fromkeys(zone.zone for zone in reversed(scale.zones)))
    return tuple((zone, audited.count(zone)) for zone in (*names, None))


def _clock(overview: RunOverview) -> ZoneTime:
    """The clock of the agencies when they share one, else Jakarta's."""
    clocks = {zone_time(audit.target.province) for audit in overview.audits}
    return clocks.pop() if len(clocks) == 1 else zone_time("")
