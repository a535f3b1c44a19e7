"""Pages of a site as the reader of one page leaves them."""

from __future__ import annotations

from datetime import UTC, datetime

from model.evidence import Level, Target
from model.reading import Exhibit, Grade, Page, PageKind, Service, Statement, Topic
from model.sentence import say
from reading.service_names import key_of

HOST = "http://dinas.test/"


def target(name: str = "Dinas Perdagangan Kabupaten Lembah Jati", unit_type: str = "dinas") -> Target:
    return Target(id="dinas", name=name, level=Level.KABUPATEN, province="Contoh", url=HOST, unit_type=unit_type)


def statement(topic: Topic, quote: str = "kata-kata", grade: Grade = Grade.CLEAR, trap: str = "") -> Statement:
    proof = Exhibit(HOST, quote, "paragraf 1", "0" * 64, datetime(2026, 1, 1, tzinfo=UTC))
    return Statement(topic, grade, say("Tertulis."), (proof,), None, trap)


def service(name: str, *topics: Topic, path: str = "") -> Service:
    return Service(key_of(name), name, HOST + path, tuple(statement(t, f"{name} {t}") for t in topics))


def page(
    *services: Service,
    path: str = "",
    kind: PageKind = PageKind.SERVICE,
    title: str = "",
    said: tuple[Statement, ...] = (),
) -> Page:
    return Page(HOST + path, kind, title, "text/html", "0" * 64, services, said, 1_000)
