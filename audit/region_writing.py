"""Pages of provinces and of the country from the store: standings and verdicts in rows, never whole audits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from audit.pipeline import Yardstick
from audit.report_beside import contest_of
from audit.report_desk import ReportOrder
from audit.report_writing import Print, as_json, write_all
from audit.settings import yardstick
from audit.site_maker import Maker, groups, maker_of
from audit.standing.alike import measure_of
from audit.standing.ranking import fields_of, rank
from audit.standing.rollup import rollup, units_of
from audit.unfit import Unfit
from crawler.vault import Vault, VaultDamaged
from model.instrument import ZoneScale
from model.ranking import Ranking
from model.rollup import Rollup
from model.standing import Standing
from reports.region import NATIONAL, RegionSource, SharedMaker, Verdicts, region
from reports.region_page import render_region
from reports.region_rows import region_csv, region_data
from store.archive import Archive

REGION_FORMATS = ("html", "pdf", "csv", "json")
MONTHS = 12
"""Earlier periods that a page looks back on."""


def write_regions(
    archive: Archive, order: ReportOrder, province: str, formats: tuple[str, ...], pdf: Print, *, makers: bool
) -> list[Path]:
    """One province, or (province "") the country and every province that has agencies. Raises Unfit."""
    periods = archive.periods()
    period = order.period or (periods[-1] if periods else "")
    if period not in periods:
        raise Unfit(f"Tidak ada audit untuk periode {period or 'mana pun'}. Yang ada: {', '.join(periods) or '-'}.")
    earlier = [archive.standings(past) for past in periods if past < period][-MONTHS:]
    standings = archive.standings(period)
    measure = measured(standings, order)
    verdicts = archive.verdicts(period)
    names = sorted({one.target.province for one in standings if one.target.province})
    wanted = [known_province(province, names)] if province else [NATIONAL, *names]
    written: list[Path] = []
    for name in wanted:
        mine = of_province(standings, name)
        shared = shared_makers(archive, order, mine) if makers else ()
        past = tuple(of_province(one, name) for one in earlier)
        source = region_source(name, period, mine, past, verdicts, shared)
        source = replace(source, rankings=rankings_of(source, past), rollups=rollups_of(mine, measure.scale))
        written += write_region(source, measure, order, formats, pdf)
    return written


def region_source(
    province: str,
    period: str,
    standings: tuple[Standing, ...],
    earlier: tuple[tuple[Standing, ...], ...],
    verdicts: Verdicts,
    shared: tuple[SharedMaker, ...],
) -> RegionSource:
    return RegionSource(
        province=province, period=period, standings=standings, verdicts=verdicts,
        earlier=tuple(past for past in earlier if past), makers=shared,
    )  # fmt: skip


def rankings_of(source: RegionSource, earlier: tuple[tuple[Standing, ...], ...]) -> tuple[Ranking, ...]:
    """A ranking of each level, units and governments apart; none where not all were measured alike."""
    now = contest_of(tuple(source.standings))
    if now is None:
        return ()
    before = contest_of(earlier[-1]) if earlier else None
    if before is not None and measure_of(before.standings[0]) != measure_of(now.standings[0]):
        before = None
    fields = [field for field in fields_of(now.standings) if field.province == source.province]
    return tuple(rank(field, now, before) for field in fields)


def rollups_of(standings: tuple[Standing, ...], scale: ZoneScale) -> tuple[Rollup, ...]:
    """The governments by the mean of their units, the best first."""
    found = (
        rollup(one.target, units_of(one.target.id, standings), scale, one)
        for one in standings
        if not one.target.unit_type
    )
    told = [one for one in found if one is not None]
    return tuple(sorted(told, key=lambda one: (-one.low, -one.high, one.agency)))


def write_region(
    source: RegionSource, measure: Yardstick, order: ReportOrder, formats: tuple[str, ...], pdf: Print
) -> list[Path]:
    language = order.language
    instrument = language.instrument(measure.instrument)
    view = region(source, instrument, language.scale(measure.scale))
    stem = f"province-{slug(source.province)}" if source.province else "national"
    page = ""
    if {"html", "pdf"} & set(formats):
        page = render_region(
            source,
            measure.instrument,
            measure.scale,
            language,
            lambda agency: report_of(agency, order),
            lambda name: order.name(f"province-{slug(name)}", "html"),
        )
    makers: dict[str, Callable[[], str | bytes]] = {
        "html": lambda: page,
        "pdf": lambda: pdf(page),
        "csv": lambda: region_csv(view, language),
        "json": lambda: as_json(region_data(source, view, measure.instrument)),
    }
    return write_all(order.out, stem, order, formats, makers)


def report_of(agency: str, order: ReportOrder) -> str:
    """The agency's report beside this page; "" while there is none."""
    for name in (order.name("report", "html"), "report.html"):
        if (order.out / agency / name).is_file():
            return f"{agency}/{name}"
    return ""


def measured(standings: tuple[Standing, ...], order: ReportOrder) -> Yardstick:
    """The instrument that was asked for, or the one of most standings."""
    used = [one.instrument for one in standings]
    return yardstick(order.instrument or max(sorted(set(used)), key=used.count), order.scale or "2022-2024")


def of_province(standings: tuple[Standing, ...], province: str) -> tuple[Standing, ...]:
    return tuple(one for one in standings if not province or one.target.province == province)


def known_province(asked: str, names: list[str]) -> str:
    """The province as the list spells it. Raises Unfit."""
    for name in names:
        if slug(name) == slug(asked):
            return name
    raise Unfit(f"Provinsi “{asked}” tidak ada dalam audit ini. Yang ada: {', '.join(names) or '-'}.")


def slug(name: str) -> str:
    """ "nusa-melati": safe as a file name, whatever the name holds."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "lain"


def shared_makers(archive: Archive, order: ReportOrder, standings: tuple[Standing, ...]) -> tuple[SharedMaker, ...]:
    """Agencies whose home pages bear the marks of one maker."""
    vault = Vault(order.places.vault)
    return groups(dict(_makers(archive, vault, standings)))


def _makers(archive: Archive, vault: Vault, standings: tuple[Standing, ...]) -> Iterator[tuple[str, Maker | None]]:
    for one in standings:
        if not one.audited:
            continue
        evidence = archive.evidence(one.run, one.target.id)
        home = next((c for c in evidence.captures if "html" in c.media), None) if evidence else None
        if home is None:
            continue
        try:
            yield one.target.id, maker_of(vault.get(home.digest))
        except (KeyError, VaultDamaged):
            continue
