"""Listeners that nobody may reach: a whole address of 127.0.0.0/8 for this run alone, on the ports of the web and UDP.

They stand on ports 80 and 443, so that what keeps a page away from them is the address and not the port.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field


@dataclass
class Canary:
    """touched: what came, as "tcp 80" or "udp 3478"."""

    ip: str
    ports: tuple[int, ...] = ()
    touched: list[str] = field(default_factory=list)

    def spellings(self) -> tuple[str, ...]:
        """This address as others write it: all of these lead there when a resolver or a browser reads them."""
        a, b, c, d = (int(part) for part in self.ip.split("."))
        number = int.from_bytes(socket.inet_aton(self.ip), "big")
        low = number & 0xFFFFFF
        return (
            self.ip, f"{number}", f"0x{number:x}", f"0{number:o}", f"{a}.{low}", f"{a}.{b}.{c << 8 | d}",
            f"0x{a:x}.0x{b:x}.0x{c:x}.0x{d:x}", f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"0x{a:x}.{low}", f"{self.ip}.",
            f"[::ffff:{self.ip}]", f"[::ffff:{number >> 16:x}:{number & 0xFFFF:x}]", f"[::{self.ip}]",
            f"[64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}]", f"[2002:{number >> 16:x}:{number & 0xFFFF:x}::]",
            self.ip.replace(".", "。"), self.ip.replace(".", "．"), "".join(_wide(sign) for sign in self.ip),
            f"{_circled(a)}.{b}.{c}.{d}", f"%31{self.ip[1:]}", f"x@{self.ip}", f"go.id@{self.ip}", f"{self.ip}#@go.id",
            f"{self.ip}?@go.id", f"{self.ip}\\@go.id", "localhost", "LOCALHOST", "localhost.", "a.localhost",
            "0", "0.0.0.0", "127.1", "[::1]", "[::]",
        )  # fmt: skip


def _wide(sign: str) -> str:
    return sign if sign == "." else chr(0xFF10 + int(sign))


def _circled(number: int) -> str:
    return "".join(chr(0x2460 + int(digit) - 1) if digit != "0" else "⓪" for digit in str(number))


@contextlib.asynccontextmanager
async def canary() -> AsyncIterator[Canary]:
    """Raises PermissionError where this user may not listen on port 80."""
    found = Canary(f"127.{100 + os.getpid() % 100}.{os.getpid() // 100 % 250 + 1}.7")

    async def sing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.touched.append(f"tcp {writer.get_extra_info('sockname')[1]}")
        writer.close()

    class Listen(asyncio.DatagramProtocol):
        def datagram_received(self, data: bytes, addr: object) -> None:
            found.touched.append("udp")

    loop = asyncio.get_running_loop()
    async with contextlib.AsyncExitStack() as stack:
        for port in (80, 443, 0):
            server = await asyncio.start_server(sing, found.ip, port)
            stack.push_async_callback(server.wait_closed)
            stack.callback(server.close)
            found.ports += (server.sockets[0].getsockname()[1],)
        for port in (443, 3478):
            transport, _ = await loop.create_datagram_endpoint(Listen, local_addr=(found.ip, port))
            stack.callback(transport.close)
        yield found
