"""What the tests of the crawler share: a target, gentle limits, and a crawl of loopback sites."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.crawl import crawl, open_crawler
from crawler.settings import CrawlSettings, HostTable
from crawler.vault import Vault
from model.evidence import Evidence, Level, Target

Look = Callable[..., Awaitable[Evidence]]


def target(url: str) -> Target:
    return Target("dinas-contoh", "Dinas Contoh", Level.KABUPATEN, "Provinsi Contoh", url)


def settings(hosts: dict[str, tuple[str, int]], **changes: Any) -> CrawlSettings:
    given: dict[str, Any] = {
        "delay": 0.0,
        "page_seconds": 20.0,
        "fetch_seconds": 10.0,
        "connect_seconds": 3.0,
        "screenshots": False,
        "hosts": HostTable(hosts),
    }
    return CrawlSettings(**{**given, **changes})


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


@pytest.fixture
def look(vault: Vault) -> Look:
    """Crawl one address with the given host table and limits."""

    async def run(url: str, hosts: dict[str, tuple[str, int]], **changes: Any) -> Evidence:
        async with open_crawler(settings(hosts, **changes), vault) as crawler:
            return await crawl(crawler, target(url))

    return run
