"""One indicator in one audit: its verdict, its points of 100 and what proves it."""

from __future__ import annotations

from collections.abc import Mapping
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
        return sum((p.maximum for p in self.outline.points), Fraction(0))

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

    def services(self, indicator: str) -> Mapping[str, ServiceAnswer]:
        answer = self.answer(indicator)
        return MappingProxyType({s.key: s for s in answer.services} if answer else {})

    def verdict(self, indicator: str) -> Verdict | None:
        """None where the instrument did not ask."""
        points = self.points.get(indicator)
        return points.verdict if points else None

    def proofs(self, indicator: str) -> tuple[str, ...]:
        """All addresses that prove its verdict, those of the services included."""
        answer = self.answer(indicator)
        if answer is None:
            return ()
        return tuple(dict.fromkeys((*answer.proofs, *(url for s in answer.services for url in s.proofs))))

    def worth(self, indicator: str) -> tuple[Fraction, Fraction, Fraction]:
        """(low, high, maximum) in points of 100."""
        points = self.points.get(indicator)
        if points is None or not self.total:
            return Fraction(0), Fraction(0), Fraction(0)
        unit = 100 / self.total
        return points.low * unit, points.high * unit, points.maximum * unit


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
