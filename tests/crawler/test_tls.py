"""Certificates are always verified, and what is wrong with them is told apart."""

from __future__ import annotations

import asyncio
import datetime
import ssl

import pytest
import trustme

from crawler.egress import Guard
from crawler.fetch import Fetcher, FetchFailed
from crawler.settings import USER_AGENT, HostTable

NAME = "dinas.test"
PAST = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


async def code_for(certificate: trustme.LeafCert, trusted: trustme.CA | None) -> str:
    """What a fetch from a server with this certificate says: a failure code, or "ok"."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    trust = ssl.create_default_context()
    if trusted is not None:
        trusted.configure_trust(trust)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    guard = Guard(HostTable({NAME: server.sockets[0].getsockname()[:2]}))
    fetcher = Fetcher(guard, USER_AGENT, trust)
    try:
        return (await fetcher.fetch(f"https://{NAME}/", limit=100, seconds=5)).body.decode()
    except FetchFailed as error:
        return error.code
    finally:
        await fetcher.aclose()
        server.close()
        await server.wait_closed()


async def test_a_good_certificate_is_accepted() -> None:
    authority = trustme.CA()
    assert await code_for(authority.issue_cert(NAME), authority) == "ok"


@pytest.mark.parametrize("case", ["foreign", "wrong_host", "expired"])
async def test_bad_certificates_have_their_own_codes(case: str) -> None:
    authority = trustme.CA()
    made = {
        "foreign": (authority.issue_cert(NAME), None, ("tls_incomplete_chain", "tls_unknown_authority")),
        "wrong_host": (authority.issue_cert("www.lain.test"), authority, ("tls_wrong_host",)),
        "expired": (authority.issue_cert(NAME, not_after=PAST), authority, ("tls_expired",)),
    }
    certificate, trusted, codes = made[case]
    assert await code_for(certificate, trusted) in codes
