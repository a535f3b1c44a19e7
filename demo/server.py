"""The sample sites on loopback: one listener for each agency, reached through a table of names and ports."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from demo.answers import Request, Response, answer
from demo.pages import Site, build_site
from demo.province import State, load_province

ADDRESS = "127.0.0.1"
LONGEST_HEAD = 32 * 1024
IDLE_SECONDS = 60.0


@asynccontextmanager
async def serve(month: int) -> AsyncIterator[dict[str, tuple[str, int]]]:
    """
    Serve the sample province as it is in month 1, 2 or 3.

    Gives the host table {"name.test": ("127.0.0.1", port)}. A site that is down has a port that refuses connections,
    held until the end so that nobody else takes it. All listeners and connections are closed on the way out.
    Raises ValueError for another month.
    """
    sites = [build_site(agency, month) for agency in load_province().agencies]
    async with contextlib.AsyncExitStack() as stack:
        hosts = {}
        for site in sites:
            opened = _refuse() if site.state is State.DOWN else _listen(site)
            hosts[site.agency.host] = (ADDRESS, await stack.enter_async_context(opened))
        yield hosts


@asynccontextmanager
async def _refuse() -> AsyncIterator[int]:
    """A port that is taken and never listens: the system answers every connection with a reset."""
    with socket.socket() as held:
        held.bind((ADDRESS, 0))
        yield held.getsockname()[1]


@asynccontextmanager
async def _listen(site: Site) -> AsyncIterator[int]:
    talks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(_talk(site, reader, writer))
        talks.add(task)
        task.add_done_callback(talks.discard)

    server = await asyncio.start_server(accept, ADDRESS, 0, limit=LONGEST_HEAD)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tuple(talks):
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)
        await server.wait_closed()


async def _talk(site: Site, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Requests and responses on one connection until either side has had enough."""
    try:
        while request := await _read_request(reader):
            response = answer(site, request)
            writer.write(_write_head(response) + (b"" if request.method == "HEAD" else response.body))
            await writer.drain()
            if request.headers.get("connection", "").lower() == "close" or request.method not in ("GET", "HEAD"):
                break  # a body that we do not read would be taken for the next request
    except (ConnectionError, TimeoutError):
        pass  # the visitor left
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


async def _read_request(reader: asyncio.StreamReader) -> Request | None:
    """The next request, or None when the connection ends or does not speak HTTP/1."""
    try:
        async with asyncio.timeout(IDLE_SECONDS):
            head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    parts = first.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
        return None
    pairs = (line.partition(":") for line in lines if ":" in line)
    return Request(parts[0], parts[1], {name.strip().lower(): value.strip() for name, _, value in pairs})


def _write_head(response: Response) -> bytes:
    lines = [f"HTTP/1.1 {response.status} {HTTPStatus(response.status).phrase}"]
    lines += [f"{name}: {value}" for name, value in response.headers]
    if response.status != HTTPStatus.NOT_MODIFIED:
        lines.append(f"Content-Length: {len(response.body)}")
    lines += ["Connection: keep-alive", "", ""]
    return "\r\n".join(lines).encode("latin-1")
