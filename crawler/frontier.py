"""Which address next? Pure and deterministic: the same pages shown in the same order give the same plan.

Every address that was seen becomes one line of the ledger, with the reason of its visit or of its omission.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from crawler.address import Address, AddressRefused, parse
from crawler.kinds import inside_viewer, is_document_host, kind_of
from crawler.links import Frame, PageImage, PageLink
from crawler.plan import Plan, worth_of
from crawler.promises import promise_of
from crawler.reach import Outcome
from crawler.scope import Scope
from crawler.settings import CrawlSettings
from crawler.traps import is_endless, most_of, template
from model.evidence import LedgerLine, Reach, Resource, Why

PAGES = (Resource.PAGE, Resource.FRAME)
FRAME_BONUS = 60
SAME_PATTERN_COST = 3


class Frontier:
    """The plan of one site. `offer_*` adds what a page shows; `next_*` gives what to look at; `ledger` tells all."""

    def __init__(self, scope: Scope, settings: CrawlSettings, known: frozenset[str] = frozenset()) -> None:
        """known: addresses whose content is known already, written down and not visited."""
        self.scope = scope
        self.settings = settings
        self.known = known
        self.plans: dict[str, Plan] = {}
        self.dropped = 0
        self._visits = 0
        self._patterns: Counter[str] = Counter()
        self._outlying = 0
        self._pages = 0

    # --- what a page shows ----------------------------------------------------------------------------------

    def add(self, address: Address, resource: Resource, why: Why) -> Plan:
        """An address that needs no link: the home page, robots.txt, a sitemap."""
        plan = Plan(address, resource, why, 0, "", "", len(self.plans))
        name = address.href if resource is Resource.ROBOTS else address.key  # each origin has rules of its own
        return self.plans.setdefault(f"{resource} {name}", plan)

    def offer_link(self, link: PageLink, parent: str, depth: int, why: Why = Why.LINK) -> None:
        """A link, resolved by the browser already. What is no web address (mailto:, tel: ...) leaves no line."""
        try:
            address = parse(link.url)
        except AddressRefused:
            return
        held = inside_viewer(address)
        if held is not None:
            address = held
        self._offer(address, Resource.PAGE, why, link, parent, depth)

    def offer_frame(self, frame: Frame, parent: str, depth: int) -> None:
        """A frame is a part of its page: followed at the depth of the page."""
        link = PageLink(frame.url, frame.title)
        try:
            address = parse(frame.url)
        except AddressRefused:
            return
        self._offer(inside_viewer(address) or address, Resource.FRAME, Why.FRAME, link, parent, depth)

    def offer_image(self, image: PageImage, parent: str, depth: int) -> None:
        """A picture shown on a page; icons and ornaments are written down as left out."""
        try:
            address = parse(image.url)
        except AddressRefused:
            return
        if address.key == parse(parent).key:  # <img src=""> names the page itself
            return
        plan = self._plan(address, Resource.IMAGE, Why.SHOWN, image.alt, parent, depth)
        if plan is None:
            return
        if parent not in plan.shown_on:
            plan.shown_on.append(parent)
        if plan.open and plan.outcome is None:
            worth = worth_of(address, image.alt, "", "main", outlying=False)
            plan.promises = tuple(sorted({*plan.promises, *worth.promises}))
            plan.score = max(plan.score, worth.score + min(image.width * image.height // 20_000, 60))
            if kind_of(address) == "left_out" or 0 < min(image.width, image.height) < self.settings.least_image_side:
                plan.skipped = Why.KIND
            elif address.href in self.known:
                plan.skipped = Why.TAKEN_OVER

    def offer_sign(self, words: str, parent: str, depth: int) -> None:
        """An entry that only a script opens. What promises something is written down: nobody has seen what it opens.

        Its address is that of the words on the page that shows them (text fragment, WICG).
        """
        topics = promise_of(words).topics
        key = f"sign {fold(words)}"
        if not topics or key in self.plans or len(self.plans) >= self.settings.max_ledger:
            return
        page = parse(parent)
        address = replace(page, route=f"{page.route or '#'}:~:text={quote(words[:80], safe='')}")
        plan = Plan(address, Resource.PAGE, Why.SCRIPT, depth, parent, words, len(self.plans), topics)
        plan.skipped = Why.SCRIPT
        self.plans[key] = plan

    def _offer(self, address: Address, resource: Resource, why: Why, link: PageLink, parent: str, depth: int) -> None:
        kind = kind_of(address)
        if kind == "document":
            resource = Resource.DOCUMENT
        elif kind == "picture":
            resource = Resource.IMAGE
        plan = self._plan(address, resource, why, link.text, parent, depth)
        if plan is None:
            return
        if resource not in PAGES and parent not in plan.shown_on:
            plan.shown_on.append(parent)
        worth = worth_of(address, link.text, link.heading, link.zone, self.scope.outlying(address))
        plan.promises = tuple(sorted({*plan.promises, *worth.promises}))
        if plan.skipped is Why.DEPTH and depth < plan.depth:
            plan.skipped = None  # found again nearer to the home page
        if not plan.open:
            return
        bonus = FRAME_BONUS if resource is Resource.FRAME else 0
        plan.score = max(plan.score, worth.score + bonus - 8 * depth)
        plan.depth = min(plan.depth, depth)
        if not plan.text:
            plan.text = link.text
        if plan.promises and plan.why is Why.LINK:
            plan.why = Why.PROMISE
        plan.skipped = self._reason_to_skip(plan, kind)

    def _plan(self, address: Address, resource: Resource, why: Why, text: str, parent: str, depth: int) -> Plan | None:
        """The line of this address, new or old. None when the ledger is full."""
        key = f"{Resource.PAGE if resource in PAGES else resource} {address.key}"
        if key not in self.plans:
            if len(self.plans) >= self.settings.max_ledger:
                self.dropped += 1
                return None
            self.plans[key] = Plan(address, resource, why, depth, parent, text, len(self.plans), score=-999)
        return self.plans[key]

    def _reason_to_skip(self, plan: Plan, kind: str) -> Why | None:
        if plan.address.href in self.known and plan.why is not Why.HOME:
            return Why.TAKEN_OVER
        if is_document_host(plan.address):
            return Why.EXTERNAL_DOCUMENT
        if not self.scope.covers(plan.address) and plan.resource in PAGES:
            return Why.OFF_SITE
        if kind == "left_out":
            return Why.KIND
        if plan.depth > self.settings.max_depth:
            return Why.DEPTH
        return Why.TRAP if is_endless(plan.address) else None

    # --- what to look at next -------------------------------------------------------------------------------

    def next_pages(self, most: int, allows: Callable[[Address], bool]) -> list[Plan]:
        """Up to `most` pages for the next wave, best first. `allows`: robots.txt of their hosts."""
        wave: list[Plan] = []
        while len(wave) < most and self._pages < self.settings.max_pages:
            plan = self._best(PAGES)
            if plan is None:
                break
            if self._keeps_out(plan, allows):
                continue
            self._take(plan)
            wave.append(plan)
        return wave

    def next_files(self, resource: Resource, most: int, allows: Callable[[Address], bool]) -> list[Plan]:
        """Documents or images, best first, `most` in all."""
        taken: list[Plan] = []
        while len(taken) < most:
            plan = self._best((resource,))
            if plan is None:
                break
            if allows(plan.address):
                self._visit(plan)
                taken.append(plan)
            else:
                self.refuse(plan, Why.ROBOTS, Outcome(Reach.DISALLOWED, "robots"))
        return taken

    def _best(self, resources: tuple[Resource, ...]) -> Plan | None:
        waiting = (p for p in self.plans.values() if p.resource in resources and p.open)
        return max(waiting, key=lambda p: (self._now_worth(p), -p.depth, -p.order), default=None)

    def _now_worth(self, plan: Plan) -> int:
        if plan.resource not in PAGES:
            return plan.score
        return plan.score - SAME_PATTERN_COST * self._patterns[template(plan.address)]

    def _keeps_out(self, plan: Plan, allows: Callable[[Address], bool]) -> bool:
        if not allows(plan.address):
            self.refuse(plan, Why.ROBOTS, Outcome(Reach.DISALLOWED, "robots"))
        elif self._patterns[template(plan.address)] >= most_of(plan.address, bool(plan.promises)):
            plan.skipped = Why.TRAP
        elif self.scope.outlying(plan.address) and not self._may_look_outside(plan):
            plan.skipped = Why.OFF_SITE if not plan.promises else Why.BUDGET
        return not plan.open

    def _may_look_outside(self, plan: Plan) -> bool:
        """Hosts below and folders beside get a quarter of the pages, and only for what promises something."""
        return bool(plan.promises) and self._outlying < max(3, self.settings.max_pages // 4)

    def _take(self, plan: Plan) -> None:
        self._visit(plan)
        self._pages += 1
        self._patterns[template(plan.address)] += 1
        self._outlying += self.scope.outlying(plan.address) and plan.why is not Why.HOME

    def _visit(self, plan: Plan) -> None:
        plan.visited = self._visits
        self._visits += 1

    def find(self, resource: Resource, href: str) -> Plan | None:
        return next((p for p in self.plans.values() if p.resource is resource and p.address.href == href), None)

    def close_duplicate(self, final: Address) -> None:
        """A redirect ended at `final`: a waiting line for that address needs no visit any more."""
        plan = self.plans.get(f"{Resource.PAGE} {final.key}")
        if plan is not None and plan.open:
            plan.skipped = Why.DUPLICATE

    # --- what came of it ------------------------------------------------------------------------------------

    def begin(self, plan: Plan) -> None:
        """Mark as visited an address outside the page budget: the home page, robots.txt, sitemaps."""
        if plan.visited is None:
            self._take(plan) if plan.resource in PAGES else self._visit(plan)

    def refuse(self, plan: Plan, why: Why, outcome: Outcome) -> None:
        plan.skipped = why
        plan.outcome = outcome

    def ledger(self, left: str = "budget") -> tuple[LedgerLine, ...]:
        """Visits in their order, then all that was not visited in the order it was seen.

        An entry that a script opens is left out where a link with the same words was visited: it leads there too.
        """
        never = len(self.plans)
        read = {
            fold(p.text)
            for p in self.plans.values()
            if p.visited is not None and p.outcome and p.outcome.reach.looked_at
        }
        kept = (p for p in self.plans.values() if p.skipped is not Why.SCRIPT or fold(p.text) not in read)
        ordered = sorted(kept, key=lambda p: (never if p.visited is None else p.visited, p.order))
        return tuple(p.line(left) for p in ordered)


def fold(text: str) -> str:
    return " ".join(text.casefold().split())
