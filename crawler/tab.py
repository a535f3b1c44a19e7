"""One browser tab that loads one page after another, and never waits without an end."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import playwright.async_api as pw

from crawler.address import AddressRefused, parse
from crawler.blocked_urls import PATTERNS
from crawler.loaded import Loaded, loaded_of
from crawler.mischief import MOST_NAVIGATIONS, Mischief
from crawler.net_codes import NET_CODES
from crawler.process import CLOSE_SECONDS, Process
from crawler.proxy import Proxy
from crawler.settings import CrawlSettings

WATCH, SETTLE, UNFOLD, PICTURES, FACTS, LOOK = (
    Path(__file__).with_name(f"{name}.js").read_text("utf-8")
    for name in ("watch", "settle", "unfold", "pictures", "facts", "look")
)
LOOK = (  # one question to the page, not five: each crosses two processes
    LOOK.replace("SETTLE", f"({SETTLE})")
    .replace("UNFOLD", f"({UNFOLD})")
    .replace("PICTURES", f"({PICTURES})")
    .replace("FACTS", f"({FACTS})")
)
MOST = {"links": 4000, "images": 600, "signs": 2000}
MOST_SHARED = 2  # browsers that may end by themselves under a page before it is loaded in one of its own
MOST_ENDED = 8  # browsers that may be ended because of other pages before this one is left
BROWSER_LOST = "browser_lost"


class LoadFailed(Exception):
    """A page that did not come. code: as in reach.py, or "download" / "empty_error" when httpx must ask instead."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Tab:
    """A tab in a context of its own. After trouble the context is thrown away and the next page gets a new one."""

    def __init__(
        self,
        settings: CrawlSettings,
        proxy: Proxy,
        new_context: Callable[[bool, bool], Awaitable[tuple[pw.BrowserContext, Process]]],
        alone: asyncio.Lock,
    ) -> None:
        """new_context: given whether bad certificates pass, and whether it stands alone in its Chromium.

        alone: held by the one that does.
        """
        self._settings = settings
        self._proxy = proxy
        self._new_context = new_context
        self._alone = alone
        self._context: pw.BrowserContext | None = None
        self._process: Process | None = None
        self._page: pw.Page | None = None
        self._session: pw.CDPSession | None = None
        self._mischief = Mischief(self._code_of)
        self._insecure = False
        self._lost_browser = False  # the last page's Chromium ended, perhaps by what another tab showed
        self._was_killed = False  # and by us, because another tab did not close

    async def load(self, url: str, *, screenshot: bool = False, insecure: bool = False) -> Loaded:
        """Load a page and wait until it has settled, all within `page_seconds`. Raises LoadFailed.

        insecure: whatever its certificate says; such pages get a context of their own.
        """
        if insecure is not self._insecure:
            await self._discard()
            self._insecure = insecure
        lost = 0
        for _ in range(MOST_ENDED):
            try:
                return await self._load_in_time(url, screenshot)
            except LoadFailed as error:
                if not self._lost_browser and error.code != BROWSER_LOST:
                    raise
            lost += not self._was_killed
            if lost == MOST_SHARED:
                return await self._load_alone(url, screenshot)
        raise LoadFailed("page_hung")

    async def _load_alone(self, url: str, screenshot: bool) -> Loaded:
        """In a Chromium that shows nothing else: only if that ends as well, the page is the cause."""
        async with self._alone:
            try:
                return await self._load_in_time(url, screenshot, alone=True)
            except LoadFailed as error:
                if self._lost_browser:
                    raise LoadFailed("crashed") from error
                raise LoadFailed("page_hung" if error.code == BROWSER_LOST else error.code) from error
            finally:
                await self._discard()

    async def _load_in_time(self, url: str, screenshot: bool, *, alone: bool = False) -> Loaded:
        self._lost_browser = self._was_killed = False
        trouble = self._mischief.begin()
        work = asyncio.create_task(self._load(url, screenshot, alone))
        try:
            both: set[asyncio.Future[Any]] = {work, trouble}
            await asyncio.wait(both, timeout=self._settings.page_seconds, return_when=asyncio.FIRST_COMPLETED)
            if work.done():
                return work.result()
            raise LoadFailed(trouble.result() if trouble.done() else await self._why_late())
        except LoadFailed as error:
            if error.code not in ("empty_error", "download") or not work.done():
                await self._drop(work)
            raise
        except pw.Error as error:
            await self._drop(work)
            raise LoadFailed(self._code_of(error.message, url)) from error
        except asyncio.CancelledError:
            await self._drop(work)
            raise

    async def _why_late(self) -> str:
        served = self._process is None or await self._process.answers()
        return "timed_out" if served else BROWSER_LOST

    async def _load(self, url: str, screenshot: bool, alone: bool) -> Loaded:
        page = await self._ready(alone)
        if "#" in url:
            await page.goto("about:blank")  # else only the fragment would change, and no new page would come
        try:
            response = await page.goto(url, wait_until="commit", timeout=0)
        except pw.Error as error:
            raise LoadFailed(self._code_of(error.message, url)) from error
        if response is None:
            raise LoadFailed("download")
        headers = response.headers
        if code := self._proxy.refusal_in(headers):
            raise LoadFailed(code)
        hard = min(self._settings.settle_seconds, self._settings.page_seconds / 2) * 1000
        most = {**MOST, "chars": self._settings.page_bytes}
        found = await self._evaluate(page, LOOK, {"hard": hard, "most": most})
        facts, settled = found["facts"], str(found["settled"])
        if not str(facts["url"]).startswith(("http://", "https://")):
            raise LoadFailed(self._code_of_host(url))
        picture = await self._picture(page) if screenshot else b""
        return loaded_of(facts, headers, response.status, settled, picture)

    async def _evaluate(self, page: pw.Page, script: str, given: dict[str, Any]) -> Any:
        """Run a script in the page, again when a redirect by script took the page away under it."""
        for attempt in range(MOST_NAVIGATIONS):
            try:
                return await page.evaluate(script, given)
            except pw.Error as error:
                moved = "context was destroyed" in str(error) or "navigat" in str(error)
                if not moved or attempt == MOST_NAVIGATIONS - 1:
                    raise
                await page.wait_for_load_state("domcontentloaded", timeout=0)
        raise LoadFailed("redirect_loop")

    async def _picture(self, page: pw.Page) -> bytes:
        with contextlib.suppress(pw.Error):
            return await page.screenshot(type="jpeg", quality=60, timeout=8000, animations="disabled")
        return b""

    async def _ready(self, alone: bool) -> pw.Page:
        old, page = self._process, self._page
        stale = old is None or old.retired or page is None or page.is_closed() or self._mischief.crashed
        if alone or stale:
            await self._discard()
            self._context, self._process = await self._new_context(self._insecure, alone)
            await self._context.add_init_script(WATCH)
            self._page = page = await self._context.new_page()
            page.set_default_timeout(0)  # the wall clock of `load` is the only one
            self._mischief.watch(page)
            self._session = await self._context.new_cdp_session(page)
            await self._session.send("Network.enable")
            await self._session.send("Network.setBlockedURLs", {"urls": PATTERNS})
        assert self._page is not None and self._process is not None  # noqa: S101, PT018 - both were set above
        self._process.pages += 1
        return self._page

    # --- what went wrong ------------------------------------------------------------------------------------

    def _code_of(self, text: str, url: str) -> str:
        if "ERR_TUNNEL_CONNECTION_FAILED" in text or "ERR_PROXY" in text:
            return self._code_of_host(url)
        if "Download is starting" in text:
            return "download"
        if "has been closed" in text or "Connection closed" in text:
            return BROWSER_LOST
        if "crash" in text.lower():
            return "too_much_memory" if self._process is not None and self._process.was_greedy() else "crashed"
        return next((code for mark, code in NET_CODES.items() if mark in text), "page_hung")

    def _code_of_host(self, url: str) -> str:
        """What the guard remembers of the host; a redirect may have led to another one."""
        with contextlib.suppress(AddressRefused):
            failure = self._proxy.guard.last_failure(parse(url).host) or self._proxy.guard.newest_failure
            return failure.code if failure else "unreachable"
        return "unreachable"

    # --- the end --------------------------------------------------------------------------------------------

    async def _drop(self, work: asyncio.Task[Loaded]) -> None:
        work.cancel()
        self._lost_browser = self._process is not None and self._process.has_ended()
        self._was_killed = self._process is not None and self._process.killed
        await self._crash()
        await self._discard()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await asyncio.wait_for(work, CLOSE_SECONDS)

    async def _crash(self) -> None:
        """End the page's process: a script without end would go on while its context is being closed."""
        if self._session is not None:
            with contextlib.suppress(TimeoutError, pw.Error):
                await asyncio.wait_for(self._session.send("Page.crash"), 1.0)

    async def _discard(self) -> None:
        """Close the context. A Chromium that does not even do that is ended: what hangs in it starves its other tabs.

        Those load their pages again in a new one.
        """
        context, process = self._context, self._process
        self._context = self._page = self._session = self._process = None
        self._mischief.forget()
        if process is None:
            return
        if context is not None and not await _closes(context):
            process.end()
        process.leave()

    async def close(self) -> None:
        self._mischief.stop()
        await self._discard()


async def _closes(context: pw.BrowserContext) -> bool:
    try:
        await asyncio.wait_for(context.close(), CLOSE_SECONDS)
    except TimeoutError:
        return False
    except pw.Error:
        pass  # it has gone with its browser
    return True
