"""What a report shows beside an index, gathered from the store: what changed since the month before, and why."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace

from audit.marked import marked_places
from audit.mentoring.noted_score import noted_score
from audit.over_time.difference import difference
from audit.pipeline import Yardstick
from audit.report_desk import Dossier, ReportOrder
from audit.standing.alike import measure_of
from audit.standing.confidence import confidence
from audit.standing.official import load_official, official_of
from audit.standing.ranking import Contest, Field, rank
from crawler.vault import Vault
from model.audit import Audit
from model.change import Difference
from model.official import OfficialScore
from model.outlines import outline_of
from model.ranking import Ranking
from model.standing import Standing
from reports.beside import Beside
from reports.pictures import Pictures
from reports.trend import audits_by_month
from store.archive import Archive


def beside_of(archive: Archive, dossier: Dossier, order: ReportOrder, *, pictures: bool) -> Beside:
    """Everything that is known for one agency. pictures: whether marked places are shown, which takes seconds."""
    audit, measure = dossier.audit, dossier.yardstick
    return replace(
        beside_in_run(audit, dossier.history, measure),
        rankings=rankings_of(archive, audit),
        noted=noted_score(audit, measure, archive.notes(audit.target.id)),
        pictures=pictures_of(archive, dossier, order) if pictures else {},
    )


def beside_in_run(audit: Audit, history: Sequence[Audit], measure: Yardstick) -> Beside:
    """What is known while a run goes on: no places yet, and nothing that takes long."""
    months = audits_by_month(audit, history)
    return Beside(
        difference=difference_between(months[-2], audit, measure) if len(months) > 1 else None,
        official=official_of(audit.target.id, known_scores()),
        confidence=confidence(audit, measure.instrument) if audit.scorecard.audited else None,
    )


@functools.cache
def known_scores() -> tuple[OfficialScore, ...]:
    return load_official()


def difference_between(before: Audit, after: Audit, measure: Yardstick) -> Difference:
    return difference(outline_of(before), outline_of(after), measure.instrument)


def rankings_of(archive: Archive, audit: Audit) -> tuple[Ranking, ...]:
    """Within its province and within the country; none where not all were measured alike.

    Reports judge nothing anew: `patuh rank` does, where rules have changed.
    """
    now = contest_of(archive.standings(audit.period))
    if now is None or audit.run not in {s.run for s in now.standings if s.target.id == audit.target.id}:
        return ()
    periods = [period for period in archive.periods() if period < audit.period]
    before = contest_of(archive.standings(periods[-1])) if periods else None
    if before is not None and before.standings and measure_of(before.standings[0]) != measure_of(now.standings[0]):
        before = None
    target = audit.target
    here = Field(target.level, target.province, bool(target.unit_type))
    fields = (here, replace(here, province="")) if target.province else (here,)
    return tuple(rank(field, now, before) for field in fields)


def contest_of(standings: tuple[Standing, ...]) -> Contest | None:
    """None when they were not all measured alike."""
    if len({measure_of(one) for one in standings}) != 1:
        return None
    return Contest(standings[0].period, standings[0].instrument, standings[0].instrument_version, standings)


def pictures_of(archive: Archive, dossier: Dossier, order: ReportOrder) -> Pictures:
    evidence = archive.evidence(dossier.audit.run, dossier.audit.target.id)
    if evidence is None:
        return {}
    return marked_places(dossier.audit, evidence, Vault(order.places.vault), order.data / "marks")
