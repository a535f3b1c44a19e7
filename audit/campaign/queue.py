"""The queue of a campaign: which site is audited next, and by whom.

Four methods are all that the work asks of a queue, so that another one may take its place when one database is no
longer enough. This one lives in the store: one process or several may work on it, each site is taken by one of them,
and a lost claim cannot write any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from threading import Lock
from typing import Protocol

from audit.one_site import LEASE
from model.campaign import Campaign, CampaignState
from model.evidence import Target
from store.archive import Archive
from store.campaigns import Campaigns
from store.errors import StaleClaim
from store.queue import Claim, TargetState
from store.runs import Plan

Allowed = Callable[[Target], bool]


class Queue(Protocol):
    def enqueue(self, campaign: Campaign, plan: Plan, targets: Iterable[Target]) -> bool:
        """Put the sites of a campaign into the queue; again, for those that are tried once more. False when another
        process has done so."""

    def claim(self, campaign: Campaign, allowed: Allowed) -> Claim | None:
        """The next site that may be audited now, None when there is none. Raises nothing for a race that was lost."""

    def progress(self, claim: Claim, campaign: Campaign) -> bool:
        """The site is still being worked on. False: stop, the campaign was cancelled or somebody else has the site."""

    def cancel(self, campaign: Campaign, now: datetime) -> bool:
        """End the campaign. What is being audited is given up at its next progress. False when it had ended."""


class StoreQueue:
    def __init__(self, archive: Archive, campaigns: Campaigns) -> None:
        self._archive = archive
        self._campaigns = campaigns
        self._line: dict[str, list[Target]] = {}
        self._lock = Lock()

    def enqueue(
        self,
        campaign: Campaign,
        plan: Plan,
        targets: Iterable[Target],
        changes: dict[str, object] | None = None,
        note: str = "",
    ) -> bool:
        """changes: what is written beside the campaign when it begins, JSON-ready."""
        if campaign.run:
            self._line.pop(campaign.run, None)
            return self._campaigns.try_again(campaign, [target.id for target in targets])
        return self._campaigns.begin(campaign, plan, targets, changes or {}, note)

    def claim(self, campaign: Campaign, allowed: Allowed) -> Claim | None:
        if self._campaigns.find(campaign.id).state is not CampaignState.RUNNING:
            return None
        with self._lock:
            return self._claim(campaign, allowed)

    def _claim(self, campaign: Campaign, allowed: Allowed) -> Claim | None:
        line = self._line.get(campaign.run) or self._waiting(campaign.run)
        later: list[Target] = []
        claim = None
        while line and claim is None:
            target = line.pop(0)
            if allowed(target):
                claim = self._archive.claim(campaign.run, target.id, LEASE)
            else:
                later.append(target)
        self._line[campaign.run] = later + line
        return claim

    def progress(self, claim: Claim, campaign: Campaign) -> bool:
        if self._campaigns.find(campaign.id).state is CampaignState.CANCELLED:
            return False
        try:
            self._archive.renew(claim, LEASE)
        except StaleClaim:
            return False
        return True

    def cancel(self, campaign: Campaign, now: datetime) -> bool:
        self._line.pop(campaign.run, None)
        return self._campaigns.cancel(campaign.id, now)

    def _waiting(self, run: str) -> list[Target]:
        """In the order of the list; also those that a process holds, because it may have died."""
        waiting = (TargetState.QUEUED, TargetState.RUNNING)
        return [line.target for line in self._archive.queue(run) if line.state in waiting]
