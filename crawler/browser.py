"""One Chromium for all sites, its life and its end.

Chromium leaves the machine through the egress proxy alone. Every wait is bounded from outside; what does not close
in time is killed by its process id. When this process is killed, Playwright's driver sees it and ends Chromium.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import playwright.async_api as pw

from crawler.chromium import NO_DRIVER, BrowserMissing, driver_starts, find_chromium
from crawler.memory import watch_memory
from crawler.process import CLOSE_SECONDS, START_SECONDS, Process, pid_of
from crawler.profiles import profile_of, sweep_profiles
from crawler.proxy import Proxy
from crawler.settings import CrawlSettings
from crawler.tab import Tab

CONTEXT_SECONDS = 15.0
NO_BROWSER_ANY_MORE = (
    "Peramban berhenti dan tidak dapat dijalankan lagi. Periksa memori dan ruang penyimpanan, "
    "lalu ulangi dengan --resume."
)
FLAGS = (
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",  # WebRTC would pass by the proxy
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--dns-prefetch-disable",
    "--disable-features=NetworkPrediction,OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate",
    "--disable-dev-shm-usage",
    "--mute-audio",
)


@dataclass
class Browser:
    """Opens tabs. A Chromium that has shown `recycle_after` pages, or has died, is replaced by a new one."""

    settings: CrawlSettings
    proxy: Proxy
    driver: pw.Playwright
    restarts: int = 0  # of the driver, which a page cannot end but the machine can
    _now: Process | None = None
    _all: list[Process] = field(default_factory=list)
    _profiles: list[Path] = field(default_factory=list)  # of all that were ever started
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _alone: asyncio.Lock = field(default_factory=asyncio.Lock)

    @contextlib.asynccontextmanager
    async def tab(self) -> AsyncIterator[Tab]:
        """A tab with a fresh context of its own: no cookies, no storage, nothing shared."""
        tab = Tab(self.settings, self.proxy, self._new_context, self._alone)
        try:
            yield tab
        finally:
            await tab.close()

    async def _new_context(self, insecure: bool, alone: bool) -> tuple[pw.BrowserContext, Process]:
        """A context, and the Chromium that holds it; again in a new one where the first does not give any.

        alone: in a Chromium that holds nothing else and is not kept.
        """
        try:
            return await self._try_context(insecure, alone)
        except (TimeoutError, pw.Error):
            pass
        try:
            return await self._try_context(insecure, alone)
        except (TimeoutError, pw.Error) as error:  # the machine's fault: no site may be blamed for it
            raise BrowserMissing(NO_BROWSER_ANY_MORE) from error

    async def _try_context(self, insecure: bool, alone: bool) -> tuple[pw.BrowserContext, Process]:
        process = await (self._lone_process() if alone else self._process())
        try:
            return await self._context_in(process, insecure), process
        except BaseException:
            process.end()
            process.leave()
            raise

    async def _context_in(self, process: Process, insecure: bool) -> pw.BrowserContext:
        return await asyncio.wait_for(
            process.browser.new_context(
                user_agent=self.settings.user_agent,
                locale="id-ID",
                timezone_id="Asia/Jakarta",
                viewport={"width": 1280, "height": 1000},
                service_workers="block",
                permissions=[],
                accept_downloads=False,
                ignore_https_errors=insecure,
            ),
            CONTEXT_SECONDS,
        )

    async def _process(self) -> Process:
        """The Chromium of today, with one tab more in it."""
        async with self._lock:
            now = self._now
            if now is None or now.retired or now.has_ended() or now.pages >= self.settings.recycle_after:
                if now is not None:
                    now.retired = True
                now = self._now = await self._start()
                self._all.append(now)
            now.tabs += 1
        for old in [p for p in self._all if p.retired and (p.tabs == 0 or p.has_ended())]:
            self._all.remove(old)
            await old.close()
        return now

    async def _lone_process(self) -> Process:
        """A Chromium for one tab and one page: retired from its beginning, so that no other tab gets into it."""
        async with self._lock:
            process = await self._start()
            process.tabs, process.retired = 1, True
            self._all.append(process)
        return process

    async def _start(self) -> Process:
        try:
            return await self._launch()
        except (TimeoutError, pw.Error):  # the driver cannot be asked whether it lives
            await self._restart_driver()
        return await self._launch()

    async def _restart_driver(self) -> None:
        """The driver's process is gone, and with it all that it had started."""
        await _stop(self.driver)
        for process in self._all:
            process.kill()
        self._all.clear()
        self.driver = await _start_driver()
        self.restarts += 1

    async def _launch(self) -> Process:
        found = find_chromium()
        browser = await asyncio.wait_for(
            self.driver.chromium.launch(
                executable_path=found.executable,
                chromium_sandbox=found.sandbox,
                proxy={"server": self.proxy.url},
                args=list(FLAGS),
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
            ),
            START_SECONDS,
        )
        session = await asyncio.wait_for(browser.new_browser_cdp_session(), START_SECONDS)
        pid = await pid_of(session)
        if (profile := profile_of(pid)) is not None:
            self._profiles.append(profile)
        return Process(browser, session, pid)

    def _note_greedy(self, pid: int) -> None:
        for process in self._all:
            if process.pid == pid:
                process.greedy_at = time.monotonic()

    def pids(self) -> tuple[int, ...]:
        """Process ids of the running Chromiums."""
        return tuple(p.pid for p in self._all)

    async def close(self) -> None:
        for process in self._all:
            await process.close()
        self._all.clear()
        await _stop(self.driver)
        for profile in self._profiles:  # a killed driver removes none, and what is killed writes to its end
            shutil.rmtree(profile, ignore_errors=True)


@contextlib.asynccontextmanager
async def open_browser(settings: CrawlSettings, proxy: Proxy) -> AsyncIterator[Browser]:
    """The browser of one run; Chromium itself starts with the first tab. Raises BrowserMissing."""
    find_chromium()
    sweep_profiles()
    browser = Browser(settings, proxy, await _start_driver())
    watch = asyncio.create_task(watch_memory(browser.pids, settings.tab_bytes, browser._note_greedy))
    try:
        yield browser
    finally:
        watch.cancel()
        await browser.close()


async def _start_driver() -> pw.Playwright:
    try:
        return await asyncio.wait_for(pw.async_playwright().start(), START_SECONDS)
    except Exception as error:  # the driver died at its start; Playwright raises a bare Exception then
        if await asyncio.to_thread(driver_starts):
            raise
        raise BrowserMissing(NO_DRIVER) from error


async def _stop(driver: pw.Playwright) -> None:
    with contextlib.suppress(TimeoutError, pw.Error):
        await asyncio.wait_for(driver.stop(), CLOSE_SECONDS)
