"""One recheck from start to end: a run with one target, whose evidence is merged with that of the last audit."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from audit.one_site import LEASE
from audit.over_time.replay import first_gone
from audit.pipeline import Yardstick, audit_evidence
from audit.publish import write_agency
from audit.recheck.gaps import gaps_of, revisit_of
from audit.recheck.merge import merge
from audit.run import begin
from audit.settings import Places, RunOptions, contact
from audit.unfit import Unfit
from crawler.crawl import crawl, open_crawler
from crawler.revisit import Revisit
from crawler.settings import CrawlSettings, HostTable, user_agent
from crawler.vault import Vault
from model.audit import Audit
from model.evidence import Evidence
from store.archive import Archive
from store.runs import RunState


@dataclass(frozen=True, slots=True)
class Rechecked:
    """before: the audit that it goes on from. looked_at: addresses read now; new: of those, unknown before."""

    before: Audit
    after: Audit
    looked_at: tuple[str, ...]
    new: tuple[str, ...]


async def recheck(
    archive: Archive, agency: str, yardstick: Yardstick, places: Places, options: RunOptions
) -> Rechecked:
    """Look again at the gaps of the last audit of an agency. Raises Unfit when there is none, or nothing is lacking."""
    vault = Vault(places.vault)
    before, last = await asyncio.to_thread(last_of, archive, agency, vault)
    if before.scorecard.audited and not gaps_of(before, yardstick.instrument):
        raise Unfit(f"Tidak ada yang kurang pada audit terakhir {before.target.name} ({before.period}).")
    revisit = revisit_of(before, last, yardstick.instrument) if before.scorecard.audited else None
    run = await asyncio.to_thread(begin, archive, (before.target,), yardstick, options, "recheck")
    try:
        claim = await asyncio.to_thread(archive.claim, run.id, agency, LEASE)
        now = await look(before, revisit, vault, options)
        evidence = merge(last, now, before.run, before.period) if revisit else now
        period = str((run.plan.settings or {})["period"])
        after = await asyncio.to_thread(audit_evidence, evidence, vault.get, yardstick, run.id, period)
        await asyncio.to_thread(archive.save_audit, after, evidence, claim)
    except BaseException:
        archive.finish_run(run.id, RunState.ABANDONED)  # nothing of it was stored; it is simply asked for again
        raise
    await asyncio.to_thread(archive.finish_run, run.id)
    await asyncio.to_thread(write_agency, after, archive.history(agency), yardstick, places.out)
    return Rechecked(before, after, *_seen(last, now))


def last_of(archive: Archive, agency: str, vault: Vault) -> tuple[Audit, Evidence]:
    """The last audit of an agency with its evidence. Raises Unfit when a part of it is gone."""
    history = archive.history(agency)
    if not history:
        raise Unfit(f"Instansi “{agency}” belum pernah diaudit di sini. Jalankan dahulu patuh audit atau patuh check.")
    audit = history[-1]
    evidence = archive.evidence(audit.run, agency)
    if evidence is None or first_gone(evidence, vault.get):
        raise Unfit(f"Bukti audit terakhir {audit.target.name} tidak lengkap lagi. Jalankan audit penuh: patuh audit.")
    return audit, evidence


async def look(before: Audit, revisit: Revisit | None, vault: Vault, options: RunOptions) -> Evidence:
    settings = CrawlSettings(
        max_pages=options.max_pages,
        delay=options.delay_seconds,
        hosts=HostTable(options.hosts),
        user_agent=user_agent(contact()),
    )
    async with open_crawler(settings, vault) as crawler:
        return await crawl(crawler, before.target, revisit=revisit)


def _seen(last: Evidence, now: Evidence) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = {line.url for line in last.ledger}
    asked = tuple(capture.url for capture in now.captures)
    return asked, tuple(url for url in asked if url not in known)
