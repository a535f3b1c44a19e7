"""A tiny HTTP server on loopback for these tests: paths to answers, and a record of what was asked."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

Raw = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Answer:
    body: bytes | str = b""
    status: int = 200
    media: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()

    def encode(self) -> bytes:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        lines = [f"HTTP/1.1 {self.status} x", f"Content-Type: {self.media}", f"Content-Length: {len(body)}"]
        lines += [f"{k}: {v}" for k, v in self.headers]
        return "\r\n".join([*lines, "Connection: close", "", ""]).encode() + body


@dataclass
class Loopback:
    """answers: by path with query. asked: the paths in the order of arrival."""

    answers: dict[str, Answer | Raw] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    _open: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def place(self) -> tuple[str, int]:
        return ("127.0.0.1", self.port)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            path = head.split(b" ", 2)[1].decode()
            self.asked.append(path)
            answer = self.answers.get(path, Answer("<h1>404 Not Found</h1>", 404))
            if isinstance(answer, Answer):
                writer.write(answer.encode())
                await writer.drain()
            else:
                await answer(writer)
        except (OSError, EOFError, asyncio.LimitOverrunError, asyncio.CancelledError):
            pass
        finally:
            self._open.discard(task)
            writer.close()

    async def stop(self) -> None:
        for task in tuple(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)


@contextlib.asynccontextmanager
async def loopback(answers: dict[str, Answer | Raw] | None = None) -> AsyncIterator[Loopback]:
    site = Loopback(dict(answers or {}))
    server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
    site.port = server.sockets[0].getsockname()[1]
    try:
        yield site
    finally:
        server.close()
        await site.stop()
        await server.wait_closed()


@contextlib.asynccontextmanager
async def udp_listener() -> AsyncIterator[tuple[int, list[bytes]]]:
    """A UDP port and the packets that reached it."""
    packets: list[bytes] = []

    class Listen(asyncio.DatagramProtocol):
        def datagram_received(self, data: bytes, addr: object) -> None:
            packets.append(data)

    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(Listen, local_addr=("127.0.0.1", 0))
    try:
        yield transport.get_extra_info("sockname")[1], packets
    finally:
        transport.close()


async def never(writer: asyncio.StreamWriter) -> None:
    """Accepts and says nothing."""
    await asyncio.sleep(3600)


async def slow_head(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(3600):
        writer.write(b"X-A: b\r\n")
        await writer.drain()
        await asyncio.sleep(0.2)


async def slow_body(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><h1>Layanan</h1>")
    for _ in range(3600):
        writer.write(b"<p>x</p>")
        await writer.drain()
        await asyncio.sleep(0.2)


async def cut_off(writer: asyncio.StreamWriter) -> None:
    """Promises more than it sends."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<html><body>Layanan")
    await writer.drain()
