"""Readings made by hand: the smallest site that makes a check say what it should."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from model.evidence import LedgerLine, Level, Reach, Resource, Target, Why
from model.reading import Exhibit, Grade, Page, PageKind, Reading, Service, Statement, Topic
from model.sentence import say

SITE = "https://dinas.contoh.test/"
NOON = datetime(2026, 1, 5, 5, tzinfo=UTC)
TARGET = Target("dinas-contoh", "Dinas Contoh Kabupaten Rekaan", Level.KABUPATEN, "Rekaan", SITE, unit_type="dinas")


def proof(quote: str = "Bukti", url: str = SITE) -> Exhibit:
    return Exhibit(url, quote, "paragraf 1", "d" * 64, NOON)


def statement(
    topic: Topic, grade: Grade = Grade.CLEAR, value: Any = None, quote: str = "Bukti", url: str = SITE
) -> Statement:
    return Statement(topic, grade, say("Tertulis: {quote}.", quote=quote), (proof(quote, url),), value)


def clear(*topics: Topic) -> tuple[Statement, ...]:
    return tuple(statement(t) for t in topics)


def service(name: str, *statements: Statement, path: str = "", **more: Any) -> Service:
    url = SITE + (path or "layanan/" + name.casefold().replace(" ", "-"))
    return Service(name.casefold(), name, url, statements, **more)


def page(url: str = SITE, kind: PageKind = PageKind.OTHER, title: str = "", **more: Any) -> Page:
    values: dict[str, Any] = {
        "media": "text/html",
        "digest": "d" * 64,
        "services": (),
        "statements": (),
        "chars": 900,
    } | more
    return Page(url=url, kind=kind, title=title, **values)


def line(
    path: str,
    reach: Reach = Reach.READ,
    *promises: str,
    text: str = "",
    why: Why = Why.LINK,
    resource: Resource = Resource.PAGE,
    parent: str = SITE,
    detail: str = "",
) -> LedgerLine:
    visited = reach is not Reach.NOT_TRIED
    at = NOON if visited else None
    return LedgerLine(
        SITE + path, resource, visited, why, reach, detail, text=text, promises=promises, parent=parent, at=at
    )


HOME = LedgerLine(SITE, Resource.PAGE, True, Why.HOME, Reach.READ, at=NOON)


def site(
    *,
    statements: Iterable[Statement] = (),
    services: Iterable[Service] = (),
    pages: Iterable[Page] = (),
    ledger: Iterable[LedgerLine] = (),
    home: Reach = Reach.READ,
    target: Target = TARGET,
    notes: tuple[str, ...] = (),
) -> Reading:
    pages = tuple(pages) or (page(),)
    lines = (HOME, *ledger)
    return Reading(target, home, pages, tuple(services), tuple(statements), lines, 1, notes)
