"""Visit one page with a tab, or fetch one file, and write down what came of it."""

from __future__ import annotations

from dataclasses import replace

from crawler.address import Address, AddressRefused, parse
from crawler.fetch import Fetched, FetchFailed
from crawler.frontier import PAGES
from crawler.kinds import is_document_host
from crawler.loaded import Loaded
from crawler.media import HTML, image_size, sniff
from crawler.plan import Plan
from crawler.politeness import utc_now
from crawler.reach import Outcome, outcome_of_failure, outcome_of_page, outcome_of_status
from crawler.robots import Robots, robots_of_answer
from crawler.site import Site
from crawler.tab import LoadFailed, Tab
from model.evidence import Capture, Reach, Resource, Why

PAGE_MEDIA = (HTML, "application/xhtml+xml", "text/plain", "text/xml", "application/xml", "application/json")
ASK_BY_HTTP = ("download", "empty_error")
OUTGREW_ITS_TAB = "too_much_memory"


async def load_page(
    site: Site, tab: Tab, plan: Plan, screenshot: bool, *, strict: bool = False
) -> Loaded | Fetched | Outcome:
    """Load one page. A page that proves to be a file comes back as Fetched; what did not come as its Outcome.

    strict: a bad certificate is an outcome; else the visit goes on, and the site's notes tell it.
    """
    address = plan.address
    robots = await _rules_of(site, tab, address, strict)
    if robots.closed is not None:
        return robots.closed
    if not robots.allows(address.href):
        return Outcome(Reach.DISALLOWED, "robots")
    plan.at = utc_now()
    try:
        async with site.politeness.turn(address.host):
            loaded = await tab.load(address.href, screenshot=screenshot, insecure=address.host in site.insecure)
    except LoadFailed as error:
        if error.code == OUTGREW_ITS_TAB:
            return await _fetch_part(site, plan)
        return await fetch_file(site, plan) if error.code in ASK_BY_HTTP else outcome_of_failure(error.code)
    site.heed(address, loaded.status, loaded.retry_after)
    if loaded.media not in PAGE_MEDIA:
        return await fetch_file(site, plan)
    return loaded


async def _rules_of(site: Site, tab: Tab, address: Address, strict: bool) -> Robots:
    """The robots.txt of a host. Where httpx refuses its certificate the browser is asked, and then `strict`."""
    robots = await site.robots_of(address)
    if not has_bad_certificate(robots):
        return robots
    robots = await _ask_robots_by_browser(site, tab, address)
    if strict or not has_bad_certificate(robots):
        return robots
    return await _rules_though_insecure(site, address, robots)


def has_bad_certificate(robots: Robots) -> bool:
    """A certificate that a reader may pass over. A handshake that fails leaves nothing to read; revoked means no."""
    closed = robots.closed
    return (
        closed is not None and closed.reach is Reach.TLS_FAILED and closed.detail not in ("tls_failed", "tls_revoked")
    )


async def _rules_though_insecure(site: Site, address: Address, robots: Robots) -> Robots:
    site.go_on_insecurely(address, robots.closed.detail if robots.closed else "")
    return await site.robots_of(address)


async def _ask_robots_by_browser(site: Site, tab: Tab, address: Address) -> Robots:
    """A browser completes a certificate chain that the server left incomplete (AIA); then its answer counts."""
    try:
        async with site.politeness.turn(address.host):
            loaded = await tab.load(parse("/robots.txt", address.href).href)
    except LoadFailed as error:
        if error.code not in ASK_BY_HTTP:
            return await site.robots_of(address)
        loaded = None
    robots = Robots() if loaded is None else robots_of_answer(loaded.status, loaded.text.encode("utf-8", "replace"))
    site.complete_chain(address)
    return site.know_robots(address, robots)


async def _fetch_part(site: Site, plan: Plan) -> Fetched | Outcome:
    """The first bytes of a page that is too large for a tab; of a small page that its scripts blow up, nothing."""
    came = await fetch_file(site, plan, limit=site.settings.page_bytes)
    return came if isinstance(came, Outcome) or came.truncated else outcome_of_failure(OUTGREW_ITS_TAB)


async def fetch_file(site: Site, plan: Plan, *, limit: int = 0) -> Fetched | Outcome:
    """Fetch a document or an image by HTTP, within its size limit."""
    settings, address = site.settings, plan.address
    picture = plan.resource is Resource.IMAGE
    if not picture or site.frontier.scope.covers(address):
        robots = await site.robots_of(address)
        if has_bad_certificate(robots) and site.frontier.scope.covers(address):
            robots = await _rules_though_insecure(site, address, robots)
        if not robots.allows(address.href):
            return robots.closed or Outcome(Reach.DISALLOWED, "robots")
    limit = limit or (settings.image_bytes if picture else settings.document_bytes)
    plan.at = utc_now()
    try:
        async with site.politeness.turn(address.host, 0.25 if picture else 1.0):
            answer = await site.fetcher.fetch(
                address.href, limit=limit, seconds=settings.fetch_seconds, unverified=site.unverified
            )
    except FetchFailed as error:
        return outcome_of_failure(error.code)
    site.heed(address, answer.status, answer.headers.get("retry-after", ""))
    return answer


def take(site: Site, plan: Plan, came: Loaded | Fetched | Outcome) -> None:
    """Write down what came, keep its bytes, and offer what it shows to the frontier."""
    if isinstance(came, Loaded):
        take_page(site, plan, came)
    elif isinstance(came, Fetched):
        take_file(site, plan, came)
    else:
        if came.reach is Reach.DISALLOWED:
            plan.skipped = Why.ROBOTS
        site.record(plan, came)


def take_page(site: Site, plan: Plan, page: Loaded) -> None:
    outcome = outcome_of_page(page.status, page.title, page.text, page.heading, page.html[:200_000], page.server)
    if outcome.reach is Reach.READ and not page.text.strip() and not page.images and not page.frames:
        outcome = Outcome(Reach.UNREADABLE, "empty_response", page.status)
    if outcome.reach is not Reach.READ:
        site.record(plan, outcome)
        return
    final = final_address(page.url, plan.address)
    if not _leads_away(site, plan, final, page.status):
        _keep_page(site, plan, page, final)


def _leads_away(site: Site, plan: Plan, final: Address, status: int) -> bool:
    """Whether a redirect has left the site; then that is written down."""
    if site.frontier.scope.covers(final):
        return False
    plan.skipped = Why.EXTERNAL_DOCUMENT if is_document_host(final) else Why.OFF_SITE
    site.record(plan, Outcome(Reach.NOT_TRIED, "redirected_off_site", status))
    return True


def _keep_page(site: Site, plan: Plan, page: Loaded, final: Address) -> None:
    """Keep the page, unless an address before it led to the very same one."""
    body = page.html.encode("utf-8", "replace")
    digest = site.vault.put(body)
    known = site.seen_at.get(final.key)
    if known is not None or digest in site.seen_at.values():
        plan.digest, plan.size = known or digest, len(body)
        site.record(plan, Outcome(Reach.READ, "same_page", page.status))
        return
    site.seen_at[final.key] = site.seen_at[plan.address.key] = digest
    shot = site.vault.put(page.screenshot) if page.screenshot else ""
    capture = Capture(
        url=plan.address.href,
        final_url=final.href,
        media=HTML if page.media != "text/plain" else page.media,
        digest=digest,
        size=len(body),
        at=plan.at or utc_now(),
        via="browser",
        resource=plan.resource,
        status=page.status,
        title=page.title,
        shown_on=tuple(plan.shown_on),
        link_text=plan.text,
        screenshot=shot,
        partial=page.partial,
    )
    site.keep(plan, capture)
    site.record(plan, Outcome(Reach.READ, page.partial, page.status))
    _offer(site, plan, page, final)


def _offer(site: Site, plan: Plan, page: Loaded, final: Address) -> None:
    frontier, here = site.frontier, plan.address.href
    frontier.close_duplicate(final)
    for frame in page.frames:
        frontier.offer_frame(frame, here, plan.depth)
    for link in page.links:
        frontier.offer_link(link, here, plan.depth + 1)
    for image in page.images:
        frontier.offer_image(image, here, plan.depth)
    for words in page.signs:
        frontier.offer_sign(words, here, plan.depth + 1)


def take_file(site: Site, plan: Plan, answer: Fetched) -> None:
    outcome = outcome_of_status(answer.status)
    media = sniff(answer.body, address=answer.final_url, declared=answer.headers.get("content-type", ""))
    if outcome.reach is not Reach.READ:
        site.record(plan, _refusal(answer, media))
        return
    if answer.truncated and media == HTML and plan.resource in PAGES:
        part = replace(answer, body=answer.body[: site.settings.page_bytes])
        if not _leads_away(site, plan, final_address(answer.final_url, plan.address), answer.status):
            _keep_file(site, plan, part, media, partial="too_large")
        return
    problem = _problem(site, plan, answer, media)
    if problem:
        site.record(plan, Outcome(Reach.UNREADABLE, problem, answer.status))
        return
    if plan.resource in PAGES:
        plan.resource = Resource.IMAGE if media.startswith("image/") else Resource.DOCUMENT
        plan.shown_on = plan.shown_on or ([plan.parent] if plan.parent else [])
    _keep_file(site, plan, answer, media)


def _keep_file(site: Site, plan: Plan, answer: Fetched, media: str, partial: str = "") -> None:
    capture = Capture(
        url=plan.address.href,
        final_url=answer.final_url,
        media=media,
        digest=site.vault.put(answer.body),
        size=len(answer.body),
        at=plan.at or utc_now(),
        via="http",
        resource=plan.resource,
        status=answer.status,
        shown_on=tuple(plan.shown_on),
        link_text=plan.text,
        partial=partial,
    )
    site.keep(plan, capture)
    site.record(plan, Outcome(Reach.READ, partial, answer.status))


def _refusal(answer: Fetched, media: str) -> Outcome:
    html = answer.body[:100_000].decode("utf-8", "replace") if media == HTML else ""
    return outcome_of_page(answer.status, "", "", "", html, answer.headers.get("server", ""))


def _problem(site: Site, plan: Plan, answer: Fetched, media: str) -> str:
    """Why the bytes are not what the address promised; "" when they are."""
    if answer.truncated:
        return "too_large"
    if not answer.body:
        return "empty_response"
    if plan.resource is Resource.IMAGE:
        least = site.settings.least_image_side
        width, height = image_size(answer.body)
        if not media.startswith("image/"):
            return "not_as_named"
        return "small_picture" if 0 < min(width, height) < least else ""
    return "not_as_named" if media == HTML else ""


def final_address(url: str, asked: Address) -> Address:
    try:
        return parse(url)
    except AddressRefused:
        return asked
