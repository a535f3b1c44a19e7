"""A score is an interval: what was not seen counts nothing in `low` and all in `high`."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.evidence import Reach
from model.finding import Verdict
from model.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Points:
    """Points of one indicator: low <= high <= maximum."""

    indicator: str
    verdict: Verdict
    low: Fraction
    high: Fraction
    maximum: Fraction


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The Indeks Publikasi Web of one audit, 0 to 100.

    audited False: the home page was not read; then low and high are None and reach tells why.
    zone, category: None unless the whole interval lies in one zone; `why` says the reason in a sentence.
    """

    instrument: str
    instrument_version: str
    scale: str
    audited: bool
    reach: Reach
    low: Fraction | None
    high: Fraction | None
    zone: str | None
    category: str | None
    zone_label: str
    why: Sentence
    points: tuple[Points, ...]
