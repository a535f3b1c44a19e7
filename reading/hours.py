"""Jam layanan: days and clock ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.gated import compiled
from reading.vocabulary import fold_signs, words

_CLOCK = r"(?:[01]?\d|2[0-4])\s*[.:]\s*[0-5]\d"
_ZONE = r"(?:\s*(?:wib|wita|wit))?"
_UPTO = r"\s*(?:-|s\s*[/.]\s*d\.?|sd\.?|sampai(?:\s+dengan)?|hingga|to|~)\s*"
_RANGE = compiled(
    rf"(?<![\d.])(?P<open>{_CLOCK}){_ZONE}{_UPTO}(?:pukul|jam)?\s*(?P<close>{_CLOCK})(?!\d){_ZONE}", re.IGNORECASE
)
_WHOLE_HOURS = compiled(
    rf"(?<![\d.,:/])(?P<said>(?:pukul|jam)\s*:?\s*)?(?P<open>[01]?\d|2[0-4]){_ZONE}{_UPTO}(?:pukul|jam)?\s*(?P<close>[01]?\d|2[0-4])(?![\d.:])(?P<zone>\s*(?:wib|wita|wit))?",
    re.IGNORECASE,
)
_DAY = "|".join(sorted((re.escape(d) for d in words("days")), key=len, reverse=True))
_DAYS = compiled(rf"(?<!\w)(?:{_DAY})(?!\w)(?:(?:{_UPTO}|\s*(?:,|dan|&|/)\s*)(?:{_DAY})(?!\w))*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """One line of opening hours. text: as written. days: as written, or "". open, close: "HH:MM"."""

    text: str
    days: str
    open: str
    close: str


def find_clock_ranges(text: str) -> tuple[tuple[str, str], ...]:
    """Ranges of clock times, each as ("HH:MM", "HH:MM")."""
    plain = fold_signs(text)
    return tuple((_clock(m["open"]), _clock(m["close"])) for m in _ranges(plain))


def find_hours(text: str) -> tuple[OpeningHours, ...]:
    """Opening hours: a range of clock times with the days named before it (or just behind it)."""
    plain = fold_signs(text)
    found = []
    last = 0
    for m in _ranges(plain):
        before = list(_DAYS.finditer(plain, max(last, m.start() - 80), m.start()))
        after = _DAYS.search(plain, m.end(), m.end() + 40) if not before else None
        day = before[-1] if before else after
        start = min(m.start(), day.start()) if day else m.start()
        end = max(m.end(), day.end()) if day else m.end()
        found.append(OpeningHours(text[start:end], day.group() if day else "", _clock(m["open"]), _clock(m["close"])))
        last = m.end()
    return tuple(found)


def _ranges(plain: str) -> list[re.Match[str]]:
    whole = (m for m in _WHOLE_HOURS.finditer(plain) if m["said"] or m["zone"])
    return [*_RANGE.finditer(plain), *whole]


def _clock(text: str) -> str:
    hour, _, minute = text.replace(" ", "").replace(".", ":").partition(":")
    return f"{int(hour):02d}:{minute or '00'}"
