"""What is asked, its weight and its legal basis; and the zone scales by year."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of an instrument (indikator).

    id: the indicator id. check: the id of the check that answers it. weight: points at full marks, 0 = reported only.
    effort: hours that mending it usually takes. title_en: the title in English, or "".
    """

    id: str
    check: str
    weight: Fraction
    title: str
    legal_basis: str
    counts_when: str
    remedy: str
    example: str
    effort: int
    group: str = ""
    own: bool = False  # a weight of our own, not from a published table
    title_en: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    id: str
    version: str
    title: str
    criteria: tuple[Criterion, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """A half-open interval [floor, next floor). zone: "hijau", "kuning" or "merah"; category: "A".."E" or "".

    alias: a word of the press such as "hijau tua", for display only.
    """

    zone: str
    category: str
    label: str
    floor: Fraction
    alias: str = ""


@dataclass(frozen=True, slots=True)
class ZoneScale:
    """id, e.g. "2022-2024". years it was used in. zones sorted from the lowest floor (0) up; empty = no assessment."""

    id: str
    years: tuple[int, ...]
    title: str
    zones: tuple[Zone, ...]
    source: str = ""
