"""Every report that `patuh report` writes after an audit: it opens in a real browser without a word or a request."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from crawler.chromium import find_chromium
from reports.agency import MOST_BYTES
from tests.main_job.conftest import audit_words, open_site, patuh, serve
from tests.reports.browsing import Watch
from tests.reports.test_accessible import AXE, RULES, RUN

pytestmark = pytest.mark.browser

COMMANDS = (
    ("report", "agency", "terbuka", "--format", "html,pdf,json"),
    ("report", "agency", "terbuka", "--lang", "en", "--format", "html", "--no-pictures"),
    ("report", "gap", "terbuka"),
    ("report", "region"),
    ("report", "evidence", "terbuka", "--wacz"),
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an audit of two sites, with every report written."""
    folder = tmp_path_factory.mktemp("reports")
    for served in serve(folder / "sites", {"terbuka": open_site(), "mati": None}):
        assert patuh(*audit_words(served, folder)).returncode == 0
    for words in COMMANDS:
        done = patuh(*words, "--out", folder / "laporan", "--data", folder / "data")
        assert done.returncode == 0, done.stderr
        assert "Ditulis: " in done.stdout
    return folder / "laporan"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = find_chromium()
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=found.executable, chromium_sandbox=found.sandbox)
        yield made
        made.close()


def test_all_forms_are_there(out: Path) -> None:
    names = {path.name for path in (out / "terbuka").iterdir()}
    assert {"report.html", "report.pdf", "report.json", "report.en.html"} <= names
    assert {"gap.html", "gap.pdf", "gap.xlsx", "gap.csv", "gap.json"} <= names
    assert {path.name for path in out.glob("*.csv")} == {"national.csv", "province-maluku.csv"}


def test_every_page_opens_clean_small_and_accessible(out: Path, browser: Browser, tmp_path: Path) -> None:
    pack = next((out / "terbuka").glob("*-evidence.zip"))
    with zipfile.ZipFile(pack) as opened:
        opened.extractall(tmp_path)
    pages = [*sorted(out.rglob("*.html")), *sorted(tmp_path.rglob("*.html"))]
    assert len(pages) >= 10
    context = browser.new_context(service_workers="block")
    watch = Watch(context.new_page())
    for page in pages:
        assert watch.open(page) == [], page.name
        assert page.stat().st_size < MOST_BYTES, page.name
    context.close()
    context = browser.new_context(bypass_csp=True)  # the checker is a script of ours
    tab = context.new_page()
    for page in pages:
        tab.goto(page.as_uri())
        tab.evaluate(AXE)
        assert tab.evaluate(RUN, RULES) == [], page.name
    context.close()


def test_the_pack_is_sound_until_a_byte_is_changed(out: Path, tmp_path: Path) -> None:
    pack = next((out / "terbuka").glob("*-evidence.zip"))
    assert patuh("verify", pack).returncode == 0
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(pack) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, body.replace(b"dipungut", b"Dipungut") if name.startswith("kept/") else body)
    done = patuh("verify", changed)
    assert done.returncode == 1
    assert "Berubah: kept/" in done.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("report", "gap", "tidak-ada"), "belum pernah diaudit di sini"),
        (("report", "gap", "terbuka", "--format", "docx"), "tidak dikenal"),
        (("report", "agency", "terbuka", "--lang", "fr"), "belum tersedia"),
        (("report", "agency", "terbuka", "--period", "2001-01"), "Tidak ada audit"),
        (("report", "region", "--province", "Atlantis"), "tidak ada dalam audit ini"),
        (("report", "compare", "terbuka"), "Tidak ada audit terdahulu"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(out: Path, words: tuple[str, ...], says: str) -> None:
    done = patuh(*words, "--out", out, "--data", out.parent / "data")
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_audits_is_told_and_stays_empty(tmp_path: Path) -> None:
    done = patuh("report", "gap", "terbuka", "--data", tmp_path / "kosong")
    assert done.returncode == 2
    assert not (tmp_path / "kosong").exists()


def test_what_is_no_pack_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_text("bukan berkas bukti")
    assert patuh("verify", path).returncode == 2
    assert patuh("verify", tmp_path / "hilang.zip").returncode == 3
