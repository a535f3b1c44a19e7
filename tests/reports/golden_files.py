"""The reports of the sample audit as files that are read in reviews: `python -m tests.reports.golden_files`.

Style sheets and the digests of policies are left out, so that a difference shows what a reader would see differently.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from reports.agency import render_agency
from reports.compare import render_comparison
from reports.gap import gap_report
from reports.gap_page import render_gap
from reports.gap_rows import gap_csv, gap_data
from reports.language import ENGLISH
from reports.machine import report_data
from reports.region import region
from reports.region_page import render_region
from reports.region_rows import region_csv, region_data
from tests.reports.beside_sample import BESIDE, DIFFERENCE
from tests.reports.region_sample import source
from tests.reports.sample import AUDIT, BLOCKED, HISTORY, INSTRUMENT, SCALE
from tests.reports.test_gap import FIXES

FOLDER = Path(__file__).parent / "golden"
GAP = gap_report(AUDIT, INSTRUMENT, FIXES, HISTORY)
REGION = source(12, "Maluku")
VIEW = region(REGION, INSTRUMENT, SCALE)


def readable(html: str) -> str:
    html = re.sub(r"<style>.*?</style>", "<style></style>", html, flags=re.DOTALL)
    html = re.sub(r"sha256-[\w+/=]+", "sha256-…", html)
    html = re.sub(r"data:image/jpeg;base64,[\w+/=]+", "data:image/jpeg;base64,…", html)
    return re.sub(r"[ \t]+\n", "\n", re.sub(r"\n{2,}", "\n", html)).strip() + "\n"


def as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


FILES: dict[str, Callable[[], str]] = {
    "agency.html": lambda: readable(render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY, beside=BESIDE)),
    "agency.en.html": lambda: readable(
        render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY, language=ENGLISH, beside=BESIDE)
    ),
    "agency.json": lambda: as_json(report_data(AUDIT, INSTRUMENT)),
    "not-audited.html": lambda: readable(render_agency(BLOCKED, INSTRUMENT, SCALE)),
    "gap.html": lambda: readable(render_gap(AUDIT, GAP, INSTRUMENT, SCALE)),
    "gap.csv": lambda: gap_csv(GAP).replace("\r\n", "\n"),
    "gap.json": lambda: as_json(gap_data(AUDIT, INSTRUMENT, GAP)),
    "region.html": lambda: readable(render_region(REGION, INSTRUMENT, SCALE)),
    "region.csv": lambda: region_csv(VIEW).replace("\r\n", "\n"),
    "region.json": lambda: as_json(region_data(REGION, VIEW, INSTRUMENT)),
    "compare.html": lambda: readable(render_comparison(HISTORY[-1], AUDIT, INSTRUMENT, SCALE, DIFFERENCE)),
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, make in FILES.items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
