"""A province or the country in one period, from slim nouns: no audit is held whole, so thousands fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from model.evidence import Level, Reach, Target
from model.finding import Verdict
from model.instrument import Instrument, ZoneScale
from model.ranking import Place, Ranking
from model.rollup import Rollup
from model.standing import Standing
from reports.charts import Spark, spark
from reports.trend import Course, TrendPoint, course

NATIONAL = ""
_ORDER = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.UNKNOWN)

Verdicts = Mapping[str, Mapping[str, Verdict]]
"""By agency, then by indicator."""


@dataclass(frozen=True, slots=True)
class SharedMaker:
    """Agencies whose sites come from one template or vendor (pembuat situs). kind: "theme", "vendor", "template"."""

    name: str
    kind: str
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionSource:
    """What a page is made of. province: NATIONAL for the country. earlier: standings of earlier periods, oldest first.

    listed: agencies that should have been audited and have no audit in this period.
    """

    province: str
    period: str
    standings: Sequence[Standing]
    verdicts: Verdicts
    earlier: Sequence[Sequence[Standing]] = ()
    rankings: Sequence[Ranking] = ()
    rollups: Sequence[Rollup] = ()
    makers: Sequence[SharedMaker] = ()
    listed: Sequence[Target] = ()


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency. before: its last earlier month; moved: None where the two cannot be compared; by: points of low."""

    standing: Standing
    place: Place | None
    points: tuple[TrendPoint, ...]
    before: TrendPoint | None
    moved: Course | None
    by: Fraction | None
    verdicts: tuple[Verdict | None, ...]


@dataclass(frozen=True, slots=True)
class Weakness:
    """One indicator over all audited agencies. share: of those with a certain verdict, met in full, 0..1."""

    indicator: str
    title: str
    counts: tuple[tuple[Verdict, int], ...]
    share: Fraction


@dataclass(frozen=True, slots=True)
class ZoneMonth:
    """How many agencies lay in which zone in one month; zone None: not to be named. unread: not audited."""

    period: str
    counts: tuple[tuple[str | None, int], ...]
    audited: int
    unread: int


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """One province on the national page. low, high: means over its audited agencies. shares: met, per indicator."""

    name: str
    audited: int
    total: int
    zones: tuple[tuple[str | None, int], ...]
    low: Fraction | None
    high: Fraction | None
    shares: tuple[Fraction | None, ...]
    spark: Spark | None


@dataclass(frozen=True, slots=True)
class MakerGroup:
    """One template or vendor with what its agencies lack alike: mended once, mended for all."""

    maker: SharedMaker
    names: tuple[str, ...]
    low: Fraction | None
    high: Fraction | None
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    rows: tuple[AgencyRow, ...]
    months: tuple[ZoneMonth, ...]
    up: tuple[AgencyRow, ...]
    down: tuple[AgencyRow, ...]
    weakest: tuple[Weakness, ...]
    unread: tuple[tuple[Reach, tuple[Standing, ...]], ...]
    provinces: tuple[ProvinceRow, ...]
    makers: tuple[MakerGroup, ...]
    levels: tuple[tuple[Level, int], ...]
    titles: tuple[str, ...] = field(default=())

    @property
    def audited(self) -> int:
        return sum(row.standing.audited for row in self.rows)


def region(source: RegionSource, instrument: Instrument, scale: ZoneScale, movers: int = 10) -> Region:
    """Everything that the page shows, in a fixed order: agencies by index, then by id."""
    past = _by_agency(source.earlier)
    places = {place.agency: place for ranking in source.rankings for place in ranking.places}
    asked = tuple(criterion.id for criterion in instrument.criteria)
    ordered = sorted(source.standings, key=_standing)
    rows = tuple(_row(one, past.get(one.target.id, ()), places, source.verdicts, asked) for one in ordered)
    moved = [row for row in rows if row.by is not None]
    national = source.province == NATIONAL
    return Region(
        rows=rows,
        months=tuple(_month(standings, scale) for standings in (*source.earlier, source.standings) if standings),
        up=_most((row for row in moved if row.moved is Course.UP), movers, up=True),
        down=_most((row for row in moved if row.moved is Course.DOWN), movers, up=False),
        weakest=_weakest(source, instrument),
        unread=_unread(ordered),
        provinces=_provinces(rows, asked, scale) if national else (),
        makers=tuple(_maker(maker, rows, instrument) for maker in source.makers),
        levels=tuple(Counter(one.target.level for one in source.standings).items()),
        titles=tuple(criterion.title for criterion in instrument.criteria),
    )


def _standing(one: Standing) -> tuple[bool, Fraction, Fraction, str]:
    return (one.low is None, -(one.low or Fraction(0)), -(one.high or Fraction(0)), one.target.id)


def _by_agency(earlier: Sequence[Sequence[Standing]]) -> dict[str, tuple[Standing, ...]]:
    found: dict[str, list[Standing]] = {}
    for standings in earlier:
        for one in standings:
            found.setdefault(one.target.id, []).append(one)
    return {agency: tuple(sorted(past, key=lambda s: s.period)) for agency, past in found.items()}


def _point(one: Standing) -> TrendPoint:
    return TrendPoint(one.period, one.low, one.high, one.zone, one.category, one.reach, "", one.instrument_version)


def _row(
    one: Standing,
    past: Sequence[Standing],
    places: Mapping[str, Place],
    verdicts: Verdicts,
    asked: tuple[str, ...],
) -> AgencyRow:
    points = tuple(_point(s) for s in (*past, one))
    before = points[-2] if len(points) > 1 else None
    alike = bool(past) and (past[-1].instrument, past[-1].rules) == (one.instrument, one.rules)
    moved = course(before, points[-1]) if before and alike else None
    by = None
    if moved is not None and before is not None and before.low is not None and one.low is not None:
        by = one.low - before.low
    told = verdicts.get(one.target.id, {}) if one.audited else {}
    return AgencyRow(one, places.get(one.target.id), points, before, moved, by, tuple(told.get(i) for i in asked))


def _most(rows: Iterable[AgencyRow], movers: int, *, up: bool) -> tuple[AgencyRow, ...]:
    sign = -1 if up else 1
    return tuple(sorted(rows, key=lambda row: (sign * (row.by or Fraction(0)), row.standing.target.id))[:movers])


def _month(standings: Sequence[Standing], scale: ZoneScale) -> ZoneMonth:
    audited = [one for one in standings if one.audited]
    return ZoneMonth(standings[0].period, _zones(audited, scale), len(audited), len(standings) - len(audited))


def _zones(audited: Sequence[Standing], scale: ZoneScale) -> tuple[tuple[str | None, int], ...]:
    count = Counter(one.zone for one in audited)
    names = list(dict.fromkeys(zone.zone for zone in reversed(scale.zones)))
    return tuple((zone, count[zone]) for zone in (*names, None))


def _weakest(source: RegionSource, instrument: Instrument) -> tuple[Weakness, ...]:
    """Indicators that are scored, the least met first; those never asked are left out."""
    found = []
    audited = [source.verdicts.get(one.target.id, {}) for one in source.standings if one.audited]
    for criterion in instrument.criteria:
        count = Counter(told.get(criterion.id) for told in audited)
        certain = count[Verdict.MET] + count[Verdict.PARTLY_MET] + count[Verdict.NOT_MET]
        if criterion.weight and certain:
            counts = tuple((verdict, count[verdict]) for verdict in _ORDER)
            found.append(Weakness(criterion.id, criterion.title, counts, Fraction(count[Verdict.MET], certain)))
    return tuple(sorted(found, key=lambda w: w.share))


def _unread(ordered: Sequence[Standing]) -> tuple[tuple[Reach, tuple[Standing, ...]], ...]:
    groups = ((reach, tuple(s for s in ordered if not s.audited and s.reach is reach)) for reach in Reach)
    return tuple((reach, standings) for reach, standings in groups if standings)


def _provinces(rows: Sequence[AgencyRow], asked: tuple[str, ...], scale: ZoneScale) -> tuple[ProvinceRow, ...]:
    names = sorted({row.standing.target.province for row in rows if row.standing.target.province})
    grouped: dict[str, list[AgencyRow]] = {name: [] for name in names}
    for row in rows:
        if row.standing.target.province:
            grouped[row.standing.target.province].append(row)
    return tuple(_province(name, grouped[name], len(asked), scale) for name in names)


def _province(name: str, rows: Sequence[AgencyRow], asked: int, scale: ZoneScale) -> ProvinceRow:
    audited = [row for row in rows if row.standing.audited]
    low, high = _means([row.standing for row in audited])
    points = _mean_points(rows)
    return ProvinceRow(
        name=name,
        audited=len(audited),
        total=len(rows),
        zones=_zones([row.standing for row in audited], scale),
        low=low,
        high=high,
        shares=tuple(_share([row.verdicts[n] for row in audited]) for n in range(asked)),
        spark=spark(points, scale) if len(points) > 1 else None,
    )


def _share(verdicts: Sequence[Verdict | None]) -> Fraction | None:
    certain = [v for v in verdicts if v in (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET)]
    return Fraction(sum(v is Verdict.MET for v in certain), len(certain)) if certain else None


def _means(standings: Sequence[Standing]) -> tuple[Fraction | None, Fraction | None]:
    lows = [one.low for one in standings if one.low is not None]
    highs = [one.high for one in standings if one.high is not None]
    if not lows or not highs:
        return None, None
    return sum(lows, Fraction(0)) / len(lows), sum(highs, Fraction(0)) / len(highs)


def _mean_points(rows: Sequence[AgencyRow]) -> tuple[TrendPoint, ...]:
    """The mean of the audited agencies, month by month."""
    months: dict[str, list[TrendPoint]] = {}
    for row in rows:
        for point in row.points:
            if point.low is not None and point.high is not None:
                months.setdefault(point.period, []).append(point)
    return tuple(
        TrendPoint(
            period,
            sum((p.low for p in points if p.low is not None), Fraction(0)) / len(points),
            sum((p.high for p in points if p.high is not None), Fraction(0)) / len(points),
            None, None, Reach.READ, "", "",
        )
        for period, points in sorted(months.items())
    )  # fmt: skip


def _maker(maker: SharedMaker, rows: Sequence[AgencyRow], instrument: Instrument) -> MakerGroup:
    chosen = set(maker.agencies)
    mine = [row for row in rows if row.standing.target.id in chosen]
    audited = [row for row in mine if row.standing.audited]
    low, high = _means([row.standing for row in audited])
    lacking = []
    for number, criterion in enumerate(instrument.criteria):
        lacks = sum(row.verdicts[number] is Verdict.NOT_MET for row in audited)
        if criterion.weight and audited and lacks * 5 >= len(audited) * 4:  # at least four of five
            lacking.append(criterion.title)
    return MakerGroup(maker, tuple(row.standing.target.name for row in mine), low, high, tuple(lacking))
