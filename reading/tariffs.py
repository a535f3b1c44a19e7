"""Tables of tariffs: a published price must not lower a score, so its rows are no services without components."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from model.reading import Grade, Page, Service, Statement, Topic
from reading.vocabulary import normalise

ROWS = 3
"""So many names with a price and nothing else on one page are a list of tariffs."""

_WORD = re.compile(r"[^\W_]{2,}")
_OF_A_ROW = frozenset({Topic.FEE, Topic.PRODUCT, Topic.LEGAL_BASIS})


def spread_tariffs(pages: Sequence[Page]) -> list[Page]:
    """The same pages without rows of tariffs among the services.

    A row of a service that other pages tell about is that service's fee: "Rawat inap kelas II" of "Rawat Inap". The
    others are a fee of the agency. A name that another page tells more about stays as it is.
    """
    told = {s.key: s for page in pages for s in page.services if not is_row(s)}
    return [_without_rows(page, told) for page in pages]


def is_row(service: Service) -> bool:
    """Whether nothing is known of a service but its price, and what its name tells."""
    topics = {s.topic for s in service.statements if s.grade is not Grade.NAMED and s.trap != "title_only"}
    return Topic.FEE in topics and topics <= _OF_A_ROW and not _has_product(service)


def _has_product(service: Service) -> bool:
    return any(s.topic is Topic.PRODUCT and s.value is not None for s in service.statements)


def _without_rows(page: Page, told: Mapping[str, Service]) -> Page:
    rows = [s for s in page.services if is_row(s)]
    if len(rows) < ROWS:
        return page
    kept = [s for s in page.services if s not in rows]
    loose: list[Statement] = []
    for row in rows:
        if row.key in told:
            kept.append(row)
            continue
        fees = row.about(Topic.FEE)
        loose.extend(fees)
        kept.extend(_fee_of(owner, page, fees) for owner in _owners(row, told))
    return replace(page, services=tuple(kept), statements=(*page.statements, *loose))


def _owners(row: Service, told: Mapping[str, Service]) -> Iterator[Service]:
    """Services all of whose words stand in the name of a row."""
    said = _words(row.name)
    for key in sorted(told):
        name = _words(told[key].name)
        if name and name <= said:
            yield told[key]


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(normalise(name)))


def _fee_of(owner: Service, page: Page, fees: tuple[Statement, ...]) -> Service:
    return replace(owner, url=page.url, statements=fees, also_at=())
