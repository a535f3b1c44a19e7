"""The gap report as one self-contained HTML file, which also prints: one page for the head, then the tasks."""

from __future__ import annotations

from model.audit import Audit
from model.instrument import Instrument, ZoneScale
from reports.charts import bands
from reports.gap import GapReport
from reports.html import render
from reports.language import INDONESIAN, Language
from reports.path import ZonePath, steps
from reports.zone_time import zone_time

MOST_TASKS = (30, 8)
"""Tasks of one indicator that are printed; the second where the file would grow over the limit."""

MOST_BYTES = 1_000_000


def render_gap(
    audit: Audit,
    report: GapReport,
    instrument: Instrument,
    scale: ZoneScale,
    path: ZonePath | None = None,
    language: Language = INDONESIAN,
) -> str:
    """report: made with the instrument in the same language. path: the way to the next zone, where there is one."""
    html = ""
    for most in MOST_TASKS:
        html = render(
            "gap.html",
            language,
            audit=audit,
            card=audit.scorecard,
            report=report,
            instrument=instrument,
            bands=bands(language.scale(scale)),
            path=steps(path, instrument),
            clock=zone_time(audit.target.province),
            most=most,
        )
        if len(html.encode()) < MOST_BYTES:
            break
    return html
