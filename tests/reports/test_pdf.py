"""The PDF of a report: tagged, with outline, title, language and page numbers, and printed without a way out."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pypdfium2
import pytest

from reports.agency import render_agency
from reports.language import ENGLISH
from reports.pdf import Printer
from tests.reports.printing import printer
from tests.reports.sample import AUDIT, HISTORY, INSTRUMENT, SCALE

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def printing() -> Iterator[Printer]:
    with printer() as made:
        yield made


@pytest.fixture(scope="module")
def pdf(printing: Printer) -> bytes:
    return printing.print(render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY))


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_it_is_tagged_and_names_its_title_and_language(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    assert document.is_tagged()
    assert AUDIT.target.name in document.get_metadata_value("Title")
    assert re.search(rb"/Lang \(id\)", pdf)


def test_its_outline_leads_to_the_parts(pdf: bytes) -> None:
    titles = [entry.get_title() for entry in pypdfium2.PdfDocument(pdf).get_toc()]
    assert titles[0] == AUDIT.target.name
    assert {"Indeks Publikasi Web", "Perkembangan", "Penilaian setiap indikator", "Buku halaman"} <= set(titles)


def test_every_page_bears_its_number(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        assert f"{number} / {len(document)}" in page.get_textpage().get_text_range()


def test_folded_proofs_are_printed(pdf: bytes) -> None:
    assert "KTP elektronik selesai 1 (satu) hari kerja" in " ".join(words(pdf).split())


def test_in_english_it_says_so(printing: Printer) -> None:
    assert re.search(rb"/Lang \(en\)", printing.print(render_agency(AUDIT, INSTRUMENT, SCALE, language=ENGLISH)))


def test_the_printing_browser_has_no_way_out(printing: Printer, canary: tuple[int, list[str]], tmp_path: Path) -> None:
    port, hits = canary
    secret = tmp_path / "secret.txt"
    secret.write_text("KUNCI-RAHASIA")
    html = f"""<!doctype html><title>x</title><img src=http://127.0.0.1:{port}/a><img src=http://nama.test:{port}/b>
    <link rel=stylesheet href=http://127.0.0.1:{port}/c><iframe src=http://127.0.0.1:{port}/d></iframe>
    <iframe src="{secret.as_uri()}"></iframe><object data="{secret.as_uri()}"></object>
    <script>fetch("http://127.0.0.1:{port}/e")</script><meta http-equiv=refresh content="1;url=http://127.0.0.1:{port}/f">
    <p>akhir</p>"""
    printed = words(printing.print(html))
    assert "akhir" in printed
    assert "KUNCI-RAHASIA" not in printed
    assert hits == []


@pytest.fixture
def canary() -> Iterator[tuple[int, list[str]]]:
    """A server on loopback that nobody may reach: its port, and what was asked of it."""
    hits: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1], hits
    server.shutdown()
    server.server_close()
    thread.join()
