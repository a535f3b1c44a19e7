"""Jangka waktu penyelesaian: which length of time in a text is the time norm of a service."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reading.context import clause_after, clause_before, sentence_around
from reading.gated import compiled
from reading.hours import find_clock_ranges
from reading.time_spans import Duration, find_durations, located_durations
from reading.vocabulary import fold_signs, pattern

__all__ = ["Duration", "TimeNorm", "find_durations", "norm_of_time"]

_DAYS_OPEN = compiled(
    r"\b(?:senin|selasa|sabtu|minggu)\s*(?:-|s\s*[/.]\s*d\.?|sd|sampai|hingga)\s*\w|\b(?:setiap|tiap|pada)\s+(?:hari|jam)(?!\w)",
    re.IGNORECASE,
)
_PRIME_MINUTES = compiled(r"(?<![\d.,])(?P<low>\d{1,3})(?:\s*-\s*(?P<high>\d{1,3}))?\s*'(?!\w)")


@dataclass(frozen=True, slots=True)
class TimeNorm:
    """What a text says about the time that a service takes.

    durations: empty when no number is given; then reason tells why: "conditional" ("tergantung kondisi pasien"),
    "office_hours", "validity", "around_the_clock". reason "same_day" comes with a duration of at most one day.
    """

    text: str
    durations: tuple[Duration, ...]
    reason: str = ""

    @property
    def clear(self) -> bool:
        return bool(self.durations)


def norm_of_time(text: str, *, field: bool = True) -> TimeNorm | None:
    """The time norm in a text. None when it gives none.

    field: the text is known to be about time (a cell beside "Jangka Waktu"); else words around must say so.
    """
    kept = tuple(d for d, start, end in located_durations(text) if _is_norm(text, d, start, end, field))
    if not kept and field:
        kept = tuple(_minutes_by_sign(text))
    if kept:
        return TimeNorm(kept[0].text, kept)
    same = pattern("same_day").search(text)
    if same and (field or pattern("time_cues").search(sentence_around(text, same.start(), same.end()))):
        day = Duration(same.group(), 0, 1, "hari")
        return TimeNorm(same.group(), (day,), "same_day")
    return _no_norm(text) if field else None


def _minutes_by_sign(text: str) -> Iterator[Duration]:
    """Minutes written with a stroke: "10' - 15'"; only in a field that is about time."""
    for m in _PRIME_MINUTES.finditer(fold_signs(text)):
        low, high = int(m["low"]), int(m["high"] or m["low"])
        yield Duration(text[m.start() : m.end()], min(low, high), high, "menit")


def _no_norm(text: str) -> TimeNorm | None:
    found = pattern("time_conditional").search(text)
    if found:
        return TimeNorm(text.strip()[:300], (), "conditional")
    if find_clock_ranges(text) or _DAYS_OPEN.search(fold_signs(text)):
        return TimeNorm(text.strip()[:300], (), "office_hours")
    for duration, start, end in located_durations(text):
        around = text[max(0, start - 40) : end + 40]
        if duration.unit == "jam" and pattern("open_words").search(around):
            return TimeNorm(duration.text, (), "around_the_clock")
        if duration.unit == "tahun" or pattern("time_other_in_field").search(around):
            return TimeNorm(duration.text, (), "validity")
    return None


def _is_norm(text: str, duration: Duration, start: int, end: int, field: bool) -> bool:
    before, after = clause_before(text, start), clause_after(text, end)
    beside = f"{before} {after}"
    if _open_all_day(duration, text, start, end) or pattern("applicant_deadline").search(
        clause_before(text, start, 100) + " | " + clause_after(text, end, 60)
    ):
        return False
    if field:
        return duration.unit != "tahun" and not pattern("time_other_in_field").search(beside)
    if pattern("time_other").search(beside) or duration.unit == "tahun":
        return False
    around = sentence_around(text, start, end, 90)
    if pattern("time_cues").search(around):
        return True
    return bool(pattern("time_cues_weak").search(before) and pattern("time_start").match(after.lstrip(" ,(")))


def _open_all_day(duration: Duration, text: str, start: int, end: int) -> bool:
    if duration.unit not in ("jam", "hari") or duration.low != duration.high:
        return False
    all_day = duration.unit == "jam" and duration.low == 24
    return all_day and bool(pattern("open_words").search(text[max(0, start - 40) : end + 25]))
