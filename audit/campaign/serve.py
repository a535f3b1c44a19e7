"""`patuh serve`: the process that runs by itself, looks when audits are due and works on the campaigns that are open.

One thread looks at the clock (scheduler.py), one loop works; both know each other through the store alone, so that they
may as well be processes on several machines.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import scheduler
from audit.breaker import Breaker
from audit.campaign.mail import Mail
from audit.campaign.notices import tell_all
from audit.campaign.plan import CampaignPlan
from audit.campaign.queue import StoreQueue
from audit.campaign.screen import STATES
from audit.campaign.settings import Configuration
from audit.campaign.work import AuditSite, Workplace, advance
from audit.one_site import Bench, Progress, audit_claimed
from audit.run import crawl_settings
from audit.settings import Places, yardstick
from crawler.chromium import BrowserMissing
from crawler.crawl import open_crawler
from crawler.vault import Vault
from model.campaign import Campaign
from store.archive import Archive
from store.campaigns import Campaigns
from store.errors import StoreError
from store.queue import Claim
from store.runs import Run

log = logging.getLogger("patuh.serve")
REST_SECONDS = 30.0
"""How long the loop rests when there was nothing to do; a campaign that becomes due wakes it."""

NOTICE_SECONDS = 900.0
"""How often notices that could not be sent are tried again."""

Tell = Callable[[str], None]
Hosts = dict[str, tuple[str, int]]


def open_workplace(
    archive: Archive, data: Path, hosts: Hosts, tell: Tell, clock: scheduler.Clock = scheduler.system_clock
) -> Workplace:
    campaigns = Campaigns(archive)

    @asynccontextmanager
    async def studio(campaign: Campaign, run: Run, plan: CampaignPlan) -> AsyncIterator[AuditSite]:
        vault = Vault(data / "vault")
        async with open_crawler(crawl_settings(run, hosts), vault) as crawler:
            bench = Bench(
                run.id, campaign.period, archive, vault, yardstick(plan.instrument, plan.scale),
                Places(data, plan.out), crawler, lambda event: told(event, tell),
                Breaker(float((run.plan.settings or {}).get("delay", 1.0))),
            )  # fmt: skip

            async def audit_site(claim: Claim) -> None:
                await audit_claimed(bench, claim)

            yield audit_site

    return Workplace(archive, campaigns, StoreQueue(archive, campaigns), studio, clock)


def told(event: Progress, tell: Tell) -> None:
    if event.state in ("done", "failed"):
        tell(f"{event.target.name}: {'selesai' if event.state == 'done' else event.detail}")


async def serve(at: Workplace, configuration: Configuration, mail: Mail, tell: Tell) -> None:
    """Look and work until SIGTERM or SIGINT: what is being audited then is given back, and waits for the next start."""
    loop = asyncio.get_running_loop()
    woken = asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(woken.set)

    clockwork = scheduler.start(at.campaigns, configuration.schedules, wake)
    try:
        async with ending(at):
            told_at = -NOTICE_SECONDS
            while not at.stopping.is_set():
                moved = await work_once(at, tell)
                if moved or loop.time() - told_at >= NOTICE_SECONDS:
                    await send_notices(at, configuration, mail, tell)
                    told_at = loop.time()
                if not moved:
                    await rest(at, woken)
    finally:
        clockwork.shutdown(wait=True)


async def serve_once(at: Workplace, configuration: Configuration, mail: Mail, tell: Tell) -> None:
    """Queue what is due by now and work on it until nothing is left that can be done now."""
    await asyncio.to_thread(scheduler.look, at.campaigns, configuration.schedules, at.clock())
    async with ending(at):
        while not at.stopping.is_set() and await work_once(at, tell):
            pass
        await send_notices(at, configuration, mail, tell)


async def work_once(at: Workplace, tell: Tell) -> bool:
    """One step for each open campaign. True when something moved."""
    moved = False
    for campaign in await asyncio.to_thread(at.campaigns.open):
        try:
            stepped = await advance(at, campaign)
        except (BrowserMissing, StoreError, OSError, ExceptionGroup) as error:
            stepped = False
            await asyncio.to_thread(in_trouble, at, campaign, first_fault(error))
        if stepped:
            after = await asyncio.to_thread(at.campaigns.find, campaign.id)
            tell(f"Kampanye {campaign.id} ({campaign.schedule} {campaign.period}): {STATES[after.state]}")
        moved = moved or stepped
    return moved


async def send_notices(at: Workplace, configuration: Configuration, mail: Mail, tell: Tell) -> None:
    for failure in await asyncio.to_thread(tell_all, at.archive, at.campaigns, configuration, mail, at.clock()):
        tell(f"Pemberitahuan belum terkirim. {failure}")


def in_trouble(at: Workplace, campaign: Campaign, fault: BaseException) -> None:
    """Write down what this machine lacks. What is a fault of ours goes on."""
    log.error("campaign %s stopped", campaign.id, exc_info=fault)
    if not isinstance(fault, BrowserMissing | StoreError | OSError):
        raise fault
    with suppress(StoreError):  # the store itself may be what is lacking
        if at.campaigns.find(campaign.id).note != str(fault):
            at.campaigns.note(campaign.id, str(fault))


def first_fault(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


async def rest(at: Workplace, woken: asyncio.Event) -> None:
    """Until something is due, the process is to end, or the time of a rest is over."""
    waits = [asyncio.ensure_future(event.wait()) for event in (woken, at.stopping)]
    await asyncio.wait(waits, timeout=REST_SECONDS, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    woken.clear()


@asynccontextmanager
async def ending(at: Workplace) -> AsyncIterator[None]:
    """SIGTERM and SIGINT end the work: no new site is taken, and what is being audited is given back."""
    loop = asyncio.get_running_loop()
    body = asyncio.current_task()

    def stop() -> None:
        at.stopping.set()
        if body is not None:
            body.cancel()

    signals = (signal.SIGTERM, signal.SIGINT)
    for sign in signals:
        with suppress(NotImplementedError, RuntimeError, ValueError):  # outside the main thread, e.g. in a test
            loop.add_signal_handler(sign, stop)
    try:
        yield
    except asyncio.CancelledError:
        if not at.stopping.is_set():
            raise
        if body is not None:
            body.uncancel()
    finally:
        for sign in signals:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(sign)
