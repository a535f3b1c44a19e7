"""The report for one agency: one self-contained HTML file that its head can read, print and answer for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from model.audit import Audit
from model.instrument import Instrument, ZoneScale
from reports.agency_view import BARE, FULL, LEAN, Bounds, groups, ledger, services, summary, tally
from reports.beside import NOTHING, Beside
from reports.charts import PLOT_HEIGHT, PLOT_TOP, bands, official_chart, trend_chart
from reports.gaps import gaps
from reports.html import render
from reports.language import INDONESIAN, Language
from reports.path import ZonePath, steps
from reports.trend import audits_by_month, changes, trend
from reports.words import BEARINGS, CAUSES, SCOPES, STANCES
from reports.zone_time import zone_time

MOST_BYTES = 1_000_000
"""A report must fit a mailbox and a phone."""

_FIRST_GAPS = 5
_MOST_CHANGES = 40


def render_agency(
    audit: Audit,
    instrument: Instrument,
    scale: ZoneScale,
    history: Sequence[Audit] = (),
    path: ZonePath | None = None,
    language: Language = INDONESIAN,
    beside: Beside = NOTHING,
) -> str:
    """The report of `audit` as HTML, under MOST_BYTES: long lists are cut (and say so) until it fits.

    scale: the zones that are drawn, the one that the scorecard names. history: audits in any order; those of other
    agencies and later months are left out. path: the way to the next zone, where there is one.
    beside: what stands beside the index and is not mixed with it.
    """
    html = ""
    instrument, scale = language.instrument(instrument), language.scale(scale)
    for bounds in (FULL, LEAN, BARE):
        values = _values(audit, instrument, scale, history, bounds, language) | _beside(beside, audit, language)
        pictures = bool(beside.pictures)
        html = render("agency.html", language, pictures=pictures, path=steps(path, instrument), **values)
        if len(html.encode()) < MOST_BYTES:
            break
    return html


def _values(
    audit: Audit,
    instrument: Instrument,
    scale: ZoneScale,
    history: Sequence[Audit],
    bounds: Bounds,
    language: Language,
) -> dict[str, Any]:
    months = audits_by_month(audit, history)
    judged = groups(audit, instrument, bounds) if audit.scorecard.audited else ()
    points = trend(months)
    before = months[-2] if len(months) > 1 else None
    lacking = gaps(audit, instrument)
    counts = tally(judged)
    return {
        "audit": audit,
        "card": audit.scorecard,
        "instrument": instrument,
        "scale": scale,
        "bands": bands(scale),
        "clock": zone_time(audit.target.province),
        "groups": judged,
        "counts": counts,
        "summary": summary(counts),
        "first_gaps": lacking[:_FIRST_GAPS],
        "gaps_left": max(0, len(lacking) - _FIRST_GAPS),
        "points": points,
        "chart": trend_chart(points, scale, language) if len(points) > 1 else None,
        "before": before,
        "changes": changes(audit, before, instrument) if before else (),
        "services": services(audit, bounds),
        "ledger": ledger(audit.ledger, bounds),
        "titles": {criterion.id: criterion.title for criterion in instrument.criteria},
        "kinds": {page.url: page.kind for page in audit.pages},
    }


def _beside(beside: Beside, audit: Audit, language: Language) -> dict[str, Any]:
    return {
        "beside": beside,
        "years": official_chart(beside.official, language) if beside.official else (),
        "top": PLOT_TOP,
        "height": PLOT_HEIGHT,
        "places": beside.places(audit.target.id),
        "most_changes": _MOST_CHANGES,
        "causes": CAUSES,
        "stances": STANCES,
        "bearings": BEARINGS,
        "scopes": SCOPES,
    }
