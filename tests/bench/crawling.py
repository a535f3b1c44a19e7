"""How many pages a crawl brings home in a second, and what each costs, from sites on loopback without pauses.

Every fourth page is filled by a script after it was loaded; a page counts as caught when its words came home.
"""

from __future__ import annotations

import asyncio
import os
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from crawler.crawl import crawl, open_crawler
from crawler.settings import CrawlSettings, HostTable
from crawler.vault import Vault
from model.evidence import Evidence, Level, Reach, Target
from tests.bench import material
from tests.bench.measured import Figure
from tests.loopback_server import served

PAGES = 40
SITES = 4
FILLED_LATER = 4  # every so many


class Site(BaseHTTPRequestHandler):
    """A home page that links all services, and a page for each."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        return

    def do_GET(self) -> None:
        found = self.path == "/" or self.path.startswith("/layanan/")
        body = self.page().encode() if found else b"<h1>404 Not Found</h1>"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def page(self) -> str:
        if self.path == "/":
            links = "".join(f"<li><a href='/layanan/{n}'>Standar Pelayanan {n}</a></li>" for n in range(PAGES))
            return f"<!doctype html><html lang=id><title>Dinas Contoh</title><h1>Layanan</h1><ul>{links}</ul></html>"
        number = int(self.path.rsplit("/", 1)[1])
        words = material.service(f"Layanan {number}")
        if number % FILLED_LATER:
            return material.shell(f"Layanan {number}", words)
        later = f"setTimeout(()=>{{document.getElementById('isi').innerHTML=`{words}`}},400)"
        return material.shell(f"Layanan {number}", f"<div id=isi></div><script>{later}</script>")


@dataclass(frozen=True)
class Measured:
    """read: pages. cpu: seconds of this process, the browser and its driver, their start included."""

    read: int
    caught: float
    seconds: float
    cpu: float


async def look(place: tuple[str, int], sites: int, folder: Path) -> Measured:
    """Crawl so many sites at once. The start of the browser is left out of the seconds, not of the CPU."""
    names = [f"dinas-contoh-{n}.test" for n in range(sites)]
    settings = CrawlSettings(
        max_pages=PAGES, delay=0.0, screenshots=False, hosts=HostTable(dict.fromkeys(names, place))
    )
    targets = [Target(n.split(".")[0], "Dinas Contoh", Level.KABUPATEN, "Rekaan", f"http://{n}/") for n in names]
    vault, before = Vault(folder), cpu_of_all()
    async with open_crawler(settings, vault) as crawler:
        began = time.perf_counter()
        found = await asyncio.gather(*(crawl(crawler, target) for target in targets))
        seconds = time.perf_counter() - began
    caught = [caught_in(evidence, vault) for evidence in found]
    return Measured(
        sum(line.visited and line.reach is Reach.READ for evidence in found for line in evidence.ledger),
        sum(caught) / len(caught), seconds, cpu_of_all() - before,
    )  # fmt: skip


def caught_in(evidence: Evidence, vault: Vault) -> float:
    """Share of the pages that scripts fill whose words came home."""
    later = [c for c in evidence.captures if c.url[-1].isdigit() and not int(c.url.rsplit("/", 1)[1]) % FILLED_LATER]
    full = sum(b"<h2>Layanan" in vault.get(c.digest).partition(b"<script>")[0] for c in later)
    return full / len(later) if later else 0.0


def cpu_of_all() -> float:
    """CPU seconds of this process and of all its descendants that have ended."""
    own, ended = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime


def figures() -> Iterator[Figure]:
    for sites in (1, SITES):
        with served(Site) as place, tempfile.TemporaryDirectory() as folder:
            found = asyncio.run(look(place, sites, Path(folder)))
        name = f"Crawl of {sites} site{'s at once' if sites > 1 else ''} on {os.cpu_count()} cores"
        yield Figure(f"{name}, pages a second", found.read / found.seconds, "", more=True)
        yield Figure(f"{name}, CPU per page", found.cpu / found.read * 1000, "ms")
        yield Figure(f"{name}, pages filled by scripts caught", 100 * found.caught, "%", 100, more=True)
