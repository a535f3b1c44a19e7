"""Sites that misbehave: what is said of each, and that the next page is read all the same. A real Chromium."""

from __future__ import annotations

import gzip
import socket

import pytest

from crawler.settings import CrawlSettings
from crawler.vault import Vault
from model.evidence import Evidence, LedgerLine, Reach, Resource, Why
from tests.crawler.conftest import Look
from tests.crawler.loopback import Answer, Raw, cut_off, loopback, never, slow_body, slow_head

pytestmark = pytest.mark.browser

TEXT = "<p>" + "Kantor kami melayani warga setiap hari kerja. " * 20 + "</p>"


def page(body: str, title: str = "Dinas Contoh") -> Answer:
    return Answer(f"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>")


def line(evidence: Evidence, path: str) -> LedgerLine:
    return next(x for x in evidence.ledger if x.url.removeprefix("http://dinas.test") == path)


HOMES: dict[str, tuple[Answer | Raw, Reach, str]] = {
    "missing": (Answer("<h1>404</h1>", 404), Reach.MISSING, "http_404"),
    "forbidden": (Answer("<h1>403</h1>", 403), Reach.BLOCKED, "http_403"),
    "forbidden_empty": (Answer("", 403), Reach.BLOCKED, "http_403"),
    "server_error": (Answer("<h1>x</h1>", 500), Reach.SERVER_ERROR, "http_500"),
    "challenge": (
        Answer("<title>Just a moment...</title><script>window._cf_chl_opt={}</script>", 503),
        Reach.BLOCKED,
        "challenge_page",
    ),
    "silent": (never, Reach.TIMED_OUT, "timed_out"),
    "slow_head": (slow_head, Reach.TIMED_OUT, "timed_out"),
    "slow_body": (slow_body, Reach.TIMED_OUT, "timed_out"),
    "cut_off": (cut_off, Reach.UNREADABLE, "truncated"),
    "loop": (Answer(status=302, headers=(("Location", "/"),)), Reach.UNREADABLE, "redirect_loop"),
    "empty": (Answer("<html></html>"), Reach.UNREADABLE, "empty_response"),
    "busy": (page("<script>while(true);</script>"), Reach.TIMED_OUT, "timed_out"),
    "alerts": (page(TEXT + "<script>for(;;)alert(1)</script>"), Reach.UNREADABLE, "dialog_loop"),
    "moving": (page("<script>location.href='/?'+Math.random()</script>"), Reach.MISSING, "http_404"),
}


@pytest.mark.parametrize("name", HOMES)
async def test_what_is_said_of_a_home_page(look: Look, name: str) -> None:
    answer, reach, detail = HOMES[name]
    async with loopback({"/": answer}) as site:
        evidence = await look("http://dinas.test/", {"dinas.test": site.place}, page_seconds=4.0)
    assert (evidence.home, evidence.home_detail) == (reach, detail)
    assert evidence.captures == ()
    assert line(evidence, "/").reach is reach


async def test_a_closed_port_and_a_missing_name_are_told_apart(look: Look) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = ("127.0.0.1", free.getsockname()[1])
        refused = await look("http://dinas.test/", {"dinas.test": place})
        unknown = await look("http://lain.test/", {"dinas.test": place})
    assert (refused.home, refused.home_detail) == (Reach.UNREACHABLE, "refused")
    assert (unknown.home, unknown.home_detail) == (Reach.UNREACHABLE, "dns_nxdomain")


async def test_robots_that_says_no_is_obeyed(look: Look) -> None:
    robots = Answer("User-agent: *\nDisallow: /", media="text/plain")
    async with loopback({"/": page(TEXT), "/robots.txt": robots}) as site:
        evidence = await look("http://dinas.test/", {"dinas.test": site.place})
        assert site.asked == ["/robots.txt"]
    assert (evidence.home, evidence.home_detail) == (Reach.DISALLOWED, "robots")


async def test_pages_after_a_bad_one_are_read(look: Look) -> None:
    links = "".join(f'<a href="/{n}">Standar pelayanan {n}</a>' for n in ("hang", "alerts", "unload", "gone", "good"))
    answers: dict[str, Answer | Raw] = {
        "/": page(TEXT + links),
        "/hang": page("<script>while(true);</script>"),
        "/alerts": page("<script>for(;;)alert(1)</script>"),
        "/unload": page(TEXT + "<h1>Keluar</h1><script>onbeforeunload=()=>'tetap di sini?'</script>"),
        "/gone": page("<h1>Halaman tidak ditemukan</h1>", "404 Not Found"),
        "/good": page(TEXT + "<h1>Standar pelayanan akta</h1>"),
    }
    async with loopback(answers) as site:
        evidence = await look("http://dinas.test/", {"dinas.test": site.place}, page_seconds=4.0)
    found = {p: (line(evidence, p).reach, line(evidence, p).detail) for p in answers if p != "/"}
    assert found == {
        "/hang": (Reach.TIMED_OUT, "timed_out"),
        "/alerts": (Reach.UNREADABLE, "dialog_loop"),
        "/unload": (Reach.READ, ""),
        "/gone": (Reach.MISSING, "soft_404"),
        "/good": (Reach.READ, ""),
    }


APP = """<div id="root"></div><script>
setTimeout(() => fetch("/data.json").then(a => a.json()).then(d => setTimeout(() => {
  document.getElementById("root").innerHTML = "<h1>" + d.judul + "</h1><a href='#/layanan'>Layanan</a>";
}, 400)), 700)</script>"""


async def test_a_page_that_scripts_fill_is_read_after_they_filled_it(look: Look, vault: Vault) -> None:
    data = Answer('{"judul": "Maklumat Pelayanan Dinas"}', media="application/json")
    async with loopback({"/": page(APP), "/data.json": data}) as site:
        evidence = await look("http://dinas.test/", {"dinas.test": site.place}, max_pages=1)
    assert b"Maklumat Pelayanan Dinas" in vault.get(evidence.captures[0].digest)
    assert line(evidence, "/#/layanan").promises == ("service",)


async def test_frames_documents_and_pictures_come_home(look: Look) -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + (800).to_bytes(4, "big") + (600).to_bytes(4, "big")
    body = (
        '<iframe src="/isi"></iframe><a href="/sp.pdf">SK standar</a><a href="/unduh/7">Maklumat pelayanan</a>'
        '<a href="https://drive.google.com/file/d/1/view">SOP perizinan</a><a href="https://lain.go.id/">Lain</a>'
        '<a href="/poster.png">Alur pelayanan</a><iframe src="/viewer.html?file=/tarif.pdf"></iframe>'
    )
    pdf = Answer(b"%PDF-1.4 isi", media="application/octet-stream")
    answers = {
        "/": page(TEXT + body),
        "/isi": page("<h1>Isi bingkai</h1>"),
        "/sp.pdf": pdf,
        "/tarif.pdf": Answer(b"%PDF-1.4 tarif", media="application/pdf"),
        "/unduh/7": Answer(b"%PDF-1.4 maklumat", media="application/pdf"),
        "/poster.png": Answer(png, media="image/png"),
    }
    async with loopback(answers) as site:
        evidence = await look("http://dinas.test/", {"dinas.test": site.place})
    kept = {c.url.removeprefix("http://dinas.test"): (c.resource, c.media) for c in evidence.captures}
    assert kept == {
        "/": (Resource.PAGE, "text/html"),
        "/isi": (Resource.FRAME, "text/html"),
        "/sp.pdf": (Resource.DOCUMENT, "application/pdf"),
        "/tarif.pdf": (Resource.DOCUMENT, "application/pdf"),
        "/unduh/7": (Resource.DOCUMENT, "application/pdf"),
        "/poster.png": (Resource.IMAGE, "image/png"),
    }
    drive = next(x for x in evidence.ledger if "drive.google.com" in x.url)
    assert (drive.visited, drive.why, drive.reach) == (False, Why.EXTERNAL_DOCUMENT, Reach.NOT_TRIED)
    assert "procedure" in drive.promises
    assert next(c for c in evidence.captures if c.url.endswith("/sp.pdf")).shown_on == ("http://dinas.test/",)


@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip, gzip", "br"])
async def test_a_bomb_is_refused_within_its_cap(look: Look, coding: str) -> None:
    bomb = Answer(gzip.compress(b"%PDF-1.4" + b" " * 30_000_000), headers=(("Content-Encoding", coding),))
    async with loopback({"/": page(TEXT + '<a href="/sp.pdf">Standar</a>'), "/sp.pdf": bomb}) as site:
        evidence = await look("http://dinas.test/", {"dinas.test": site.place}, document_bytes=100_000)
    assert line(evidence, "/sp.pdf").reach is Reach.UNREADABLE
    assert line(evidence, "/sp.pdf").detail == ("too_large" if coding == "gzip" else "bad_encoding")


async def test_a_spent_budget_is_written_down(look: Look) -> None:
    links = "".join(f'<a href="/{n}">Syarat layanan {n}</a>' for n in range(6))
    answers: dict[str, Answer | Raw] = {"/": page(TEXT + links)}
    answers |= {f"/{n}": page(f"<h1>Layanan {n}</h1>") for n in range(6)}
    async with loopback(answers) as site:
        evidence = await look("http://dinas.test/", {"dinas.test": site.place}, max_pages=3)
    pages = [x for x in evidence.ledger if x.resource is Resource.PAGE]
    assert [(x.visited, x.why) for x in pages] == [(True, Why.HOME)] + [(True, Why.PROMISE)] * 2 + [
        (False, Why.BUDGET)
    ] * 4
    assert all(x.reach is Reach.NOT_TRIED for x in pages[3:])


async def test_time_that_runs_out_is_no_error(look: Look) -> None:
    answers: dict[str, Answer | Raw] = {"/": page(TEXT + '<a href="/a">Layanan</a>'), "/a": never}
    async with loopback(answers) as site:
        evidence = await look("http://dinas.test/", {"dinas.test": site.place}, site_seconds=0.5, page_seconds=20.0)
    assert evidence.home is Reach.READ
    assert (line(evidence, "/a").visited, line(evidence, "/a").detail) == (False, "site_seconds")


async def test_the_same_site_gives_the_same_evidence(look: Look) -> None:
    links = "".join(f'<a href="/{n}">Layanan {n}</a>' for n in "abcd")
    answers: dict[str, Answer | Raw] = {"/": page(TEXT + links)}
    answers |= {f"/{n}": page(f"<h1>Layanan {n}</h1>{links}") for n in "abcd"}
    async with loopback(answers) as site:
        first = await look("http://dinas.test/", {"dinas.test": site.place})
        second = await look("http://dinas.test/", {"dinas.test": site.place})
    assert _timeless(first) == _timeless(second)


def _timeless(evidence: Evidence) -> list[tuple[object, ...]]:
    lines = [(x.url, x.visited, x.why, x.reach, x.digest, x.parent, x.text) for x in evidence.ledger]
    return [*lines, *((c.url, c.final_url, c.digest, c.shown_on) for c in evidence.captures)]


def test_limits_are_kept_sane() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        CrawlSettings(max_pages=0)
