"""What a page does to its tab: dialogs, popups, moves without end, a main document that breaks off, a crash."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import playwright.async_api as pw

MOST_DIALOGS = 10
MOST_NAVIGATIONS = 12
ANSWER_SECONDS = 5.0


class Mischief:
    """Hears what one page after another does, and answers it. crashed: the page has, perhaps while nobody looked."""

    def __init__(self, code_of: Callable[[str, str], str]) -> None:
        """code_of: the code of what the browser says of an address (text, address)."""
        self.crashed = False
        self._code_of = code_of
        self._page: pw.Page | None = None
        self._trouble: asyncio.Future[str] | None = None
        self._dialogs = 0
        self._navigations = 0
        self._answers: set[asyncio.Task[None]] = set()

    def begin(self) -> asyncio.Future[str]:
        """For the next document: its code, once it gives trouble."""
        self._dialogs = self._navigations = 0
        self._trouble = asyncio.get_running_loop().create_future()
        return self._trouble

    def watch(self, page: pw.Page) -> None:
        """Hear this page from now on, in place of the one before."""
        self._page, self.crashed = page, False
        page.context.on("page", self._close_popup)
        page.on("dialog", self._dismiss)
        page.on("crash", self._notice_crash)
        page.on("framenavigated", self._count_navigation)
        page.on("requestfailed", self._notice_failure)

    def forget(self) -> None:
        """What the page does from now on, e.g. while it is being closed, concerns nobody."""
        self._page = None

    def stop(self) -> None:
        for task in tuple(self._answers):
            task.cancel()

    def _fail(self, code: str) -> None:
        if self._trouble is not None and not self._trouble.done():
            self._trouble.set_result(code)

    def _notice_crash(self, page: pw.Page) -> None:
        if page is self._page:
            self.crashed = True
            self._fail(self._code_of("Page crashed", page.url))

    def _dismiss(self, dialog: pw.Dialog) -> None:
        self._dialogs += 1
        if self._dialogs > MOST_DIALOGS:
            self._fail("dialog_loop")
        accept = dialog.type == "beforeunload"
        self._soon(dialog.accept() if accept else dialog.dismiss())

    def _close_popup(self, page: pw.Page) -> None:
        if page is not self._page:
            self._soon(page.close())

    def _count_navigation(self, frame: pw.Frame) -> None:
        if frame.parent_frame is None:
            self._count_move()

    def _count_move(self) -> None:
        self._navigations += 1
        if self._navigations > MOST_NAVIGATIONS:
            self._fail("redirect_loop")

    def _notice_failure(self, request: pw.Request) -> None:
        """A main document that broke off after its first bytes; only this event tells of it."""
        if not request.is_navigation_request():
            return
        with contextlib.suppress(pw.Error):  # a popup's first request has no frame yet
            code = self._code_of(request.failure or "", request.url)
            if self._page is None or request.frame is not self._page.main_frame:
                return
            if code == "download":  # or given up by the page, for yet another address
                self._count_move()
            else:
                self._fail(code)

    def _soon(self, answer: Awaitable[None]) -> None:
        async def quietly() -> None:
            with contextlib.suppress(pw.Error, TimeoutError):
                await asyncio.wait_for(answer, ANSWER_SECONDS)

        task = asyncio.create_task(quietly())
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)
