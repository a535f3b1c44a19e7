"""What `patuh report` does: load, write, say where the files are; one sentence when something is lacking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from audit.cli import Exit
from audit.commands import tell_lack
from audit.report_desk import ReportOrder, find_dossier, open_archive
from audit.report_writing import AGENCY_FORMATS, GAP_FORMATS, printing, write_agency_report, write_gap_report
from audit.screen import say_line
from audit.unfit import Unfit
from crawler.chromium import BrowserMissing
from store.errors import StoreError


def run_agency_report(agency: str, order: ReportOrder, formats: str) -> int:
    """`patuh report agency`."""
    wanted = chosen(formats, AGENCY_FORMATS)

    def work() -> list[Path]:
        with open_archive(order) as archive, printing() as pdf:
            return write_agency_report(find_dossier(archive, agency, order), order, wanted, pdf)

    return told(work)


def run_gap_report(agency: str, order: ReportOrder, formats: str) -> int:
    """`patuh report gap`."""
    wanted = chosen(formats, GAP_FORMATS)

    def work() -> list[Path]:
        with open_archive(order) as archive, printing() as pdf:
            return write_gap_report(find_dossier(archive, agency, order), order, wanted, pdf)

    return told(work)


def chosen(formats: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The formats asked for, all when none is. Raises Unfit."""
    wanted = tuple(part.strip().lower() for part in formats.split(",") if part.strip())
    strange = [part for part in wanted if part not in known]
    if strange:
        raise Unfit(f"Bentuk berkas {', '.join(strange)} tidak dikenal. Pilihan: {', '.join(known)}.")
    return tuple(dict.fromkeys(wanted)) or known


def told(work: Callable[[], Sequence[Path]]) -> int:
    """Run, and tell every file that was written; what this machine lacks becomes one sentence and exit code 3."""
    try:
        for path in work():
            say_line(f"Ditulis: {path.resolve()}")
    except (BrowserMissing, StoreError, OSError) as error:
        return tell_lack(error)
    return Exit.FINE
