"""Files that are not what they should be: sitemaps, documents with cycles, mutated documents, lines of the log."""

from __future__ import annotations

import json
import logging
import random
import time
from pathlib import Path

import pytest

from audit.logs import JsonLines
from crawler.sitemap import MOST_ADDRESSES, read_sitemap
from model.reading import Document
from reading.documents import read_document
from tests.bench import material
from tests.faultsite.mutating import mutated, seeds
from tests.reports.test_hostile import PAYLOADS


@pytest.mark.fault("F-61")
def test_a_sitemap_without_end_is_cut() -> None:
    many = "".join(f"<url><loc>http://a.test/{n}</loc></url>" for n in range(60_000))
    assert len(read_sitemap(f"<urlset>{many}</urlset>".encode(), 5_000_000).pages) == MOST_ADDRESSES
    wrong = b"<urlset xmlns='http://lain/'><url><loc>http://a.test/</loc></url></urlset>"
    assert read_sitemap(wrong, 10_000).pages == ("http://a.test/",)
    laughs = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 9))
    bomb = f"<!DOCTYPE u [<!ENTITY a0 'ha'>{laughs}]><urlset><url><loc>http://a.test/&a8;</loc></url></urlset>"
    assert all(len(page) < 200 for page in read_sitemap(bomb.encode(), 10_000).pages)


def pdf(*objects: str) -> bytes:
    """A PDF of these objects, without a table, so that the reader must mend it."""
    body = "".join(f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer<</Root 1 0 R>>\nstartxref\n999999\n%%EOF".encode()


TWISTED = {
    "cycle of pages": pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]>>"),
    "page that is its own parent": pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Page/Parent 2 0 R>>"),
    "deep arrays": pdf("<</Type/Catalog/Pages 2 0 R>>", "[" * 50_000 + "]" * 50_000),
    "root that is missing": pdf("<</Type/Nothing>>"),
    "count without kids": pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2147483647/Kids[]>>"),
    "form that draws itself": pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>",
        "<</Length 4>>stream\n/F Do\nendstream",
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 4>>"
        "stream\n/F Do\nendstream",
    ),
}  # fmt: skip


@pytest.mark.fault("F-64")
@pytest.mark.parametrize("name", TWISTED)
def test_a_twisted_pdf_ends_in_time(name: str) -> None:
    began = time.monotonic()
    found = read_document(material.source("sk.pdf", TWISTED[name]))
    assert isinstance(found, Document)
    assert not found.sections
    assert time.monotonic() - began < 40


@pytest.mark.fault("F-70")
def test_mutated_documents_are_read_or_told() -> None:
    """A few here; `make fuzz` goes on."""
    chance = random.Random(20260301)
    for name, body in seeds().items():
        for _ in range(4):
            found = read_document(material.source(name, mutated(body, chance)))
            assert isinstance(found, Document), name
            assert "crashed" not in found.problems, name


@pytest.mark.fault("F-100")
@pytest.mark.parametrize("payload", [*PAYLOADS, "a\r\nb", "\x1b[2J", "\x00"])
def test_a_line_of_the_log_stays_one_line(payload: str, tmp_path: Path) -> None:
    record = logging.LogRecord("patuh", logging.INFO, "x.py", 1, "%s", (payload,), None)
    line = JsonLines().format(record)
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line)["message"] == payload
