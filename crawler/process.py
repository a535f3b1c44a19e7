"""A running Chromium, and its end: killed by its process id where it does not close by itself."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from dataclasses import dataclass

import playwright.async_api as pw

START_SECONDS = 60.0
CLOSE_SECONDS = 5.0
ANSWER_SECONDS = 3.0
HEARD_SECONDS = 3.0  # from the end of a page's process until its tab has surely heard of it


@dataclass(eq=False)
class Process:
    """A running Chromium. tabs: how many are open in it. pages: that it ever showed.

    retired: it shows no new page; its tabs move to a new one with their next pages. killed: by us, with all its tabs,
    e.g. because one of them did not close.
    """

    browser: pw.Browser
    session: pw.CDPSession
    pid: int
    tabs: int = 0
    pages: int = 0
    retired: bool = False
    killed: bool = False
    greedy_at: float = -HEARD_SECONDS  # when the memory watch last ended one of its pages

    async def answers(self) -> bool:
        """Whether it is not so busy, perhaps with what another tab shows, that it serves nobody."""
        try:
            await asyncio.wait_for(self.session.send("Browser.getVersion"), ANSWER_SECONDS)
        except (TimeoutError, pw.Error):
            return False
        return True

    def was_greedy(self) -> bool:
        """Whether one of its pages was ended just now for the memory that it took."""
        return time.monotonic() - self.greedy_at < HEARD_SECONDS

    def has_ended(self) -> bool:
        """Whether it has gone, with all its tabs."""
        return self.killed or not self.browser.is_connected()

    def end(self) -> None:
        """Kill it, with all its tabs."""
        if not self.killed:  # its process id may be somebody else's by now
            self.retired = self.killed = True
            self.kill()

    def leave(self) -> None:
        """One tab fewer; a retired one ends with its last tab."""
        self.tabs -= 1
        if self.retired and self.tabs == 0 and not self.has_ended():
            self.end()

    async def close(self) -> None:
        """Close it, and kill what did not close."""
        with contextlib.suppress(TimeoutError, pw.Error):
            await asyncio.wait_for(self.browser.close(), CLOSE_SECONDS)
            return
        self.kill()

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(self.pid, signal.SIGKILL) if self.pid > 1 else None


async def pid_of(session: pw.CDPSession) -> int:
    told = await asyncio.wait_for(session.send("SystemInfo.getProcessInfo"), START_SECONDS)
    return next((int(p["id"]) for p in told["processInfo"] if p["type"] == "browser"), 0)
