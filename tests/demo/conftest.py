"""A plain HTTP client on a stream, and audits made from expectations."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from demo.expected import Expected
from demo.province import load_province
from model.audit import Audit, AuditedService
from model.evidence import Target
from model.finding import Coverage, Finding
from model.reading import Topic
from model.score import Scorecard
from model.sentence import say

AT = datetime(2026, 9, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


Hosts = dict[str, tuple[str, int]]
Get = Callable[..., Awaitable[Answer]]


async def read_answer(reader: asyncio.StreamReader, *, body: bool = True) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head[1:] if line)}
    size = int(headers.get("content-length", "0")) if body else 0
    return Answer(int(head[0].split(" ")[1]), headers, await reader.readexactly(size))


@pytest.fixture
def get() -> Get:
    """get(hosts, host, path, method="GET", name=host, **headers): one request on its own connection."""

    async def ask(
        hosts: Hosts, host: str, path: str = "/", method: str = "GET", name: str = "", **headers: str
    ) -> Answer:
        reader, writer = await asyncio.open_connection(*hosts[host])
        try:
            lines = [f"{method} {path} HTTP/1.1", f"Host: {name or host}", "Connection: close"]
            lines += [f"{key.replace('_', '-')}: {value}" for key, value in headers.items()]
            writer.write("\r\n".join([*lines, "", ""]).encode())
            return await read_answer(reader, body=method != "HEAD")
        finally:
            writer.close()
            await writer.wait_closed()

    return ask


def audit_as_expected(expected: Expected) -> Audit:
    """An audit that finds exactly what is expected; where two verdicts are right, the first by name."""
    agency = load_province().agency(expected.agency)
    findings = tuple(
        Finding(name, 1, min(right), say("kalimat"), (), Coverage(0, 0)) for name, right in expected.verdicts.items()
    )
    services = tuple(
        AuditedService(
            one.name.casefold(),
            f"Pelayanan {one.name}",
            f"http://{agency.host}/",
            tuple((Topic(topic), min(right)) for topic, right in one.components.items()),
        )
        for one in expected.services
    )
    card = Scorecard(
        instrument="publikasi-web",
        instrument_version="1",
        scale="2025",
        audited=expected.audited,
        reach=expected.home,
        low=None,
        high=None,
        zone=expected.zone,
        category=None,
        zone_label="",
        why=say("alasan"),
        points=(),
    )
    target = Target(agency.id, agency.name, agency.level, "Nusa Melati", f"http://{agency.host}/")
    return Audit("run", "2026-09", target, AT, AT, expected.home, "", card, findings, services, (), (), ())
