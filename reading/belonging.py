"""What belongs to a service and what to the agency: decided when all pages of a site are known.

One page cannot tell. "Pelayanan umum", a row of a tariff table, or the way to ask for public information look like
services as long as nothing else is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from model.evidence import Target
from model.reading import Grade, Page, PageKind, Service, Statement, Topic
from model.sentence import say
from reading.service_names import clean_name, key_of
from reading.services import GENERAL, VALUES
from reading.tariffs import spread_tariffs
from reading.vocabulary import normalise, pattern, words

_OWN_PAGES = frozenset({PageKind.SERVICE, PageKind.STANDARD, PageKind.TARIFF, PageKind.DOCUMENT, PageKind.FAQ})
"""Kinds of pages that are about a service, even when they do not say about which."""

_GENERAL = key_of(GENERAL)
_MOST_WORDS = 12
_MANY_NAMED = 3  # so many services with values of their own: the site tells of each apart
_WORD = re.compile(r"[^\W\d_]+")


def assign(pages: Sequence[Page], target: Target, labels: Mapping[str, str]) -> tuple[Page, ...]:
    """The same pages; what they say of services in general, or of no service, stands among the agency's statements.

    labels: the words of the link that led to an address.
    """
    own = _own_words(target.name)
    titles = Counter(page.title for page in pages)
    parted = list(pages) if _is_information_office(target) else [_without_information(page) for page in pages]
    parted = [_named(p, own, (p.title if titles[p.title] == 1 else "", labels.get(p.url, ""))) for p in parted]
    parted = spread_tariffs(parted)
    together = _is_told_together(parted)
    settled = tuple(_without_general(page, together) for page in parted)
    return settled if _says_of_services(settled) else tuple(_with_listed(page, own) for page in settled)


def _is_information_office(target: Target) -> bool:
    return "ppid" in _WORD.findall(" ".join((target.unit_type, target.name, target.url, *target.tags)).casefold())


def _is_told_together(pages: Sequence[Page]) -> bool:
    """Whether the site tells its standard for all services together: more of it than of any service that it names.

    So do sites with one page for requirements, one for procedures, one for fees.
    """
    told: dict[str, set[Topic]] = {}
    for page in pages:
        for service in page.services:
            if service.key != _GENERAL or page.kind in _OWN_PAGES:
                clear = {s.topic for s in service.statements if s.grade is Grade.CLEAR} & VALUES
                told.setdefault(service.key, set()).update(clear)
    named = [len(topics) for key, topics in told.items() if key != _GENERAL]
    fewer = len(told.get(_GENERAL, ())) > max(1, *named) if named else True
    return fewer and sum(1 for n in named if n) < _MANY_NAMED


def _says_of_services(pages: Sequence[Page]) -> bool:
    """Whether a page tells of a service, or of a component of services in general."""
    said = (s for page in pages for s in page.statements if s.grade is not Grade.NAMED)
    return any(p.services for p in pages) or any(s.topic in VALUES or s.topic is Topic.PRODUCT for s in said)


def _own_words(agency: str) -> frozenset[str]:
    """Words that name no service beside the agency's name. "Rawat inap" does, also for "Puskesmas Rawat Inap X"."""
    name = pattern("service_words").sub(" ", normalise(agency))
    return frozenset(_WORD.findall(name)) | frozenset(words("site_words"))


def _named(page: Page, own: frozenset[str], titles: tuple[str, ...]) -> Page:
    """Names that say no more than "list of services" or the agency's own name are none; a nameless page may have one.

    titles: what names the service of a page that speaks of one and does not name it: its title, the link to it.
    """
    services = tuple(
        replace(s, key=_GENERAL, name=GENERAL) if _is_collective(s.name, own) else s for s in page.services
    )
    told = {s.topic for v in services for s in v.statements if s.grade is not Grade.NAMED} & VALUES
    nameless = page.kind in _OWN_PAGES and len(told) > 1 and all(s.key == _GENERAL for s in services)
    if nameless and (name := _name_of(own, titles)):
        services = tuple(replace(s, key=key_of(name), name=name) for s in services)
    return replace(page, services=services)


def _name_of(own: frozenset[str], titles: tuple[str, ...]) -> str:
    names = [clean_name(text) for text in titles]
    plain = pattern("plain_titles")
    return next((n for n in names if n and not (_is_long(n) or plain.match(n) or _is_collective(n, own))), "")


def _is_long(name: str) -> bool:
    """Whether a name is rather a headline."""
    return len(name.split()) > _MOST_WORDS


def _is_collective(name: str, own: frozenset[str]) -> bool:
    """ "Daftar Layanan dan Standar Pelayanan", "Standar Pelayanan Dinas Sosial": every service, so none."""
    if pattern("information_requests").match(name):
        return False
    return bool(pattern("collective_names").match(name)) or all(w in own for w in _WORD.findall(normalise(name)))


def _without_information(page: Page) -> Page:
    """The way to ask for public information belongs to the PPID, and is no product of the agency."""
    asks = [s for s in page.services if pattern("information_requests").match(s.name)]
    moved = (_of_information(st) for s in asks for st in s.statements if st.topic is Topic.PROCEDURE)
    kept = tuple(s for s in page.services if s not in asks)
    return replace(page, services=kept, statements=(*page.statements, *moved))


def _of_information(steps: Statement) -> Statement:
    if steps.grade is not Grade.CLEAR:
        return replace(steps, topic=Topic.PPID)
    return replace(steps, topic=Topic.PPID, says=say("Tata cara memperoleh informasi publik tertulis."))


def _without_general(page: Page, together: bool) -> Page:
    """What names no service is the agency's once the site names services, or when the page is about none.

    together: the site tells its standard for all services together.
    """
    general = [s for s in page.services if s.key == _GENERAL]
    if not general or (together and page.kind in _OWN_PAGES):
        return page
    moved = tuple(_loosened(st) for s in general for st in s.statements if not _by_name_only(st))
    kept = tuple(s for s in page.services if s.key != _GENERAL)
    return replace(page, services=kept, statements=(*page.statements, *moved))


def _with_listed(page: Page, own: frozenset[str]) -> Page:
    """With the names of its list of services: where no page tells more, those names are the services of the site."""
    listed = [s.value for s in page.statements if s.topic is Topic.SERVICE_LIST and isinstance(s.value, tuple)]
    names = [name for value in listed for text in value if (name := clean_name(str(text)))]
    bare = {key_of(n): Service(key_of(n), n, page.url, ()) for n in reversed(names) if not _is_collective(n, own)}
    return replace(page, services=tuple(bare[key] for key in sorted(bare)))


def _loosened(statement: Statement) -> Statement:
    """A "gratis" that no service on its page claims is no fee of the agency either: it may be a headline."""
    return replace(statement, grade=Grade.NAMED) if statement.trap == "unbound" else statement


def _by_name_only(statement: Statement) -> bool:
    """A product that was taken from the title of the page."""
    return statement.topic is Topic.PRODUCT and statement.trap == "title_only"
