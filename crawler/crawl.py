"""The crawl of one site, from its home page to the evidence.

    async with open_crawler(settings, vault) as crawler:
        evidence = await crawl(crawler, target)

Many sites may be crawled at once with one crawler: they share the browser, the egress guard and the vault.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

from crawler.address import Address, AddressRefused, home_variants
from crawler.browser import Browser, open_browser
from crawler.egress import Guard
from crawler.fetch import Fetched, Fetcher
from crawler.frontier import PAGES
from crawler.links import PageLink
from crawler.loaded import Loaded
from crawler.plan import Plan
from crawler.politeness import utc_now
from crawler.progress import Tell
from crawler.proxy import open_proxy
from crawler.reach import Outcome, is_transient
from crawler.revisit import Given, Revisit
from crawler.scope import registrable, scope_of
from crawler.settings import CrawlSettings
from crawler.site import Site, open_site
from crawler.tab import Tab
from crawler.vault import Vault
from crawler.visit import fetch_file, final_address, load_page, take
from model.evidence import Evidence, Reach, Resource, Target, Why

MOST_RETRIES = 8
WORTH_A_PICTURE = 100  # score of a plan whose page is also kept as a screenshot


@dataclass(frozen=True, slots=True)
class Crawler:
    """What all sites of a run share."""

    settings: CrawlSettings
    vault: Vault
    guard: Guard
    fetcher: Fetcher
    browser: Browser


@contextlib.asynccontextmanager
async def open_crawler(settings: CrawlSettings, vault: Vault) -> AsyncIterator[Crawler]:
    """Open the way out, the proxy and the browser; close them in reverse. Raises BrowserMissing."""
    guard = Guard(settings.hosts, settings.connect_seconds)
    fetcher = Fetcher(guard, settings.user_agent)
    async with contextlib.aclosing(fetcher), open_proxy(guard) as proxy, open_browser(settings, proxy) as browser:
        yield Crawler(settings, vault, guard, fetcher, browser)


async def crawl(crawler: Crawler, target: Target, tell: Tell | None = None, revisit: Revisit | None = None) -> Evidence:
    """All that can be seen of one site within its limits. Never raises for what a site does.

    revisit: for a crawl that goes on from an earlier one; then the evidence holds only what was looked at now.
    """
    started = utc_now()
    again = revisit or Revisit()
    try:
        site, address = open_site(target, crawler.settings, crawler.fetcher, crawler.vault, tell, again.known)
    except AddressRefused as error:
        return Evidence(target, started, utc_now(), Reach.UNREACHABLE, f"address_{error.code}", (), ())
    wall = crawler.settings.site_seconds + crawler.settings.page_seconds
    try:
        await asyncio.wait_for(_look_around(crawler, site, address, again.given), wall)
    except TimeoutError:
        site.left = "site_seconds"
    return site.evidence()


async def _look_around(crawler: Crawler, site: Site, address: Address, given: tuple[Given, ...]) -> None:
    settings = crawler.settings
    async with contextlib.AsyncExitStack() as stack:
        tabs = [await stack.enter_async_context(crawler.browser.tab()) for _ in range(settings.pages_at_once)]
        home = await visit_home(site, tabs[0], address)
        if site.home.reach is not Reach.READ:
            return
        for one in given:
            site.frontier.offer_link(PageLink(one.url, one.text), "", 1, Why.GIVEN)
        await site.read_sitemaps(home)
        await visit_pages(site, tabs)
        await visit_files(site, Resource.DOCUMENT, settings.max_documents)
        await visit_files(site, Resource.IMAGE, settings.max_images)
        await visit_again(site, tabs)


async def visit_home(site: Site, tab: Tab, address: Address) -> Address:
    """The home page: looked at twice when it fails, then under its other spellings. Returns where it was found."""
    plan = site.frontier.add(address, Resource.PAGE, Why.HOME)
    site.frontier.begin(plan)
    came = await _load_twice(site, tab, plan)
    for way, strict in other_ways(came, address):
        other = await load_page(site, tab, replace(plan, address=way), site.settings.screenshots, strict=strict)
        if isinstance(other, Loaded):
            if way != address:
                site.note(f"home_answers_at:{way.origin}")
            if isinstance(came, Outcome) and came.reach is Reach.TLS_FAILED:
                site.note("insecure_tls")
                site.note(f"certificate:{came.detail}")
            came = other
            break
    if isinstance(came, Loaded):
        address = _follow_home(site, address, final_address(came.url, address))
    take(site, plan, came)
    site.home = plan.outcome or Outcome(Reach.NOT_TRIED)
    return address


async def _load_twice(site: Site, tab: Tab, plan: Plan) -> Loaded | Fetched | Outcome:
    came = await load_page(site, tab, plan, site.settings.screenshots, strict=True)
    again = isinstance(came, Outcome) and is_transient(came)
    again = again or (isinstance(came, Loaded) and (came.status >= 500 or came.status == 429))
    if not again or plan.address.host in site.parked:
        return came
    return await load_page(site, tab, plan, site.settings.screenshots, strict=True)


def other_ways(came: Loaded | Fetched | Outcome, address: Address) -> tuple[tuple[Address, bool], ...]:
    """Where else to look for a home page that failed, in order, and whether its certificate must be good there.

    A certificate for another name may mean that this server holds somebody else's site behind HTTPS; then plain HTTP
    is asked before the certificate is passed over.
    """
    helped = (Reach.UNREACHABLE, Reach.TLS_FAILED, Reach.TIMED_OUT)
    if not isinstance(came, Outcome) or came.reach not in helped or came.detail == "not_allowed":
        return ()
    variants = home_variants(address)
    if came.reach is not Reach.TLS_FAILED:
        return tuple((variant, True) for variant in variants)
    as_it_is = ((address, False),)
    plain, renamed = tuple((v, True) for v in variants[:1]), tuple((v, True) for v in variants[1:])
    return renamed + plain + as_it_is if came.detail == "tls_wrong_host" else renamed + as_it_is + plain


def _follow_home(site: Site, asked: Address, final: Address) -> Address:
    """A home page that moved takes its site with it; a move to another domain is remarkable."""
    if registrable(final.host) != registrable(asked.host):
        site.note(f"home_redirected:{final.host}")
    site.frontier.scope = scope_of(asked, final)
    return final


async def visit_pages(site: Site, tabs: list[Tab]) -> None:
    """In waves: a wave is loaded at once and written down in its order, so that the plan depends on no timing."""
    while not (site.out_of_time() or site.gives_up()):
        wave = site.frontier.next_pages(len(tabs), site.allows)
        if not wave:
            return
        loads = (
            load_page(site, tab, plan, _worth_a_picture(site, plan)) for tab, plan in zip(tabs, wave, strict=False)
        )
        for plan, came in zip(wave, await asyncio.gather(*loads), strict=True):
            take(site, plan, came)


def _worth_a_picture(site: Site, plan: Plan) -> bool:
    return site.settings.screenshots and plan.score >= WORTH_A_PICTURE


async def visit_files(site: Site, resource: Resource, most: int) -> None:
    """Documents or pictures, best first, a few at a time."""
    left = most
    while left > 0 and not site.out_of_time():
        wave = site.frontier.next_files(resource, min(left, site.settings.pages_at_once), site.allows)
        if not wave:
            return
        left -= len(wave)
        for plan, came in zip(wave, await asyncio.gather(*(fetch_file(site, p) for p in wave)), strict=True):
            take(site, plan, came)


async def visit_again(site: Site, tabs: list[Tab]) -> None:
    """A new failure is looked at twice: pages that failed in passing, once more at the end."""
    failed = [
        p for p in site.frontier.plans.values() if p.visited is not None and p.outcome and is_transient(p.outcome)
    ]
    for plan in sorted(failed, key=lambda p: p.visited or 0)[:MOST_RETRIES]:
        if site.out_of_time():
            return
        if plan.resource in PAGES:
            take(site, plan, await load_page(site, tabs[0], plan, screenshot=False))
        elif plan.resource in (Resource.DOCUMENT, Resource.IMAGE):
            take(site, plan, await fetch_file(site, plan))
