"""Tanggal dan periode: dates, months, quarters and years in text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.gated import compiled
from reading.vocabulary import fold_signs, pairs, words

_MONTHS = {name: number for number, name in enumerate(words("months"), 1)}
_MONTHS |= {other: _MONTHS[name] for other, name in pairs("months_also").items()}

MONTH = rf"(?:{'|'.join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))})"
"""Source of a pattern for the name of a month; to be compiled with IGNORECASE."""

_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_WORDED = compiled(
    rf"(?<![\w.])(?P<day>[0-3]?\d)\s*(?:-|\s)\s*(?P<month>{MONTH})\.?\s*(?:-|\s|,)\s*(?P<year>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_FIGURES = compiled(rf"(?<![\d./-])(?P<day>[0-3]?\d)(?P<sign>[/.\-])(?P<month>[01]?\d)(?P=sign)(?P<year>{_YEAR})(?!\d)")
_ISO = compiled(rf"(?<![\d./-])(?P<year>{_YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)")
_UPTO = r"\s*(?:-|s\s*[/.]\s*d\.?|sd\.?|sampai(?:\s+dengan)?|hingga)\s*"
_QUARTER = (
    r"(?:triwulan|tri\s?wulan|tw|semester|smt|caturwulan|kuartal|quarter)\.?\s*(?:ke-?\s*)?"
    r"(?:I{1,3}V?|IV|[1-4]|satu|dua|tiga|empat|pertama|kedua|ketiga|keempat)"
)
_PERIOD = compiled(
    rf"(?<!\w)(?:{_QUARTER}(?:{_UPTO}{_QUARTER})?[\s,/]*(?:tahun\s*|t\.?a\.?\s*)?{_YEAR}"
    rf"|(?:\d{{1,2}}\s+)?{MONTH}(?:\s+{_YEAR})?(?:{_UPTO}(?:\d{{1,2}}\s+)?{MONTH})?\s+{_YEAR}"
    rf"|(?:tahun|th\.?|periode|t\.?a\.?)\s*:?\s*{_YEAR}(?:\s*[-/]\s*{_YEAR})?)(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date in text. text: as written. day is 1..31, month 1..12; not checked against the length of the month."""

    text: str
    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time that a report is about: "Triwulan II 2024", "Januari - Juni 2024". year: its last year."""

    text: str
    year: int


def find_dates(text: str) -> tuple[CalendarDate, ...]:
    """Dates with day, month and year, in the order of the text."""
    plain = fold_signs(text)
    found = []
    for pattern in (_WORDED, _FIGURES, _ISO):
        for m in pattern.finditer(plain):
            name = m["month"].lower()
            month = int(name) if name.isdigit() else _MONTHS[name]
            if 1 <= month <= 12 and 1 <= int(m["day"]) <= 31:
                found.append((m.start(), CalendarDate(text[m.start() : m.end()], int(m["year"]), month, int(m["day"]))))
    return tuple(d for _, d in sorted(found, key=lambda f: f[0]))


def find_periods(text: str) -> tuple[Period, ...]:
    """Periods with a year, in the order of the text."""
    plain = fold_signs(text)
    return tuple(
        Period(text[m.start() : m.end()], int(re.findall(_YEAR, m.group())[-1])) for m in _PERIOD.finditer(plain)
    )
