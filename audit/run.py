"""One run: every site crawled, judged, stored and reported, several at once, and resumable at any moment."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from audit.breaker import Breaker
from audit.one_site import Bench, SecondLook, Tell, audit_one, report_one
from audit.period import period_now
from audit.pipeline import Yardstick
from audit.publish import write_index
from audit.second_look import PAUSES
from audit.settings import Places, RunOptions, contact
from audit.unfit import Unfit
from crawler.crawl import open_crawler
from crawler.settings import CrawlSettings, HostTable, user_agent
from crawler.vault import Vault
from model.audit import Audit
from model.evidence import Target
from store.archive import Archive
from store.queue import TargetState
from store.runs import Plan, Run

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class RunResult:
    """How a run ended. failed: targets that our own fault kept from being audited, with a note for people."""

    run: str
    audits: tuple[Audit, ...]
    failed: tuple[tuple[Target, str], ...]


def begin(
    archive: Archive, targets: tuple[Target, ...], yardstick: Yardstick, options: RunOptions, purpose: str
) -> Run:
    """Start a run, with all that it takes to go on alike after a power cut."""
    return archive.start_run(plan_of(yardstick, options, purpose), targets)


def plan_of(yardstick: Yardstick, options: RunOptions, purpose: str) -> Plan:
    settings = {
        "max_pages": options.max_pages,
        "delay": options.delay_seconds,
        "sites_at_once": options.sites_at_once,
        "period": options.period or period_now(),
    }
    measure = yardstick.instrument
    return Plan(measure.id, measure.version, yardstick.scale.id, yardstick.rules, settings, purpose)


def unfinished(archive: Archive, yardstick: Yardstick) -> Run:
    """The run that --resume goes on with. Raises Unfit when there is none, or when the rules have changed since."""
    run = archive.latest_unfinished_run()
    if run is None:
        raise Unfit("Tidak ada audit yang belum selesai. Mulailah audit baru tanpa --resume.")
    measure = yardstick.instrument
    same = (run.plan.instrument, run.plan.scale, run.plan.rules) == (
        measure.id,
        yardstick.scale.id,
        yardstick.rules,
    )
    if not same:
        raise Unfit(
            f"Audit {run.id} dimulai dengan instrumen atau aturan lain, sehingga tidak dapat dilanjutkan. "
            "Mulailah audit baru tanpa --resume."
        )
    return run


async def carry_out(
    run: Run, archive: Archive, yardstick: Yardstick, places: Places, options: RunOptions, tell: Tell
) -> RunResult:
    """Audit every target of the run that is not done yet, then write the index.

    Raises BrowserMissing, StoreError or OSError when the machine lacks what a run needs; a fault within one site
    stays with that site.
    """
    kept = dict(run.plan.settings or {})
    settings = crawl_settings(run, options.hosts)
    vault = Vault(places.vault)
    queue = await asyncio.to_thread(archive.queue, run.id)
    waiting = [line.target for line in queue if line.state is not TargetState.DONE]
    async with open_crawler(settings, vault) as crawler:
        breaker = Breaker(settings.delay)
        bench = Bench(run.id, str(kept["period"]), archive, vault, yardstick, places, crawler, tell, breaker)
        await audit_all(bench, waiting, int(kept["sites_at_once"]))
    return await asyncio.to_thread(close_run, bench)


def crawl_settings(run: Run, hosts: Mapping[str, tuple[str, int]]) -> CrawlSettings:
    """How this run crawls, as it was planned."""
    kept = dict(run.plan.settings or {})
    return CrawlSettings(
        max_pages=int(kept["max_pages"]),
        delay=float(kept["delay"]),
        hosts=HostTable(hosts),
        user_agent=user_agent(contact()),
    )


async def audit_all(bench: Bench, targets: list[Target], sites_at_once: int) -> None:
    """Audit the targets in their order, `sites_at_once` at a time, and once more those that have just become worse.

    The first fault of the machine ends them all.
    """
    again: list[tuple[Target, float]] = []

    async def first(target: Target) -> None:
        if not await audit_one(bench, target, SecondLook.WHERE_WORSE):
            again.append((target, time.monotonic()))

    async def second(late: tuple[Target, float]) -> None:
        target, seen_at = late
        await asyncio.sleep(max(0.0, seen_at + PAUSES * bench.breaker.delay - time.monotonic()))
        while not await audit_one(bench, target, SecondLook.IS_THIS):
            pass  # the network had gone, and is back

    await each(targets, first, sites_at_once)
    await each(again, second, sites_at_once)


async def each(items: Iterable[Item], work: Callable[[Item], Coroutine[Any, Any, None]], at_once: int) -> None:
    """Do the work for every item in its order, so many at a time."""
    line = iter(tuple(items))

    async def take() -> None:
        for item in line:  # shared: each worker takes the next one
            await work(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(max(1, at_once)):
            group.create_task(take())


def close_run(bench: Bench) -> RunResult:
    """Write from the store what this process has not written, and the index; end the run when nothing is left to do."""
    audits = tuple(bench.archive.audits(bench.run))
    for audit in audits:
        if audit.target.id not in bench.written:  # a power cut may have come between storing and reporting
            report_one(bench, audit)
    left = [line for line in bench.archive.queue(bench.run) if line.state is not TargetState.DONE]
    earlier = tuple(
        past for audit in audits for past in bench.archive.history(audit.target.id) if past.run != bench.run
    )
    run = bench.archive.open_run(bench.run)
    if not left:
        run = replace(run, finished=datetime.now(UTC))
    write_index(run, audits, earlier, tuple(x.target for x in left), bench.yardstick, bench.places.out)
    if not left:  # last, so that a run that is cut off before has something left for --resume
        bench.archive.finish_run(bench.run)
    return RunResult(bench.run, audits, tuple((line.target, line.note) for line in left))
