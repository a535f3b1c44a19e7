"""The loopback server of the sample province."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from audit.inputs import read_targets
from demo.pages import build_site
from demo.province import FOLDER, MONTHS, load_province
from demo.server import serve
from tests.demo.conftest import Get, read_answer

DUKCAPIL = "dukcapil-kemuning.test"


async def test_every_target_has_a_place_on_loopback() -> None:
    async with serve(1) as hosts:
        assert {address for address, _ in hosts.values()} == {"127.0.0.1"}
        listed = read_targets(FOLDER / "targets.csv")
        assert not listed.problems
        assert [t.url for t in listed.targets] == [f"http://{host}/" for host in hosts]


async def test_a_page_comes_with_type_length_tag_and_a_date_without_clock(get: Get) -> None:
    async with serve(2) as hosts:
        answer = await get(hosts, DUKCAPIL, "/maklumat.html")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["last-modified"] == "Sat, 01 Aug 2026 00:00:00 GMT"
    assert "date" not in answer.headers
    assert b"MAKLUMAT PELAYANAN" in answer.body


@pytest.mark.parametrize("month", MONTHS)
def test_a_month_is_always_the_same_bytes(month: int) -> None:
    for agency in load_province().agencies:
        assert build_site(agency, month).files == build_site(agency, month).files


async def test_an_unchanged_page_is_not_sent_again(get: Get) -> None:
    async with serve(1) as hosts:
        first = await get(hosts, DUKCAPIL, "/")
        again = await get(hosts, DUKCAPIL, "/", If_None_Match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


async def test_head_tells_the_length_and_sends_nothing(get: Get) -> None:
    async with serve(1) as hosts:
        whole = await get(hosts, DUKCAPIL, "/")
        head = await get(hosts, DUKCAPIL, "/", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.body))


async def test_another_name_on_the_same_port_is_misdirected(get: Get) -> None:
    async with serve(1) as hosts:
        assert (await get(hosts, DUKCAPIL, "/", name="bandarselasih.test")).status == 421
        assert (await get(hosts, DUKCAPIL, "/", name=f"{DUKCAPIL.upper()}:8080")).status == 200


async def test_a_folder_without_slash_is_redirected_and_html_may_be_left_out(get: Get) -> None:
    async with serve(1) as hosts:
        folder = await get(hosts, DUKCAPIL, "/layanan")
        short = await get(hosts, DUKCAPIL, "/maklumat?dari=menu")
    assert (folder.status, folder.headers["location"]) == (301, "/layanan/")
    assert short.status == 200


async def test_a_missing_page_is_404_and_on_the_portal_a_soft_one(get: Get) -> None:
    async with serve(1) as hosts:
        hard = await get(hosts, "kec-telukpandan.test", "/tarif.html")
        soft = await get(hosts, "tanjung-kemuning.test", "/agenda-kerja")
    assert hard.status == 404
    assert b"tidak ditemukan" in hard.body
    assert soft.status == 200
    assert b"Halaman tidak ditemukan" in soft.body


async def test_layouts_are_not_served(get: Get) -> None:
    async with serve(1) as hosts:
        assert (await get(hosts, DUKCAPIL, "/_tata.html")).status == 404


async def test_the_application_shows_its_start_page_for_every_route(get: Get) -> None:
    async with serve(1) as hosts:
        route = await get(hosts, "dinsos-kemuning.test", "/layanan/rehabilitasi-sosial")
        data = await get(hosts, "dinsos-kemuning.test", "/data/tidak-ada.json")
    assert route.status == 200
    assert b"Persyaratan" not in route.body  # the words come with the data, in the browser
    assert data.status == 404


@pytest.mark.parametrize("path", ["/", "/standar.html", "/robots.txt"])
async def test_the_firewall_answers_every_address_in_month_two(get: Get, path: str) -> None:
    async with serve(2) as hosts:
        answer = await get(hosts, "disdik-kemuning.test", path)
    assert answer.status == 403
    assert b"Verify you are human" in answer.body


async def test_the_site_that_is_down_refuses_connections() -> None:
    async with serve(3) as hosts:
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection(*hosts["rsud-nusamelati.test"])


async def test_one_connection_carries_several_requests() -> None:
    async with serve(1) as hosts:
        reader, writer = await asyncio.open_connection(*hosts[DUKCAPIL])
        for path, words in (("/kontak.html", b"Jam layanan"), ("/skm.html", b"87,42")):
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {DUKCAPIL}\r\n\r\n".encode())
            assert words in (await read_answer(reader)).body
        writer.close()


@pytest.mark.parametrize("noise", [b"\x16\x03\x01 not http\r\n\r\n", b"GET /\r\n\r\n", b"A" * 70_000])
async def test_noise_closes_the_connection_and_the_server_goes_on(get: Get, noise: bytes) -> None:
    async with serve(1) as hosts:
        reader, writer = await asyncio.open_connection(*hosts[DUKCAPIL])
        writer.write(noise)
        with contextlib.suppress(ConnectionResetError):  # when the rest of the noise was still on its way
            assert await reader.read() == b""
        writer.close()
        assert (await get(hosts, DUKCAPIL, "/")).status == 200


async def test_posts_are_refused(get: Get) -> None:
    async with serve(1) as hosts:
        assert (await get(hosts, DUKCAPIL, "/daring/", method="POST")).status == 405


async def test_leaving_closes_idle_connections_and_ports() -> None:
    async with serve(1) as hosts:
        reader, writer = await asyncio.open_connection(*hosts[DUKCAPIL])
        writer.write(f"GET / HTTP/1.1\r\nHost: {DUKCAPIL}\r\n\r\n".encode())
        await read_answer(reader)
    assert await reader.read() == b""
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection(*hosts[DUKCAPIL])


@pytest.mark.parametrize("month", [0, 4])
async def test_other_months_are_refused(month: int) -> None:
    with pytest.raises(ValueError, match="months"):
        async with serve(month):
            pass
