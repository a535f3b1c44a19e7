"""What a page says, bound to the services (produk layanan) that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from model.reading import PRODUCT_COMPONENTS, Grade, Service, Statement, Topic, best
from reading.components import Found
from reading.parts import Part
from reading.service_names import clean_name, is_service_name, key_of

GENERAL = "Pelayanan umum"
"""Name of the service that a page means when it names none."""

BOUND = frozenset((*PRODUCT_COMPONENTS, Topic.LEGAL_BASIS))


def bind(found: Iterable[Found], title: str, url: str) -> tuple[tuple[Service, ...], tuple[Statement, ...]]:
    """(services, statements of the page). A service needs at least one statement that has a value."""
    page_name = clean_name(title)
    groups: dict[str, tuple[str, list[Statement]]] = {}
    loose: list[Statement] = []
    for item in found:
        statement = item.judged.statement(item.witness, item.part.where)
        if statement.topic not in BOUND:
            loose.append(statement)
            continue
        name = name_of(item.part, page_name) or GENERAL
        groups.setdefault(key_of(name), (name, []))[1].append(statement)
    services: list[Service] = []
    for key, (name, statements) in groups.items():
        if any(s.grade is not Grade.NAMED for s in statements):
            services.append(Service(key, name, url, strongest(statements)))
        else:
            loose.extend(strongest(statements))
    return tuple(services), tuple(loose)


def name_of(part: Part, page_name: str) -> str:
    """The service that a part is about: by its table, its label, the nearest heading that names one, or the page."""
    if name := clean_name(part.service):
        return name
    names = [n for h in (part.label, *reversed(part.headings)) if (n := clean_name(h))]
    if part.component:
        names = [n for n in names if n != part.label.strip(" :")]
    for name in names:
        if is_service_name(name):
            return name
    if page_name and is_service_name(page_name):
        return page_name
    return ""


def strongest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """One statement for each topic, in the order of the topics."""
    found = [best(s for s in statements if s.topic is topic) for topic in Topic]
    return tuple(s for s in found if s is not None)
