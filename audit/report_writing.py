"""Write the reports that people ask for: whole files, in a folder named by the agency's id."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from audit.publish import write_bytes, write_whole
from audit.report_desk import Dossier, ReportOrder
from crawler.chromium import find_chromium
from reports.agency import render_agency
from reports.beside import Beside
from reports.gap import GapReport, gap_report
from reports.gap_page import render_gap
from reports.gap_rows import gap_csv, gap_data
from reports.gap_sheet import gap_sheet
from reports.machine import report_data
from reports.pdf import Printer, open_printer

AGENCY_FORMATS = ("html", "pdf", "json")
GAP_FORMATS = ("html", "pdf", "xlsx", "csv", "json")

Print = Callable[[str], bytes]
"""HTML to a PDF; the browser starts with the first page that is printed."""


@contextmanager
def printing() -> Iterator[Print]:
    """Raises BrowserMissing with the first page, when there is no browser."""
    opened: list[Any] = []

    def print_page(html: str) -> bytes:
        if not opened:
            found = find_chromium()
            manager = open_printer(found.executable, found.sandbox)
            opened.extend((manager, manager.__enter__()))
        printer: Printer = opened[1]
        return printer.print(html)

    try:
        yield print_page
    finally:
        if opened:
            opened[0].__exit__(None, None, None)


def write_agency_report(
    dossier: Dossier, beside: Beside, order: ReportOrder, formats: tuple[str, ...], pdf: Print
) -> list[Path]:
    """`report.html`, `report.pdf`, `report.json` as asked."""
    audit, measure = dossier.audit, dossier.yardstick
    folder = order.out / audit.target.id
    page = render_agency(
        audit, measure.instrument, measure.scale, dossier.history, dossier.path(), order.language, beside
    )
    makers: dict[str, Callable[[], str | bytes]] = {
        "html": lambda: page,
        "pdf": lambda: pdf(page),
        "json": lambda: as_json(report_data(audit, measure.instrument)),
    }
    return write_all(folder, "report", order, formats, makers)


def write_gap_report(dossier: Dossier, order: ReportOrder, formats: tuple[str, ...], pdf: Print) -> list[Path]:
    """`gap.html`, `gap.pdf`, `gap.xlsx`, `gap.csv`, `gap.json` as asked."""
    audit, language = dossier.audit, order.language
    measure = dossier.in_language(language)
    report: GapReport = gap_report(audit, measure.instrument, dossier.fixes(), dossier.history)
    folder = order.out / audit.target.id
    page = render_gap(audit, report, measure.instrument, measure.scale, dossier.path(), language)
    makers: dict[str, Callable[[], str | bytes]] = {
        "html": lambda: page,
        "pdf": lambda: pdf(page),
        "xlsx": lambda: gap_sheet(audit, report, language),
        "csv": lambda: gap_csv(report, language),
        "json": lambda: as_json(gap_data(audit, measure.instrument, report)),
    }
    return write_all(folder, "gap", order, formats, makers)


def write_all(
    folder: Path, stem: str, order: ReportOrder, formats: tuple[str, ...], makers: dict[str, Callable[[], str | bytes]]
) -> list[Path]:
    return [write(folder / order.name(stem, suffix), makers[suffix]()) for suffix in formats]


def write(path: Path, content: str | bytes) -> Path:
    return write_whole(path, content) if isinstance(content, str) else write_bytes(path, content)


def as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
