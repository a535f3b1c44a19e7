"""Anything at all may come: every reader of strangers' bytes answers, within its bounds, and never with a traceback."""

from __future__ import annotations

import gzip
import os
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.inputs import read_targets
from crawler.address import AddressRefused, parse
from crawler.fetch import code_of
from crawler.frontier import Frontier
from crawler.links import PageLink
from crawler.media import image_size, sniff
from crawler.politeness import retry_after
from crawler.reach import FAILURES, outcome_of_page
from crawler.robots import robots_of_answer
from crawler.scope import scope_of
from crawler.settings import CrawlSettings
from crawler.sitemap import MOST_ADDRESSES, read_sitemap
from crawler.traps import is_endless, most_of, template
from model.evidence import Why
from reading import sniff as reading_sniff
from reading.dates import find_dates
from reading.durations import norm_of_time
from reading.fees import find_fee
from reading.hours import find_hours
from reading.html import parse_html
from reading.money import find_amounts
from reading.number_words import number_of_words
from reading.phones import find_phones
from tests.bench import material

pytestmark = pytest.mark.fault("F-90")
EXAMPLES = int(os.environ.get("PATUH_FUZZ_EXAMPLES", "50"))  # `make fuzz` asks for more
MANY = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=EXAMPLES == 50,
    database=None,
    suppress_health_check=list(HealthCheck),
)
TEXT = st.text(max_size=300)
WORDS = st.lists(
    st.sampled_from(
        [
            "http:",
            "https:",
            "//",
            "/",
            "\\",
            "@",
            ":",
            "?",
            "#",
            "..",
            "%2e",
            "%00",
            "127.0.0.1",
            "[::1]",
            "dinas.go.id",
            "www.",
            "&",
            "=",
            ";",
            " ",
            "\t",
            "\u202e",
            "é",
            "\ud800",
            "javascript:",
            "a" * 70,
            "80",
            "0x7f",
            "。",
        ]
    ),
    max_size=14,
).map("".join)
MARKUP = st.lists(
    st.sampled_from(
        [
            "<div>",
            "</div>",
            "<table>",
            "<tr>",
            "<td rowspan=999999>",
            "<td colspan=-1>",
            "</table>",
            "<li>",
            "<ol start=9e9>",
            "<h2>Persyaratan</h2>",
            "<h3>Biaya",
            "<p>Rp50.000",
            "<script>",
            "</script>",
            "<style>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<svg>",
            "<math>",
            "<template>",
            "<noscript>",
            "<iframe src=//x>",
            "<base href='javascript:1'>",
            "&#x0;",
            "&nosuch;",
            "\x00",
            "\ud800",
            "3 hari kerja",
            "<a href='",
            "'>",
            '<img alt="',
            '">',
            "<details><summary>",
            "<input type=hidden value=1>",
        ]
    ),
    max_size=60,
).map("".join)


@MANY
@given(st.one_of(TEXT, WORDS), st.one_of(st.none(), st.just("http://dinas.go.id/a/")))
def test_addresses(text: str, base: str | None) -> None:
    try:
        address = parse(text, base)
    except AddressRefused:
        return
    assert parse(address.href) == address, "canonical"
    assert address.scheme in ("http", "https")
    assert "@" not in address.origin
    assert (address.port in (80, 443)) or address.host.endswith(".test")
    template(address), most_of(address, promises=True), is_endless(address), address.words


@MANY
@given(st.lists(st.tuples(WORDS, TEXT), max_size=20))
def test_the_plan_keeps_count_of_every_address(links: list[tuple[str, str]]) -> None:
    home = parse("http://dinas.go.id/")
    frontier = Frontier(scope_of(home), CrawlSettings(max_pages=5, max_ledger=30))
    for url, text in links:
        frontier.offer_link(PageLink(url, text), home.href, 1, Why.LINK)
    wave = frontier.next_pages(10, lambda _: True)
    assert len(wave) <= 5
    assert all(frontier.scope.covers(plan.address) for plan in wave)
    assert len(frontier.ledger()) == len(frontier.plans) <= 30


@MANY
@given(st.integers(100, 599), st.one_of(st.binary(max_size=500), TEXT.map(lambda t: t.encode("utf-8", "replace"))))
def test_robots(status: int, body: bytes) -> None:
    robots = robots_of_answer(status, body)
    assert robots.allows("http://dinas.go.id/layanan") in (True, False)
    assert 0 <= robots.delay <= 10
    assert len(robots.sitemaps) >= 0


ROBOTS = st.lists(
    st.sampled_from(
        [
            "User-agent: *",
            "User-agent: Patuh",
            "user-agent : patuh/1.0",
            "Disallow: /",
            "Disallow:",
            "Allow: /*.pdf$",
            "Disallow: /*?*",
            "Crawl-delay: 1e9",
            "Crawl-delay: -5",
            "Crawl-delay: x",
            "Sitemap: /s.xml",
            "Sitemap: http://[",
            "Disallow: " + "*" * 60,
            "\ufeff",
            "# x",
            "Request-rate: 1/0",
            "Visit-time: 9999",
            "Disallow: /%zz",
            "Noindex: /",
            "\x00",
        ]
    ),
    max_size=25,
).map("\n".join)


@MANY
@given(ROBOTS)
def test_robots_of_words(text: str) -> None:
    robots = robots_of_answer(200, text.encode())
    assert robots.allows("http://dinas.go.id/" + "a" * 200 + ".pdf?x=1") in (True, False)
    assert 0 <= robots.delay <= 10


SITEMAP = st.lists(
    st.sampled_from(
        [
            "<?xml version='1.0'?>",
            "<urlset>",
            "<urlset xmlns='http://x'>",
            "</urlset>",
            "<url><loc>",
            "</loc></url>",
            "http://a/?b&c",
            "<loc>",
            "<sitemapindex><sitemap><loc>http://a/s.xml</loc></sitemap>",
            "<!DOCTYPE x [<!ENTITY a 'b'>]>",
            "&a;",
            "<![CDATA[http://a/]]>",
            "\x00",
            "\n",
        ]
    ),
    max_size=40,
).map("".join)


@MANY
@given(st.one_of(st.binary(max_size=400), SITEMAP.map(str.encode), SITEMAP.map(lambda t: gzip.compress(t.encode()))))
def test_sitemaps(body: bytes) -> None:
    found = read_sitemap(body, 10_000)
    assert len(found.pages) <= MOST_ADDRESSES
    marks = ("<!",) if _is_marked_up(body) else ()  # in plain text any line that begins like an address is one
    assert all(isinstance(url, str) and not any(mark in url for mark in marks) for url in found.pages)


def _is_marked_up(body: bytes) -> bool:
    """Whether a sitemap is read as XML. What is packed here is whole, or no sitemap at all."""
    if body.startswith(b"\x1f\x8b"):
        try:
            body = gzip.decompress(body)
        except (OSError, EOFError, zlib.error):
            return True  # then hardly a page is found, and none with marks in it
    return body.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


@MANY
@given(st.integers(100, 599), TEXT, TEXT, TEXT, MARKUP)
def test_what_is_said_of_a_page(status: int, title: str, text: str, heading: str, html: str) -> None:
    outcome = outcome_of_page(status, title, text, heading, html)
    assert outcome == outcome_of_page(status, title, text, heading, html)


@MANY
@given(TEXT)
def test_retry_after(value: str) -> None:
    assert 0 <= retry_after(value, datetime(2026, 3, 1, tzinfo=UTC), 10.0, 60.0) <= 60


@MANY
@given(st.binary(max_size=300), TEXT)
def test_kinds_of_bytes(body: bytes, address: str) -> None:
    for start in (
        b"",
        b"PK\x03\x04",
        b"%PDF-",
        b"\xff\xd8\xff\xc0",
        b"\x89PNG\r\n\x1a\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ):
        assert "/" in sniff(start + body, address=address)
        assert "/" in reading_sniff.sniff(start + body)
        assert min(image_size(start + body)) >= 0


@MANY
@given(MARKUP)
def test_pages(markup: str) -> None:
    body = f"<html><body>{markup}".encode("utf-8", "replace")
    assert parse_html(body, material.SITE) == parse_html(body, material.SITE)


VALUES = st.lists(
    st.sampled_from(
        [
            "Rp",
            "50.000",
            ",00",
            "1" * 40,
            "juta",
            "hari",
            "kerja",
            "(tiga)",
            "jam",
            "s.d.",
            "-",
            "/",
            "0812",
            "(0911)",
            "345678",
            "+62",
            "Januari",
            "2026",
            "31",
            "30 Februari",
            "tidak dipungut biaya",
            "gratis",
            "²",
            "٣",
            "½",
            "nol",
            "minggu",
            " ",
            "\u00a0",
            "%",
            "pukul 08.00",
        ]
    ),
    max_size=14,
).map(" ".join)


@MANY
@given(st.one_of(TEXT, VALUES))
def test_values(text: str) -> None:
    for find in (find_amounts, norm_of_time, find_dates, find_phones, find_fee, find_hours, number_of_words):
        assert find(text) == find(text)  # type: ignore[operator] - each takes a text, whatever it gives


@MANY
@given(st.one_of(st.binary(max_size=400), TEXT.map(lambda t: ("id;nama;situs\n" + t).encode("utf-8", "replace"))))
def test_lists_of_targets(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    path = tmp_path_factory.mktemp("list") / "targets.csv"
    path.write_bytes(body)
    found = read_targets(path)
    assert len({t.id for t in found.targets}) == len(found.targets)
    assert all(str(problem) for problem in found.problems)


@MANY
@given(st.sampled_from([OSError, EOFError, ValueError, TimeoutError, ConnectionResetError]), TEXT)
def test_every_error_of_the_network_has_a_code(kind: type[Exception], text: str) -> None:
    assert code_of(kind(text)) in FAILURES
