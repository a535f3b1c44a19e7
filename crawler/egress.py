"""The one way out of the machine (law 4).

A name is resolved once, every address it has is checked, and the connection goes to the very address that was
checked, so that a name which changes its mind between check and use gains nothing. httpx and Chromium both leave
through here: httpx by `GuardedBackend`, Chromium by the proxy of crawler/proxy.py. Names under `.test` are found in
the host table alone and never resolved.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore
from httpcore import AsyncNetworkStream

from crawler.settings import HostTable
from crawler.special_addresses import refusal

Resolve = Callable[[str], Awaitable[tuple[str, ...]]]
PORTS = (80, 443)


class EgressError(Exception):
    """A connection that was not made.

    code: dns_nxdomain, dns_failed, dns_timed_out, not_allowed, refused, timed_out or unreachable.
    """

    def __init__(self, code: str, host: str, note: str = "") -> None:
        super().__init__(f"{code}: {host} {note}".strip())
        self.code = code
        self.host = host


async def resolve_by_system(host: str) -> tuple[str, ...]:
    """All addresses of a name, IPv4 first (broken IPv6 is common). Raises socket.gaierror."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    addresses = dict.fromkeys(str(info[4][0]) for info in found)
    return tuple(sorted(addresses, key=lambda a: ":" in a))


@dataclass
class Guard:
    """Checks and connects. Remembers why a host could not be reached, so that reach.py can name the reason."""

    hosts: HostTable
    connect_seconds: float = 12.0
    resolve: Resolve = resolve_by_system
    refused: int = 0
    connected: int = 0
    newest_failure: EgressError | None = None
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _failures: dict[str, EgressError] = field(default_factory=dict)

    async def connect(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect to a checked address of `host`. Raises EgressError."""
        host = host.lower().strip("[]").rstrip(".")
        try:
            places = await self._places(host, port)
            pair = await self._connect_first(host, places)
        except EgressError as error:
            self._failures[host] = self.newest_failure = error
            self.refused += error.code == "not_allowed"
            raise
        self._failures.pop(host, None)
        self.connected += 1
        return pair

    def last_failure(self, host: str) -> EgressError | None:
        """Why the newest attempt to reach `host` failed; None when it succeeded or was never made."""
        return self._failures.get(host.lower().rstrip("."))

    async def _places(self, host: str, port: int) -> tuple[tuple[str, int], ...]:
        if host.endswith(".test") or host == "test":
            place = self.hosts.find(host)
            if place is None:
                raise EgressError("dns_nxdomain", host, "not in the host table")
            return (place,)
        if port not in PORTS:
            raise EgressError("not_allowed", host, f"port {port}")
        if refusal(host) != "not_an_address":
            addresses: tuple[str, ...] = (host,)
        else:
            addresses = await self._addresses(host)
        for address in addresses:
            if reason := refusal(address):
                raise EgressError("not_allowed", host, f"{address} is {reason}")
        return tuple((address, port) for address in addresses)

    async def _addresses(self, host: str) -> tuple[str, ...]:
        if host in self._known:
            return self._known[host]
        try:
            found = await asyncio.wait_for(self.resolve(host), self.connect_seconds)
        except TimeoutError as error:
            raise EgressError("dns_timed_out", host) from error
        except (socket.gaierror, UnicodeError) as error:
            raise EgressError(_dns_code(error), host) from error
        if not found:
            raise EgressError("dns_nxdomain", host)
        self._known[host] = found
        return found

    async def _connect_first(
        self, host: str, places: Iterable[tuple[str, int]]
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """The first address that answers; a name with a dead address beside a live one is still reached."""
        last = EgressError("unreachable", host)
        for ip, port in places:
            try:
                return await asyncio.wait_for(asyncio.open_connection(ip, port, limit=2**18), self.connect_seconds)
            except TimeoutError:
                last = EgressError("timed_out", host)
            except ConnectionRefusedError:
                last = EgressError("refused", host)
            except OSError as error:
                last = EgressError("unreachable", host, str(error))
        raise last


def _dns_code(error: Exception) -> str:
    missing = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
    if isinstance(error, socket.gaierror) and error.errno in missing:
        return "dns_nxdomain"
    return "dns_failed"


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """httpcore's network, with every connection made by the guard."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> AsyncNetworkStream:
        del timeout, local_address, socket_options  # the guard has its own limits
        return GuardedStream(*await self.guard.connect(host, port))

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> AsyncNetworkStream:
        del timeout, socket_options
        raise EgressError("not_allowed", path, "unix socket")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class GuardedStream(AsyncNetworkStream):
    """A checked connection as httpcore wants it. Errors of the network and of TLS pass through as they are."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's
        return await asyncio.wait_for(self._reader.read(max_bytes), timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's
        self._writer.write(buffer)
        await asyncio.wait_for(self._writer.drain(), timeout)

    async def aclose(self) -> None:
        await close_writer(self._writer)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> AsyncNetworkStream:
        await asyncio.wait_for(self._writer.start_tls(ssl_context, server_hostname=server_hostname), timeout)
        return self

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":  # a kept connection that the other side has closed
            return self._reader.at_eof()
        return self._writer.get_extra_info({"server_addr": "peername"}.get(info, info))


async def close_writer(writer: asyncio.StreamWriter) -> None:
    """Close a connection and wait a moment for it; whatever the other side does."""
    writer.close()
    with contextlib.suppress(OSError, ssl.SSLError, TimeoutError):
        await asyncio.wait_for(writer.wait_closed(), 1.0)
