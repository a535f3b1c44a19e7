"""A filtering forward proxy on loopback, so that Chromium too leaves through the egress guard.

Interception inside the browser misses redirects, WebSockets and workers; a proxy sees them all. It speaks HTTP/1.1
with absolute addresses and CONNECT (RFC 9110, 9112), one request to a connection, within bounds of time and bytes.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from typing import Any

from crawler.address import AddressRefused, parse
from crawler.egress import EgressError, Guard, close_writer

HEAD_BYTES = 128 * 1024
HEAD_SECONDS = 60.0
MARK = "X-Patuh-Egress"  # with the proxy's own secret, so that no site can pretend to be the proxy
HOP_BY_HOP = (b"connection", b"proxy-connection", b"keep-alive", b"proxy-authorization", b"te", b"upgrade")


class HeadTooLarge(ValueError):
    pass


@dataclass
class Proxy:
    """seconds, most_bytes: the most that one connection may last and carry."""

    guard: Guard
    seconds: float = 300.0
    most_bytes: int = 256 * 1024 * 1024
    url: str = ""
    secret: str = field(default_factory=lambda: secrets.token_hex(16))
    carried: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def refusal_in(self, headers: dict[str, str]) -> str:
        """The code with which the proxy itself answered ("not_allowed", "refused" ...), or "" for a site's answer."""
        secret, _, code = headers.get(MARK.lower(), "").partition(" ")
        return code if secrets.compare_digest(secret.encode(), self.secret.encode()) else ""

    async def serve_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a connection callback always runs in a task
        self._tasks.add(task)
        try:
            await asyncio.wait_for(self._serve(reader, writer), self.seconds)
        except (OSError, EOFError, TimeoutError, ValueError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass  # the browser sees a closed connection; the guard remembers why a host was not reached
        finally:
            self._tasks.discard(task)
            await close_writer(writer)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), HEAD_SECONDS)
        line, _, rest = head.partition(b"\r\n")
        method, target, _version = line.split(b" ", 2)
        try:
            if method == b"CONNECT":
                host, _, port = target.decode("ascii").rpartition(":")
                upstream = await self.guard.connect(host, int(port))
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                await self._tunnel(reader, writer, *upstream)
            else:
                await self._forward(method, target.decode("ascii"), rest, reader, writer)
        except EgressError as error:
            await self._answer(writer, error.code)
        except (HeadTooLarge, asyncio.LimitOverrunError):
            await self._answer(writer, "protocol_error")
        except AddressRefused:
            await self._answer(writer, "not_allowed")

    async def _forward(
        self, method: bytes, target: str, rest: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """One plain-HTTP request. The answer is marked to close, so that no second request follows it here."""
        place = parse(target)  # judged only; what is sent on is the browser's own spelling
        if place.scheme != "http":
            raise AddressRefused("scheme")
        upstream_reader, upstream = await self.guard.connect(place.host, place.port)
        try:
            upstream.write(method + b" " + _origin_form(target) + b" HTTP/1.1\r\n" + _without_hops(rest))
            await self._both_ways(self._pump(reader, upstream), self._bring_back(upstream_reader, writer))
        finally:
            await close_writer(upstream)

    async def _bring_back(self, upstream: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await self._answer_head(upstream))
        await self._pump(upstream, writer)

    async def _both_ways(self, forth: Coroutine[Any, Any, None], back: Coroutine[Any, Any, None]) -> None:
        """Until either ends: when the browser has gone nobody waits for an answer. Raises what `back` raises."""
        sending, receiving = asyncio.create_task(forth), asyncio.create_task(back)
        try:
            await asyncio.wait((sending, receiving), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in (sending, receiving):
                way.cancel()
            await asyncio.gather(sending, receiving, return_exceptions=True)
        if not receiving.cancelled() and (error := receiving.exception()):
            raise error

    async def _answer_head(self, upstream: asyncio.StreamReader) -> bytes:
        """The head of the final answer (1xx ones are passed over), with `Connection: close`."""
        while True:
            head = await upstream.readuntil(b"\r\n\r\n")
            if len(head) > HEAD_BYTES:
                raise HeadTooLarge
            line, _, rest = head.partition(b"\r\n")
            if not line.startswith((b"HTTP/1.1 1", b"HTTP/1.0 1")):
                return line + b"\r\n" + _without_hops(rest)

    async def _tunnel(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        upstream_reader: asyncio.StreamReader,
        upstream: asyncio.StreamWriter,
    ) -> None:
        try:
            await self._both_ways(self._pump(reader, upstream), self._pump(upstream_reader, writer))
        finally:
            await close_writer(upstream)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        carried = 0
        while chunk := await reader.read(65536):
            carried += len(chunk)
            self.carried += len(chunk)
            if carried > self.most_bytes:
                raise ValueError("too many bytes")
            writer.write(chunk)
            await writer.drain()

    async def _answer(self, writer: asyncio.StreamWriter, code: str) -> None:
        writer.write(
            f"HTTP/1.1 502 Bad Gateway\r\n{MARK}: {self.secret} {code}\r\n"
            "Content-Length: 0\r\nConnection: close\r\n\r\n".encode()
        )
        await writer.drain()

    async def stop(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def _origin_form(target: str) -> bytes:
    rest = target.split("://", 1)[1]
    cut = min((i for i in (rest.find("/"), rest.find("?")) if i >= 0), default=-1)
    path = rest[cut:] if cut >= 0 else "/"
    return (path if path.startswith("/") else "/" + path).encode("ascii")


def _without_hops(headers: bytes) -> bytes:
    lines = [h for h in headers.split(b"\r\n") if h and h.split(b":", 1)[0].strip().lower() not in HOP_BY_HOP]
    return b"\r\n".join([*lines, b"Connection: close", b"", b""])


@contextlib.asynccontextmanager
async def open_proxy(guard: Guard) -> AsyncIterator[Proxy]:
    """A proxy on a free loopback port, for as long as the context lasts."""
    proxy = Proxy(guard)
    server = await asyncio.start_server(proxy.serve_one, "127.0.0.1", 0, limit=HEAD_BYTES)
    proxy.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield proxy
    finally:
        server.close()
        await proxy.stop()
        await server.wait_closed()
