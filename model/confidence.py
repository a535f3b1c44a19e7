"""How much an index rests on: what was looked at of what was planned, and how well it could be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from model.sentence import Sentence


class Surety(StrEnum):
    HIGH = "high"  # tinggi
    MEDIUM = "medium"  # sedang
    LOW = "low"  # rendah
    NONE = "none"  # not audited


@dataclass(frozen=True, slots=True)
class Confidence:
    """Beside the score, never in it (cakupan dan keyakinan).

    planned: promising addresses; looked_at: of those. certain: share of all points whose verdict is known, 0..1.
    from_pictures: share of the points won that rest on text recognised in pictures alone. weakest: lowest confidence
    of recognised text under a verdict that wins points, 1.0 where there is none. taken_over: addresses whose content
    is from an earlier audit. says: all of it in one sentence.
    """

    surety: Surety
    planned: int
    looked_at: int
    certain: Fraction
    from_pictures: Fraction
    weakest: float
    taken_over: int
    says: Sentence
