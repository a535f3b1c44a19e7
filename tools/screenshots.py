"""Take the pictures of docs/images from what `make demo` wrote: python tools/screenshots.py [demo-output]."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from crawler.chromium import find_chromium

ROOT = Path(__file__).resolve().parent.parent
SHOTS = (
    # name, page below the demo's folder, width, height, dark
    ("report", "2026-09/kecamatan-sekar-arum/report.html", 1180, 1650, False),
    ("report-rise", "2026-09/disnaker-selasih/report.html", 1180, 1500, False),
    ("report-phone", "2026-09/kecamatan-sekar-arum/report.html", 390, 1400, False),
    ("report-dark", "2026-09/disdik-kemuning/report.html", 1180, 1100, True),
    ("report-not-audited", "2026-08/disdik-kemuning/report.html", 1180, 800, False),
    ("index", "2026-09/index.html", 1180, 1300, False),
)


def main() -> int:
    demo = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "demo-output").resolve()
    folder = ROOT / "docs" / "images"
    folder.mkdir(parents=True, exist_ok=True)
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
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
