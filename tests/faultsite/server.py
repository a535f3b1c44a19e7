"""One server for all sites of the bed: the site is chosen by the `Host` of the request, the certificate by its name.

Plain HTTP and TLS come in at the same port, because the host table of the product knows no ports: the first byte
tells them apart.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.crawler.loopback import Answer

TLS_HANDSHAKE = 0x16


@dataclass(frozen=True)
class Asked:
    """A request. secure: over TLS. count: how many requests for this address came before it."""

    host: str
    path: str
    headers: Mapping[str, str]
    secure: bool
    count: int


Act = Callable[[Asked, asyncio.StreamWriter], Coroutine[Any, Any, None]]
Site = Mapping[str, Answer | Act]
MISSING = Answer("<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>", 404)


@dataclass
class FaultServer:
    """sites: by host, then by path with query; "*" answers all other paths. asked: host and path, as they came."""

    sites: Mapping[str, Site]
    certificates: Mapping[str, ssl.SSLContext] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    open: dict[str, int] = field(default_factory=dict)
    on_h2: Act | None = None  # what is done with a connection that has agreed on HTTP/2
    port: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def place(self) -> tuple[str, int]:
        return ("127.0.0.1", self.port)

    def paths(self, host: str) -> list[str]:
        return [path for at, path in self.asked if at == host]

    async def accept(self, listener: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            connection, _ = await loop.sock_accept(listener)
            task = asyncio.create_task(self._connection(connection))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _connection(self, connection: socket.socket) -> None:
        connection.setblocking(False)
        writer = None
        try:
            secure = await _first_byte(connection) == TLS_HANDSHAKE
            reader, writer = await _streams(connection, self._context() if secure else None)
            if self.on_h2 is not None and secure and chosen_protocol(writer) == "h2":
                await self.on_h2(Asked("", "", {}, True, 0), writer)
                return
            await self._answer(reader, writer, secure)
        except (OSError, EOFError, asyncio.LimitOverrunError, ssl.SSLError, TimeoutError):
            pass  # the other side has gone, or speaks something else
        finally:
            if writer is None:
                connection.close()
            else:
                writer.close()

    def _context(self) -> ssl.SSLContext:
        """A context that hands over to that of the site whose name the browser says."""
        choose = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)

        def by_name(held: ssl.SSLObject | ssl.SSLSocket, name: str | None, _context: object) -> int | None:
            if name not in self.certificates:
                return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
            held.context = self.certificates[name]
            return None

        choose.sni_callback = by_name  # type: ignore[assignment] - the stub knows no SSLObject here
        return choose

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, secure: bool) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        line, _, rest = head.partition("\r\n")
        path = line.split(" ", 2)[1]
        headers = {k.lower(): v.strip() for k, _, v in (h.partition(":") for h in rest.split("\r\n") if h)}
        host = headers.get("host", "").partition(":")[0]
        count = self.asked.count((host, path))
        self.asked.append((host, path))
        self.open[host] = self.open.get(host, 0) + 1
        try:
            site = self.sites.get(host, {})
            answer = site.get(path) or site.get("*") or MISSING
            if isinstance(answer, Answer):
                writer.write(answer.encode())
                await writer.drain()
            else:
                await _until_gone(answer(Asked(host, path, headers, secure, count), writer), reader)
        finally:
            self.open[host] -= 1

    async def stop(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


def chosen_protocol(writer: asyncio.StreamWriter) -> str:
    tls = writer.get_extra_info("ssl_object")
    return str(tls.selected_alpn_protocol()) if tls is not None else ""


async def _until_gone(act: Coroutine[Any, Any, None], reader: asyncio.StreamReader) -> None:
    """Act until done or until the other side has closed, so that what is still open is really open."""
    acting, leaving = asyncio.create_task(act), asyncio.create_task(reader.read())
    try:
        await asyncio.wait((acting, leaving), return_when=asyncio.FIRST_COMPLETED)
    finally:
        acting.cancel()
        leaving.cancel()
        await asyncio.gather(acting, leaving, return_exceptions=True)


async def _first_byte(connection: socket.socket) -> int:
    """The first byte, left where it is. Raises EOFError when there is none."""
    loop, ready = asyncio.get_running_loop(), asyncio.get_running_loop().create_future()
    loop.add_reader(connection, lambda: ready.done() or ready.set_result(None))
    try:
        await asyncio.wait_for(ready, 60)
    finally:
        loop.remove_reader(connection)
    first = connection.recv(1, socket.MSG_PEEK)
    if not first:
        raise EOFError
    return first[0]


async def _streams(
    connection: socket.socket, context: ssl.SSLContext | None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=2**18)
    protocol = asyncio.StreamReaderProtocol(reader)
    transport, _ = await loop.connect_accepted_socket(lambda: protocol, connection, ssl=context)
    return reader, asyncio.StreamWriter(transport, protocol, reader, loop)


@contextlib.asynccontextmanager
async def fault_server(
    sites: Mapping[str, Site], certificates: Mapping[str, ssl.SSLContext] | None = None
) -> AsyncIterator[FaultServer]:
    with socket.socket() as listener:
        listener.setblocking(False)
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        server = FaultServer(sites, certificates or {}, port=listener.getsockname()[1])
        accepting = asyncio.create_task(server.accept(listener))
        try:
            yield server
        finally:
            accepting.cancel()
            await asyncio.gather(accepting, return_exceptions=True)
            await server.stop()
