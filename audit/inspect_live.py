"""The one page behind a live address, judged like a draft."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from audit.hosts import Hosts
from audit.inspect import inspection
from audit.self_check import target_of
from audit.settings import contact
from audit.unfit import Unfit
from crawler.crawl import crawl, open_crawler
from crawler.settings import CrawlSettings, HostTable, user_agent
from crawler.vault import Vault
from model.evidence import Reach
from reports.reach_words import REACHES


async def inspect_url(url: str, hosts: Hosts) -> dict[str, Any]:
    """Visit just this page, with the pictures that it shows. Raises Unfit when it cannot be read."""
    target = target_of(url, "", "")
    settings = CrawlSettings(max_pages=1, max_documents=0, hosts=HostTable(hosts), user_agent=user_agent(contact()))
    with tempfile.TemporaryDirectory(prefix="patuh-inspect-") as folder:
        vault = Vault(Path(folder))
        async with open_crawler(settings, vault) as crawler:
            evidence = await crawl(crawler, target)
        if evidence.home is not Reach.READ:
            raise Unfit(f"“{url}” tidak dapat dibaca: {REACHES[evidence.home].short} ({evidence.home_detail}).")
        return inspection(evidence, vault.get, source=url)
