"""One planned address and how early its turn comes. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from crawler.address import Address
from crawler.promises import Promise, is_news_path, promise_of
from crawler.reach import Outcome
from crawler.traps import LISTING, LISTING_PATH
from model.evidence import LedgerLine, Reach, Resource, Why

STRUCTURE_ZONES = ("menu", "header")
LONG_TEXT = 9  # words: more is a sentence or a news title, whose words promise less


@dataclass
class Plan:
    """A working line of the ledger. order: when it was first seen. visited: position among the visits, or None."""

    address: Address
    resource: Resource
    why: Why
    depth: int
    parent: str
    text: str
    order: int
    promises: tuple[str, ...] = ()
    score: int = 0
    visited: int | None = None
    skipped: Why | None = None
    outcome: Outcome | None = None
    digest: str = ""
    size: int = 0
    at: datetime | None = None
    shown_on: list[str] = field(default_factory=list)

    @property
    def open(self) -> bool:
        return self.visited is None and self.skipped is None

    def line(self, left: str = "") -> LedgerLine:
        """As the ledger keeps it. left: why the crawl ended before this address had its turn."""
        outcome = self.outcome or Outcome(Reach.NOT_TRIED, left if self.open else "")
        why = self.skipped or (Why.BUDGET if self.open else self.why)
        return LedgerLine(
            url=self.address.href,
            resource=self.resource,
            visited=self.visited is not None and self.skipped is None,
            why=why,
            reach=outcome.reach,
            detail=outcome.detail,
            status=outcome.status,
            depth=self.depth,
            parent=self.parent,
            text=self.text[:200],
            promises=self.promises,
            digest=self.digest,
            size=self.size,
            at=self.at,
        )


@dataclass(frozen=True, slots=True)
class Worth:
    """promises: topics that count as promised. score: higher is earlier."""

    promises: tuple[str, ...]
    score: int


def worth_of(address: Address, text: str, heading: str, zone: str, outlying: bool) -> Worth:
    """How much a link promises, by its own words, by those of its address and by the heading above it."""
    said, path, above = promise_of(text), promise_of(address.words), promise_of(heading)
    weight = said.weight if len(text.split()) < LONG_TEXT else said.weight // 2
    score = 10 * weight + 5 * path.weight + 2 * above.weight
    score += 15 if zone in STRUCTURE_ZONES else 0
    news = is_news_path(address.path, address.words)
    if news:
        score = score // 2 - 20
    if LISTING.search(address.query) or LISTING_PATH.search(address.path):
        score -= 30
    if outlying:
        score -= 30
    return Worth(_promised(said, path, news), score)


def _promised(said: Promise, path: Promise, news: bool) -> tuple[str, ...]:
    """Topics for coverage. Under a news path only strong words count, else every headline would promise something."""
    if news:
        return said.topics if said.weight >= 9 else ()
    return tuple(sorted({*said.topics, *path.topics}))
