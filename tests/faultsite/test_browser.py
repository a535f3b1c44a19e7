"""Processes that die or eat: a tab, the browser's driver, the memory. The page is told, and the next one is read."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

import crawler.tab
from crawler.memory import command_line
from crawler.tab import MOST_SHARED, LoadFailed
from model.evidence import Reach
from model.finding import Verdict
from tests.faultsite import acts
from tests.faultsite.acts import HTML_HEAD
from tests.faultsite.bed import Bed, open_bed, ours
from tests.faultsite.pages import GOOD, WORDS, home, page
from tests.faultsite.server import Asked

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

HOG = page("<h1>Besar</h1><script>const all=[];for(;;){const b=new Uint8Array(5e7);b.fill(7);all.push(b)}</script>")


async def crash(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """A page that ends the process that shows it."""
    writer.write(HTML_HEAD + b"\r\n<html><body><h1>Layanan</h1>")
    await writer.drain()
    await asyncio.sleep(0.3)
    for pid in ours(b"--type=renderer"):
        os.kill(pid, signal.SIGKILL)
    await asyncio.sleep(60)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bed() -> AsyncIterator[Bed]:
    link = "<a href='/uji'>Standar pelayanan uji</a>"
    sites = {
        "crash.test": {**GOOD, "/": home(link), "/uji": crash},
        "crashonce.test": {**GOOD, "/": home(link), "/uji": crash_once},
        "hog.test": {**GOOD, "/": home(link), "/uji": HOG},
        "outgrown.test": {**GOOD, "/": home(link), "/uji": acts.made(lambda: page("<p>kata</p>" * 1_000_000))},
        "good.test": GOOD,
        "slowonce.test": {**GOOD, "/": slow_once},
        "deadly.test": {"/": deadly},
    }
    async with open_bed(sites, tab_bytes=400_000_000, pages_at_once=1) as opened:
        yield opened


async def crash_once(asked: Asked, writer: asyncio.StreamWriter) -> None:
    if asked.count == 0:
        await crash(asked, writer)
    writer.write(page(f"<h1>Layanan</h1>{WORDS}").encode())
    await writer.drain()


SLOW_IS_ASKED = asyncio.Event()


async def slow_once(asked: Asked, writer: asyncio.StreamWriter) -> None:
    if asked.count == 0:
        SLOW_IS_ASKED.set()
        await asyncio.sleep(60)
    writer.write(home().encode())
    await writer.drain()


async def deadly(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """A page that takes the whole browser with it."""
    writer.write(HTML_HEAD + b"\r\n<html><body><h1>Layanan</h1>")
    await writer.drain()
    await asyncio.sleep(0.3)
    for pid in ours(b"--remote-debugging-pipe"):
        os.kill(pid, signal.SIGKILL)
    await asyncio.sleep(60)


@pytest.mark.fault("F-49")
async def test_a_crashed_page_is_looked_at_again_and_told(bed: Bed) -> None:
    seen = await bed.look("crash.test")
    assert (seen.line("/uji").reach, seen.line("/uji").detail) == (Reach.UNREADABLE, "crashed")
    assert bed.server.paths("crash.test").count("/uji") == 2
    assert seen.verdict("fee") is Verdict.MET
    assert (seen.seconds < 30, seen.left, bed.leftovers()) == (True, 0, [])


@pytest.mark.fault("F-49")
async def test_a_page_that_crashed_once_is_read(bed: Bed) -> None:
    seen = await bed.look("crashonce.test")
    assert seen.line("/uji").reach is Reach.READ
    assert bed.leftovers() == []


@pytest.mark.fault("F-48")
async def test_a_page_that_eats_memory_is_ended(bed: Bed) -> None:
    seen = await bed.look("hog.test")
    assert (seen.line("/uji").reach, seen.line("/uji").detail) == (Reach.UNREADABLE, "too_much_memory")
    assert seen.line("/layanan").reach is Reach.READ
    assert (seen.seconds < 40, seen.left, bed.leftovers()) == (True, 0, [])


@pytest.mark.fault("F-28", "F-48")
async def test_of_a_page_too_large_for_a_tab_the_first_part_is_kept(bed: Bed) -> None:
    seen = await bed.look("outgrown.test")
    assert (seen.line("/uji").reach, seen.line("/uji").detail) == (Reach.READ, "too_large")
    kept = next(c for c in seen.evidence.captures if c.url.endswith("/uji"))
    assert (kept.via, kept.partial, kept.size) == ("http", "too_large", bed.crawler.settings.page_bytes)
    assert (seen.seconds < 40, seen.left, bed.leftovers()) == (True, 0, [])


@pytest.mark.fault("F-51")
async def test_a_killed_driver_is_replaced_and_the_site_is_read(bed: Bed) -> None:
    await bed.look("good.test")
    driver = next(pid for pid in ours(b"run-driver"))
    os.kill(driver, signal.SIGKILL)
    seen = await bed.look("good.test")
    assert seen.evidence.home is Reach.READ
    assert seen.verdict("fee") is Verdict.MET
    assert bed.crawler.browser.restarts == 1
    assert (seen.seconds < 60, seen.left, bed.leftovers()) == (True, 0, [])


@pytest.mark.fault("F-51")
async def test_a_page_whose_driver_is_killed_under_it_comes_from_a_new_one(bed: Bed) -> None:
    async with bed.crawler.browser.tab() as tab:
        await tab.load("http://good.test/")
        os.kill(next(pid for pid in ours(b"run-driver")), signal.SIGKILL)
        assert (await tab.load("http://good.test/layanan")).title == "Standar Pelayanan"


@pytest.mark.fault("F-52")
async def test_a_killed_browser_is_replaced(bed: Bed) -> None:
    await bed.look("good.test")
    for pid in bed.crawler.browser.pids():
        os.kill(pid, signal.SIGKILL)
    began = time.monotonic()
    seen = await bed.look("good.test")
    assert (seen.evidence.home, seen.verdict("fee")) == (Reach.READ, Verdict.MET)
    assert time.monotonic() - began < 60


@pytest.mark.fault("F-52")
async def test_a_browser_that_does_not_close_a_tab_is_ended_and_its_other_pages_are_read(
    bed: Bed, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = bed.crawler.browser
    async with browser.tab() as hanging, browser.tab() as other:
        await hanging.load("http://good.test/")
        await other.load("http://good.test/")
        first = browser.pids()
        waiting = asyncio.create_task(other.load("http://slowonce.test/"))
        await SLOW_IS_ASKED.wait()
        with monkeypatch.context() as patch:
            patch.setattr(crawler.tab, "_closes", never)
            await hanging.close()
        assert (await waiting).title == "Kecamatan Contoh"
        assert browser.pids() != first
    assert [pid for pid in first if command_line(pid)] == []
    assert bed.leftovers() == []


async def never(_context: object) -> bool:
    return False


@pytest.mark.fault("F-52")
async def test_a_page_that_ends_every_browser_that_shows_it_is_the_crashed_one(bed: Bed) -> None:
    async with bed.crawler.browser.tab() as tab:
        with pytest.raises(LoadFailed) as failed:
            await tab.load("http://deadly.test/")
        assert failed.value.code == "crashed"
        assert bed.server.paths("deadly.test").count("/") == MOST_SHARED + 1
        assert (await tab.load("http://good.test/layanan")).title == "Standar Pelayanan"
    assert bed.leftovers() == []
