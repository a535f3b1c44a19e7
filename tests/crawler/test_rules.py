"""Pure rules: addresses, scope, robots.txt, sitemaps, Retry-After, reach, media, the vault."""

from __future__ import annotations

import codecs
import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.address import parse
from crawler.media import sniff
from crawler.politeness import Politeness, retry_after
from crawler.reach import outcome_of_failure, outcome_of_page, outcome_of_status
from crawler.robots import robots_of_answer, robots_of_failure
from crawler.scope import scope_of
from crawler.sitemap import read_sitemap
from crawler.vault import Vault, VaultDamaged
from model.evidence import Reach

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONG = "Standar pelayanan penerbitan akta kelahiran. " * 80


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("HTTP://Dinas.GO.id:80/a/../b?z=1&a=2#isi", "http://dinas.go.id/b?a=2&z=1"),
        ("https://dinas.go.id/?utm_source=x&PHPSESSID=9f&id=3&fbclid=q", "https://dinas.go.id/?id=3"),
        ("https://dinas.go.id/a;jsessionid=AB12?x=1", "https://dinas.go.id/a?x=1"),
        ("http://dinas.go.id/#/layanan", "http://dinas.go.id/#/layanan"),
        ("http://dinas.go.id/Maklumat Pelayanan", "http://dinas.go.id/Maklumat%20Pelayanan"),
    ],
)
def test_canonical_form(given: str, canonical: str) -> None:
    assert parse(given).href == canonical
    assert parse(canonical).href == canonical


def test_one_page_has_one_key() -> None:
    same = ("http://www.dinas.go.id/layanan/", "https://dinas.go.id/layanan", "https://dinas.go.id/layanan#atas")
    assert len({parse(a).key for a in same}) == 1


@pytest.mark.parametrize(
    ("target", "address", "covers", "outlying"),
    [
        ("https://dinkes.x.go.id/", "https://www.dinkes.x.go.id/a", True, False),
        ("https://dinkes.x.go.id/", "https://ppid.dinkes.x.go.id/", True, True),
        ("https://dinkes.x.go.id/", "https://x.go.id/", False, True),
        ("https://dinkes.x.go.id/", "https://evildinkes.x.go.id/", False, True),
        ("https://x.go.id/", "https://dinkes.x.go.id/", True, True),
        ("https://x.go.id/disdukcapil", "https://x.go.id/disdukcapil/post/1", True, False),
        ("https://x.go.id/disdukcapil", "https://x.go.id/berita", True, True),
        ("https://x.go.id/disdukcapil", "https://x.go.id/disdukcapil2", True, True),
        ("https://x.go.id/beranda.html", "https://x.go.id/layanan", True, False),
        ("https://go.id/", "https://x.go.id/", False, True),
    ],
)
def test_scope(target: str, address: str, covers: bool, outlying: bool) -> None:
    scope = scope_of(parse(target))
    assert (scope.covers(parse(address)), scope.outlying(parse(address))) == (covers, outlying)


RULES = "User-agent: *\nDisallow: /admin/\nAllow: /admin/ppid\nDisallow: /*.zip$\nCrawl-delay: 2.5\n"


@pytest.mark.parametrize(
    ("status", "body", "url", "allowed"),
    [
        (200, RULES.encode(), "/admin/x", False),
        (200, RULES.encode(), "/admin/ppid", True),
        (200, RULES.encode(), "/a.zip", False),
        (200, codecs.BOM_UTF8 + b"User-agent: *\nDisallow: /", "/", False),
        (200, codecs.BOM_UTF16_LE + "User-agent: *\nDisallow: /".encode("utf-16-le"), "/", False),
        (200, b"User-agent: Patuh\nDisallow: /\n\nUser-agent: *\nAllow: /", "/", False),
        (200, b"<!doctype html><title>404</title>Disallow: /", "/", True),
        (200, b"", "/", True),
        (404, b"User-agent: *\nDisallow: /", "/", True),
        (403, b"", "/", True),
        (429, b"", "/", False),
        (500, b"", "/", False),
        (503, b"", "/", False),
    ],
)
def test_robots(status: int, body: bytes, url: str, allowed: bool) -> None:
    assert robots_of_answer(status, body).allows(f"http://dinas.go.id{url}") is allowed


def test_robots_delay_is_heard_up_to_a_cap() -> None:
    assert robots_of_answer(200, RULES.encode()).delay == 2.5
    assert robots_of_answer(200, b"User-agent: *\nCrawl-delay: 86400").delay == 10.0


def test_robots_that_cannot_be_had_closes_the_host_and_says_why() -> None:
    closed = robots_of_failure("timed_out").closed
    assert closed is not None
    assert (closed.reach, closed.detail) == (Reach.TIMED_OUT, "robots_timed_out")
    assert robots_of_failure("redirect_loop").allows("http://dinas.go.id/")


def test_sitemap_forms() -> None:
    xml = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>http://a/?b=1&c=2</loc></url>'
    assert read_sitemap(xml, 10_000).pages == ("http://a/?b=1&c=2",)  # bare ampersand, unclosed
    assert read_sitemap(gzip.compress(xml), 10_000).pages == ("http://a/?b=1&c=2",)
    assert read_sitemap(b"http://a/1\nhttp://a/2\n", 10_000).pages == ("http://a/1", "http://a/2")
    index = b"<sitemapindex><sitemap><loc>http://a/s.xml</loc></sitemap></sitemapindex>"
    assert read_sitemap(index, 10_000).sitemaps == ("http://a/s.xml",)
    assert read_sitemap(b"<html><body>404</body></html>", 10_000).pages == ()


def test_sitemap_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "bbbb">]>'
    found = read_sitemap(bomb + b"<urlset><url><loc>http://a/&a;&b;</loc></url></urlset>", 10_000)
    assert all("root:" not in page and "bbbb" not in page for page in found.pages)


def test_sitemap_gzip_bomb_is_cut() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * 50_000_000)
    assert read_sitemap(bomb, 100_000).pages == ()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("5", 5.0),
        ("0", 0.0),
        ("999999999999999999", 60.0),
        ("Sun, 01 Mar 2026 12:00:20 GMT", 20.0),
        ("Sun, 01 Mar 2036 12:00:20 GMT", 60.0),
        ("Sat, 28 Feb 2026 12:00:00 GMT", 0.0),
        ("soon", 10.0),
        ("", 10.0),
        ("-5", 10.0),
    ],
)
def test_retry_after(value: str, seconds: float) -> None:
    assert retry_after(value, NOW, default=10.0, cap=60.0) == seconds


async def test_politeness_spaces_requests_to_one_host_and_not_to_others() -> None:
    now, waits = [100.0], list[float]()

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    polite = Politeness(1.0, clock=lambda: now[0], sleep=sleep)
    for host in ("a", "b", "a", "a"):
        async with polite.turn(host):
            pass
    polite.rest("b", 30.0)
    async with polite.turn("b"):
        pass
    assert waits == [1.0, 1.0, 30.0]


@pytest.mark.parametrize(
    ("status", "reach"),
    [
        (200, Reach.READ),
        (401, Reach.BLOCKED),
        (403, Reach.BLOCKED),
        (429, Reach.BLOCKED),
        (451, Reach.BLOCKED),
        (404, Reach.MISSING),
        (410, Reach.MISSING),
        (500, Reach.SERVER_ERROR),
        (503, Reach.SERVER_ERROR),
        (504, Reach.TIMED_OUT),
    ],
)
def test_reach_of_status(status: int, reach: Reach) -> None:
    assert outcome_of_status(status).reach is reach


@pytest.mark.parametrize(
    ("code", "reach"),
    [
        ("dns_nxdomain", Reach.UNREACHABLE),
        ("refused", Reach.UNREACHABLE),
        ("not_allowed", Reach.UNREACHABLE),
        ("timed_out", Reach.TIMED_OUT),
        ("tls_expired", Reach.TLS_FAILED),
        ("tls_incomplete_chain", Reach.TLS_FAILED),
        ("truncated", Reach.UNREADABLE),
    ],
)
def test_reach_of_failure(code: str, reach: Reach) -> None:
    assert outcome_of_failure(code).reach is reach


@pytest.mark.parametrize(
    ("status", "title", "text", "html", "reach"),
    [
        (503, "Just a moment...", "Checking your browser before accessing", "", Reach.BLOCKED),
        (403, "Just a moment...", "", "<script>window._cf_chl_opt={}</script>", Reach.BLOCKED),
        (200, "Attention Required! | Cloudflare", "Please complete the security check", "", Reach.BLOCKED),
        (200, "Sucuri WebSite Firewall - Access Denied", "", "", Reach.BLOCKED),
        (200, "", "Request unsuccessful. Incapsula incident ID: 1", "", Reach.BLOCKED),
        (200, "Verifikasi", "Pastikan Anda bukan robot untuk melanjutkan", "", Reach.BLOCKED),
        (503, "Akses ditolak", "Permintaan ditolak oleh firewall", "", Reach.BLOCKED),
        (503, "Perbaikan", "Situs sedang dalam pemeliharaan", "", Reach.SERVER_ERROR),
        (200, "Keamanan informasi", f"Kami memakai Cloudflare. {LONG}", "", Reach.READ),
        (200, "Layanan", f"Checking your browser before {LONG}", "", Reach.READ),
    ],
)
def test_challenge_pages(status: int, title: str, text: str, html: str, reach: Reach) -> None:
    assert outcome_of_page(status, title, text, "", html).reach is reach


@pytest.mark.parametrize(
    ("title", "heading", "text", "missing"),
    [
        ("404 Not Found", "", "", True),
        ("Halaman tidak ditemukan - Dinas Contoh", "", "menu", True),
        ("Page not found | Dinas", "", "", True),
        ("Dinas Contoh", "404", "menu", True),
        ("Dinas Contoh", "Maaf, halaman yang Anda cari tidak ditemukan", "menu", True),
        ("Dinas Contoh", "Oops! That page can’t be found.", "menu", True),
        ("KTP hilang atau tidak ditemukan", "Penggantian KTP", "", False),
        ("Halaman tidak ditemukan", "Standar pelayanan", LONG, False),
        ("Layanan 404", "Layanan", "", False),
        ("Halaman", "Halaman", "", False),
        ("Dinas Contoh", "Halaman", "", False),
    ],
)
def test_soft_404_needs_clear_evidence(title: str, heading: str, text: str, missing: bool) -> None:
    assert (outcome_of_page(200, title, text, heading, "").detail == "soft_404") is missing


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\n\n%PDF-1.4", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"{\\rtf1", "application/rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
        (b"<!DOCTYPE html><p>", "text/html"),
        (b"PK\x03\x04broken", "application/zip"),
    ],
)
def test_media_by_first_bytes(body: bytes, media: str) -> None:
    assert sniff(body, declared="application/pdf" if media == "text/html" else "text/html") == media


def test_vault_keeps_bytes_once_and_notices_damage(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    digest = vault.put(b"isi")
    assert vault.put(b"isi") == digest
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [digest[2:]]
    assert vault.get(digest) == b"isi"
    (tmp_path / digest[:2] / digest[2:]).write_bytes(b"lain")
    with pytest.raises(VaultDamaged):
        vault.get(digest)


@pytest.mark.parametrize("digest", ["0" * 64, "../../etc/passwd", ""])
def test_vault_knows_only_what_was_put(tmp_path: Path, digest: str) -> None:
    with pytest.raises(KeyError):
        Vault(tmp_path).get(digest)
