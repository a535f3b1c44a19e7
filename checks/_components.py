"""The eight core components of one page, for a look at a draft before it is published (`patuh inspect`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from checks._plan import unseen_parts
from checks._services import COMPONENT_NAMES
from checks._topic import answer_from, exhibits_of
from model.finding import Verdict
from model.reading import COMPONENTS, Exhibit, Page, PageKind, Service, Statement, Topic, best
from model.sentence import Sentence, say

GUARDED: dict[PageKind, tuple[Verdict, str]] = {
    PageKind.CHALLENGE: (Verdict.UNKNOWN, "Yang tampil adalah halaman pemeriksaan keamanan, bukan isi situs."),
    PageKind.HACKED: (Verdict.NOT_MET, "Halaman ini memuat isi asing, sehingga tidak dianggap sebagai isi instansi."),
    PageKind.PARKED: (Verdict.NOT_MET, "Yang tampil adalah halaman penyedia domain, bukan situs instansi."),
    PageKind.ERROR: (Verdict.NOT_MET, "Yang tampil adalah halaman galat, bukan isi yang dicari."),
}
LOGIN = "Halaman ini meminta masuk (login), sehingga isinya belum terbuka bagi masyarakat."


@dataclass(frozen=True, slots=True)
class ComponentVerdict:
    """One component of one page or service. value: the reader's typed value of the strongest statement, or None."""

    verdict: Verdict
    says: Sentence
    value: Any
    exhibits: tuple[Exhibit, ...]


def component_verdicts(page: Page) -> dict[Topic, ComponentVerdict]:
    """The eight components of a page: of its own statements and of all services on it together."""
    everything = (*page.statements, *(s for service in page.services for s in service.statements))
    return _verdicts(page, everything)


def service_verdicts(page: Page, service: Service) -> dict[Topic, ComponentVerdict]:
    """The eight components of one service on a page."""
    return _verdicts(page, service.statements)


def _verdicts(page: Page, statements: Iterable[Statement]) -> dict[Topic, ComponentVerdict]:
    kept = tuple(statements)
    return {topic: _verdict(page, topic, [s for s in kept if s.topic is topic]) for topic in COMPONENTS}


def _verdict(page: Page, topic: Topic, statements: list[Statement]) -> ComponentVerdict:
    if page.kind in GUARDED:
        verdict, reason = GUARDED[page.kind]
        return ComponentVerdict(verdict, say(reason), None, ())
    answer = answer_from(statements, _absent(page, topic))
    if answer.seen:
        found = best(s for s in statements if s.exhibits)
        return ComponentVerdict(answer.verdict, answer.says, found.value if found else None, answer.exhibits)
    unseen = unseen_parts(page)
    if unseen:  # law 1: what could not be read may hold it
        return ComponentVerdict(Verdict.UNKNOWN, _unseen_says(page, topic, unseen), None, exhibits_of(statements))
    return ComponentVerdict(answer.verdict, answer.says, None, answer.exhibits)


def _absent(page: Page, topic: Topic) -> Sentence:
    if page.kind is PageKind.LOGIN:
        return say(LOGIN)
    if page.kind_says is not None and page.kind not in (PageKind.SERVICE, PageKind.STANDARD):
        return page.kind_says
    name = COMPONENT_NAMES[topic]
    return say(name[0].upper() + name[1:] + " belum ditemukan pada halaman ini.")


def _unseen_says(page: Page, topic: Topic, unseen: tuple[str, ...]) -> Sentence:
    name = COMPONENT_NAMES[topic]
    if unseen[0] == page.url:
        return say("Belum dapat disimpulkan: dokumen ini tidak terbaca sebagai teks, mungkin memuat " + name + ".")
    return say("Belum dapat disimpulkan: gambar {url} tidak terbaca, mungkin memuat " + name + ".", url=unseen[0])
