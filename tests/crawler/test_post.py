"""Notices leave by the same law as everything else: public addresses, the host table of tests, and nothing more."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("apprise")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def inbox() -> Iterator[tuple[int, list[dict[str, Any]]]]:
    received: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(302 if self.path == "/elsewhere" else 200)
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_address[1]}/inside")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server.server_address[1], received
    server.shutdown()
    server.server_close()


def post(address: str, hosts: dict[str, tuple[str, int]] | None = None) -> dict[str, Any]:
    letter = {"address": address, "title": "Patuh: selesai", "body": "3 dari 3 — é", "hosts": hosts or {}}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "crawler.post"], input=json.dumps(letter), capture_output=True, text=True,
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}, timeout=90, check=True,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_a_notice_arrives(inbox: tuple[int, list[dict[str, Any]]]) -> None:
    port, received = inbox
    assert post("json://surat.test/", {"surat.test": ("127.0.0.1", port)}) == {"sent": True, "why": ""}
    assert (received[0]["title"], received[0]["message"]) == ("Patuh: selesai", "3 dari 3 — é")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_private_address_is_not_asked(inbox: tuple[int, list[dict[str, Any]]], host: str) -> None:
    port, received = inbox
    assert post(f"json://{host}:{port}/") == {"sent": False, "why": "not_delivered"}
    assert received == []


def test_a_test_name_outside_the_table_is_nowhere(inbox: tuple[int, list[dict[str, Any]]]) -> None:
    _port, received = inbox
    assert post("json://surat.test/")["sent"] is False
    assert received == []


def test_an_address_that_is_none_is_told() -> None:
    assert post("entah://apa") == {"sent": False, "why": "bad_address"}


def test_no_program_can_be_started() -> None:
    trial = (
        "import subprocess, crawler.post, crawler.settings\n"
        "crawler.post.keep_within(crawler.settings.HostTable({}))\n"
        "try:\n    subprocess.run(['/bin/true'])\nexcept PermissionError:\n    print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", trial], capture_output=True, text=True, cwd=ROOT, timeout=60, check=True
    )
    assert done.stdout == "refused\n"
