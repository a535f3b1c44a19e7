"""Numbers and dates as Indonesian readers write them: 77,69; 1.234; 22 November 2026 pukul 14.05 WIT."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from reports.zone_time import ZoneTime

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def half_up(value: Fraction | int, places: int = 2) -> Decimal:
    """Exact rounding, halves away from zero: 77.685 becomes 77.69 with two places."""
    shifted = abs(Fraction(value)) * 10**places
    whole = (2 * shifted.numerator + shifted.denominator) // (2 * shifted.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def score_value(score: Fraction) -> Decimal:
    """Two places, half-up, but never up to a whole number: zone limits are whole, and 77.996 lies below 78."""
    rounded = half_up(score)
    if rounded > score and rounded == rounded.to_integral_value():
        return rounded - Decimal("0.01")
    return rounded


def score_words(score: Fraction) -> str:
    """ "77,69"; "77,99" for 77.996."""
    return f"{score_value(score):.2f}".replace(".", ",")


def number(value: Fraction | int, places: int = 2) -> str:
    """ "1.234,50" for 1234.5."""
    return f"{half_up(value, places):,f}".translate(str.maketrans(",.", ".,"))


def short_number(value: Fraction | int) -> str:
    """At most two places, without needless zeros: "12", "7,5"."""
    text = number(value)
    return text.rstrip("0").rstrip(",")


def signed(value: Fraction) -> str:
    """ "+6,25" or "−6,25" (with a true minus sign)."""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return sign + number(abs(value))


def interval(low: Fraction, high: Fraction) -> str:
    """ "61,50–74,25", or one number when nothing is unknown."""
    first, last = score_words(low), score_words(high)
    return first if first == last else f"{first}–{last}"


def date_words(at: datetime, zone: ZoneTime, months: Sequence[str] = MONTHS) -> str:
    """ "22 November 2026" by the agency's clock."""
    local = zone.local(at)
    return f"{local.day} {months[local.month - 1]} {local.year}"


def time_words(at: datetime, zone: ZoneTime) -> str:
    """ "22 November 2026 pukul 14.05 WIT"."""
    return f"{date_words(at, zone)} pukul {zone.local(at):%H.%M} {zone.name}"


def period_words(period: str, months: Sequence[str] = MONTHS) -> str:
    """ "November 2026" for "2026-11"."""
    year, _, month = period.partition("-")
    return f"{months[int(month) - 1]} {year}"


def period_short(period: str, months: Sequence[str] = MONTHS) -> str:
    """ "Nov 26" for "2026-11"; fits under a mark on a chart."""
    year, _, month = period.partition("-")
    return f"{months[int(month) - 1][:3]} {year[-2:]}"


def month_number(period: str) -> int:
    """Months since year 0, so that a skipped month leaves its gap on a chart."""
    year, _, month = period.partition("-")
    return int(year) * 12 + int(month) - 1
