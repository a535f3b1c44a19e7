"""The path to the next zone: the cheapest set of mendings that lifts the certain score over the next limit.

Exact: a knapsack over hours, with integer gains on a common denominator. Least hours first, then most points.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from audit.score import SHARES
from audit.zones import next_limit
from model.finding import Finding, Verdict
from model.instrument import Criterion, Instrument, Zone, ZoneScale
from model.score import Scorecard


@dataclass(frozen=True, slots=True)
class Fix:
    """One mending (perbaikan): an indicator, for one service where it is asked per service.

    gain: points of 100 that `low` rises by; rise: points that `high` rises by; effort in hours. known False: nothing
    is known to be lacking; it has to be made readable and complete.
    """

    indicator: str
    gain: Fraction
    rise: Fraction
    effort: int
    service: str = ""
    name: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class ZonePath:
    """The fixes in the order of the instrument, their sum, and the interval after them."""

    limit: Zone
    fixes: tuple[Fix, ...]
    effort: int
    gain: Fraction
    low: Fraction
    high: Fraction


def next_zone(
    scorecard: Scorecard, findings: Iterable[Finding], instrument: Instrument, scale: ZoneScale
) -> ZonePath | None:
    """The cheapest path over the next limit; None when there is no score, no scale, or no higher zone."""
    if scorecard.low is None or scorecard.high is None:
        return None
    limit = next_limit(scorecard.low, scale)
    if limit is None:
        return None
    by_check = {f.check: f for f in findings}
    total = sum((p.maximum for p in scorecard.points), Fraction(0))
    fixes = [f for c in instrument.criteria for f in fixes_of(c, by_check.get(c.check), total)]
    chosen = cheapest(fixes, limit.floor - scorecard.low)
    if chosen is None:
        return None
    gain = sum((f.gain for f in chosen), Fraction(0))
    return ZonePath(
        limit=limit,
        fixes=chosen,
        effort=sum(f.effort for f in chosen),
        gain=gain,
        low=scorecard.low + gain,
        high=scorecard.high + sum((f.rise for f in chosen), Fraction(0)),
    )


def fixes_of(criterion: Criterion, finding: Finding | None, total: Fraction) -> Iterator[Fix]:
    """What can be mended for one criterion. total: the points that apply, brought to 100."""
    if not criterion.weight:
        return
    weight = criterion.weight * 100 / total
    if finding is None or not any(s.verdict is not Verdict.NOT_APPLICABLE for s in finding.by_service):
        yield from _fix(criterion, finding.verdict if finding else Verdict.UNKNOWN, weight)
        return
    counted = [s for s in finding.by_service if s.verdict is not Verdict.NOT_APPLICABLE]
    unseen = () if finding.coverage.enough else finding.coverage.unread
    each = weight / (len(counted) + len(unseen))
    for service in counted:
        yield from _fix(criterion, service.verdict, each, service.key, service.name)
    for address in unseen:
        yield from _fix(criterion, Verdict.UNKNOWN, each, address.url, address.text or address.url)


def _fix(criterion: Criterion, verdict: Verdict, weight: Fraction, service: str = "", name: str = "") -> Iterator[Fix]:
    if verdict in (Verdict.MET, Verdict.NOT_APPLICABLE):
        return
    low, high = SHARES[verdict]
    known = verdict is not Verdict.UNKNOWN
    yield Fix(criterion.id, (1 - low) * weight, (1 - high) * weight, criterion.effort, service, name, known)


def cheapest(fixes: Sequence[Fix], need: Fraction) -> tuple[Fix, ...] | None:
    """The set of fixes with the least hours whose gains reach `need`, in the order given; None when all do not."""
    if need <= 0:
        return ()
    if sum((f.gain for f in fixes), Fraction(0)) < need:
        return None
    unit = math.lcm(need.denominator, *(f.gain.denominator for f in fixes))
    bundles = _bundles(fixes, unit)
    budget = _enough_hours(fixes, need)
    best = [0] * (budget + 1)  # most gain for at most that many hours
    taken = []
    for gain, effort, _ in bundles:
        marks = bytearray(budget + 1)
        for hours in range(budget, effort - 1, -1):
            if best[hours - effort] + gain > best[hours]:
                best[hours] = best[hours - effort] + gain
                marks[hours] = 1
        taken.append(marks)
    hours = next(h for h, gain in enumerate(best) if gain >= need * unit)
    chosen: list[int] = []
    for (_, effort, members), marks in zip(reversed(bundles), reversed(taken), strict=True):
        if marks[hours]:
            chosen += members
            hours -= effort
    return tuple(fixes[n] for n in sorted(chosen))


def _bundles(fixes: Sequence[Fix], unit: int) -> list[tuple[int, int, list[int]]]:
    """(gain in units, hours, members): equal fixes in packs of 1, 2, 4 ..., so that many services weigh little."""
    alike: dict[tuple[int, int], list[int]] = {}
    for n, fix in enumerate(fixes):
        alike.setdefault((int(fix.gain * unit), fix.effort), []).append(n)
    bundles = []
    for (gain, effort), members in alike.items():
        size, left = 1, members
        while left:
            pack, left = left[:size], left[size:]
            bundles.append((gain * len(pack), effort * len(pack), pack))
            size *= 2
    return bundles


def _enough_hours(fixes: Sequence[Fix], need: Fraction) -> int:
    """An upper bound: the hours of the best points per hour, taken until they reach `need`."""
    hours, gained = 0, Fraction(0)
    for fix in sorted(fixes, key=lambda f: f.gain / f.effort, reverse=True):
        if gained >= need:
            break
        hours, gained = hours + fix.effort, gained + fix.gain
    return hours
