"""An agency over time: one point per month, and what changed since the month before, with its cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from model.audit import Audit
from model.evidence import Reach
from model.finding import Verdict
from model.instrument import Instrument


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One month (period "YYYY-MM"). low, high: None when not audited; then reach tells why."""

    period: str
    low: Fraction | None
    high: Fraction | None
    zone: str | None
    category: str | None
    reach: Reach
    scale: str
    instrument_version: str


class Course(StrEnum):
    """How an interval moved against an earlier one; UNSURE when they overlap and are not equal."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    UNSURE = "unsure"


class Cause(StrEnum):
    SITE = "site"  # what the site shows
    RULE = "rule"  # a rule judged anew
    UNREAD = "unread"  # enough could be read in only one of the two months


@dataclass(frozen=True, slots=True)
class Change:
    """An indicator whose verdict differs from the earlier audit."""

    indicator: str
    title: str
    before: Verdict
    after: Verdict
    cause: Cause


def audits_by_month(audit: Audit, history: Sequence[Audit]) -> tuple[Audit, ...]:
    """The audits of this agency up to this one, one per month: the last of each, and this one for its own month."""
    own = sorted(
        (past for past in history if past.target.id == audit.target.id and past.period < audit.period),
        key=lambda past: (past.period, past.finished),
    )
    return (*{past.period: past for past in own}.values(), audit)


def trend(audits: Sequence[Audit]) -> tuple[TrendPoint, ...]:
    cards = ((past, past.scorecard) for past in audits)
    return tuple(
        TrendPoint(
            past.period, card.low, card.high, card.zone, card.category, card.reach, card.scale, card.instrument_version
        )
        for past, card in cards
    )


def course(before: TrendPoint, after: TrendPoint) -> Course | None:
    """None when one of the two was not audited."""
    if before.low is None or before.high is None or after.low is None or after.high is None:
        return None
    if (before.low, before.high) == (after.low, after.high):
        return Course.SAME
    if after.low > before.high:
        return Course.UP
    return Course.DOWN if after.high < before.low else Course.UNSURE


def changes(audit: Audit, before: Audit, instrument: Instrument) -> tuple[Change, ...]:
    """Indicators whose verdict changed, in the order of the instrument. Empty when either was not audited."""
    if not (audit.scorecard.audited and before.scorecard.audited):
        return ()
    now = {finding.check: finding for finding in audit.findings}
    then = {finding.check: finding for finding in before.findings}
    found = []
    for criterion in instrument.criteria:
        new, old = now.get(criterion.check), then.get(criterion.check)
        if new is None or old is None or new.verdict is old.verdict:
            continue
        unread = Verdict.UNKNOWN in (new.verdict, old.verdict)
        cause = Cause.RULE if _rules_differ(audit, before, criterion.check) else Cause.UNREAD if unread else Cause.SITE
        found.append(Change(criterion.id, criterion.title, old.verdict, new.verdict, cause))
    return tuple(found)


def _rules_differ(audit: Audit, before: Audit, check: str) -> bool:
    """Whether the reader or the check that judged has another version than in the earlier audit."""
    now, then = dict(audit.rules), dict(before.rules)
    return any(now.get(rule) != then.get(rule) for rule in ("reading", f"check:{check}"))
