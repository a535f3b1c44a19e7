"""The gap report (laporan celah): only what is missing or doubtful, as tasks that somebody can be given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from model.audit import Audit
from model.finding import Finding, Unread, Verdict
from model.instrument import Criterion, Instrument
from model.reading import Exhibit
from model.sentence import Sentence
from reports.path import Fix
from reports.trend import Change, audits_by_month, changes

MENDED = (Verdict.MET,)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do (tugas): an indicator, for one service where it is asked per service, else for the agency.

    gain: points of the index. effort: hours. known False: doubtful, it could not be seen. url: where it belongs, or "".
    says: what is the matter with it. proof: the words that were found and do not suffice, or None.
    """

    name: str
    verdict: Verdict
    says: Sentence | None
    url: str
    gain: Fraction
    effort: int
    known: bool
    proof: Exhibit | None = None


@dataclass(frozen=True, slots=True)
class GapItem:
    """An indicator with something to do. sure, doubtful: points of the index; effort: hours for all its tasks."""

    criterion: Criterion
    finding: Finding
    tasks: tuple[Task, ...]
    sure: Fraction
    doubtful: Fraction
    effort: int
    unread: tuple[Unread, ...]

    @property
    def known(self) -> bool:
        return self.sure > 0


@dataclass(frozen=True, slots=True)
class GapReport:
    """items: sure gaps first, most points per hour first; then the doubtful ones. mended: since the last month."""

    items: tuple[GapItem, ...]
    mended: tuple[Change, ...]
    since: str
    sure: Fraction
    doubtful: Fraction
    effort: int

    @property
    def tasks(self) -> int:
        return sum(len(item.tasks) for item in self.items)


def gap_report(audit: Audit, instrument: Instrument, fixes: Sequence[Fix], history: Sequence[Audit] = ()) -> GapReport:
    """What is to be done, from all mendings that the score's room knows. history: audits in any order."""
    findings = {finding.check: finding for finding in audit.findings}
    found = [
        _item(criterion, findings[criterion.check], [fix for fix in fixes if fix.indicator == criterion.id])
        for criterion in instrument.criteria
        if criterion.check in findings
    ]
    items = tuple(sorted((item for item in found if item.tasks), key=_order))
    months = audits_by_month(audit, history)
    before = months[-2] if len(months) > 1 else None
    changed = changes(audit, before, instrument) if before else ()
    return GapReport(
        items=items,
        mended=tuple(change for change in changed if change.after in MENDED and change.before not in MENDED),
        since=before.period if before else "",
        sure=sum((item.sure for item in items), Fraction(0)),
        doubtful=sum((item.doubtful for item in items), Fraction(0)),
        effort=sum(item.effort for item in items),
    )


def _order(item: GapItem) -> tuple[bool, Fraction, Fraction]:
    gain = item.sure or item.doubtful
    return (not item.known, -gain / max(item.effort, 1), -gain)


def _item(criterion: Criterion, finding: Finding, fixes: Sequence[Fix]) -> GapItem:
    tasks = tuple(_task(finding, fix) for fix in fixes)
    return GapItem(
        criterion=criterion,
        finding=finding,
        tasks=tasks,
        sure=_sum(task for task in tasks if task.known),
        doubtful=_sum(task for task in tasks if not task.known),
        effort=sum(task.effort for task in tasks),
        unread=finding.coverage.unread,
    )


def _sum(tasks: Iterable[Task]) -> Fraction:
    return sum((task.gain for task in tasks), Fraction(0))


def _task(finding: Finding, fix: Fix) -> Task:
    answer = next((a for a in finding.by_service if a.key == fix.service), None) if fix.service else None
    if answer is not None:
        proof = answer.exhibits[0] if answer.exhibits else None
        return Task(answer.name, answer.verdict, answer.says, answer.url, fix.gain, fix.effort, fix.known, proof)
    if fix.service:  # a page that may hold a service, and could not be read
        return Task(fix.name, Verdict.UNKNOWN, None, fix.service, fix.gain, fix.effort, False)
    proof = finding.exhibits[0] if finding.exhibits else None
    url = proof.url if proof else ""
    return Task("", finding.verdict, finding.says, url, fix.gain, fix.effort, fix.known, proof)
