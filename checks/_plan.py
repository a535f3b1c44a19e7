"""What the crawl meant to look at, and what of it stayed unseen: addresses, pictures, documents without text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checks._check import SERVICE
from checks._words import HEADLINE, is_general, label_of, own_words, target_words, title_promises
from model.evidence import LedgerLine, Reach, Resource, Why
from model.finding import Unread
from model.reading import Page, PageKind, Reading, Topic

FAILED = frozenset((Reach.BLOCKED, Reach.TIMED_OUT, Reach.UNREACHABLE, Reach.TLS_FAILED, Reach.SERVER_ERROR))
"""Asked for, and not shown: the site or the way to it failed."""
CLOSED = frozenset((Reach.DISALLOWED, Reach.UNREADABLE))
SKIPPED = frozenset((Why.BUDGET, Why.DEPTH, Why.EXTERNAL_DOCUMENT, Why.TOO_LARGE, Why.ROBOTS, Why.SCRIPT))
CUT_OFF = Fraction(1, 5)  # more failures than this and the site was cut off, whatever the links promised
STOPPED = "host_stopped_answering"
"""Detail of addresses that had no turn because the site stopped answering in the middle of the crawl."""
FEWEST_FAILURES = 3  # one or two failures never make a pattern

SERVICE_TOPICS = frozenset(t.value for t in tuple(Topic)[:6]) | {SERVICE}
COMPLAINT_TOPICS = frozenset(
    t.value
    for t in (Topic.COMPLAINT_HANDLING, Topic.COMPLAINT_PROCEDURE, Topic.COMPLAINT_OFFICER, Topic.COMPLAINT_RECAP)
)
KIND_PROMISES: dict[PageKind, frozenset[str]] = {
    PageKind.SERVICE: SERVICE_TOPICS,
    PageKind.STANDARD: SERVICE_TOPICS | {Topic.PLEDGE.value, Topic.DECREE.value},
    PageKind.TARIFF: frozenset((Topic.FEE.value,)),
    PageKind.PLEDGE: frozenset((Topic.PLEDGE.value,)),
    PageKind.COMPLAINTS: COMPLAINT_TOPICS,
}
"""What an unreadable picture or document may hold, by the kind of the page that shows it."""
LOOKED_THROUGH = frozenset((PageKind.NEWS, PageKind.ERROR, PageKind.PARKED, PageKind.HACKED, PageKind.LOGIN))
"""Pages whose pictures are not where an agency publishes its standard."""
HARMLESS_PROBLEMS = frozenset(("empty", "media_mismatch"))
"""Codes of Document.problems that hide no text: nothing was there, or a web page came in place of a document."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something promising that was not seen. own: words that make it about something in particular.

    general: its label speaks of services in general. headline: it is too long for a label. failed: the site failed.
    part: not a page of its own but a piece of its parent (document, frame, picture).
    """

    unread: Unread
    promises: frozenset[str]
    own: frozenset[str]
    general: bool
    headline: bool
    failed: bool
    part: bool
    parent: str


@dataclass(frozen=True, slots=True)
class Plan:
    """planned: promises of every promising address and whether it was seen. home: the home page was read.

    asked, failed: how many pages and documents were asked for, and how many of them were not shown. stopped: how
    many had no turn because the site stopped answering. alone: addresses that are the place of one service only.
    target: the words of the agency's own name.
    """

    home: bool
    asked: int
    failed: int
    stopped: int
    planned: tuple[tuple[frozenset[str], bool], ...]
    alone: frozenset[str]
    gaps: tuple[Gap, ...]
    target: frozenset[str]

    @property
    def cut_off(self) -> bool:
        return self.stopped > 0 or (self.failed >= FEWEST_FAILURES and self.failed > CUT_OFF * self.asked)


def plan_of(site: Reading) -> Plan:
    """Lay the ledger and the pages side by side. The same reading gives the same plan."""
    target = target_words(site.target)
    challenged = frozenset(p.url for p in site.pages if p.kind is PageKind.CHALLENGE)
    reaches = [Reach.BLOCKED if line.url in challenged else line.reach for line in site.ledger]
    pages = [
        reach
        for line, reach in zip(site.ledger, reaches, strict=True)
        if line.resource in (Resource.PAGE, Resource.FRAME, Resource.DOCUMENT)
    ]
    home_urls = {line.url for line in site.ledger if line.why is Why.HOME}
    gaps = [_line_gap(ln, r, target) for ln, r in zip(site.ledger, reaches, strict=True) if _is_gap(ln, r)]
    return Plan(
        home=site.home is Reach.READ and not home_urls & challenged,
        asked=sum(1 for reach in pages if reach.looked_at or reach in FAILED),
        failed=sum(1 for reach in pages if reach in FAILED),
        stopped=sum(1 for line in site.ledger if line.detail == STOPPED),
        planned=tuple(
            (normal_promises(ln), r.looked_at) for ln, r in zip(site.ledger, reaches, strict=True) if ln.promises
        ),
        alone=frozenset(url for url, count in Counter(s.url for s in site.services).items() if count == 1),
        gaps=(*gaps, *_page_gaps(site, target)),
        target=target,
    )


def normal_promises(line: LedgerLine) -> frozenset[str]:
    """A promise that is no topic speaks of services in general."""
    topics = frozenset(Topic)
    return frozenset(p if p in topics else SERVICE for p in line.promises)


def _is_gap(line: LedgerLine, reach: Reach) -> bool:
    if not line.promises or line.resource in (Resource.ROBOTS, Resource.SITEMAP):
        return False
    return reach in FAILED or reach in CLOSED or (reach is Reach.NOT_TRIED and line.why in SKIPPED)


def _line_gap(line: LedgerLine, reach: Reach, target: frozenset[str]) -> Gap:
    label = label_of(line.url, line.text)
    return Gap(
        unread=Unread(line.url, reach, line.text),
        promises=normal_promises(line),
        own=own_words(label, target),
        general=is_general(label, target),
        headline=len(label.split()) >= HEADLINE,
        failed=reach in FAILED or line.detail == STOPPED,
        part=line.resource is not Resource.PAGE,
        parent=line.parent,
    )


def _page_gaps(site: Reading, target: frozenset[str]) -> Iterator[Gap]:
    led_by: dict[str, frozenset[str]] = {}
    for line in site.ledger:
        led_by[line.url] = led_by.get(line.url, frozenset()) | normal_promises(line)
    told = {line.url for line in site.ledger if line.promises and not line.reach.looked_at}
    nothing = {line.url for line in site.ledger if line.resource is Resource.IMAGE and _shows_nothing(line)}
    for page in site.pages:
        if page.kind in LOOKED_THROUGH or page.kind is PageKind.CHALLENGE:
            continue
        for url in unseen_parts(page):
            if url in told and url != page.url:
                continue  # the ledger line of the picture says it already
            if url in nothing and url != page.url:
                continue
            promises = may_hold(page, url) | led_by.get(page.url, frozenset())
            if promises:
                # a page that names its services is about those; titles often repeat the site's name only
                label = " ".join(s.name for s in page.services) or page.title
                yield Gap(
                    unread=Unread(url, Reach.UNREADABLE, page.title),
                    promises=promises,
                    own=own_words(label, target),
                    general=not own_words(label, target),  # a page titled with the agency's name may be about any
                    headline=False,
                    failed=False,
                    part=True,
                    parent=page.url,
                )


def _shows_nothing(line: LedgerLine) -> bool:
    """A picture that the site itself no longer has, or one too small to hold a text, hides nothing from a visitor."""
    return line.reach is Reach.MISSING or line.why is Why.KIND


def unseen_parts(page: Page) -> tuple[str, ...]:
    """Addresses of what the page shows and nobody could read: itself (a scan without text), or its pictures."""
    itself = (page.url,) if set(page.problems) - HARMLESS_PROBLEMS else ()
    return itself + tuple(url for url in page.unread_images if url != page.url)


def may_hold(page: Page, url: str) -> frozenset[str]:
    """What an unread part of a page may hold, by the page's kind, its title and the part's file name."""
    named = title_promises(page.title) | title_promises(label_of(url, ""))
    return KIND_PROMISES.get(page.kind, frozenset()) | named
