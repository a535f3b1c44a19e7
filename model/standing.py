"""One agency's result of one period, as rankings and roll-ups need it: read from rows, without the whole audit."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.evidence import Reach, Target


@dataclass(frozen=True, slots=True)
class Standing:
    """The last audit of an agency in a period. low, high: None when it was not audited; then reach tells why.

    rules: what judged, as in Audit.rules.
    """

    target: Target
    run: str
    period: str
    audited: bool
    low: Fraction | None
    high: Fraction | None
    zone: str | None
    category: str | None
    reach: Reach
    instrument: str
    instrument_version: str
    rules: tuple[tuple[str, str], ...] = ()
