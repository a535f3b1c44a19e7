"""The gap report as one row per task: what the CSV, the JSON and the spreadsheet are made of."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from model.audit import Audit
from model.instrument import Instrument
from reports.cells import cell
from reports.figures import half_up, score_value
from reports.gap import GapItem, GapReport, Task
from reports.language import INDONESIAN, Language
from reports.links import http_url
from reports.mask import mask, mask_address
from reports.words import GAP_COLUMNS, VERDICTS

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class GapRow:
    """One task, its texts in the language of the report and guarded as cells; points and hours as numbers."""

    number: int
    group: str
    indicator: str
    service: str
    verdict: str
    sure: bool
    lacking: str
    remedy: str
    example: str
    url: str
    legal_basis: str
    points: Decimal
    hours: int


def gap_rows(report: GapReport, language: Language = INDONESIAN) -> tuple[GapRow, ...]:
    """The tasks in the order of the report, numbered from 1."""
    pairs = [(item, task) for item in report.items for task in item.tasks]
    return tuple(_row(number, item, task, language) for number, (item, task) in enumerate(pairs, 1))


def _row(number: int, item: GapItem, task: Task, language: Language) -> GapRow:
    criterion = item.criterion
    says = task.says or item.finding.says
    return GapRow(
        number=number,
        group=cell(criterion.group),
        indicator=cell(criterion.title),
        service=cell(task.name),
        verdict=language.word(VERDICTS[task.verdict]),
        sure=task.known,
        lacking=cell(language.sentence(says)),
        remedy=cell(criterion.remedy),
        example=cell(criterion.example),
        url=cell(http_url(task.url)),
        legal_basis=cell(criterion.legal_basis),
        points=half_up(task.gain),
        hours=task.effort,
    )


def gap_csv(report: GapReport, language: Language = INDONESIAN) -> str:
    """Semicolons and decimal commas where spreadsheets expect them (Indonesian); commas and points in English."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if language.english else ";", lineterminator="\r\n")
    writer.writerow([language.word(column) for column in GAP_COLUMNS])
    for row in gap_rows(report, language):
        points = language.number(Fraction(row.points))
        sure = language.word("pasti" if row.sure else "belum pasti")
        writer.writerow([row.number, row.group, row.indicator, row.service, row.verdict, sure, row.lacking, row.remedy,
                         row.example, row.url, points, row.hours, row.legal_basis, "", "", ""])  # fmt: skip
    return "\ufeff" + out.getvalue()  # the mark by which spreadsheets know UTF-8


def gap_data(audit: Audit, instrument: Instrument, report: GapReport) -> dict[str, Any]:
    """The gap report for machines (gap.json), keys in a fixed order."""
    card = audit.scorecard
    return {
        "format_version": FORMAT_VERSION,
        "agency": audit.target.id,
        "name": mask(audit.target.name),
        "period": audit.period,
        "run": audit.run,
        "instrument": {"id": instrument.id, "version": instrument.version},
        "score": {
            "low": None if card.low is None else float(score_value(card.low)),
            "high": None if card.high is None else float(score_value(card.high)),
            "zone": card.zone,
        },
        "totals": {
            "points": _number(report.sure),
            "points_doubtful": _number(report.doubtful),
            "hours": report.effort,
            "tasks": report.tasks,
        },
        "gaps": [_gap(item) for item in report.items],
        "mended": [
            {"indicator": c.indicator, "before": c.before.value, "after": c.after.value, "since": report.since}
            for c in report.mended
        ],
    }


def _gap(item: GapItem) -> dict[str, Any]:
    criterion = item.criterion
    return {
        "indicator": criterion.id,
        "title": criterion.title,
        "group": criterion.group,
        "verdict": item.finding.verdict.value,
        "says": mask(str(item.finding.says)),
        "points": _number(item.sure),
        "points_doubtful": _number(item.doubtful),
        "hours": item.effort,
        "remedy": criterion.remedy,
        "example": criterion.example,
        "legal_basis": criterion.legal_basis,
        "tasks": [_task(task) for task in item.tasks],
        "unread": [{"url": mask_address(u.url), "reach": u.reach.value} for u in item.unread],
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "service": mask(task.name),
        "url": mask_address(task.url),
        "verdict": task.verdict.value,
        "known": task.known,
        "says": mask(str(task.says)) if task.says else "",
        "quote": mask(task.proof.quote) if task.proof else "",
        "points": _number(task.gain),
        "hours": task.effort,
    }


def _number(value: Fraction) -> float:
    return float(half_up(value))
