"""One indicator in one audit: its verdict, its points of 100 and what proves it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from model.change import Side
from model.finding import Verdict
from model.instrument import Instrument
from model.outline import CheckAnswer, Outline, ServiceAnswer
from model.score import Points


@dataclass(frozen=True)
class Sight:
    """An audit as a difference looks at it: by indicator. instrument: gives the check behind an indicator."""

    outline: Outline
    instrument: Instrument

    @cached_property
    def points(self) -> Mapping[str, Points]:
        return MappingProxyType({p.indicator: p for p in self.outline.points})

    @cached_property
    def total(self) -> Fraction:
        return total([p.maximum for p in self.outline.points])

    @cached_property
    def _answers(self) -> Mapping[str, CheckAnswer]:
        return MappingProxyType({a.check: a for a in self.outline.answers})

    @cached_property
    def _checks(self) -> Mapping[str, str]:
        return MappingProxyType({c.id: c.check for c in self.instrument.criteria})

    @cached_property
    def names(self) -> Mapping[str, str]:
        return MappingProxyType({key: name for key, name, _ in self.outline.services})

    @cached_property
    def places(self) -> Mapping[str, str]:
        return MappingProxyType({key: url for key, _, url in self.outline.services})

    def check_of(self, indicator: str) -> str:
        return self._checks.get(indicator, indicator)

    def answer(self, indicator: str) -> CheckAnswer | None:
        return self._answers.get(self.check_of(indicator))

    @cached_property
    def _services(self) -> dict[str, Mapping[str, ServiceAnswer]]:
        return {}

    def services(self, indicator: str) -> Mapping[str, ServiceAnswer]:
        if indicator not in self._services:
            answer = self.answer(indicator)
            self._services[indicator] = MappingProxyType({s.key: s for s in answer.services} if answer else {})
        return self._services[indicator]

    def verdict(self, indicator: str) -> Verdict | None:
        """None where the instrument did not ask."""
        points = self.points.get(indicator)
        return points.verdict if points else None

    @cached_property
    def _proofs(self) -> dict[str, tuple[str, ...]]:
        return {}

    def proofs(self, indicator: str) -> tuple[str, ...]:
        """All addresses that prove its verdict, those of the services included."""
        if indicator not in self._proofs:
            answer = self.answer(indicator)
            shown = (*answer.proofs, *(url for s in answer.services for url in s.proofs)) if answer else ()
            self._proofs[indicator] = tuple(dict.fromkeys(shown))
        return self._proofs[indicator]

    def where(self, indicator: str) -> tuple[str, ...]:
        """Where its proofs stand, and the pages of the services that are asked."""
        homes = (self.places[key] for key in self.services(indicator) if key in self.places)
        return tuple(dict.fromkeys((*self.proofs(indicator), *homes)))

    def worth(self, indicator: str) -> tuple[Fraction, Fraction, Fraction]:
        """(low, high, maximum) in points of 100."""
        points = self.points.get(indicator)
        if points is None or not self.total:
            return Fraction(0), Fraction(0), Fraction(0)
        return points.low * self._unit, points.high * self._unit, points.maximum * self._unit

    @cached_property
    def _unit(self) -> Fraction:
        return 100 / self.total


def total(values: Iterable[Fraction]) -> Fraction:
    """An exact sum, over one common denominator."""
    given = list(values)
    unit = math.lcm(*(v.denominator for v in given))
    return Fraction(sum(v.numerator * (unit // v.denominator) for v in given), unit)


def side_of(outline: Outline) -> Side:
    return Side(
        outline.run,
        outline.period,
        outline.low,
        outline.high,
        outline.zone,
        outline.category,
        outline.reach,
        outline.instrument,
        outline.instrument_version,
    )
