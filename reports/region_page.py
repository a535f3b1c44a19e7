"""The page of a province or of the country: who stands where, what moved, what is weakest, who could not be seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from model.instrument import Instrument, ZoneScale
from model.sentence import Sentence, say
from reports.charts import bands, spark
from reports.html import render
from reports.language import INDONESIAN, Language
from reports.reach_words import NOT_AUDITED
from reports.region import NATIONAL, AgencyRow, Region, RegionSource, region
from reports.words import MAKERS, VERDICT_MARKS

MOST_BYTES = 3_000_000
"""A page of a country may be larger than an agency's report; it still opens on an office machine."""

_HEAT_MOST = 150  # agencies whose verdicts are shown cell by cell
_NAMES_MOST = 60  # agencies listed under one reason or one template


@dataclass(frozen=True, slots=True)
class _Bounds:
    """rows: of the ranking, half from either end where there are more."""

    rows: int
    sparks: bool


_BOUNDS = (_Bounds(400, True), _Bounds(200, True), _Bounds(100, False))


def render_region(
    source: RegionSource,
    instrument: Instrument,
    scale: ZoneScale,
    language: Language = INDONESIAN,
    href: Callable[[str], str] | None = None,
    province_href: Callable[[str], str] | None = None,
) -> str:
    """href: where the report of an agency (by id) lies, relative to this page. province_href: that of a province."""
    instrument, scale = language.instrument(instrument), language.scale(scale)
    view = region(source, instrument, scale)
    html = ""
    for bounds in _BOUNDS:
        html = render("region.html", language, **_values(source, view, instrument, scale, bounds, href, province_href))
        if len(html.encode()) < MOST_BYTES:
            break
    return html


def completion(view: Region, waiting: int = 0) -> Sentence:
    """ "3.875 dari 4.000 instansi diaudit; 80 diblokir, 45 tidak dapat dijangkau." """
    parts = [f"{len(standings)} {NOT_AUDITED[reach].short}" for reach, standings in view.unread]
    parts += [f"{waiting} belum selesai"] if waiting else []
    total = len(view.rows) + waiting
    if not parts:
        return say("{audited} dari {total} instansi diaudit.", audited=view.audited, total=total)
    return say(
        "{audited} dari {total} instansi diaudit; {rest}.", audited=view.audited, total=total, rest=", ".join(parts)
    )


def _values(
    source: RegionSource,
    view: Region,
    instrument: Instrument,
    scale: ZoneScale,
    bounds: _Bounds,
    href: Callable[[str], str] | None,
    province_href: Callable[[str], str] | None,
) -> dict[str, Any]:
    audited = [row for row in view.rows if row.standing.audited]
    first, last = _ends(audited, bounds.rows)
    heat = () if source.province == NATIONAL else tuple(audited[:_HEAT_MOST])
    return {
        "source": source,
        "national": source.province == NATIONAL,
        "view": view,
        "instrument": instrument,
        "scale": scale,
        "bands": bands(scale),
        "completion": completion(view, len(source.listed)),
        "first": first,
        "last": last,
        "between": len(audited) - len(first) - len(last),
        "with_history": bool(source.earlier),
        "with_places": any(row.place for row in view.rows),
        "sparks": _sparks(view.rows, scale) if bounds.sparks and source.earlier else {},
        "heat": heat,
        "heat_left": len(audited) - len(heat) if heat else 0,
        "most_names": _NAMES_MOST,
        "marks": VERDICT_MARKS,
        "makers": MAKERS,
        "href": href or _nowhere,
        "province_href": province_href or _nowhere,
    }


def _nowhere(_: str) -> str:
    return ""


def _ends(rows: list[AgencyRow], most: int) -> tuple[tuple[AgencyRow, ...], tuple[AgencyRow, ...]]:
    if len(rows) <= most:
        return tuple(rows), ()
    half = most // 2
    return tuple(rows[:half]), tuple(rows[-half:])


def _sparks(rows: tuple[AgencyRow, ...], scale: ZoneScale) -> dict[str, Any]:
    shown = rows if len(rows) <= _BOUNDS[0].rows else ()
    return {row.standing.target.id: spark(row.points, scale) for row in shown if len(row.points) > 1}
