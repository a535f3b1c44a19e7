"""A government's index from its units (loci), as the Ombudsman takes dinas and puskesmas together."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.evidence import Reach
from model.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Locus:
    """One unit (lokus). low, high: None when it was not audited; then reach tells why."""

    agency: str
    name: str
    unit_type: str
    low: Fraction | None
    high: Fraction | None
    zone: str | None
    reach: Reach


@dataclass(frozen=True, slots=True)
class Rollup:
    """The mean over the loci of one government in one period (rata-rata lokus).

    A unit that was not audited counts as unknown, 0 to 100: nothing in `low` and all in `high`. seen_low,
    seen_high: the mean over the audited units alone, None when there is none. own_low, own_high: the government's own
    site, beside it and not in the mean. method: how it was reckoned, in a sentence that must be printed with it.
    zone, category: only when certain.
    """

    agency: str
    name: str
    period: str
    loci: tuple[Locus, ...]
    low: Fraction
    high: Fraction
    seen_low: Fraction | None
    seen_high: Fraction | None
    own_low: Fraction | None
    own_high: Fraction | None
    zone: str | None
    category: str | None
    zone_label: str
    method: Sentence
