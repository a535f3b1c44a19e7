"""How many pages a crawl brings home in a second, from a site on loopback, without pauses between requests."""

from __future__ import annotations

import asyncio
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from crawler.crawl import crawl, open_crawler
from crawler.settings import CrawlSettings, HostTable
from crawler.vault import Vault
from model.evidence import Evidence, Level, Reach, Target
from tests.bench import material
from tests.bench.measured import Figure

PAGES = 40


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
        if self.path != "/":
            name = f"Layanan {self.path.rsplit('/', 1)[1]}"
            return material.shell(name, material.service(name))
        links = "".join(f"<li><a href='/layanan/{n}'>Standar Pelayanan {n}</a></li>" for n in range(PAGES))
        return f"<!doctype html><html lang=id><title>Dinas Contoh</title><h1>Layanan</h1><ul>{links}</ul></html>"


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield "127.0.0.1", server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


async def look(place: tuple[str, int], folder: Path) -> tuple[Evidence, float]:
    """The evidence and the seconds of the crawl, without the start of the browser."""
    hosts = HostTable({"dinas-contoh.test": place})
    settings = CrawlSettings(max_pages=PAGES, delay=0.0, screenshots=False, hosts=hosts)
    target = Target("contoh", "Dinas Contoh", Level.KABUPATEN, "Rekaan", material.SITE)
    async with open_crawler(settings, Vault(folder)) as crawler:
        began = time.perf_counter()
        evidence = await crawl(crawler, target)
        return evidence, time.perf_counter() - began


def figures() -> Iterator[Figure]:
    with served() as place, tempfile.TemporaryDirectory() as folder:
        evidence, seconds = asyncio.run(look(place, Path(folder)))
    read = sum(line.visited and line.reach is Reach.READ for line in evidence.ledger)
    yield Figure(f"Crawl on {os.cpu_count()} cores, pages a second", read / seconds, "", more=True)
