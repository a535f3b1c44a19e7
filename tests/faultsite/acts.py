"""Answers that misbehave below the level of pages."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import zlib
from collections.abc import Callable

from tests.crawler.loopback import Answer
from tests.faultsite.server import Act, Asked

HTML_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
LONG = 3600


async def silent(_asked: Asked, _writer: asyncio.StreamWriter) -> None:
    """Accepts and says nothing."""
    await asyncio.sleep(LONG)


async def slow_head(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    await _drip(writer, b"X-A: b\r\n")


async def slow_body(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(HTML_HEAD + b"\r\n<html><body><h1>Layanan</h1>")
    await _drip(writer, b"<p>x</p>")


async def _drip(writer: asyncio.StreamWriter, drop: bytes) -> None:
    for _ in range(LONG * 5):
        writer.write(drop)
        await writer.drain()
        await asyncio.sleep(0.2)


async def cut_off(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Promises more than it sends."""
    writer.write(HTML_HEAD + b"Content-Length: 50000\r\n\r\n<html><body><h1>Biaya</h1><p>Rp50.000</p>")
    await writer.drain()


async def chunks_cut_off(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    writer.write(HTML_HEAD + b"Transfer-Encoding: chunked\r\n\r\n400\r\n<html><body><h1>Biaya</h1>")
    await writer.drain()


async def reset(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """A RST in the middle of the body, as some firewalls send."""
    writer.write(HTML_HEAD + b"Content-Length: 50000\r\n\r\n<html><body><h1>Biaya</h1>")
    await writer.drain()
    reset_now(writer)


async def reset_at_once(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    reset_now(writer)


def reset_now(writer: asyncio.StreamWriter) -> None:
    held = writer.get_extra_info("socket")
    held.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def endless(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """A body without end, as fast as it is taken."""
    writer.write(HTML_HEAD + b"\r\n<html><body>")
    while True:
        writer.write(b"<p>kata kata kata</p>" * 500)
        await writer.drain()
        await asyncio.sleep(0.02)


def raw(answer: bytes) -> Act:
    """Exactly these bytes."""

    async def act(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()

    return act


def turns(*answers: Answer | Act) -> Act:
    """The first answer at first, then the next; the last one for ever."""

    async def act(asked: Asked, writer: asyncio.StreamWriter) -> None:
        answer = answers[min(asked.count, len(answers) - 1)]
        if isinstance(answer, Answer):
            writer.write(answer.encode())
            await writer.drain()
        else:
            await answer(asked, writer)

    return act


def made(make: Callable[[], Answer]) -> Act:
    """An answer that is dear to make, made when it is asked for."""

    async def act(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        answer = await asyncio.to_thread(make)
        writer.write(answer.encode())
        await writer.drain()

    return act


def moved(to: str, status: int = 302) -> Answer:
    return Answer(status=status, headers=(("Location", to),))


def needs_cookie(behind: Answer) -> Act:
    """Sends everybody round once, and shows the page to those who bring the cookie back."""

    async def act(asked: Asked, writer: asyncio.StreamWriter) -> None:
        gate = Answer(status=302, headers=(("Location", asked.path), ("Set-Cookie", "lewat=1; Path=/")))
        answer = behind if "lewat=1" in asked.headers.get("cookie", "") else gate
        writer.write(answer.encode())
        await writer.drain()

    return act


async def never_enough_cookies(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Another cookie each time, and the same place again."""
    gate = Answer(status=302, headers=(("Location", asked.path), ("Set-Cookie", f"lewat{asked.count}=1; Path=/")))
    writer.write(gate.encode())
    await writer.drain()


async def flips(asked: Asked, writer: asyncio.StreamWriter) -> None:
    """From HTTP to HTTPS and back again."""
    writer.write(moved(f"{'http' if asked.secure else 'https'}://{asked.host}{asked.path}").encode())
    await writer.drain()


def coded(body: bytes, coding: str, media: str = "text/html; charset=utf-8") -> Answer:
    """A body already packed, and what the server calls its packing."""
    return Answer(body, media=media, headers=(("Content-Encoding", coding),))


def gzip_bomb(size: int) -> bytes:
    return gzip.compress(b"<html>" + b" " * size)


def triple_gzip(size: int) -> bytes:
    return gzip.compress(gzip.compress(gzip.compress(b" " * size)))


def deflate_bomb(size: int) -> bytes:
    return zlib.compress(b" " * size)


def zstd(body: bytes) -> bytes:
    """A Zstandard frame (RFC 8878) of stored blocks."""
    pieces = [body[at : at + _ZSTD_BLOCK] for at in range(0, len(body), _ZSTD_BLOCK)]
    blocks = [_zstd_block(len(p), 0, p, last=n == len(pieces) - 1) for n, p in enumerate(pieces)]
    return _ZSTD_HEAD + len(body).to_bytes(4, "little") + b"".join(blocks)


def zstd_bomb(size: int) -> bytes:
    """A Zstandard frame of blocks that are one byte, repeated: four bytes for each 128 KiB."""
    count = size // _ZSTD_BLOCK
    blocks = [_zstd_block(_ZSTD_BLOCK, 1, b" ", last=n == count - 1) for n in range(count)]
    return _ZSTD_HEAD + (count * _ZSTD_BLOCK).to_bytes(4, "little") + b"".join(blocks)


_ZSTD_BLOCK = 128 * 1024
_ZSTD_HEAD = bytes.fromhex("28b52ffd") + b"\xa0"  # magic; one segment, its size in four bytes


def _zstd_block(size: int, kind: int, body: bytes, *, last: bool) -> bytes:
    return (size << 3 | kind << 1 | last).to_bytes(3, "little") + body
