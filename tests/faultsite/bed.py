"""The real crawler, with guard, proxy and browser, sent into the bed; and what a visit must leave behind: nothing."""

from __future__ import annotations

import asyncio
import contextlib
import os
import ssl
import tempfile
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import crawler.browser
from audit.pipeline import audit_evidence
from audit.settings import yardstick
from crawler.browser import open_browser
from crawler.crawl import Crawler, crawl
from crawler.egress import Guard
from crawler.fetch import Fetcher
from crawler.memory import below, command_line
from crawler.proxy import Proxy, open_proxy
from crawler.settings import CrawlSettings, HostTable
from crawler.vault import Vault
from model.audit import Audit
from model.evidence import Evidence, LedgerLine, Level, Reach, Target
from model.finding import Finding, Verdict
from tests.faultsite.server import FaultServer, Site, fault_server

AT_ONCE = 4  # sites; most of a bad site's time is waiting
LIMITS: dict[str, Any] = {
    "delay": 0.0,
    "page_seconds": 15.0,
    "fetch_seconds": 5.0,
    "connect_seconds": 2.0,
    "settle_seconds": 3.0,
    "retry_after_cap": 1.0,
    "max_pages": 12,
    "screenshots": False,
}


@dataclass(frozen=True)
class Seen:
    """What one visit gave. seconds: wall clock. left: connections that were still open when it had ended."""

    evidence: Evidence
    audit: Audit
    seconds: float
    left: int

    def line(self, path: str) -> LedgerLine:
        return next(x for x in self.evidence.ledger if x.url.split(".test", 1)[-1] == path)

    def verdict(self, indicator: str) -> Verdict:
        return next(p.verdict for p in self.audit.scorecard.points if p.indicator == indicator)

    def finding(self, check: str) -> Finding:
        return next(f for f in self.audit.findings if f.check == check)


@dataclass
class Bed:
    crawler: Crawler
    proxy: Proxy
    server: FaultServer
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def look(self, host: str, url: str = "") -> Seen:
        """Crawl and judge one site of the bed."""
        target = Target(host.replace(".", "-"), "Kecamatan Contoh", Level.KOTA, "Maluku", url or f"http://{host}/")
        async with self.gate:
            began = time.monotonic()
            evidence = await crawl(self.crawler, target)
            seconds = time.monotonic() - began
        audit = await asyncio.to_thread(
            audit_evidence, evidence, self.crawler.vault.get, yardstick(), "000001", "2026-01"
        )
        return Seen(evidence, audit, seconds, await self._still_open(host))

    async def look_at_all(self, urls: Mapping[str, str]) -> dict[str, Seen]:
        """urls: by host."""
        looks = (self.look(host, url) for host, url in urls.items())
        return dict(zip(urls, await asyncio.gather(*looks), strict=True))

    async def _still_open(self, host: str) -> int:
        """Requests to this host that nobody has ended within a moment."""
        for _ in range(40):
            if not self.server.open.get(host):
                return 0
            await asyncio.sleep(0.05)
        return self.server.open[host]

    def leftovers(self) -> list[str]:
        """What no visit may leave while the browser goes on: tabs, proxied connections, half-written files.

        A Chromium that was ended, because it did not even close a context, is put away before the next tab.
        """
        alive = [p for p in self.crawler.browser._all if not p.retired]
        tabs = [f"{p.tabs} tabs" for p in self.crawler.browser._all if p.tabs]
        contexts = [f"{len(p.browser.contexts)} contexts" for p in alive if p.browser.contexts]
        halves = [str(path) for path in self.crawler.vault.folder.rglob(".new-*")]
        proxied = [f"{len(self.proxy._tasks)} proxied connections"] if self.proxy._tasks else []
        return [*tabs, *contexts, *halves, *proxied]


def limits(hosts: Iterable[str], place: tuple[str, int], others: Mapping[str, tuple[str, int]], **changes: Any) -> Any:
    table = HostTable({**dict.fromkeys(hosts, place), **others})
    return CrawlSettings(**{**LIMITS, **changes}, hosts=table)


@contextlib.asynccontextmanager
async def open_bed(
    sites: Mapping[str, Site],
    *,
    certificates: Mapping[str, ssl.SSLContext] | None = None,
    trust: ssl.SSLContext | None = None,
    trusted_keys: Iterable[str] = (),
    places: Mapping[str, tuple[str, int]] | None = None,
    **changes: Any,
) -> AsyncIterator[Bed]:
    """A server, and a crawler that finds `sites` there. places: hosts elsewhere. changes: of the limits.

    When it closes, no process and no profile folder of the browser may be left: raises AssertionError otherwise.
    """
    flags = crawler.browser.FLAGS
    if keys := ",".join(trusted_keys):
        crawler.browser.FLAGS = (*flags, f"--ignore-certificate-errors-spki-list={keys}")
    old = os.environ.get("TMPDIR")
    with tempfile.TemporaryDirectory() as place:
        os.environ["TMPDIR"] = place  # for profile folders, so that other browsers of this machine are not counted
        try:
            async with _opened(Path(place), sites, certificates, trust, places, changes) as bed:
                yield bed
        finally:
            crawler.browser.FLAGS = flags
            os.environ.pop("TMPDIR") if old is None else os.environ.update(TMPDIR=old)
        await nothing_left(Path(place))


@contextlib.asynccontextmanager
async def _opened(
    folder: Path,
    sites: Mapping[str, Site],
    certificates: Mapping[str, ssl.SSLContext] | None,
    trust: ssl.SSLContext | None,
    places: Mapping[str, tuple[str, int]] | None,
    changes: Mapping[str, Any],
) -> AsyncIterator[Bed]:
    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(fault_server(sites, certificates))
        settings = limits(sites, server.place, places or {}, **changes)
        guard = Guard(settings.hosts, settings.connect_seconds)
        fetcher = await stack.enter_async_context(contextlib.aclosing(Fetcher(guard, settings.user_agent, trust)))
        proxy = await stack.enter_async_context(open_proxy(guard))
        browser = await stack.enter_async_context(open_browser(settings, proxy))
        yield Bed(Crawler(settings, Vault(folder / "vault"), guard, fetcher, browser), proxy, server)


async def nothing_left(folder: Path) -> None:
    left: list[object] = []
    for _ in range(100):
        left = [*browsers(), *profiles(folder)]
        if not left:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"left behind: {left}")


def profiles(folder: Path) -> list[Path]:
    return list(folder.glob("playwright_chromiumdev_profile-*"))


def ours(mark: bytes) -> tuple[int, ...]:
    """Processes below this one with these words in their command."""
    return tuple(pid for pid in below(os.getpid()) if mark in command_line(pid))


def browsers() -> list[int]:
    """Processes of the browser and of its driver below this one."""
    return sorted({*ours(b"chrom"), *ours(b"playwright")})


__all__ = ["Bed", "Reach", "Seen", "open_bed"]
