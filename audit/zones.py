"""Zones by year (zona kepatuhan): half-open intervals, read from data."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from audit.instruments import FOLDER, load_scales
from model.instrument import Zone, ZoneScale


def zone_of(value: Fraction, scale: ZoneScale) -> Zone | None:
    """The zone of a value of 0..100; None for a year without assessment. Raises ValueError outside 0..100."""
    if not 0 <= value <= 100:
        raise ValueError(f"nilai {value} di luar 0 sampai 100")
    return next((z for z in reversed(scale.zones) if z.floor <= value), None)


def scale_for(year: int, scales: Sequence[ZoneScale] | None = None) -> ZoneScale:
    """The scale that was used in a year, by default of the bundled ones.

    A year after the last known scale takes that scale. Raises LookupError with a sentence for a year whose limits
    are not known.
    """
    known = scales if scales is not None else load_scales(FOLDER / "zones.toml")
    for scale in known:
        if year in scale.years:
            return scale
    last = max(known, key=lambda s: max(s.years), default=None)
    if last is not None and year > max(last.years):
        return last
    raise LookupError(f"Batas zona tahun {year} tidak diketahui.")


def next_limit(value: Fraction, scale: ZoneScale) -> Zone | None:
    """The nearest zone above a value, or None in the highest."""
    return next((z for z in scale.zones if z.floor > value), None)
