"""How a campaign ended (laporan penyelesaian): what was audited, what could not be, and what got worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from audit.over_time.difference import difference
from model.audit import Audit
from model.campaign import Campaign
from model.instrument import Instrument
from model.outlines import outline_of
from model.sentence import Sentence
from reports.reach_words import REACHES
from store.queue import RunTarget


@dataclass(frozen=True, slots=True)
class Lost:
    """Something an agency published last time and no longer does. before: the period it is compared with."""

    agency: str
    name: str
    before: str
    title: str
    service: str
    says: Sentence
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotAudited:
    agency: str
    name: str
    reach: str
    says: str


@dataclass(frozen=True, slots=True)
class Completion:
    """zones: how many agencies surely lie in each zone, "" where none could be named. tried_again: sites that were
    looked at more than once. rules_changed: a rule got another version while the campaign ran."""

    schedule: str
    period: str
    due: datetime
    finished: datetime
    targets: int
    audited: int
    zones: tuple[tuple[str, int], ...]
    tried_again: int
    rounds: int
    not_audited: tuple[NotAudited, ...]
    lost: tuple[Lost, ...]
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    rules_changed: bool = False


def completion(
    campaign: Campaign, queue: Sequence[RunTarget], audits: Sequence[Audit], lost: Sequence[Lost], now: datetime,
    rules_changed: bool,
) -> Completion:  # fmt: skip
    changes = dict(campaign.changes or {})
    zones = Counter(audit.scorecard.zone or "" for audit in audits if audit.scorecard.audited)
    return Completion(
        schedule=campaign.schedule,
        period=campaign.period,
        due=campaign.due,
        finished=now,
        targets=len(queue),
        audited=sum(audit.scorecard.audited for audit in audits),
        zones=tuple(sorted(zones.items())),
        tried_again=sum(line.attempt > 1 for line in queue),
        rounds=campaign.round + 1,
        not_audited=tuple(_not_audited(queue, audits)),
        lost=tuple(lost),
        rules_changed=rules_changed,
        **{key: tuple(changes.get(key, ())) for key in ("added", "removed", "moved", "refused")},
    )


def _not_audited(queue: Iterable[RunTarget], audits: Iterable[Audit]) -> Iterable[NotAudited]:
    made = {audit.target.id: audit for audit in audits}
    for line in queue:
        audit = made.get(line.target.id)
        if audit is None:
            yield NotAudited(line.target.id, line.target.name, "", line.note)
        elif not audit.scorecard.audited:
            reach = audit.scorecard.reach
            yield NotAudited(line.target.id, line.target.name, reach.value, REACHES[reach].short)


def losses(audit: Audit, history: Iterable[Audit], instrument: Instrument) -> tuple[Lost, ...]:
    """What this agency no longer publishes, against its newest earlier month that could be audited."""
    earlier = [past for past in history if past.period < audit.period and past.scorecard.audited]
    if not earlier or not audit.scorecard.audited:
        return ()
    before = max(earlier, key=lambda past: (past.period, past.run))
    found = difference(outline_of(before), outline_of(audit), instrument)
    return tuple(
        Lost(audit.target.id, audit.target.name, before.period, r.title, r.service, r.says, r.addresses)
        for r in found.regressions
    )
