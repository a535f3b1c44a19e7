"""What stands on every page of a site is its furniture (header, side bar, footer), and not the content of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from model.reading import BlockKind, Document, Section, Zone
from reading.vocabulary import component_of_label

LEAST_PAGES = 6
"""Below this many different pages nothing can be said of what repeats."""

SHARE = 0.8
"""A section that stands on this share of the pages, and on the start page, belongs to none of them."""

Mark = tuple[str, ...]


def without_furniture(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents of one site, start page first; sections that stand everywhere are put into the footer's zone.

    A section under the name of a component stays: "Biaya: gratis" may well be the same for each service. Where the
    whole start page stands on every page, nothing is furniture.
    """
    if sum(d.medium == "html" for d in documents) < LEAST_PAGES:
        return tuple(documents)
    pages = list({_words(d): _marks(d) for d in documents if d.medium == "html"}.values())
    if len(pages) < LEAST_PAGES:
        return tuple(documents)
    count = Counter(mark for page in pages for mark in page)
    repeated = frozenset(m for m in pages[0] if count[m] >= SHARE * len(pages))
    if not repeated or repeated == pages[0]:
        return tuple(documents)
    return tuple(_parted(d, repeated) if d.medium == "html" else d for d in documents)


def _words(document: Document) -> frozenset[Mark]:
    """What tells one page from another, wherever it stands."""
    return frozenset(_mark(s) for s in document.sections)


def _marks(document: Document) -> frozenset[Mark]:
    return frozenset(_mark(s) for s in document.sections if _may_repeat(s))


def _may_repeat(section: Section) -> bool:
    return section.zone is Zone.MAIN and bool(section.blocks) and not component_of_label(section.heading)


def _mark(section: Section) -> Mark:
    return (section.heading, *(b.src if b.kind is BlockKind.IMAGE else b.text for b in section.blocks))


def _parted(document: Document, repeated: frozenset[Mark]) -> Document:
    sections = tuple(
        replace(s, zone=Zone.FOOTER) if _may_repeat(s) and _mark(s) in repeated else s for s in document.sections
    )
    return replace(document, sections=sections)
