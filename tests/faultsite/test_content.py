"""Pages that misbehave in the browser: what is read of them, and that the next page is read all the same."""

from __future__ import annotations

import zlib

import pytest

from model.evidence import Reach, Resource, Why
from model.finding import Verdict
from tests.crawler.loopback import Answer
from tests.faultsite import acts
from tests.faultsite.bed import Bed, Seen
from tests.faultsite.case import Case, check
from tests.faultsite.pages import GOOD, SERVICE, WORDS, home, page, service

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

LIMITS = {"page_seconds": 20.0}
READ = (Reach.READ, "")
UNKNOWN = Verdict.UNKNOWN
MARK = "Maklumat — “Pelayanan” é"


def script(code: str) -> str:
    return f"<script>{code}</script>"


def told_in(coding: str, header: str, meta: str = "", mark: bytes = b"") -> dict[str, object]:
    """The good page in some encoding, and what the header and the page itself say of it."""
    text = f"<!doctype html><html lang=id><head>{meta}<title>{MARK}</title></head><body>{SERVICE}</body></html>"
    body = mark + text.encode(coding, "replace")
    return {"/": home(), "/layanan": Answer(body, media=f"text/html{header}")}


def with_page(answer: object, **more: object) -> dict[str, object]:
    """A good start page with one link to the faulty page, and the good page after it."""
    links = "<a href='/uji'>Standar pelayanan uji</a>"
    return {**GOOD, "/": home(links), "/uji": answer, **more}


def page_is(reach: Reach, detail: str) -> dict[str, tuple[Reach, str]]:
    """Of the faulty page; the good one beside it is always read."""
    return {"/uji": (reach, detail), "/layanan": READ}


CALENDAR = "".join(
    f"<a href='/agenda?bulan={m}&tahun={y}'>Agenda layanan {m} {y}</a>" for y in range(30) for m in range(9)
)
SESSIONS = "".join(f"<a href='/layanan?PHPSESSID={n:032x}'>Standar Pelayanan</a>" for n in range(20))
PERMUTED = "<a href='/daftar?a=1&b=2'>Daftar layanan</a><a href='/daftar?b=2&a=1&utm_source=x'>Daftar layanan</a>"
GROWS = script(
    "let n=0;const more=()=>{for(let i=0;i<30;i++){const p=document.createElement('p');p.textContent='Kabar '+n++;"
    "p.style.height='200px';document.body.append(p)}};more();addEventListener('scroll',more)"
)
ASKS = script(
    "navigator.geolocation&&navigator.geolocation.getCurrentPosition(()=>0);"
    "self.Notification&&Notification.requestPermission();"
    "navigator.mediaDevices&&navigator.mediaDevices.getUserMedia({video:true}).catch(()=>0)"
)
WALL = "<div style='position:fixed;inset:0;background:#000;z-index:9'><h2>Kami memakai kuki</h2><button>OK</button>"
LATER = script("setTimeout(()=>{document.getElementById('isi').innerHTML=`" + SERVICE + "`},700)")
WORKER = script("navigator.serviceWorker&&navigator.serviceWorker.register('/sw.js')")
OFFLINE = (
    "self.addEventListener('fetch',e=>e.respondWith(new Response('Luring',{headers:{'Content-Type':'text/html'}})));"
    "self.skipWaiting();self.addEventListener('activate',e=>e.waitUntil(clients.claim()))"
)
BUSY = page(script("while(true);"))
ALERTS = page(script("for(;;)alert(1)"))
JUMPS = page(script("setInterval(()=>{location.href='/uji?'+Math.random()},1)"))
LOGIN = page("<h1>Masuk</h1><form>Nama pengguna <input> Kata sandi <input type=password><button>Masuk</button></form>")
JUDOL = page(
    "<h1>SLOT GACOR HARI INI</h1><p>slot gacor maxwin, togel online, judi bola, casino online, link slot</p>",
    "Slot Gacor Maxwin Togel Online Judi Bola",
)
PARKED = page("<h1>This domain is for sale</h1><p>Buy this domain. Domain ini dijual.</p>", "Domain for sale")
FILLER = "<!--" + " " * 7_000_000 + "-->"
SERVICE_PAGE = str(service().body).encode()
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"

PUSHES = "tarif.onclick=()=>{history.pushState({},'','/tarif');isi.innerHTML='Rp 5.000'}"
CASES = (
    Case("F-22", "upkeep", {"*": page("<h1>Situs sedang dalam perbaikan</h1><p>Silakan kembali nanti.</p>")},
         home=Reach.SERVER_ERROR, detail="maintenance", fee=None),
    Case("F-22", "login", {"/": LOGIN}, fee=None),
    Case("F-24", "hijacked", {"/": JUDOL}, fee=None),
    Case("F-24", "parked", {"/": PARKED}, fee=None),
    Case("F-28", "huge", with_page(acts.made(lambda: page(SERVICE + "<p>kata</p>" * 1_200_000 + FILLER))), seconds=180),
    Case("F-29", "endless", with_page(acts.endless), lines=page_is(Reach.TIMED_OUT, "timed_out")),
    Case("F-31", "bomb", with_page(acts.made(lambda: acts.coded(acts.gzip_bomb(60_000_000), "gzip"))), seconds=180),
    Case("F-31", "triple", with_page(acts.made(lambda: acts.coded(acts.triple_gzip(20_000_000), "gzip, gzip, gzip"))),
         seconds=180),
    Case("F-31", "zstdbomb", with_page(acts.made(lambda: acts.coded(acts.zstd_bomb(60_000_000), "zstd"))), seconds=180),
    Case("F-31", "zstdunasked", {"/": home(), "/layanan": acts.coded(acts.zstd(SERVICE_PAGE), "zstd")}, fee=UNKNOWN,
         lines={"/layanan": (Reach.UNREADABLE, "bad_encoding")}),
    Case("F-31", "deflate", {"/": home(), "/layanan": acts.coded(zlib.compress(SERVICE_PAGE), "deflate")}),
    Case("F-31", "nobrotli", with_page(acts.coded(b"\x00not brotli at all", "br")),
         lines=page_is(Reach.UNREADABLE, "bad_encoding")),
    Case("F-32", "utf8", told_in("utf-8", "; charset=utf-8")),
    Case("F-32", "metaonly", told_in("utf-8", "", '<meta charset="utf-8">')),
    Case("F-32", "cp1252", told_in("cp1252", "; charset=windows-1252")),
    Case("F-32", "utf16", told_in("utf-16-le", "", mark=b"\xff\xfe")),
    Case("F-32", "clash", told_in("utf-8", "; charset=iso-8859-1", mark=b"\xef\xbb\xbf")),
    Case("F-32", "invalid", {"/": home(), "/layanan": Answer(b"<h1>\xff\xfe\x00 \xed\xa0</h1>" + SERVICE.encode())}),
    Case("F-33", "refresh", with_page(page("", head='<meta http-equiv="refresh" content="0;url=/tujuan">'),
                                      **{"/tujuan": page(f"<h1>Tujuan</h1>{WORDS}")}), lines=page_is(*READ)),
    Case("F-33", "refreshaway", with_page(page("", head='<meta http-equiv="refresh" content="0;url=http://lain.test/">')),
         lines=page_is(Reach.NOT_TRIED, "redirected_off_site")),
    Case("F-33", "homeaway", {"/": page("", head='<meta http-equiv="refresh" content="0;url=http://lain.test/">')},
         notes=("home_redirected:lain.test",)),
    Case("F-35", "scroll", with_page(page(f"<h1>Kabar layanan</h1>{GROWS}")),
         lines=page_is(Reach.READ, "endless_scroll")),
    Case("F-36", "calendar", {"/": home(CALENDAR), "/layanan": service(),
                              "*": page(f"<h1>Agenda layanan</h1>{WORDS}{CALENDAR}")}),
    Case("F-37", "sessions", {"/": home(SESSIONS + PERMUTED), "/layanan": service(),
                              "/daftar?a=1&b=2": page(f"<h1>Daftar layanan</h1>{WORDS}")}),
    Case("F-39", "alert", {"/": home(), "/layanan": service(script("alert(1);confirm(2);prompt(3)"))}),
    Case("F-40", "alerts", with_page(ALERTS), lines=page_is(Reach.UNREADABLE, "dialog_loop")),
    Case("F-41", "unload", with_page(page(f"<h1>Keluar</h1>{WORDS}{script('onbeforeunload=()=>1')}")),
         lines=page_is(*READ)),
    Case("F-43", "download", with_page(Answer(PDF, media="application/octet-stream", headers=(
        ("Content-Disposition", 'attachment; filename="../../x.exe"'),)))),
    Case("F-44", "nothing", with_page(acts.raw(b"HTTP/1.1 204 No Content\r\n\r\n")),
         lines=page_is(Reach.UNREADABLE, "empty_response")),
    Case("F-44", "empty", with_page(Answer("")), lines=page_is(Reach.UNREADABLE, "empty_response")),
    Case("F-45", "busy", with_page(BUSY), lines=page_is(Reach.TIMED_OUT, "timed_out")),
    Case("F-47", "jumps", {**with_page(JUMPS), "/robots.txt": Answer("", 404), "*": JUMPS},
         lines=page_is(Reach.UNREADABLE, "redirect_loop")),
    Case("F-47", "framejumps", {**with_page(page("<h1>Layanan</h1><iframe src='/putar'></iframe>" + WORDS)), "*": JUMPS,
                                "/robots.txt": Answer("", 404)}, lines={"/uji": READ, "/layanan": READ}),
    Case("F-53", "worker", {"/": home(WORKER), "/layanan": service(),
                            "/sw.js": Answer(OFFLINE, media="text/javascript")}),
    Case("F-55", "base", {"/": page(f"<a href='layanan'>Standar Pelayanan</a>{WORDS}",
                                    head="<base href='http://base.test/dalam/'>"), "/dalam/layanan": service()}),
    Case("F-55", "baseaway", {"/": page(f"<a href='layanan'>Standar Pelayanan</a>{WORDS}",
                                        head="<base href='http://lain.test/'>")}, fee=Verdict.NOT_MET),
    Case("F-55", "basescript", {"/": page(f"<a href='layanan'>Standar Pelayanan</a>{WORDS}",
                                          head="<base href='javascript:alert(1)'>"), "/layanan": service()}),
    Case("F-56", "routes", {"/": page("<div id=isi></div><nav><a href='#/layanan'>Standar Pelayanan</a></nav>" + script(
        "const show=()=>{document.getElementById('isi').innerHTML=location.hash==='#/layanan'?`" + SERVICE
        + "`:'<h1>Beranda</h1>" + WORDS + "'};show();onhashchange=show"))}),
    Case("F-56", "pushed", {"/": page("<nav><span style='cursor:pointer' id=tarif>Biaya dan Tarif</span></nav>"
        f"<div id=isi>{WORDS}</div>" + script(PUSHES))}, fee=Verdict.UNKNOWN),
    Case("F-56", "opened", {"/": page("<nav><button aria-expanded=false id=tarif>Biaya dan Tarif</button></nav>"
        f"<div id=isi hidden>Segera hadir.</div>{WORDS}" + script("tarif.onclick=()=>{isi.hidden=!isi.hidden}"))},
         fee=Verdict.NOT_MET),
    Case("F-56", "loaded", {"/": page("<nav><a href='#' onclick=\"muat('tarif')\">Biaya dan Tarif</a></nav>"
        f"<div id=isi>{WORDS}</div>" + script("const muat=()=>{isi.innerHTML='Rp 5.000'}"))}, fee=Verdict.UNKNOWN),
    Case("F-56", "dead", {"/": page(f"<nav><a href='#'>Biaya dan Tarif</a></nav>{WORDS}")}, fee=Verdict.NOT_MET),
    Case("F-57", "wall", {"/": home(WALL), "/layanan": service(WALL)}),
    Case("F-58", "client", {"/": home(), "/layanan": page(f"<div id=isi></div>{LATER}")}),
    Case("F-59", "permissions", {"/": home(ASKS), "/layanan": service(ASKS)}),
    Case("F-18", "softmissing", {"/": home(), "/layanan": page("<h1>Halaman tidak ditemukan</h1>")},
         lines={"/layanan": (Reach.MISSING, "soft_404")}, fee=Verdict.NOT_MET),
)  # fmt: skip
RANDOM = script("document.body.append(Math.random()+' '+Date.now())")
SITES = {
    "random": {"/": home(RANDOM), "/layanan": service(RANDOM)},
    "lain": GOOD,
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_what_is_read(seen: dict[str, Seen], case: Case) -> None:
    check(case, seen[case.host])


@pytest.mark.fault("F-0")
async def test_nothing_is_left(bed: Bed, seen: dict[str, Seen]) -> None:
    assert bed.leftovers() == []


@pytest.mark.fault("F-22", "F-24")
async def test_a_site_that_is_not_itself_is_told_as_health(seen: dict[str, Seen]) -> None:
    for name in ("hijacked", "parked"):
        assert seen[f"{name}.test"].finding("site_health").verdict is Verdict.NOT_MET, name
        assert seen[f"{name}.test"].evidence.captures, "the proof is kept"


@pytest.mark.fault("F-28")
async def test_a_huge_page_is_kept_in_part_or_not_at_all(bed: Bed, seen: dict[str, Seen]) -> None:
    line = seen["huge.test"].line("/uji")
    assert (line.reach, line.detail) in ((Reach.READ, "too_large"), (Reach.TIMED_OUT, "timed_out"))
    assert all(c.size <= bed.crawler.settings.page_bytes for c in seen["huge.test"].evidence.captures)


@pytest.mark.fault("F-31")
async def test_a_packed_page_never_outgrows_its_cap(bed: Bed, seen: dict[str, Seen]) -> None:
    for name in ("bomb", "triple", "zstdbomb"):
        found = seen[f"{name}.test"]
        assert found.line("/uji").reach in (Reach.UNREADABLE, Reach.TIMED_OUT), name
        assert all(c.size <= bed.crawler.settings.page_bytes for c in found.evidence.captures)
        assert found.line("/layanan").reach is Reach.READ


@pytest.mark.fault("F-32")
async def test_words_are_read_in_the_encoding_that_browsers_choose(bed: Bed, seen: dict[str, Seen]) -> None:
    for name in ("utf8", "metaonly", "cp1252", "utf16", "clash"):
        titles = [c.title for c in seen[f"{name}.test"].evidence.captures]
        assert MARK in titles, name
    kept = [bed.crawler.vault.get(c.digest).decode("utf-8") for c in seen["invalid.test"].evidence.captures]
    assert all("\0" not in text for text in kept)


@pytest.mark.fault("F-36")
async def test_a_calendar_takes_few_visits(seen: dict[str, Seen]) -> None:
    visited = [x for x in seen["calendar.test"].evidence.ledger if "/agenda" in x.url and x.visited]
    assert len(visited) <= 2
    assert any(x.why is Why.TRAP for x in seen["calendar.test"].evidence.ledger)


@pytest.mark.fault("F-37")
async def test_an_address_with_a_session_is_the_same_address(bed: Bed, seen: dict[str, Seen]) -> None:
    lines = [x.url for x in seen["sessions.test"].evidence.ledger if x.resource is Resource.PAGE]
    assert sorted(lines) == [f"http://sessions.test/{p}" for p in ("", "daftar?a=1&b=2", "layanan")]


@pytest.mark.fault("F-43", "F-71")
async def test_a_file_is_kept_by_its_digest_whatever_it_calls_itself(bed: Bed, seen: dict[str, Seen]) -> None:
    kept = next(c for c in seen["download.test"].evidence.captures if c.resource is Resource.DOCUMENT)
    assert (kept.media, kept.url) == ("application/pdf", "http://download.test/uji")
    assert bed.crawler.vault.get(kept.digest) == PDF
    assert not list(bed.crawler.vault.folder.rglob("*.exe"))


@pytest.mark.fault("F-53")
async def test_a_service_worker_never_speaks(bed: Bed, seen: dict[str, Seen]) -> None:
    assert "/sw.js" not in bed.server.paths("worker.test")


@pytest.mark.fault("F-55")
async def test_a_foreign_base_leads_nowhere(bed: Bed, seen: dict[str, Seen]) -> None:
    line = next(x for x in seen["baseaway.test"].evidence.ledger if x.url == "http://lain.test/layanan")
    assert (line.visited, line.why) == (False, Why.OFF_SITE)


@pytest.mark.fault("F-60")
async def test_a_page_that_differs_each_time_gets_the_same_judgement(bed: Bed) -> None:
    first, second = await bed.look("random.test"), await bed.look("random.test")
    assert first.audit.scorecard == second.audit.scorecard
    assert [(f.check, f.verdict, f.says) for f in first.audit.findings] == [
        (f.check, f.verdict, f.says) for f in second.audit.findings
    ]
