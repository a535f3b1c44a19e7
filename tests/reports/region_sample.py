"""Standings of a made-up country, as many as wanted: always the same, without chance."""

from __future__ import annotations

from fractions import Fraction

from model.evidence import Level, Reach, Target
from model.finding import Verdict
from model.instrument import Instrument
from model.ranking import Earlier, Place, Ranking, Scope
from model.sentence import say
from model.standing import Standing
from reports.region import NATIONAL, RegionSource, SharedMaker
from tests.reports.sample import INSTRUMENT, SCALE

PROVINCES = ("Maluku", "Sulawesi Tenggara", "Kalimantan Tengah", "Papua Selatan")
PERIODS = ("2026-07", "2026-08", "2026-09", "2026-10", "2026-11")
_KINDS = (Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.UNKNOWN)


def target(n: int, provinces: tuple[str, ...] = PROVINCES) -> Target:
    level = Level.KOTA if n % 3 == 0 else Level.KABUPATEN
    return Target(f"dinas-{n}", f"Dinas Contoh {n}", level, provinces[n % len(provinces)], f"https://dinas{n}.test/")


def zone_of(low: Fraction, high: Fraction) -> tuple[str | None, str | None]:
    found = {next(z for z in reversed(SCALE.zones) if z.floor <= value) for value in (low, high)}
    if len({zone.zone for zone in found}) > 1:
        return None, None
    return next(iter(found)).zone, next(iter(found)).category if len(found) == 1 else None


def standing(n: int, period: str, provinces: tuple[str, ...] = PROVINCES) -> Standing:
    month = PERIODS.index(period)
    one, rules = target(n, provinces), (("reading", "1"),)
    if (n + month) % 17 == 5:
        reach = (Reach.BLOCKED, Reach.UNREACHABLE)[n % 2]
        return Standing(one, f"r{month}", period, False, None, None, None, None, reach, INSTRUMENT.id, "1.0", rules)
    low = Fraction((n * 37 + month * (5 if n % 4 else -3)) % 96)
    high = min(Fraction(100), low + n % 5)
    zone, category = zone_of(low, high)
    return Standing(one, f"r{month}", period, True, low, high, zone, category, Reach.READ, INSTRUMENT.id, "1.0", rules)


def verdicts(n: int, instrument: Instrument = INSTRUMENT) -> dict[str, Verdict]:
    return {c.id: _KINDS[(n * 7 + k * k) % 4] for k, c in enumerate(instrument.criteria)}


def ranking(standings: tuple[Standing, ...], province: str, period: str) -> Ranking:
    ordered = sorted((s for s in standings if s.low is not None), key=lambda s: (-(s.low or 0), s.target.id))
    places = tuple(
        Place(s.target.id, s.target.name, n, len(ordered), 1, n, n, s.low or Fraction(0), s.high or Fraction(0),
              s.zone, s.category, Earlier("2026-10", n + 1, len(ordered)))
        for n, s in enumerate(ordered, 1)
    )  # fmt: skip
    says = say("Peringkat {count} kabupaten.", count=len(places))
    return Ranking(Scope.PROVINCE, Level.KABUPATEN, province, True, period, INSTRUMENT.id, "1.0", places, (), (), says)


def source(
    count: int = 40,
    province: str = NATIONAL,
    provinces: tuple[str, ...] = PROVINCES,
    instrument: Instrument = INSTRUMENT,
) -> RegionSource:
    chosen = [n for n in range(count) if province in (NATIONAL, provinces[n % len(provinces)])]
    now = tuple(standing(n, PERIODS[-1], provinces) for n in chosen)
    return RegionSource(
        province=province,
        period=PERIODS[-1],
        standings=now,
        verdicts={f"dinas-{n}": verdicts(n, instrument) for n in chosen},
        earlier=tuple(tuple(standing(n, p, provinces) for n in chosen) for p in PERIODS[:-1]),
        rankings=(ranking(now, province, PERIODS[-1]),),
        makers=(SharedMaker("CV Situs Daerah", "vendor", tuple(f"dinas-{n}" for n in chosen[:6])),),
        listed=(target(count + 1, provinces),),
    )
