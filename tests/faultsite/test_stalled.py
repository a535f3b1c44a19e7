"""A browser that serves nobody, as one does that another tab's page keeps busy: no page is blamed for it."""

from __future__ import annotations

import asyncio
import os
import signal

import pytest

from tests.faultsite.bed import open_bed, ours
from tests.faultsite.pages import home
from tests.faultsite.server import Asked

pytestmark = pytest.mark.browser


async def still_once(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """A good page, whose browser stands still when it asks for it first."""
    if asked.count == 0:
        for pid in ours(b"--remote-debugging-pipe"):
            os.kill(pid, signal.SIGSTOP)
    writer.write(home().encode())
    await writer.drain()


@pytest.mark.fault("F-52")
async def test_a_page_whose_browser_serves_nobody_is_read_in_another_one() -> None:
    async with open_bed({"still.test": {"/": still_once}}, page_seconds=4.0) as bed:
        async with bed.crawler.browser.tab() as tab:
            assert (await tab.load("http://still.test/")).title == "Kecamatan Contoh"
        assert bed.server.paths("still.test").count("/") == 2
        assert bed.leftovers() == []
