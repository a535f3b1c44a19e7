"""Nothing inside the network can be reached: by no spelling, no name, no redirect and no part of a page."""

from __future__ import annotations

import asyncio
import html
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from audit.address import AddressRefused, read_address
from crawler.egress import EgressError, Guard
from crawler.settings import HostTable
from model.evidence import Reach
from tests.crawler.loopback import Answer
from tests.faultsite.acts import moved
from tests.faultsite.bed import open_bed
from tests.faultsite.canary import Canary, canary
from tests.faultsite.names import asking, name_server
from tests.faultsite.pages import WORDS, home, page

pytestmark = [pytest.mark.asyncio(loop_scope="module")]

PARTS = (
    '<img src="{u}/img">',
    '<img srcset="{u}/srcset 1x" src="/x">',
    '<img src="/away">',
    '<picture><source srcset="{u}/p"></picture>',
    '<iframe src="{u}/frame"></iframe>',
    '<iframe src="/away"></iframe>',
    '<object data="{u}/object"></object>',
    '<embed src="{u}/embed">',
    '<script src="{u}/script"></script>',
    '<script type="module" src="{u}/module"></script>',
    '<link rel="stylesheet" href="{u}/css">',
    '<style>@import "{u}/import";body{{background:url({u}/background)}}</style>',
    '<link rel="icon" href="{u}/icon">',
    '<link rel="prefetch" href="{u}/prefetch"><link rel="preload" as="script" href="{u}/preload">',
    '<link rel="preconnect" href="{u}">',
    '<link rel="dns-prefetch" href="{u}"><link rel="prerender" href="{u}/prerender">',
    '<link rel="manifest" href="{u}/manifest">',
    '<video src="{u}/video" autoplay poster="{u}/poster"></video>',
    '<audio src="{u}/audio" autoplay></audio><track src="{u}/track">',
    '<svg><image href="{u}/svg"/><use href="{u}/use#a"/></svg>',
    '<input type="image" src="{u}/input">',
    '<a ping="{u}/ping" href="/x" id="p">x</a>',
    '<form action="{u}/form" method="post" target="f"><button id="b">x</button></form>',
    '<iframe name="f"></iframe>',
    '<a href="{u}/link">Standar Pelayanan</a>',
    '<a href="{u}/sk.pdf">SK standar pelayanan</a>',
    '<a href="/away.pdf">Maklumat pelayanan PDF</a>',
    '<script type="speculationrules">{{"prefetch":[{{"source":"list","urls":["{u}/s"]}}]}}</script>',
)
SCRIPTS = (
    "fetch('{u}/fetch',{{mode:'no-cors'}}).catch(()=>0)",
    "fetch('/away',{{mode:'no-cors'}}).catch(()=>0)",
    "var x=new XMLHttpRequest();x.open('GET','{u}/xhr');try{{x.send()}}catch(e){{}}",
    "navigator.sendBeacon('{u}/beacon','x')",
    "new WebSocket('ws://{h}/socket')",
    "new WebSocket('wss://{h}/socket')",
    "new EventSource('{u}/events')",
    "window.open('{u}/popup')",
    "try{{new Worker('/worker.js');new SharedWorker('/worker.js')}}catch(e){{}}",
    "navigator.serviceWorker.register('/worker.js').catch(()=>0)",
    "import('{u}/dynamic').catch(()=>0)",
    "new Image().src='{u}/image'",
    "new Audio('{u}/sound').play().catch(()=>0)",
    "new FontFace('x','url({u}/font)').load().catch(()=>0)",
    "document.getElementById('p').click&&0",
    "document.getElementById('b').click()",
    "try{{new WebTransport('https://{h}:443/')}}catch(e){{}}",
    "(()=>{{const c=new RTCPeerConnection({{iceServers:[{{urls:'stun:{h}:3478'}},"
    "{{urls:'turn:{h}:443?transport=udp',username:'a',credential:'b'}},{{urls:'turn:{h}:80?transport=tcp',username:'a',credential:'b'}}]}});c.createDataChannel('x');"
    "c.createOffer().then(o=>c.setLocalDescription(o))}})()",
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def singing() -> AsyncIterator[Canary]:
    try:
        async with canary() as found:
            yield found
    except PermissionError:
        pytest.skip("this user may not listen on port 80")


@pytest.mark.fault("F-101")
async def test_every_spelling_is_refused_at_the_door_and_at_the_guard(singing: Canary) -> None:
    spellings = singing.spellings()
    assert len(spellings) >= 25
    for spelling in spellings:
        with pytest.raises(AddressRefused):
            read_address(f"http://{spelling}/")
    guard = Guard(HostTable(), connect_seconds=2.0, resolve=system_like)
    for spelling in spellings:
        host = spelling.rpartition("@")[2] if spelling.endswith(singing.ip) else spelling
        with pytest.raises(EgressError) as caught:
            await guard.connect(host, 80)
        assert caught.value.code in ("not_allowed", "dns_nxdomain"), spelling
    assert singing.touched == []


async def system_like(host: str) -> tuple[str, ...]:
    """The system's resolver, which reads 127.1 and 0x7f000001 as addresses."""
    loop = asyncio.get_running_loop()
    return tuple(str(info[4][0]) for info in await loop.getaddrinfo(host, None))


@pytest.mark.browser
@pytest.mark.fault("F-101", "F-103", "F-104")
async def test_no_part_of_any_page_reaches_the_inside(singing: Canary) -> None:
    hosts = (*singing.spellings(), f"{singing.ip}:{singing.ports[2]}", f"{singing.ip}:22", f"{singing.ip}:6379")
    spelled = "".join(f'<img src="{html.escape(f"http://{host}/spelled")}">' for host in hosts)
    links = "".join(f'<a href="{html.escape(f"http://{host}/")}">Layanan {n}</a>' for n, host in enumerate(hosts))
    given = {"u": f"http://{singing.ip}", "h": singing.ip}
    scripts = "".join(f"<script>try{{{code.format(**given)}}}catch(e){{}}</script>" for code in SCRIPTS)
    secure = {"u": f"https://{singing.ip}", "h": singing.ip}
    away = f"http://{singing.ip}/away"
    parts = "".join(part.format(**given) + part.format(**secure) for part in PARTS)
    names = ("bagian", "kode", "ejaan", "lari", "lompat")
    working = Answer(f"fetch('{away}',{{mode:'no-cors'}});importScripts('{away}')", media="text/javascript")
    sites = {
        "pages.test": {
            "/": home("".join(f"<a href='/{n}'>Standar pelayanan {n}</a>" for n in names)),
            "/bagian": page(f"<h1>Bagian</h1>{WORDS}{parts}"),
            "/kode": page(f"<h1>Kode</h1>{WORDS}<a id=p></a><form><button type=button id=b></button></form>{scripts}"),
            "/ejaan": page(f"<h1>Ejaan</h1>{WORDS}{spelled}{links}"),
            "/lari": page("", head=f'<meta http-equiv="refresh" content="0;url={away}">'),
            "/lompat": page(f"<script>location='{away}'</script>"),
            "/away": moved(away), "/away.pdf": moved(away),
            "/worker.js": working,
        },
        "moved.test": {"/": moved(away)},
        "robots.test": {"/": home(), "/robots.txt": moved(away), "/sitemap.xml": moved(away)},
    }  # fmt: skip
    async with open_bed(sites) as bed:
        seen = await bed.look_at_all({f"{name}.test": "" for name in ("pages", "moved", "robots")})
        asked = set(bed.server.paths("pages.test"))
        assert bed.crawler.guard.refused > 20
        assert bed.leftovers() == []
    assert {"/bagian", "/kode", "/ejaan", "/lari", "/lompat", "/away", "/away.pdf"} <= asked
    assert (seen["moved.test"].evidence.home, seen["moved.test"].evidence.home_detail) == (
        Reach.UNREACHABLE, "not_allowed")  # fmt: skip
    assert singing.touched == []


@pytest.mark.fault("F-101", "F-103")
async def test_the_canary_would_sing(singing: Canary) -> None:
    _, writer = await asyncio.open_connection(singing.ip, 80)
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.05)
    assert singing.touched == ["tcp 80"]
    singing.touched.clear()


@pytest.mark.fault("F-102")
async def test_names_that_lead_inside_are_refused(singing: Canary) -> None:
    zone = {
        "dalam.go.id": [[singing.ip]],
        "campur.go.id": [["8.8.8.8", singing.ip]],
        "enam.go.id": [["8.8.8.8", "::1"]],
        "alias.go.id": ["dalam.go.id"],
        "awan.go.id": [["169.254.169.254"]],
        "peta.go.id": [["::ffff:7f00:1"]],
        "nat.go.id": [["64:ff9b::7f00:1"]],
    }
    async with name_server(zone) as names:
        guard = Guard(HostTable(), connect_seconds=2.0, resolve=asking(names))
        for host in zone:
            with pytest.raises(EgressError) as caught:
                await guard.connect(host, 80)
            assert caught.value.code == "not_allowed", host
    assert singing.touched == []


@pytest.mark.fault("F-102")
async def test_a_name_that_changes_its_mind_is_asked_once(singing: Canary, monkeypatch: pytest.MonkeyPatch) -> None:
    """Public at first and inside afterwards: the connection goes to the address that was checked, or nowhere."""
    opened: list[str] = []

    async def open_connection(ip: str, port: int, **_: object) -> object:
        opened.append(ip)
        raise ConnectionRefusedError

    async with name_server({"putar.go.id": [["93.184.215.14"], [singing.ip]]}) as names:
        monkeypatch.setattr("crawler.egress.asyncio.open_connection", open_connection)
        guard = Guard(HostTable(), connect_seconds=2.0, resolve=asking(names))
        for _ in range(3):
            with pytest.raises(EgressError, match="refused"):
                await guard.connect("putar.go.id", 80)
        monkeypatch.undo()
    assert opened == ["93.184.215.14"] * 3
    assert names.asked == ["putar.go.id A", "putar.go.id AAAA"]
    assert singing.touched == []


@pytest.mark.fault("F-1", "F-2")
@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("tidak-ada.go.id", "dns_nxdomain"),
        ("gagal.go.id", "dns_failed"),
        ("kosong.go.id", "dns_nxdomain"),
        ("diam.go.id", "dns_timed_out"),
    ],
)
async def test_names_that_fail_are_told_apart(host: str, code: str) -> None:
    zone = {"gagal.go.id": ["servfail"], "kosong.go.id": [[]], "diam.go.id": ["silence"]}
    async with name_server(zone) as names:
        guard = Guard(HostTable(), connect_seconds=0.5, resolve=asking(names))
        with pytest.raises(EgressError) as caught:
            await guard.connect(host, 80)
        await asyncio.sleep(0.8 if host.startswith("diam") else 0)  # the thread that asks ends by its own clock
    assert caught.value.code == code


@pytest.mark.fault("F-104")
async def test_errors_do_not_tell_open_ports_from_closed_ones(singing: Canary) -> None:
    guard = Guard(HostTable(), connect_seconds=2.0)
    codes = set()
    for port in (22, 25, 80, 443, 5432, 6379, singing.ports[2]):
        with pytest.raises(EgressError) as caught:
            await guard.connect(singing.ip, port)
        codes.add(caught.value.code)
    assert codes == {"not_allowed"}
    assert singing.touched == []
