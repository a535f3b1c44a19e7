"""One site of a run: claimed, crawled, judged, stored and reported; given back where it must be visited again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from audit.breaker import Breaker, NetworkDown
from audit.pipeline import Yardstick, audit_evidence
from audit.publish import write_agency
from audit.second_look import NOTE, deserves_second_look
from audit.settings import Places
from crawler.crawl import Crawler, crawl
from crawler.progress import Progress as Seen
from crawler.vault import Vault
from model.audit import Audit
from model.evidence import Target
from store.archive import Archive
from store.errors import StaleClaim, StoreError
from store.queue import Claim

log = logging.getLogger("patuh.run")
LEASE = 3600  # seconds; longer than the longest site, so that a living worker never loses its claim
OUR_FAULT = "Terjadi kesalahan pada program saat memeriksa situs ini; rinciannya ada di catatan teknis."


@dataclass(frozen=True, slots=True)
class Progress:
    """Something that happened in a run. state: "started", "page", "done", "failed" or "later" (it is visited again).

    audit: only when done.
    pages of total: how many addresses of the site were visited, of those planned so far.
    """

    target: Target
    state: str
    detail: str = ""
    audit: Audit | None = None
    pages: int = 0
    total: int = 0


Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Bench:
    """What the audits of one run share. written: targets whose report this process has written."""

    run: str
    period: str
    archive: Archive
    vault: Vault
    yardstick: Yardstick
    places: Places
    crawler: Crawler
    tell: Tell
    breaker: Breaker = field(default_factory=lambda: Breaker(1.0))
    written: set[str] = field(default_factory=set)


class SecondLook(Enum):
    """Whether what has become worse is visited again."""

    NONE = auto()
    WHERE_WORSE = auto()
    IS_THIS = auto()


async def audit_one(bench: Bench, target: Target, look: SecondLook = SecondLook.NONE) -> bool:
    """Claim one target, unless another process has it, and audit it. False when it is to be visited again."""
    claim = await asyncio.to_thread(bench.archive.claim, bench.run, target.id, LEASE)
    return claim is None or await audit_claimed(bench, claim, look)


async def audit_claimed(bench: Bench, claim: Claim, look: SecondLook = SecondLook.NONE) -> bool:
    """Crawl, judge, store and report one target. When it is cancelled, the target is given back.

    False when it was given back to be visited again: it became worse, or our network is down. Raises NetworkDown.
    """
    target = claim.target
    bench.tell(Progress(target, "started"))
    try:
        evidence = await crawl(bench.crawler, target, tell=lambda seen: bench.tell(seen_in(target, seen)))
        if look is SecondLook.IS_THIS:
            evidence = replace(evidence, notes=(*evidence.notes, NOTE))
        audit = await asyncio.to_thread(
            audit_evidence, evidence, bench.vault.get, bench.yardstick, bench.run, bench.period
        )
        if await is_put_off(bench, audit, look):
            await asyncio.to_thread(bench.archive.give_back, claim)
            bench.tell(Progress(target, "later"))
            return False
        await asyncio.to_thread(bench.archive.save_audit, audit, evidence, claim)
        await asyncio.to_thread(report_one, bench, audit)
    except asyncio.CancelledError:
        bench.archive.give_back(claim)
        raise
    except StaleClaim:
        return True
    except (StoreError, OSError) as fault:  # the machine's fault: it would meet every site
        if isinstance(fault, NetworkDown):
            await asyncio.to_thread(bench.archive.give_back, claim)
        raise
    except Exception:
        log.exception("audit of %s failed", target.id)
        await asyncio.to_thread(fail, bench, claim)
    else:
        bench.tell(Progress(target, "done", audit=audit))
    return True


async def is_put_off(bench: Bench, audit: Audit, look: SecondLook) -> bool:
    """Whether this result does not count yet. Raises NetworkDown when nothing can be reached for long."""
    guard = bench.crawler.guard
    if bench.breaker.saw(audit, guard):
        await bench.breaker.wait(guard)
        return True
    if look is not SecondLook.WHERE_WORSE:
        return False
    history = await asyncio.to_thread(bench.archive.history, audit.target.id)
    return deserves_second_look(audit, history)


def seen_in(target: Target, seen: Seen) -> Progress:
    return Progress(target, "page", seen.url, pages=seen.done, total=seen.planned)


def fail(bench: Bench, claim: Claim) -> None:
    bench.archive.fail(claim, OUR_FAULT)
    bench.tell(Progress(claim.target, "failed", OUR_FAULT))


def report_one(bench: Bench, audit: Audit) -> None:
    write_agency(audit, bench.archive.history(audit.target.id), bench.yardstick, bench.places.out)
    bench.written.add(audit.target.id)
