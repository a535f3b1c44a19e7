"""Take the pictures of docs/images from what `make demo` wrote: python tools/screenshots.py [demo-output].

Writes the gap report, the marked pictures and the page of the province beside the demo's reports first.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pypdfium2
from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI

from audit.campaign.screen import show_campaigns
from crawler.chromium import find_chromium
from model.campaign import Campaign, CampaignState

JAYAPURA = ZoneInfo("Asia/Jayapura")
ROOT = Path(__file__).resolve().parent.parent
SHOTS = (
    # name, page below the demo's folder, width, height, dark
    ("report", "2026-09/kecamatan-sekar-arum/report.html", 1180, 1650, False),
    ("report-rise", "2026-09/disnaker-selasih/report.html", 1180, 1500, False),
    ("report-phone", "2026-09/kecamatan-sekar-arum/report.html", 390, 1400, False),
    ("report-dark", "2026-09/disdik-kemuning/report.html", 1180, 1100, True),
    ("report-not-audited", "2026-08/disdik-kemuning/report.html", 1180, 800, False),
    ("index", "2026-09/index.html", 1180, 1300, False),
    ("gap", "celah/kecamatan-sekar-arum/gap.html", 1180, 1200, False),
    ("campaign", "celah/campaign.html", 760, 200, False),
    ("province", "2026-09/province-nusa-melati.html", 1180, 1700, False),
    ("province-phone", "2026-09/province-nusa-melati.html", 390, 1400, False),
    ("compare-best", "2026-09/kecamatan-sekar-arum/compare-best.html", 1000, 1300, False),
)
REPORTS = (
    ("region", "--format", "html"),
    ("gap", "kecamatan-sekar-arum", "--format", "pdf"),
    ("compare", "kecamatan-sekar-arum", "--best"),
    ("agency", "kecamatan-sekar-arum", "--format", "html", "--no-pictures"),
    ("agency", "disnaker-selasih", "--format", "html", "--no-pictures"),
    ("agency", "puskesmas-teluk-pandan", "--format", "html"),
)
PARTS = (
    # name, page below the demo's folder, width, what is shown of it
    ("marked-place", "2026-09/puskesmas-teluk-pandan/report.html", 900, "#ind-requirements"),
)
GAP_PDF = "2026-09/kecamatan-sekar-arum/gap.pdf"
GAP = ("report", "gap", "kecamatan-sekar-arum", "--period", "2026-09", "--format", "html")


def main() -> int:
    demo = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "demo-output").resolve()
    folder = ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    more_pages(demo)
    write_reports(demo)
    found = find_chromium()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found.executable, chromium_sandbox=found.sandbox)
        for name, path, width, height, dark in SHOTS:
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
            )
            page.goto((demo / path).as_uri())
            page.screenshot(path=str(folder / f"{name}.png"))
            page.close()
        for name, path, width, part in PARTS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.goto((demo / path).as_uri())
            page.locator(part).evaluate(
                "fold => { for (const f of [fold, ...fold.querySelectorAll('details')]) f.open = true }"
            )
            page.locator(part).screenshot(path=str(folder / f"{name}.png"))
            page.close()
        browser.close()
    for number, sheet in enumerate(pypdfium2.PdfDocument(demo / GAP_PDF), 1):
        if number <= 2:
            sheet.render(scale=1.3).to_pil().save(folder / f"gap-page-{number}.png")
    return 0


def write_reports(demo: Path) -> None:
    month = demo / "2026-09"
    for report in REPORTS:
        where = ("--data", str(demo / "data"), "--out", str(month))
        subprocess.run([sys.executable, "-m", "audit.cli", "report", *report, *where], check=True)


def more_pages(demo: Path) -> None:
    """A gap report of the demo, and the terminal of somebody who keeps its campaigns."""
    words = [sys.executable, "-m", "audit.cli", *GAP, "--data", str(demo / "data"), "--out", str(demo / "celah")]
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    console = Console(record=True, width=104, file=io.StringIO())
    with patch("audit.campaign.screen.out", console), patch("audit.screen.out", console):
        show_campaigns(tuple(campaigns()), {"nusa-melati": datetime(2026, 10, 1, 20, 0, tzinfo=JAYAPURA)})
    (demo / "celah" / "campaign.html").write_text(console.export_html(theme=MONOKAI), encoding="utf-8")


def campaigns() -> Iterator[Campaign]:
    """The demo's months as campaigns, the last of them under way."""
    for number, month in enumerate((7, 8, 9), start=1):
        due = datetime(2026, month, 1, 20, 0, tzinfo=JAYAPURA)
        state = CampaignState.RUNNING if month == 9 else CampaignState.FINISHED
        yield Campaign(str(number), "nusa-melati", due, f"2026-{month:02}", "Asia/Jayapura", state, {}, due)


if __name__ == "__main__":
    raise SystemExit(main())
