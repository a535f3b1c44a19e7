"""Which services count, and how the verdicts of the services become the verdict of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checks._check import Answer
from checks._topic import answer_from, lowered
from model.evidence import Level
from model.finding import ServiceFinding, Verdict
from model.reading import COMPONENTS, Exhibit, Grade, PageKind, Reading, Service, Topic
from model.sentence import Sentence, say

COMPONENT_NAMES: dict[Topic, str] = {
    Topic.REQUIREMENTS: "persyaratan",
    Topic.PROCEDURE: "prosedur",
    Topic.COMPLETION_TIME: "jangka waktu penyelesaian",
    Topic.FEE: "biaya/tarif",
    Topic.PRODUCT: "produk pelayanan",
    Topic.COMPLAINT_HANDLING: "penanganan pengaduan",
    Topic.PLEDGE: "maklumat pelayanan",
    Topic.LEGAL_BASIS: "dasar hukum",
}
OWN_PAGE_KINDS = frozenset((PageKind.SERVICE, PageKind.STANDARD, PageKind.TARIFF, PageKind.DOCUMENT, PageKind.FAQ))
HOSTS_OF_OTHERS = frozenset(("mpp", "ptsp", "dpmptsp", "portal", "ppid"))
"""Kinds of unit whose task it is to publish the services of other agencies."""


def counted_services(site: Reading) -> tuple[Service, ...]:
    """The services that the share is taken over, all with the same weight.

    A service counts when at least one core component is published for it, even in part, or when it has a page of its
    own. A bare name in a list is no gap in six components: it counts for the list of services and nothing else.
    When a site has bare names only, those are its services.
    """
    own_pages = _own_pages(site)
    counted = tuple(s for s in site.services if _published(s) or s.key in own_pages)
    return counted or site.services


def _published(service: Service) -> bool:
    return any(s.topic in COMPONENTS and s.grade is not Grade.NAMED and s.exhibits for s in service.statements)


def _own_pages(site: Reading) -> frozenset[str]:
    pages = (p for p in site.pages if p.kind in OWN_PAGE_KINDS and len(p.services) == 1)
    return frozenset(p.services[0].key for p in pages)


def of_others(site: Reading, services: Sequence[Service]) -> frozenset[str]:
    """Keys of services that the text gives to another agency (layanan milik instansi lain).

    Only for a single office that has services of its own: governments, one-stop offices and portals publish for others.
    """
    named = {w for w in (site.target.unit_type, *site.target.tags) for w in w.casefold().split()}
    office = bool(site.target.unit_type) or site.target.level in (Level.KEMENTERIAN, Level.LEMBAGA)
    if not office or named & HOSTS_OF_OTHERS:
        return frozenset()
    others = frozenset(s.key for s in services if s.owner)
    return others if len(others) < len(services) else frozenset()


def component_answer(service: Service, topic: Topic) -> Answer:
    """What one service publishes about one component. Text repeated from another service counts in part only."""
    absent = say("Belum ada " + COMPONENT_NAMES[topic] + " untuk layanan “{service}”.", service=service.name)
    answer = answer_from(service.about(topic), absent)
    if service.same_text_as:
        return lowered(
            answer,
            "Isinya sama dengan isi layanan lain (“{other}”); periksa apakah memang untuk layanan ini.",
            other=service.same_text_as,
        )
    return answer


def general_answer(site: Reading, service: Service, topic: Topic, pattern: str) -> Answer:
    """As component_answer, but what the agency publishes for all services together counts in part.

    pattern: the sentence for that case, with {service}.
    """
    own = component_answer(service, topic)
    if own.verdict is not Verdict.NOT_MET:
        return own
    general = answer_from((s for s in site.statements if s.topic is topic), own.says)
    return lowered(general, pattern, service=service.name) if general.verdict is Verdict.MET else own


def answer_without_services(site: Reading, topic: Topic) -> Answer:
    """The answer for a site on which no service was found: what it says without naming a service still counts.

    But a channel for complaints is part of a service's standard, so without a service it counts in part.
    """
    name = COMPONENT_NAMES[topic]
    answer = answer_from(
        (s for s in site.statements if s.topic is topic),
        say("Belum ditemukan layanan dengan " + name + " di situs ini."),
    )
    if topic is Topic.COMPLAINT_HANDLING:
        return lowered(answer, "Instansi punya kanal pengaduan, tetapi belum ada standar layanan yang mencantumkannya.")
    return answer


def site_verdict(answers: Sequence[ServiceFinding]) -> Verdict:
    """Met: all services. Not met: none. Partly met: some. Unknown: nothing was found yet, and not all was seen."""
    count = Counter(a.verdict for a in answers if a.verdict is not Verdict.NOT_APPLICABLE)
    total = sum(count.values())
    if not total:
        return Verdict.NOT_APPLICABLE
    if count[Verdict.MET] == total:
        return Verdict.MET
    if count[Verdict.MET] or count[Verdict.PARTLY_MET]:
        return Verdict.PARTLY_MET
    return Verdict.UNKNOWN if count[Verdict.UNKNOWN] else Verdict.NOT_MET


def share_says(answers: Sequence[ServiceFinding], topic: Topic, only_named: int) -> Sentence:
    """How many services publish the component, in numbers."""
    count = Counter(a.verdict for a in answers)
    pattern = (
        "{met} dari {total} layanan mencantumkan " + COMPONENT_NAMES[topic] + " dengan jelas, {partly} sebagian, "
        "{missing} belum"
    )
    values: dict[str, str | int] = {
        "met": count[Verdict.MET],
        "partly": count[Verdict.PARTLY_MET],
        "missing": count[Verdict.NOT_MET],
        "total": len(answers) - count[Verdict.NOT_APPLICABLE],
    }
    if count[Verdict.UNKNOWN]:
        pattern += ", {unknown} belum dapat disimpulkan"
        values["unknown"] = count[Verdict.UNKNOWN]
    if only_named:
        pattern += "; {named} layanan lain hanya disebut namanya dan tidak ikut dihitung"
        values["named"] = only_named
    return say(pattern + ".", **values)


def share_exhibits(answers: Sequence[ServiceFinding], most: int = 5) -> tuple[Exhibit, ...]:
    """The first proof of each of the first services that publish something."""
    order = (Verdict.MET, Verdict.PARTLY_MET)
    found = [a.exhibits[0] for v in order for a in answers if a.verdict is v and a.exhibits]
    return tuple(dict.fromkeys(found))[:most]
