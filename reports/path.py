"""The path to the next zone, gathered by indicator: what to mend, for which services, for how many points and hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from model.instrument import Instrument, Zone


class Fix(Protocol):
    """One mending: an indicator, for one service (its key, its `name`) where it is asked per service.

    gain: points of 100 that the certain index rises by. known False: nothing is surely lacking, it was not seen.
    """

    @property
    def indicator(self) -> str: ...
    @property
    def service(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def gain(self) -> Fraction: ...
    @property
    def effort(self) -> int: ...
    @property
    def known(self) -> bool: ...


class ZonePath(Protocol):
    """The cheapest way over the next zone limit, as the score's room works it out. low, high: after all fixes."""

    @property
    def limit(self) -> Zone: ...
    @property
    def fixes(self) -> Sequence[Fix]: ...
    @property
    def effort(self) -> int: ...
    @property
    def low(self) -> Fraction: ...
    @property
    def high(self) -> Fraction: ...


@dataclass(frozen=True, slots=True)
class Step:
    """The fixes of one indicator. services: their names, empty for an indicator of the agency."""

    indicator: str
    title: str
    services: tuple[str, ...]
    gain: Fraction
    effort: int
    known: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """What the report prints; limit: the zone that is reached."""

    limit: Zone
    steps: tuple[Step, ...]
    effort: int
    low: Fraction
    high: Fraction


def steps(path: ZonePath | None, instrument: Instrument) -> Steps | None:
    """One step per indicator, in the order of the instrument; None when there is no path or nothing to mend."""
    if path is None or not path.fixes:
        return None
    gathered = []
    for criterion in instrument.criteria:
        fixes = [fix for fix in path.fixes if fix.indicator == criterion.id]
        if fixes:
            names = tuple(dict.fromkeys(fix.name for fix in fixes if fix.name))
            gain = sum((fix.gain for fix in fixes), Fraction(0))
            effort = sum(fix.effort for fix in fixes)
            known = any(fix.known for fix in fixes)
            gathered.append(Step(criterion.id, criterion.title, names, gain, effort, known))
    return Steps(path.limit, tuple(gathered), path.effort, path.low, path.high)
