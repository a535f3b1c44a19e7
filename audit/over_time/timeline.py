"""The history of agencies from the store (riwayat): one result a month, and what differs from the month before.

Only outlines are read, and of those only the ones that differ: most months change nothing, and the marks tell. So
thousands of agencies over years take seconds, and memory holds a few agencies at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby, islice

from audit.over_time.behind import instrument_behind
from audit.over_time.difference import difference
from audit.over_time.side import total
from audit.score import zone_between
from model.change import Difference
from model.instrument import ZoneScale
from model.outline import Outline
from store.archive import Archive
from store.outlines import Moment

AT_ONCE = 25
"""Agencies whose outlines are in memory together."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of one agency, scored by a scale. changed: what differs from the month before; None for the first, and
    where nothing does."""

    period: str
    run: str
    low: Fraction | None
    high: Fraction | None
    zone: str | None
    category: str | None
    zone_label: str
    changed: Difference | None


@dataclass(frozen=True, slots=True)
class Timeline:
    agency: str
    name: str
    months: tuple[Month, ...]


def timelines(archive: Archive, scale: ZoneScale, agency: str = "") -> Iterator[Timeline]:
    """The timelines of one agency or of all, by agency. The last audit of a month stands for it."""
    grouped = (tuple(months) for _, months in groupby(archive.moments(agency), key=lambda m: m.agency))
    monthly = (tuple({m.period: m for m in months}.values()) for months in grouped)
    while batch := list(islice(monthly, AT_ONCE)):
        wanted = [m.number for months in batch for m in _telling(months)]
        read = dict(zip(wanted, archive.outlines(wanted), strict=True))
        for months in batch:
            yield _timeline(months, read, scale)


def _telling(months: Sequence[Moment]) -> Iterator[Moment]:
    """The first month, and each that differs from the one before."""
    marks = ""
    for month in months:
        if month.marks != marks:
            yield month
        marks = month.marks


def _timeline(months: Sequence[Moment], read: dict[int, Outline], scale: ZoneScale) -> Timeline:
    told: list[Month] = []
    before: Outline | None = None
    for moment in months:
        known = read.get(moment.number) or before
        assert known is not None  # noqa: S101 - the first month of every agency is read
        outline = replace(known, run=moment.run, period=moment.period)
        if moment.number in read:
            told.append(_month(before, outline, scale))
        else:  # nothing differs: the same outline at another time
            told.append(replace(told[-1], run=moment.run, period=moment.period, changed=None))
        before = outline
    last = before.name if before else months[-1].agency
    return Timeline(months[-1].agency, last, tuple(told))


def _month(before: Outline | None, outline: Outline, scale: ZoneScale) -> Month:
    low, high = score_of(outline)
    zone: tuple[str | None, str | None, str] = (None, None, "")
    if low is not None and high is not None:
        zone = zone_between(low, high, scale)
    changed = _difference(before, outline) if before is not None else None
    return Month(outline.period, outline.run, low, high, *zone, changed)


def _difference(before: Outline, after: Outline) -> Difference | None:
    told = difference(before, after, instrument_behind(after), instrument_behind(before))
    return told if told.changes or not told.comparable else None


def score_of(outline: Outline) -> tuple[Fraction | None, Fraction | None]:
    """The interval of its points, 0..100; None for both when it was not audited."""
    most = total([p.maximum for p in outline.points])
    if not outline.audited or not most:
        return None, None
    low, high = total([p.low for p in outline.points]), total([p.high for p in outline.points])
    return low * 100 / most, high * 100 / most
