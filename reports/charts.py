"""Where the marks of a chart stand. The SVG itself is drawn by the macros of templates/charts.html.

Horizontal places are percentages of the drawing, so that a chart fits a phone without shrinking its words.
Vertical places are pixels from the top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from model.evidence import Reach
from model.instrument import ZoneScale
from model.official import OfficialScore
from reports.figures import month_number
from reports.language import INDONESIAN, Language
from reports.trend import TrendPoint

PLOT_TOP, PLOT_HEIGHT = 22, 200
_LEFT, _RIGHT = 9.0, 96.0


@dataclass(frozen=True, slots=True)
class Band:
    """A zone on a chart. start, size: in percent of the score axis. mark: the letter or the name of the zone."""

    zone: str
    mark: str
    label: str
    start: float
    size: float
    floor: Fraction


@dataclass(frozen=True, slots=True)
class Mark:
    """One month. x: percent. top, bottom: pixels of high and low, None when not audited. named: print its month."""

    x: float
    top: float | None
    bottom: float | None
    month: str
    named: bool
    low: str
    high: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class TrendChart:
    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    joined: tuple[tuple[Mark, Mark], ...]  # neighbours that were both audited, one month apart
    top: int = PLOT_TOP
    height: int = PLOT_HEIGHT


def bands(scale: ZoneScale) -> tuple[Band, ...]:
    """The zones of a scale from the lowest up; empty for a year without an assessment."""
    floors = [zone.floor for zone in scale.zones] + [Fraction(100)]
    return tuple(
        Band(z.zone, z.category or z.zone, z.label, float(z.floor), float(upper - z.floor), z.floor)
        for z, upper in zip(scale.zones, floors[1:], strict=True)
    )


def trend_chart(points: Sequence[TrendPoint], scale: ZoneScale, language: Language = INDONESIAN) -> TrendChart:
    """The marks of a trend. A month without an audit leaves its gap."""
    first, last = month_number(points[0].period), month_number(points[-1].period)
    span = max(last - first, 1)
    every = max(1, -(-len(points) // 8))  # at most eight months are named, the last one always
    marks = tuple(
        _mark(point, (month_number(point.period) - first) / span, (len(points) - 1 - n) % every == 0, language)
        for n, point in enumerate(points)
    )
    joined = tuple(
        (marks[n], marks[n + 1])
        for n in range(len(points) - 1)
        if marks[n].top is not None
        and marks[n + 1].top is not None
        and month_number(points[n + 1].period) - month_number(points[n].period) == 1
    )
    return TrendChart(bands(scale), marks, joined)


def _mark(point: TrendPoint, along: float, named: bool, language: Language) -> Mark:
    x = round(_LEFT + 4 + along * (_RIGHT - _LEFT - 8), 2)
    month = language.period_short(point.period)
    if point.low is None or point.high is None:
        return Mark(x, None, None, month, named, "", "", point.reach)
    return Mark(
        x,
        _height(point.high),
        _height(point.low),
        month,
        named,
        language.score(point.low),
        language.score(point.high),
        point.reach,
    )


def _height(score: Fraction) -> float:
    return round(PLOT_TOP + PLOT_HEIGHT * (1 - float(score) / 100), 1)


@dataclass(frozen=True, slots=True)
class Spark:
    """A small trend for a table row, 120 by 36 pixels: marks as (x, y of high, y of low), None when not audited."""

    bands: tuple[tuple[str, float, float], ...]  # zone, y, height
    marks: tuple[tuple[float, float | None, float | None], ...]


def spark(points: Sequence[TrendPoint], scale: ZoneScale) -> Spark:
    """The whole trend in a table cell, by months; read it with the figures beside it."""
    first, span = (
        month_number(points[0].period),
        max(month_number(points[-1].period) - month_number(points[0].period), 1),
    )
    drawn = tuple(
        (b.zone, round(36 * (1 - (b.start + b.size) / 100), 1), round(36 * b.size / 100, 1)) for b in bands(scale)
    )
    return Spark(drawn, tuple(_spark_mark(point, (month_number(point.period) - first) / span) for point in points))


def _spark_mark(point: TrendPoint, along: float) -> tuple[float, float | None, float | None]:
    x = round(8 + 104 * along, 1)
    if point.low is None or point.high is None:
        return x, None, None
    return x, round(36 * (1 - float(point.high) / 100), 1), round(36 * (1 - float(point.low) / 100), 1)


@dataclass(frozen=True, slots=True)
class YearMark:
    """One official score, or a year without one (y None). x: percent. y: pixels from the top."""

    x: float
    year: int
    y: float | None
    value: str
    zone: str
    category: str
    assessed: bool


def official_chart(scores: Sequence[OfficialScore], language: Language = INDONESIAN) -> tuple[YearMark, ...]:
    """The years from the first to the last official score; a year without one leaves its gap."""
    years = sorted({score.year for score in scores})
    span = max(years[-1] - years[0], 1)
    marks = []
    for year in range(years[0], years[-1] + 1):
        x = round(_LEFT + 4 + (year - years[0]) / span * (_RIGHT - _LEFT - 8), 2)
        stated = [score for score in scores if score.year == year and score.value is not None]
        for score in stated:
            y = _height(score.value or Fraction(0))
            zone = score.zone or score.computed
            marks.append(YearMark(x, year, y, language.score(score.value or Fraction(0)), zone, score.category, True))
        if not stated:
            assessed = any(score.assessed and score.zone for score in scores if score.year == year)
            marks.append(YearMark(x, year, None, "", "", "", assessed))
    return tuple(marks)
