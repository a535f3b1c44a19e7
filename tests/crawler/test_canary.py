"""Law 4, measured: a page cannot make the crawler touch loopback, by whatever means."""

from __future__ import annotations

import asyncio

import pytest

from model.evidence import Reach
from tests.crawler.conftest import Look
from tests.crawler.loopback import Answer, loopback, udp_listener

pytestmark = pytest.mark.browser

WAYS = {
    "image": '<img src="http://127.0.0.1:{tcp}/image">',
    "image_redirect": '<img src="/away">',
    "frame": '<iframe src="http://127.0.0.1:{tcp}/frame"></iframe>',
    "fetch": "<script>fetch('http://localhost:{tcp}/fetch',{{mode:'no-cors'}}).catch(()=>0)</script>",
    "beacon": "<script>navigator.sendBeacon('http://127.0.0.1:{tcp}/beacon','x')</script>",
    "websocket": "<script>new WebSocket('ws://127.0.0.1:{tcp}/socket')</script>",
    "worker": "<script>navigator.serviceWorker&&navigator.serviceWorker.register('/sw.js').catch(()=>0);"
    "try{{new Worker('/worker.js')}}catch(e){{}}</script>",
    "popup": "<script>window.open('http://127.0.0.1:{tcp}/popup')</script>",
    "prefetch": '<link rel="prefetch" href="http://127.0.0.1:{tcp}/p"><link rel="preconnect" href="http://[::1]:{tcp}/">',
    "webrtc": "<script>const c=new RTCPeerConnection({{iceServers:[{{urls:'stun:127.0.0.1:{udp}'}},"
    "{{urls:'turn:127.0.0.1:{tcp}?transport=tcp',username:'a',credential:'b'}}]}});"
    "c.createDataChannel('x');c.createOffer().then(o=>c.setLocalDescription(o))</script>",
    "link": '<a href="http://127.0.0.1:{tcp}/link">Standar Pelayanan</a><a href="/away">Persyaratan layanan</a>',
    "document": '<a href="http://127.0.0.1:{tcp}/sp.pdf">Maklumat</a><a href="/away.pdf">Standar Pelayanan PDF</a>',
}


async def test_no_page_reaches_loopback(look: Look) -> None:
    async with loopback() as canary, udp_listener() as (udp, packets), loopback() as site:
        away = Answer(status=302, headers=(("Location", f"http://127.0.0.1:{canary.port}/redirect"),))
        fetching = Answer(f"fetch('http://127.0.0.1:{canary.port}/w',{{mode:'no-cors'}})", media="text/javascript")
        body = "".join(way.format(tcp=canary.port, udp=udp) for way in WAYS.values())
        links = '<a href="/meta">Layanan pengaduan</a><a href="/jump">Tarif layanan</a>'
        site.answers = {
            "/": Answer(f"<html><body><h1>Layanan</h1><p>{'kata ' * 80}</p>{body}{links}</body></html>"),
            "/away": away,
            "/away.pdf": away,
            "/sw.js": fetching,
            "/worker.js": fetching,
            "/meta": Answer(f'<meta http-equiv="refresh" content="0;url=http://127.0.0.1:{canary.port}/meta">'),
            "/jump": Answer(f"<script>location='http://127.0.0.1:{canary.port}/jump'</script>"),
        }
        evidence = await look("http://dinas.test/", {"dinas.test": site.place}, page_seconds=12.0)
        await asyncio.sleep(0)
        assert evidence.home is Reach.READ
        assert {"/away", "/meta", "/jump", "/away.pdf"} <= set(site.asked)  # the traps were really stepped on
        assert (canary.connections, packets) == (0, [])


async def test_a_home_page_that_leads_to_loopback_is_not_allowed(look: Look) -> None:
    async with loopback() as canary, loopback() as site:
        site.answers["/"] = Answer(status=302, headers=(("Location", f"http://127.0.0.1:{canary.port}/"),))
        evidence = await look("http://dinas.test/", {"dinas.test": site.place})
        assert (evidence.home, evidence.home_detail) == (Reach.UNREACHABLE, "not_allowed")
        assert (evidence.captures, canary.connections) == ((), 0)


async def test_the_canary_would_sing(look: Look) -> None:
    """The listener does count when it is reached, so that zero above means something."""
    async with loopback({"/": Answer(f"<p>{'isi halaman ' * 60}</p>")}) as canary:
        await look("http://dinas.test/", {"dinas.test": canary.place})
        assert canary.connections > 0
