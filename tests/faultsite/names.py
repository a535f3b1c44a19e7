"""A small name server on loopback whose answers may lie, and a resolver for the guard that asks it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field

from dnslib import AAAA, CNAME, QTYPE, RCODE, RR, A, DNSRecord

from crawler.egress import Resolve

Answers = Sequence[str] | str  # addresses, a name (CNAME), or "servfail" / "silence"


@dataclass
class NameServer(asyncio.DatagramProtocol):
    """zone: by name, one entry for each question in turn; the last one for ever."""

    zone: Mapping[str, Sequence[Answers]]
    asked: list[str] = field(default_factory=list)
    port: int = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        question = DNSRecord.parse(data)
        name = str(question.q.qname).rstrip(".")
        kind = QTYPE[question.q.qtype]
        turns = self.zone.get(name)
        count = self.asked.count(f"{name} {kind}")
        self.asked.append(f"{name} {kind}")
        answer = question.reply()
        if turns is None:
            answer.header.rcode = RCODE.NXDOMAIN
        else:
            given = turns[min(count, len(turns) - 1)]
            if given == "silence":
                return
            _fill(answer, name, kind, given)
        self.transport.sendto(answer.pack(), addr)  # type: ignore[attr-defined] - a DatagramTransport


def _fill(answer: DNSRecord, name: str, kind: str, given: Answers) -> None:
    if given == "servfail":
        answer.header.rcode = RCODE.SERVFAIL
    elif isinstance(given, str):
        answer.add_answer(RR(name, QTYPE.CNAME, rdata=CNAME(given)))
    else:
        for address in given:
            if (":" in address) is (kind == "AAAA"):
                data = AAAA(address) if ":" in address else A(address)
                answer.add_answer(RR(name, getattr(QTYPE, kind), ttl=0, rdata=data))


@contextlib.asynccontextmanager
async def name_server(zone: Mapping[str, Sequence[Answers]]) -> AsyncIterator[NameServer]:
    loop = asyncio.get_running_loop()
    transport, server = await loop.create_datagram_endpoint(lambda: NameServer(zone), local_addr=("127.0.0.1", 0))
    server.port = transport.get_extra_info("sockname")[1]
    try:
        yield server
    finally:
        transport.close()


def asking(server: NameServer) -> Resolve:
    """All addresses of a name, following CNAMEs, IPv4 first; raises socket.gaierror like the system's resolver."""

    async def resolve(host: str) -> tuple[str, ...]:
        found: list[str] = []
        for kind in ("A", "AAAA"):
            found += await _ask(server.port, host, kind)
        return tuple(found)

    return resolve


async def _ask(port: int, host: str, kind: str) -> list[str]:
    for _hop in range(8):
        packed = await asyncio.to_thread(DNSRecord.question(host, kind).send, "127.0.0.1", port, timeout=1.0)
        answer = DNSRecord.parse(packed)
        if answer.header.rcode == RCODE.NXDOMAIN:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        if answer.header.rcode:
            raise socket.gaierror(socket.EAI_AGAIN, "the name server failed")
        aliases = [str(rr.rdata).rstrip(".") for rr in answer.rr if rr.rtype == QTYPE.CNAME]
        if not aliases:
            return [str(rr.rdata) for rr in answer.rr]
        host = aliases[0]
    raise socket.gaierror(socket.EAI_AGAIN, "too many aliases")
