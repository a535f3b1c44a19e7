"""Places among agencies that were measured alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from model.evidence import Level, Reach
from model.sentence import Sentence


class Scope(StrEnum):
    """Among whom the places are given."""

    PROVINCE = "province"  # agencies of one level within one province: "kabupaten se-Sulawesi Tenggara"
    LEVEL = "level"  # all agencies of one level in the country


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where the agency stood in the last period in which it was ranked."""

    period: str
    place: int
    of: int


@dataclass(frozen=True, slots=True)
class Place:
    """One agency in a ranking (peringkat): "tempat 13 dari 15".

    place: by `low`, then by `high`; equal intervals share a place and the next ones are left free (1, 2, 2, 4).
    shared: how many stand at this place. best, worst: the places that the interval leaves possible.
    before: None when it was not ranked in the period before.
    """

    agency: str
    name: str
    place: int
    of: int
    shared: int
    best: int
    worst: int
    low: Fraction
    high: Fraction
    zone: str | None
    category: str | None
    before: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An agency without a place: not audited (reach tells why), or measured otherwise and not to be judged again."""

    agency: str
    name: str
    reach: Reach
    says: Sentence


@dataclass(frozen=True, slots=True)
class Ranking:
    """One ranking for one period.

    scope: PROVINCE with `province` and `level`, or LEVEL with `province` "". units: whether it ranks the units
    (dinas, puskesmas ...) and not the governments. instrument, version: what all of them were measured with.
    replayed: ids of agencies whose evidence was judged again, so that like stands beside like.
    says: the ranking in one sentence.
    """

    scope: Scope
    level: Level
    province: str
    units: bool
    period: str
    instrument: str
    version: str
    places: tuple[Place, ...]
    unplaced: tuple[Unplaced, ...]
    replayed: tuple[str, ...]
    says: Sentence
