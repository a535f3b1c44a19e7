"""Write the reports of a run: whole files only, old ones intact until the new one is complete."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from audit.next_zone import next_zone
from audit.pipeline import Yardstick
from audit.report_beside import beside_in_run
from model.audit import Audit
from model.evidence import Target
from reports.agency import render_agency
from reports.index import RunOverview, render_index
from reports.machine import report_data
from store.runs import Run


def write_agency(audit: Audit, history: Sequence[Audit], yardstick: Yardstick, out: Path) -> Path:
    """`report.html` and `report.json` of one agency, in a folder named by its id. Returns the HTML file."""
    folder = out / audit.target.id
    path = next_zone(audit.scorecard, audit.findings, yardstick.instrument, yardstick.scale)
    beside = beside_in_run(audit, history, yardstick)
    page = render_agency(audit, yardstick.instrument, yardstick.scale, history, path, beside=beside)
    data = json.dumps(report_data(audit, yardstick.instrument), ensure_ascii=False, indent=2) + "\n"
    write_whole(folder / "report.json", data)
    return write_whole(folder / "report.html", page)


def write_index(
    run: Run,
    audits: tuple[Audit, ...],
    earlier: tuple[Audit, ...],
    waiting: tuple[Target, ...],
    yardstick: Yardstick,
    out: Path,
) -> Path:
    """`index.html` of a run."""
    overview = RunOverview(run.id, run.started, run.finished, audits, earlier, waiting)
    return write_whole(out / "index.html", render_index(overview, yardstick.instrument, yardstick.scale))


def write_whole(path: Path, text: str) -> Path:
    """Write a text so that a reader sees the old one or the new one, never a half. Raises OSError."""
    return write_bytes(path, text.encode("utf-8", "replace"))


def write_bytes(path: Path, content: bytes) -> Path:
    """As write_whole, for bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path
