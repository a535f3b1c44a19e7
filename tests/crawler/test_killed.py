"""A crawler that is killed leaves no Chromium behind."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from crawler.profiles import sweep_profiles

PROGRAM = """
import asyncio, sys
from pathlib import Path
from crawler.crawl import open_crawler
from crawler.settings import CrawlSettings
from crawler.tab import LoadFailed
from crawler.vault import Vault

async def main():
    async with open_crawler(CrawlSettings(), Vault(Path(sys.argv[1]))) as crawler:
        async with crawler.browser.tab() as tab:
            try:
                await tab.load("http://tidak-ada.test/")
            except LoadFailed:
                pass
            print(crawler.browser.pids()[0], flush=True)
            await asyncio.sleep(600)

asyncio.run(main())
"""


ROOT = Path(__file__).resolve().parents[2]


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state not in "ZX"


@pytest.mark.browser
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at /proc")
async def test_sigkill_leaves_no_chromium(tmp_path: Path) -> None:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, str(tmp_path), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout is not None
    try:
        chromium = int(await asyncio.wait_for(child.stdout.readline(), 60))
        assert alive(chromium)
    finally:
        child.send_signal(signal.SIGKILL)
        await child.wait()
    ends = time.monotonic() + 10
    while alive(chromium) and time.monotonic() < ends:  # noqa: ASYNC110 - a process that is not ours sends no event
        await asyncio.sleep(0.1)
    assert not alive(chromium)


def test_stale_profiles_are_swept_and_used_ones_are_left(tmp_path: Path) -> None:
    stale, fresh, other = (
        tmp_path / n for n in ("playwright_chromiumdev_profile-a", "playwright_chromiumdev_profile-b", "c")
    )
    for folder in (stale, fresh, other):
        folder.mkdir()
    os.utime(stale, (1, 1))
    os.utime(other, (1, 1))
    assert sweep_profiles(tmp_path) == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c", "playwright_chromiumdev_profile-b"]
