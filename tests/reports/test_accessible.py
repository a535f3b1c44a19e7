"""The reports are accessible: axe-core (WCAG 2.2 AA) in a real browser, light and dark; the order of the keyboard."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from reports.agency import render_agency
from reports.compare import render_comparison
from reports.gap import gap_report
from reports.gap_page import render_gap
from reports.index import render_index
from reports.language import ENGLISH
from reports.region_page import render_region
from tests.reports.beside_sample import BESIDE, DIFFERENCE
from tests.reports.evidence_sample import packed
from tests.reports.region_sample import source
from tests.reports.sample import AUDIT, BLOCKED, HISTORY, INSTRUMENT, OVERVIEW, SCALE
from tests.reports.test_gap import FIXES

pytestmark = pytest.mark.browser
AXE = (Path(__file__).parent.parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: rules}});
  const shown = v => v.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ");
  return found.violations.map(v => `${v.id}: ${v.help}: ${shown(v)}`);
}"""


def pack_page(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(packed())) as pack:
        chosen = next(n for n in pack.namelist() if n.startswith(name))
        return pack.read(chosen).decode()


PAGES: dict[str, Callable[[], str]] = {
    "agency": lambda: render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY, beside=BESIDE),
    "agency, English": lambda: render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY, language=ENGLISH, beside=BESIDE),
    "not audited": lambda: render_agency(BLOCKED, INSTRUMENT, SCALE),
    "index": lambda: render_index(OVERVIEW, INSTRUMENT, SCALE),
    "gap": lambda: render_gap(AUDIT, gap_report(AUDIT, INSTRUMENT, FIXES, HISTORY), INSTRUMENT, SCALE),
    "province": lambda: render_region(source(40, "Maluku"), INSTRUMENT, SCALE, href=lambda agency: f"{agency}.html"),
    "national": lambda: render_region(source(40), INSTRUMENT, SCALE, province_href=lambda name: "province.html"),
    "compare": lambda: render_comparison(HISTORY[-1], AUDIT, INSTRUMENT, SCALE, DIFFERENCE),
    "pack index": lambda: pack_page("index.html"),
    "pack view": lambda: pack_page("view/"),
}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_light_and_in_dark(browser: Browser, tmp_path: Path, name: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGES[name](), encoding="utf-8")
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # the checker itself is a script
        page = context.new_page()
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
        page.evaluate(AXE)
        assert page.evaluate(RUN, RULES) == [], scheme
        context.close()


def focused(page: Page) -> tuple[str, float]:
    """What has the focus, and how far down the page it stands."""
    return page.evaluate(
        "() => { const at = document.activeElement; return [at.className || at.tagName,"
        " at.getBoundingClientRect().top + scrollY]; }"
    )


def test_the_keyboard_goes_down_the_page_and_the_first_stop_skips_to_its_content(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGES["agency"](), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    page.goto(path.as_uri())
    page.keyboard.press("Tab")
    assert focused(page)[0] == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0  # it can be seen now
    tops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        tops.append(focused(page)[1])
    rows = [round(top / 40) for top in tops]  # what stands in one row may differ by some pixels
    assert rows == sorted(rows)
    page.close()


def test_a_fold_opens_by_the_keyboard(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGES["agency"](), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    fold = page.locator("details.indicator:not([open])").first
    name = fold.get_attribute("id")
    fold.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(f"details[id='{name}'][open]").count() == 1
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_a_phone_sideways(browser: Browser, tmp_path: Path, name: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGES[name](), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
