"""What a page says, bound to the services (produk layanan) that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from model.reading import PRODUCT_COMPONENTS, Block, BlockKind, Grade, Service, Statement, Topic, best
from model.sentence import say
from reading.components import Found
from reading.descriptions import DESCRIPTION, defines
from reading.judged import Judged
from reading.parts import Part
from reading.products import Product
from reading.service_names import clean_name, is_service_name, key_of
from reading.vocabulary import pattern

GENERAL = "Pelayanan umum"
"""Name of the service that a page means when it names none."""

VALUES = frozenset({Topic.REQUIREMENTS, Topic.PROCEDURE, Topic.COMPLETION_TIME, Topic.FEE})
"""What makes a name on a page a service: beside one of these, its name tells the product."""

_CATALOGUE = 3
"""So many services, each with a sentence that tells what it gives, make a page that describes services."""

BOUND = frozenset((*PRODUCT_COMPONENTS, Topic.LEGAL_BASIS))


def bind(found: Iterable[Found], title: str, url: str) -> tuple[tuple[Service, ...], tuple[Statement, ...]]:
    """(services, statements of the page). A service needs at least one statement that has a value."""
    page_name = clean_name(title)
    groups: dict[str, _Group] = {}
    loose: list[Statement] = []
    for item in found:
        if item.judged.topic not in BOUND:
            loose.append(item.judged.statement(item.witness, item.part.where))
            continue
        name = name_of(item.part, page_name) or GENERAL
        groups.setdefault(key_of(name), _Group(name)).found.append(item)
    _name_by_product(groups)
    _describe_the_only_one(groups)
    catalogue = sum(group.is_described() for group in groups.values()) >= _CATALOGUE
    services: list[Service] = []
    for key, group in groups.items():
        statements = group.statements(title, catalogue)
        if any(s.grade is not Grade.NAMED for s in statements):
            services.append(Service(key, group.name, url, statements))
        else:
            loose.extend(statements)
    return tuple(services), tuple(loose)


def _name_by_product(groups: dict[str, _Group]) -> None:
    """A standard that names its service only as its product ("Produk Layanan: Izin Praktik Bidan") is called so."""
    group = groups.get(key_of(GENERAL))
    products = [f.judged.value for f in group.found if f.judged.topic is Topic.PRODUCT] if group else []
    names: tuple[str, ...] = next((value.names for value in products if isinstance(value, Product)), ())
    name = clean_name(names[0]) if len(names) == 1 else ""
    if group and name and is_service_name(name) and key_of(name) not in groups:
        group.name = name
        groups[key_of(name)] = groups.pop(key_of(GENERAL))


def _describe_the_only_one(groups: dict[str, _Group]) -> None:
    """On a page about one service a description under another of its names ("SKTM" written out) is of that service."""
    valued = [group for group in groups.values() if group.values()]
    described = [g for g in groups.values() if not g.values() and any(map(_defines, g.descriptions()))]
    if len(valued) == len(described) == 1:
        valued[0].found.extend(described[0].descriptions())


def _defines(found: Found) -> bool:
    return defines(found.judged.shown[0][1])


@dataclass(slots=True)
class _Group:
    """What was found about one service."""

    name: str
    found: list[Found] = field(default_factory=list)

    def values(self) -> set[Topic]:
        return {f.judged.topic for f in self.found if f.judged.grade is Grade.CLEAR} & VALUES

    def descriptions(self) -> list[Found]:
        return [f for f in self.found if f.judged.value == DESCRIPTION]

    def is_described(self) -> bool:
        """Whether a sentence tells what a service with a name of its own gives."""
        named = self.name != GENERAL and is_service_name(self.name)
        return named and bool(self.descriptions())

    def statements(self, title: str, catalogue: bool) -> tuple[Statement, ...]:
        """catalogue: the page describes one service after the other, so its descriptions count by themselves."""
        values = self.values()
        kept = [f for f in self.found if f.judged.value != DESCRIPTION or values or (catalogue and self.is_described())]
        made = [f.judged.statement(f.witness, f.part.where) for f in kept]
        if values and not any(f.judged.topic is Topic.PRODUCT and f.judged.grade is Grade.CLEAR for f in kept):
            made.append(self._by_name(title, len(values)))
        return strongest(made)

    def _by_name(self, title: str, values: int) -> Statement:
        """The product as far as the name of the service tells it."""
        first = self.found[0]
        written = next((h for h in reversed(first.part.headings) if clean_name(h) == self.name), "") or self.name
        block = Block(BlockKind.TEXT, written if self.name != GENERAL else title, where="judul")
        if not block.text:
            block = first.judged.shown[0][0]  # a page without a title shows what else names its subject
        if values >= 2 and pattern("output_documents").match(self.name):
            says = say("Produk layanan: {name}.", name=self.name)
            judged = Judged(Topic.PRODUCT, Grade.CLEAR, says, ((block, ""),), None, "")
        else:
            says = say('Produk layanan hanya diketahui dari judulnya ("{name}").', name=self.name)
            judged = Judged(Topic.PRODUCT, Grade.PARTIAL, says, ((block, ""),), None, "title_only")
        return judged.statement(first.witness)


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
