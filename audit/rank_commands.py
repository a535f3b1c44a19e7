"""What `patuh rank` and `patuh rollup` do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table

from audit.cli import Exit, write_json
from audit.commands import tell_lack
from audit.period import period_of
from audit.picking import last_period, open_kept
from audit.pipeline import Yardstick
from audit.screen import out, say_line
from audit.settings import yardstick
from audit.standing.alike import contests
from audit.standing.ranking import Contest, fields_of, place_words, rank
from audit.standing.rollup import rollup, units_of
from audit.unfit import Unfit
from model.evidence import Level
from model.ranking import Place, Ranking
from model.rollup import Rollup
from reports.figures import interval, score_value
from reports.words import zone_word
from store.errors import StoreError

LEVELS = tuple(level.value for level in Level)


@dataclass(frozen=True, slots=True)
class RankOrder:
    """The options of `patuh rank`, as given."""

    province: str
    level: str
    by: str
    period: str
    data: Path
    instrument: str
    scale: str
    as_json: bool


def run_rank(order: RankOrder) -> int:
    """`patuh rank`. Raises Unfit."""
    if order.level and order.level not in LEVELS:
        raise Unfit(f"Tingkat “{order.level}” tidak dikenal. Pilihan: {', '.join(LEVELS)}.")
    if order.by not in ("site", "loci"):
        raise Unfit(f"Dasar peringkat “{order.by}” tidak dikenal. Pilihan: site, loci.")
    measure = yardstick(order.instrument, order.scale)
    try:
        now, before = two_periods(order, measure)
    except (StoreError, OSError) as error:
        return tell_lack(error)
    if order.by == "loci":
        now, before = by_loci(now, measure), by_loci(before, measure) if before else None
    found = list(rankings(order, now, before))
    if not found:
        raise Unfit("Tidak ada instansi yang cocok dengan pilihan provinsi dan tingkat itu.")
    if order.as_json:
        write_json([ranking_data(one) for one in found])
    else:
        for one in found:
            show(one)
    return Exit.FINE


def two_periods(order: RankOrder, measure: Yardstick) -> tuple[Contest, Contest | None]:
    """The period asked for and the one before it, measured alike."""
    with open_kept(order.data) as kept:
        period = period_of(order.period) if order.period else last_period(kept.archive)
        earlier = [p for p in kept.archive.periods() if p < period]
        found = contests((*earlier[-1:], period), kept, measure)
    if not (found[-1].standings or found[-1].unlike):
        raise Unfit(f"Tidak ada audit pada {period}.")
    return found[-1], found[0] if earlier else None


def by_loci(contest: Contest, measure: Yardstick) -> Contest:
    """The governments stand by the mean of their loci; those without units are left out."""
    own = {s.target.id: s for s in contest.standings}
    found = []
    for standing in contest.standings:
        told = rollup(standing.target, units_of(standing.target.id, contest.standings), measure.scale)
        if told is not None and told.seen_low is not None:
            changed = replace(
                own[standing.target.id],
                low=told.low,
                high=told.high,
                audited=True,
                zone=told.zone,
                category=told.category,
            )
            found.append(changed)
    return replace(contest, standings=tuple(found))


def rankings(order: RankOrder, now: Contest, before: Contest | None) -> Iterator[Ranking]:
    everybody = (*now.standings, *(s for s, _ in now.unlike))
    for field in fields_of(everybody):
        if order.province and field.province.casefold() != order.province.casefold():
            continue
        if order.level and field.level.value != order.level:
            continue
        yield rank(field, now, before)


def show(ranking: Ranking) -> None:
    table = Table(title=str(ranking.says), title_justify="left")
    for heading in ("Tempat", "Instansi", "Indeks", "Zona", "Mungkin", "Sebelumnya"):
        table.add_column(heading, overflow="fold")
    for place in ranking.places:
        before = f"{place.before.place} dari {place.before.of}" if place.before else "–"
        possible = str(place.best) if place.best == place.worst else f"{place.best}–{place.worst}"
        table.add_row(
            str(place.place), escape(place.name), interval(place.low, place.high),
            zone_word(place.zone) if place.zone else "belum dapat ditetapkan", possible, before,
        )  # fmt: skip
    out.print(table)
    for left in ranking.unplaced:
        say_line(f"  Tanpa tempat: {left.name}. {left.says}")
    if ranking.replayed:
        say_line(
            f"  {len(ranking.replayed)} audit dinilai ulang agar semua diukur dengan instrumen dan aturan yang sama."
        )


def ranking_data(ranking: Ranking) -> dict[str, Any]:
    return {
        "says": str(ranking.says),
        "scope": ranking.scope.value,
        "level": ranking.level.value,
        "province": ranking.province or None,
        "units": ranking.units,
        "period": ranking.period,
        "instrument": {"id": ranking.instrument, "version": ranking.version},
        "places": [place_data(place) for place in ranking.places],
        "unplaced": [
            {"agency": u.agency, "name": u.name, "reach": u.reach.value, "says": str(u.says)} for u in ranking.unplaced
        ],
        "replayed": list(ranking.replayed),
    }


def place_data(place: Place) -> dict[str, Any]:
    before = place.before
    return {
        "agency": place.agency,
        "name": place.name,
        "place": place.place,
        "of": place.of,
        "shared": place.shared,
        "best": place.best,
        "worst": place.worst,
        "says": place_words(place),
        "low": float(score_value(place.low)),
        "high": float(score_value(place.high)),
        "zone": place.zone,
        "category": place.category,
        "before": {"period": before.period, "place": before.place, "of": before.of} if before else None,
    }


def run_rollup(government: str, order: RankOrder) -> int:
    """`patuh rollup`. Raises Unfit."""
    measure = yardstick(order.instrument, order.scale)
    try:
        now, _ = two_periods(order, measure)
    except (StoreError, OSError) as error:
        return tell_lack(error)
    found = list(rollups(government, now, measure))
    if not found:
        whom = f"“{government}”" if government else "instansi mana pun"
        raise Unfit(f"Tidak ada unit layanan di bawah {whom} pada {now.period}. Isi kolom parent dan unit_type.")
    if order.as_json:
        write_json([rollup_data(one) for one in found])
    else:
        for one in found:
            show_rollup(one)
    return Exit.FINE


def rollups(government: str, contest: Contest, measure: Yardstick) -> Iterator[Rollup]:
    for standing in contest.standings:
        if government in ("", standing.target.id):
            told = rollup(standing.target, units_of(standing.target.id, contest.standings), measure.scale, standing)
            if told is not None:
                yield told


def show_rollup(told: Rollup) -> None:
    say_line(f"{told.name}, {told.period}: {interval(told.low, told.high)} ({told.zone_label})")
    for locus in told.loci:
        value = interval(locus.low, locus.high) if locus.low is not None and locus.high is not None else "belum dinilai"
        say_line(f"  {locus.name} ({locus.unit_type}): {value}")
    if told.own_low is not None and told.own_high is not None:
        say_line(f"  Situs pemerintah daerah sendiri: {interval(told.own_low, told.own_high)}")
    say_line(f"  {told.method}")


def rollup_data(told: Rollup) -> dict[str, Any]:
    def number(value: Any) -> float | None:
        return None if value is None else float(score_value(value))

    return {
        "agency": told.agency,
        "name": told.name,
        "period": told.period,
        "low": number(told.low),
        "high": number(told.high),
        "zone": told.zone,
        "category": told.category,
        "seen": {"low": number(told.seen_low), "high": number(told.seen_high)},
        "own_site": {"low": number(told.own_low), "high": number(told.own_high)},
        "method": str(told.method),
        "loci": [
            {
                "agency": x.agency,
                "name": x.name,
                "unit_type": x.unit_type,
                "low": number(x.low),
                "high": number(x.high),
                "zone": x.zone,
                "reach": x.reach.value,
            }
            for x in told.loci
        ],
    }
