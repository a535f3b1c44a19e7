"""The table of addresses that are nobody's public server, and the guard that obeys it."""

from __future__ import annotations

import socket

import pytest

from crawler.address import AddressRefused, parse
from crawler.egress import EgressError, Guard
from crawler.settings import HostTable, SettingsRefused
from crawler.special_addresses import refusal
from tests.crawler.loopback import loopback

SPECIAL = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.255.255.254 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.1.1 192.175.48.1 198.18.0.1
198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1
::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1::1
2001:2::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1 5f00::1 fc00::1 fd12::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1
2620:4f:8000::1
"""
PUBLIC = (
    "8.8.8.8 1.1.1.1 103.10.66.1 172.15.255.255 172.32.0.1 100.63.255.255 100.128.0.1 192.0.1.1 2001:4860:4860::8888"
)
SPELLINGS = (
    "2130706433",
    "0x7f.1",
    "127.1",
    "0",
    "017700000001",
    "0x7f000001",
    "127.0.0.1",
    "[::1]",
    "[::ffff:7f00:1]",
)


@pytest.mark.parametrize("address", SPECIAL.split())
def test_special_addresses_are_refused(address: str) -> None:
    assert refusal(address)


@pytest.mark.parametrize("address", [*PUBLIC.split(), "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_pass(address: str) -> None:
    assert refusal(address) == ""


def test_a_name_is_not_an_address() -> None:
    assert refusal("dinas.go.id") == "not_an_address"


@pytest.mark.parametrize("spelling", SPELLINGS)
async def test_every_spelling_of_loopback_is_refused(spelling: str) -> None:
    with pytest.raises(EgressError, match="not_allowed"):
        await Guard(HostTable()).connect(parse(f"http://{spelling}/").host, 80)


async def resolve_to(*addresses: str) -> tuple[str, ...]:
    return addresses


async def test_one_bad_address_among_good_ones_is_enough() -> None:
    guard = Guard(HostTable(), resolve=lambda _h: resolve_to("8.8.8.8", "10.0.0.1"))
    with pytest.raises(EgressError, match="not_allowed"):
        await guard.connect("dinas.go.id", 80)


async def test_a_name_that_changes_its_mind_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rebinding: the second answer is never asked for, and the connection goes to the address that was checked."""
    answers = [("8.8.8.8",), ("127.0.0.1",)]
    opened: list[str] = []

    async def rebinding(_host: str) -> tuple[str, ...]:
        return answers.pop(0)

    async def open_connection(ip: str, port: int, **_: object) -> object:
        opened.append(ip)
        raise ConnectionRefusedError

    monkeypatch.setattr("asyncio.open_connection", open_connection)
    guard = Guard(HostTable(), resolve=rebinding)
    for _ in range(3):
        with pytest.raises(EgressError, match="refused"):
            await guard.connect("dinas.go.id", 80)
    assert opened == ["8.8.8.8"] * 3


async def test_a_broken_address_beside_a_good_one_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    async def open_connection(ip: str, port: int, **_: object) -> tuple[str, str]:
        opened.append(ip)
        if ip == "8.8.8.8":
            raise ConnectionRefusedError
        return ("reader", "writer")

    monkeypatch.setattr("asyncio.open_connection", open_connection)
    guard = Guard(HostTable(), resolve=lambda _h: resolve_to("8.8.8.8", "1.1.1.1"))
    assert await guard.connect("dinas.go.id", 443) == ("reader", "writer")
    assert guard.last_failure("dinas.go.id") is None


async def test_names_that_do_not_exist_have_their_own_code() -> None:
    async def missing(_host: str) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    guard = Guard(HostTable(), resolve=missing)
    with pytest.raises(EgressError) as caught:
        await guard.connect("tidak-ada.go.id", 80)
    assert (caught.value.code, guard.last_failure("tidak-ada.go.id")) == ("dns_nxdomain", caught.value)


async def test_other_ports_are_refused() -> None:
    with pytest.raises(EgressError, match="not_allowed"):
        await Guard(HostTable()).connect("8.8.8.8", 22)


async def test_test_names_go_through_the_table_and_are_never_resolved() -> None:
    async def forbidden(_host: str) -> tuple[str, ...]:
        raise AssertionError("asked the resolver")

    async with loopback() as site:
        guard = Guard(HostTable({"Dinas.test": site.place}), resolve=forbidden)
        _, writer = await guard.connect("dinas.test", 80)
        writer.close()
        await writer.wait_closed()
        with pytest.raises(EgressError, match="dns_nxdomain"):
            await guard.connect("lain.test", 80)


@pytest.mark.parametrize("name", ["dinas.go.id", "localhost", "test", "dinas.test.go.id", "attest"])
def test_only_test_names_may_be_mapped(name: str) -> None:
    with pytest.raises(SettingsRefused):
        HostTable({name: ("127.0.0.1", 80)})


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ftp://x.go.id/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http://user@x.go.id/", "userinfo"),
        ("http://127.0.0.1\\@x.go.id/", "backslash"),
        ("http://x.go.id:8080/", "port"),
        ("http://", "invalid"),
        ("http://x.go.id/" + "a" * 3000, "too_long"),
    ],
)
def test_addresses_that_are_never_asked(text: str, code: str) -> None:
    with pytest.raises(AddressRefused) as caught:
        parse(text)
    assert caught.value.code == code
