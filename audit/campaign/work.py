"""The work of a campaign, step by step: read its list, audit its sites, try the failed ones again, close it.

Every step can be taken again after a power cut, and by one of several processes only.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field, replace

from audit.campaign.closing import close
from audit.campaign.listing import ListUnfit, read_list
from audit.campaign.plan import CampaignPlan, is_quiet, plan_of_campaign
from audit.campaign.queue import StoreQueue
from audit.run import plan_of
from audit.settings import yardstick
from model.campaign import Campaign, CampaignState
from model.codec import plain
from model.evidence import Reach
from scheduler import Clock
from store.archive import Archive
from store.campaigns import Campaigns
from store.errors import StaleClaim, StoreError
from store.queue import Claim, TargetState
from store.runs import Run

log = logging.getLogger("patuh.campaign")
PROGRESS_SECONDS = 5.0
"""How often a site that is being audited asks whether it is to go on."""

MANY = 5
"""From so many sites on, half of them unreachable looks like our own network."""

NOT_AGAIN = (Reach.READ, Reach.DISALLOWED)
"""Home pages that another look would not change: the site asks crawlers to stay out, and may."""

AuditSite = Callable[[Claim], Awaitable[None]]
Studio = Callable[[Campaign, Run, CampaignPlan], AbstractAsyncContextManager[AuditSite]]
"""Opens what audits need, a browser above all, and gives what audits one site."""


@dataclass(frozen=True, slots=True)
class Workplace:
    archive: Archive
    campaigns: Campaigns
    queue: StoreQueue
    studio: Studio
    clock: Clock
    stopping: asyncio.Event = field(default_factory=asyncio.Event)


async def advance(at: Workplace, campaign: Campaign) -> bool:
    """Take the next step of a campaign. False: there is nothing to do for it now."""
    if campaign.state is CampaignState.DUE:
        return await asyncio.to_thread(begin, at, campaign)
    if campaign.state is not CampaignState.RUNNING:
        return False
    plan = plan_of_campaign(campaign)
    left = await asyncio.to_thread(waiting, at, campaign)
    if left:
        return await audit_some(at, campaign, plan)
    return await asyncio.to_thread(end_round, at, campaign, plan)


async def audit_some(at: Workplace, campaign: Campaign, plan: CampaignPlan) -> bool:
    """Audit what waits. When that went well, what was wrong before is no longer said."""
    taken = await audit_waiting(at, campaign, plan)
    if taken and campaign.note:
        await asyncio.to_thread(at.campaigns.note, campaign.id, "")
    return taken > 0


def begin(at: Workplace, campaign: Campaign) -> bool:
    """Read the list as it is now, and queue its sites."""
    plan = plan_of_campaign(campaign)
    past = at.campaigns.before(campaign)
    earlier = None if past is None else [line.target for line in at.archive.queue(past.run)]
    try:
        listed = read_list(plan, earlier)
    except ListUnfit as error:
        if campaign.note != str(error):
            at.campaigns.note(campaign.id, str(error))
        return False
    measure = yardstick(plan.instrument, plan.scale)
    options = replace(plan.options, period=campaign.period)
    return at.queue.enqueue(campaign, plan_of(measure, options, "campaign"), listed.targets, plain(listed.change))


def waiting(at: Workplace, campaign: Campaign) -> int:
    """How many sites are not audited yet, here or in another process."""
    states = (TargetState.QUEUED, TargetState.RUNNING)
    return sum(line.state in states for line in at.archive.queue(campaign.run))


async def audit_waiting(at: Workplace, campaign: Campaign, plan: CampaignPlan) -> int:
    """Audit the sites that wait, several at once, until none may be audited now. Gives how many were taken."""
    first = await taking(at, campaign, plan)
    if first is None:
        return 0
    taken = 0
    try:
        run = await asyncio.to_thread(at.archive.open_run, campaign.run)
        async with at.studio(campaign, run, plan) as audit_site, asyncio.TaskGroup() as group:
            handed: list[Claim] = [first]

            async def work() -> None:
                nonlocal taken
                claim = handed.pop() if handed else await taking(at, campaign, plan)
                while claim is not None:
                    taken += 1
                    await watched(at, campaign, claim, audit_site)
                    claim = await taking(at, campaign, plan)

            for _ in range(plan.options.sites_at_once):
                group.create_task(work())
    except BaseException:
        if not taken:  # the studio could not be opened
            await asyncio.to_thread(at.archive.give_back, first)
        raise
    return taken


async def taking(at: Workplace, campaign: Campaign, plan: CampaignPlan) -> Claim | None:
    """Take a site; when we are cancelled in between, it is given back and does not wait for its lease to end."""
    getting = asyncio.ensure_future(asyncio.to_thread(take, at, campaign, plan))
    try:
        return await asyncio.shield(getting)
    except asyncio.CancelledError:
        if (claim := await getting) is not None:
            await asyncio.to_thread(at.archive.give_back, claim)
        raise


def take(at: Workplace, campaign: Campaign, plan: CampaignPlan) -> Claim | None:
    if at.stopping.is_set():
        return None
    return at.queue.claim(campaign, lambda target: not is_quiet(target, plan.quiet, at.clock()))


async def watched(at: Workplace, campaign: Campaign, claim: Claim, audit_site: AuditSite) -> None:
    """Audit one site, and give it up when its campaign is cancelled meanwhile."""
    async with giving_up(asyncio.ensure_future(audit_site(claim))) as audit:
        while not (await asyncio.wait([audit], timeout=PROGRESS_SECONDS))[0]:
            if not await asyncio.to_thread(at.queue.progress, claim, campaign):
                audit.cancel()
        if not audit.cancelled():
            await settled(at, claim, audit)


async def settled(at: Workplace, claim: Claim, audit: asyncio.Future[None]) -> None:
    """A fault of the machine ends the work; the site is given back, and does not wait for its lease to end."""
    try:
        audit.result()
    except StaleClaim:
        return  # somebody else has the site by now
    except Exception:
        with contextlib.suppress(StoreError):
            await asyncio.to_thread(at.archive.give_back, claim)
        raise


@asynccontextmanager
async def giving_up(task: asyncio.Future[None]) -> AsyncIterator[asyncio.Future[None]]:
    """Whatever happens, the task has ended at the end, and has given back what it held."""
    try:
        yield task
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait([task])


def end_round(at: Workplace, campaign: Campaign, plan: CampaignPlan) -> bool:
    """All sites were looked at: let failed ones rest, try them again, or close the campaign."""
    now = at.clock()
    failed = to_try_again(at, campaign)
    if failed and campaign.round < plan.retries:
        if campaign.wait_until is None:
            doubt(at, campaign, len(failed))
            return at.campaigns.wait(campaign, now + plan.rest) and not plan.rest
        if now < campaign.wait_until and campaign.wait_until - now <= plan.rest:  # else the clock was set back
            return False
        targets = [line.target for line in at.archive.queue(campaign.run) if line.target.id in failed]
        run = at.archive.open_run(campaign.run)
        return at.queue.enqueue(campaign, run.plan, targets)
    return close(at.archive, at.campaigns, campaign, plan, now)


def to_try_again(at: Workplace, campaign: Campaign) -> set[str]:
    """Sites whose home page was not read, and sites that our own fault kept from being audited."""
    failed = {line.target.id for line in at.archive.queue(campaign.run) if line.state is TargetState.FAILED}
    reaches = at.campaigns.reaches(campaign)
    return failed | {target for target, reach in reaches.items() if reach not in NOT_AGAIN}


def doubt(at: Workplace, campaign: Campaign, failed: int) -> None:
    """Say so when so much failed that the fault may be ours."""
    total = len(at.archive.queue(campaign.run))
    if total >= MANY and failed * 2 > total:
        at.campaigns.note(
            campaign.id,
            f"{failed} dari {total} situs tidak dapat diaudit pada putaran {campaign.round + 1}. "
            "Periksa sambungan internet mesin ini (patuh doctor); situs-situs itu akan dicoba lagi.",
        )
