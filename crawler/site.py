"""One site during its crawl: its frontier, its robots.txt files, what was kept, what is remarkable."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from datetime import datetime

from crawler.address import Address, AddressRefused, parse
from crawler.fetch import Fetcher, FetchFailed
from crawler.frontier import PAGES, Frontier
from crawler.links import PageLink
from crawler.plan import Plan
from crawler.politeness import Politeness, retry_after, seconds_asked, utc_now
from crawler.progress import Progress, Tell
from crawler.promises import promise_of
from crawler.reach import Outcome, outcome_of_status
from crawler.robots import Robots, robots_of_answer, robots_of_failure
from crawler.scope import scope_of
from crawler.settings import CrawlSettings
from crawler.sitemap import MOST_FILES, MOST_LEVELS, read_sitemap
from crawler.vault import Vault
from model.evidence import Capture, Evidence, Reach, Resource, Target, Why

MOST_FROM_SITEMAP = 400
ROBOTS_SECONDS = 20.0
GIVING_UP_AFTER = 4  # addresses in a row that were blocked or did not answer


@dataclass
class Site:
    """State of one crawl. captures: by the order number of their plan's visit."""

    target: Target
    settings: CrawlSettings
    fetcher: Fetcher
    politeness: Politeness
    vault: Vault
    frontier: Frontier
    tell: Tell | None = None
    started: datetime = field(default_factory=utc_now)
    ends: float = 0.0
    home: Outcome = field(default_factory=lambda: Outcome(Reach.NOT_TRIED))
    left: str = "budget"
    notes: dict[str, None] = field(default_factory=dict)
    captures: dict[int, Capture] = field(default_factory=dict)
    seen_at: dict[str, str] = field(default_factory=dict)  # key of a final address -> digest
    troubles: int = 0
    unverified: dict[str, None] = field(default_factory=dict)  # hosts that are read although httpx refuses them
    insecure: set[str] = field(default_factory=set)  # of those, the ones that browsers refuse too
    parked: set[str] = field(default_factory=set)  # hosts that asked to be left alone for longer than we wait
    _robots: dict[str, Robots] = field(default_factory=dict)

    def note(self, code: str) -> None:
        self.notes[code] = None

    def out_of_time(self) -> bool:
        if time.monotonic() < self.ends:
            return False
        self.left = "site_seconds"
        return True

    # --- robots.txt and sitemaps ----------------------------------------------------------------------------

    def allows(self, address: Address) -> bool:
        """By the robots.txt files known so far; a host not yet asked is asked before its first visit."""
        known = self._robots.get(address.origin)
        return known is None or known.allows(address.href)

    async def robots_of(self, address: Address) -> Robots:
        """The rules of the host of `address`, fetched once; a failure is looked at twice."""
        if address.origin not in self._robots:
            plan = self.frontier.add(parse("/robots.txt", address.href), Resource.ROBOTS, Why.HOME)
            self.frontier.begin(plan)
            robots = await self._ask_robots(plan)
            if _worth_asking_again(robots) and address.host not in self.parked:
                robots = await self._ask_robots(plan)
            self.know_robots(address, robots)
        return self._robots[address.origin]

    def know_robots(self, address: Address, robots: Robots) -> Robots:
        """Keep the rules of a host, and the pause they ask for."""
        self._robots[address.origin] = robots
        self.politeness.slow_down(address.host, robots.delay)
        return robots

    async def _ask_robots(self, plan: Plan) -> Robots:
        address, plan.at = plan.address, utc_now()
        seconds = min(ROBOTS_SECONDS, self.settings.fetch_seconds)
        try:
            async with self.politeness.turn(address.host, 0.25):
                answer = await self.fetcher.fetch(
                    address.href, limit=self.settings.robots_bytes, seconds=seconds, unverified=self.unverified
                )
        except FetchFailed as error:
            robots = robots_of_failure(error.code)
            plan.outcome = robots.closed or Outcome(Reach.UNREADABLE, error.code)
            return robots
        plan.size = len(answer.body)
        self.heed(address, answer.status, answer.headers.get("retry-after", ""))
        robots = robots_of_answer(answer.status, answer.body)
        plan.outcome = robots.closed or outcome_of_status(answer.status)
        return robots

    def heed(self, address: Address, status: int, after: str) -> None:
        """Leave the host alone for as long as it asks; when that is too long, ask it nothing a second time."""
        if status in (429, 503) and after:
            cap, now = self.settings.retry_after_cap, utc_now()
            self.politeness.rest(address.host, retry_after(after, now, default=10.0, cap=cap))
            if seconds_asked(after, now) > cap:
                self.parked.add(address.host)

    # --- certificates ---------------------------------------------------------------------------------------

    def complete_chain(self, address: Address) -> None:
        """Browsers accept this host by fetching what its certificate chain lacks; read its files all the same."""
        self.unverified[address.host] = None
        self.note("certificate_chain_incomplete")

    def go_on_insecurely(self, address: Address, code: str) -> None:
        """Read a host whose certificate browsers refuse, and say so: a bad certificate is no absence of services."""
        self.unverified[address.host] = None
        self.insecure.add(address.host)
        self._robots.pop(address.origin, None)
        self.note("insecure_tls")
        self.note(f"certificate:{code}")

    async def read_sitemaps(self, home: Address) -> None:
        """The sitemaps that robots.txt names, else /sitemap.xml; their promising addresses join the frontier."""
        robots = await self.robots_of(home)
        waiting = [(url, 0) for url in (robots.sitemaps or (parse("/sitemap.xml", home.href).href,))]
        asked: set[str] = set()
        found: dict[str, None] = {}
        while waiting and len(asked) < MOST_FILES and not self.out_of_time():
            url, level = waiting.pop(0)
            address = self._own(url)
            if address is None or address.key in asked:
                continue
            asked.add(address.key)
            sitemap = read_sitemap(await self._sitemap_body(address), self.settings.sitemap_bytes)
            found.update(dict.fromkeys(sitemap.pages))
            if level < MOST_LEVELS:
                waiting += [(child, level + 1) for child in sitemap.sitemaps]
        self._offer_from_sitemap(tuple(found))

    def _own(self, url: str) -> Address | None:
        try:
            address = parse(url)
        except AddressRefused:
            return None
        return address if self.frontier.scope.covers(address) and self.allows(address) else None

    async def _sitemap_body(self, address: Address) -> bytes:
        plan = self.frontier.add(address, Resource.SITEMAP, Why.SITEMAP)
        self.frontier.begin(plan)
        plan.at = utc_now()
        try:
            async with self.politeness.turn(address.host, 0.25):
                answer = await self.fetcher.fetch(
                    address.href,
                    limit=self.settings.sitemap_bytes,
                    seconds=self.settings.fetch_seconds,
                    unverified=self.unverified,
                )
        except FetchFailed as error:
            plan.outcome = Outcome(Reach.UNREADABLE, error.code)
            return b""
        plan.size, plan.outcome = len(answer.body), outcome_of_status(answer.status)
        return answer.body if plan.outcome.reach is Reach.READ else b""

    def _offer_from_sitemap(self, urls: tuple[str, ...]) -> None:
        """Those that promise something first; what does not fit is counted in a note."""
        own = [a for a in map(self._own, urls) if a is not None]
        own.sort(key=lambda a: -promise_of(a.words).weight)  # stable: the file's order within one weight
        for address in own[:MOST_FROM_SITEMAP]:
            self.frontier.offer_link(PageLink(address.href, "", "sitemap"), "", 1, Why.SITEMAP)
        if len(own) > MOST_FROM_SITEMAP:
            self.note(f"sitemap_addresses:{len(own)}")

    # --- what came of an address ----------------------------------------------------------------------------

    def record(self, plan: Plan, outcome: Outcome) -> None:
        """Write down the outcome, and count troubles in a row: a site that shut us out is left alone.

        Only its own host counts; dead subdomains of a government do not end the visit to the government.
        """
        plan.outcome = outcome
        if plan.resource in PAGES and self.frontier.scope.is_own_host(plan.address):
            bad = outcome.reach in (Reach.BLOCKED, Reach.TIMED_OUT, Reach.UNREACHABLE)
            self.troubles = self.troubles + 1 if bad else 0
        if self.tell is not None:
            same = [p for p in self.frontier.plans.values() if p.resource is plan.resource]
            done = sum(p.outcome is not None and p.visited is not None for p in same)
            self.tell(Progress(self.target.id, plan.resource, plan.address.href, outcome.reach, done, len(same)))

    def gives_up(self) -> bool:
        if self.troubles < GIVING_UP_AFTER:
            return False
        self.left = "host_stopped_answering"
        self.note(self.left)
        return True

    def keep(self, plan: Plan, capture: Capture) -> None:
        plan.digest, plan.size = capture.digest, capture.size
        self.captures[plan.visited if plan.visited is not None else -1] = capture

    def evidence(self) -> Evidence:
        if self.frontier.dropped:
            self.note(f"ledger_full:{self.frontier.dropped}")
        captures = [self._with_shown(self.captures[n]) for n in sorted(self.captures)]
        return Evidence(
            target=self.target,
            started=self.started,
            finished=utc_now(),
            home=self.home.reach,
            home_detail=self.home.detail,
            captures=tuple(captures) if self.home.reach is Reach.READ else (),
            ledger=self.frontier.ledger(self.left),
            notes=tuple(self.notes),
        )

    def _with_shown(self, capture: Capture) -> Capture:
        """Pages that show it may have come after it was fetched."""
        plan = self.frontier.find(capture.resource, capture.url)
        shown = tuple(plan.shown_on) if plan is not None else capture.shown_on
        return replace(capture, shown_on=shown)


def _worth_asking_again(robots: Robots) -> bool:
    return (
        robots.closed is not None
        and robots.closed.reach is not Reach.TLS_FAILED
        and robots.closed.detail != "dns_nxdomain"
    )


def open_site(
    target: Target,
    settings: CrawlSettings,
    fetcher: Fetcher,
    vault: Vault,
    tell: Tell | None,
    known: frozenset[str] = frozenset(),
) -> tuple[Site, Address]:
    """A site at its beginning, and the address of its home page. Raises AddressRefused."""
    address = parse(target.url)
    frontier = Frontier(scope_of(address), settings, known)
    politeness = Politeness(settings.delay, settings.pages_at_once)
    ends = time.monotonic() + settings.site_seconds
    return Site(target, settings, fetcher, politeness, vault, frontier, tell, ends=ends), address
