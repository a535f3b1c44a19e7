"""All agencies of a province or the country as one table (CSV) and as data (JSON): nothing is left out for length."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from typing import Any

from model.finding import Verdict
from model.instrument import Instrument
from reports.cells import cell
from reports.figures import half_up, score_value
from reports.language import INDONESIAN, Language
from reports.links import http_url
from reports.mask import mask, mask_address
from reports.reach_words import NOT_AUDITED
from reports.region import AgencyRow, Region, RegionSource
from reports.trend import Course
from reports.words import COURSES, LEVELS, REGION_COLUMNS, VERDICTS, zone_word

FORMAT_VERSION = 1


def region_csv(view: Region, language: Language = INDONESIAN) -> str:
    """One row per agency, then a column per indicator; separators as spreadsheets of the language expect them."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if language.english else ";", lineterminator="\r\n")
    writer.writerow([*(language.word(column) for column in REGION_COLUMNS), *(cell(title) for title in view.titles)])
    for row in view.rows:
        writer.writerow([*_facts(row, language), *(_verdict(verdict, language) for verdict in row.verdicts)])
    return "\ufeff" + out.getvalue()


def _facts(row: AgencyRow, language: Language) -> list[str | int]:
    one, target = row.standing, row.standing.target
    state = language.word("diaudit") if one.audited else language.word(NOT_AUDITED[one.reach].short)
    return [
        target.id,
        cell(target.name),
        language.word(LEVELS[target.level]),
        cell(target.province),
        cell(target.parent),
        cell(http_url(target.url)),
        state,
        _number(one.low, language),
        _number(one.high, language),
        language.word(zone_word(one.zone)) if one.zone else "",
        one.category or "",
        row.place.place if row.place else "",
        row.place.of if row.place else "",
        language.word(COURSES[row.moved]) if row.moved else "",
        language.number(row.by) if row.by is not None and row.moved in (Course.UP, Course.DOWN) else "",
    ]


def _number(value: Fraction | None, language: Language) -> str:
    return "" if value is None else language.score(value)


def _verdict(verdict: Verdict | None, language: Language) -> str:
    return language.word(VERDICTS[verdict]) if verdict else ""


def region_data(source: RegionSource, view: Region, instrument: Instrument) -> dict[str, Any]:
    """The same for machines (region.json), keys in a fixed order."""
    return {
        "format_version": FORMAT_VERSION,
        "province": source.province or None,
        "period": source.period,
        "instrument": {"id": instrument.id, "version": instrument.version},
        "completion": {
            "agencies": len(view.rows) + len(source.listed),
            "audited": view.audited,
            "not_audited": {reach.value: [s.target.id for s in standings] for reach, standings in view.unread},
            "waiting": [target.id for target in source.listed],
        },
        "zones": [
            {"period": month.period, "audited": month.audited, "zones": {zone or "none": n for zone, n in month.counts}}
            for month in view.months
        ],
        "indicators": {
            weak.indicator: {"share_met": float(half_up(weak.share, 4)), **{v.value: n for v, n in weak.counts}}
            for weak in view.weakest
        },
        "agencies": [_agency(row, instrument) for row in view.rows],
        "makers": [
            {"name": mask(g.maker.name), "kind": g.maker.kind, "agencies": list(g.maker.agencies)} for g in view.makers
        ],
    }


def _agency(row: AgencyRow, instrument: Instrument) -> dict[str, Any]:
    one = row.standing
    return {
        "id": one.target.id,
        "name": mask(one.target.name),
        "level": one.target.level.value,
        "province": one.target.province,
        "url": mask_address(one.target.url),
        "run": one.run,
        "audited": one.audited,
        "reach": one.reach.value,
        "low": None if one.low is None else float(score_value(one.low)),
        "high": None if one.high is None else float(score_value(one.high)),
        "zone": one.zone,
        "category": one.category,
        "place": row.place.place if row.place else None,
        "of": row.place.of if row.place else None,
        "moved": row.moved.value if row.moved else None,
        "verdicts": {
            criterion.id: verdict.value
            for criterion, verdict in zip(instrument.criteria, row.verdicts, strict=True)
            if verdict
        },
    }
