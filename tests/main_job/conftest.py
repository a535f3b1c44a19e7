"""Small sites on loopback and the `patuh` command as a user runs it: a process of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHALLENGE = (
    "<html><head><title>Just a moment...</title></head><body><div id='cf-wrapper'>Checking your browser</div></body>"
)
MENU = "<nav><a href='/'>Beranda</a> <a href='/layanan'>Standar Pelayanan</a> <a href='/kontak'>Kontak</a></nav>"
SERVICE = """<h1>Penerbitan Surat Keterangan Domisili Usaha</h1>
<h2>Persyaratan</h2><ol><li>Fotokopi KTP pemohon</li><li>Surat pengantar RT/RW</li></ol>
<h2>Prosedur</h2><ol><li>Pemohon menyerahkan berkas di loket</li><li>Petugas memeriksa kelengkapan berkas</li>
<li>Pemohon menerima surat keterangan</li></ol>
<h2>Jangka Waktu Penyelesaian</h2><p>2 (dua) hari kerja sejak berkas lengkap</p>
<h2>Biaya/Tarif</h2><p>Tidak dipungut biaya</p>
<h2>Produk Pelayanan</h2><p>Surat Keterangan Domisili Usaha</p>
<h2>Penanganan Pengaduan</h2><p>Telepon (0911) 345678, surel pengaduan@terbuka.test</p>"""


def page(title: str, body: str) -> str:
    head = f"<!doctype html><html lang='id'><head><title>{title}</title></head>"
    return f"{head}<body>{MENU}<main>{body}</main></body></html>"


PAGES = {
    "/": page("Kecamatan Terbuka", "<h1>Kecamatan Terbuka</h1><p>Selamat datang di situs resmi kecamatan kami.</p>"),
    "/layanan": page("Standar Pelayanan", SERVICE),
    "/kontak": page("Kontak", "<h1>Kontak</h1><p>Jalan Merdeka No. 5, Ambon. Telepon (0911) 345678.</p>"),
}


@dataclass
class Site:
    """One site. answers: path to (status, body); asked: how many requests came; every `wait_at`th sets `reached`."""

    answers: dict[str, tuple[int, str]]
    missing: tuple[int, str] = (404, "<html><title>404 Not Found</title><h1>404 Not Found</h1></html>")
    asked: int = 0
    wait_at: int = 10**9
    reached: threading.Event = field(default_factory=threading.Event)

    def answer(self, path: str) -> tuple[int, str]:
        self.asked += 1
        if self.asked >= self.wait_at:
            self.reached.set()
        return self.answers.get(path.split("?")[0], self.missing)


def open_site() -> Site:
    return Site({path: (200, body) for path, body in PAGES.items()})


@dataclass(frozen=True)
class Served:
    """Sites by name, and the files that a command needs to reach them."""

    sites: dict[str, Site]
    hosts: Path
    targets: Path


def serve(folder: Path, sites: dict[str, Site | None]) -> Iterator[Served]:
    """Serve the sites under `<name>.test`; None is a port that refuses connections."""
    servers: list[ThreadingHTTPServer] = []
    held: list[socket.socket] = []
    hosts: dict[str, list[Any]] = {}
    for name, site in sites.items():
        if site is None:
            closed = socket.socket()
            closed.bind(("127.0.0.1", 0))
            held.append(closed)
            hosts[f"{name}.test"] = ["127.0.0.1", closed.getsockname()[1]]
            continue
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler_for(site))
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        servers.append(server)
        hosts[f"{name}.test"] = ["127.0.0.1", server.server_address[1]]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hosts.json").write_text(json.dumps(hosts))
    rows = [f"{name},Kecamatan {name.title()},kota,Maluku,http://{name}.test/" for name in sites]
    (folder / "targets.csv").write_text("\n".join(["id,name,level,province,url", *rows]) + "\n")
    try:
        yield Served({n: s for n, s in sites.items() if s}, folder / "hosts.json", folder / "targets.csv")
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()
        for closed in held:
            closed.close()


def handler_for(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, body = site.answer(self.path)
            data = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            return

    return Handler


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "audit.cli", *(str(w) for w in words)]


def audit_words(served: Served, out: Path, *more: object) -> tuple[object, ...]:
    return ("audit", served.targets, "--hosts", served.hosts, "--out", out / "laporan", "--data", out / "data",
            "--delay", 0, *more)  # fmt: skip


def patuh(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `patuh` to its end, at most three minutes."""
    return subprocess.run(
        command(*words),
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def reports(out: Path) -> dict[str, dict[str, Any]]:
    return {f.parent.name: json.loads(f.read_text()) for f in sorted((out / "laporan").glob("*/report.json"))}


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An open site, one behind a firewall, one whose start page is gone, one that refuses connections."""
    yield from serve(
        tmp_path_factory.mktemp("four"),
        {
            "terbuka": open_site(),
            "terhalang": Site({}, missing=(403, CHALLENGE)),
            "hilang": Site({}),
            "mati": None,
        },
    )
