"""Places within a province and within a level (peringkat): "tempat 13 dari 15", with last period's place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from model.evidence import Level
from model.ranking import Earlier, Place, Ranking, Scope, Unplaced
from model.sentence import Sentence, say
from model.standing import Standing
from reports.figures import period_words
from reports.reach_words import REACHES

LEVEL_WORDS: dict[Level, str] = {
    Level.KEMENTERIAN: "kementerian",
    Level.LEMBAGA: "lembaga",
    Level.PROVINSI: "pemerintah provinsi",
    Level.KABUPATEN: "pemerintah kabupaten",
    Level.KOTA: "pemerintah kota",
}


@dataclass(frozen=True, slots=True)
class Field:
    """Among whom: one level, in one province ("" for the country), the governments or their units."""

    level: Level
    province: str = ""
    units: bool = False

    def holds(self, standing: Standing) -> bool:
        target = standing.target
        here = not self.province or target.province == self.province
        return here and target.level is self.level and bool(target.unit_type) == self.units

    @property
    def scope(self) -> Scope:
        return Scope.PROVINCE if self.province else Scope.LEVEL


@dataclass(frozen=True, slots=True)
class Contest:
    """The standings of one period, all measured alike. unlike: those that could not be made alike, with the reason.

    replayed: ids of those that were judged again.
    """

    period: str
    instrument: str
    version: str
    standings: tuple[Standing, ...]
    unlike: tuple[tuple[Standing, Sentence], ...] = ()
    replayed: tuple[str, ...] = ()


def fields_of(standings: Iterable[Standing]) -> tuple[Field, ...]:
    """Every field that holds somebody: by province first, then by level in the country."""
    found = {Field(s.target.level, s.target.province, bool(s.target.unit_type)) for s in standings}
    country = {Field(f.level, "", f.units) for f in found}
    order = list(Level)
    key = {f: (not f.province, f.province, f.units, order.index(f.level)) for f in found | country}
    return tuple(sorted(key, key=lambda f: key[f]))


def rank(field: Field, contest: Contest, before: Contest | None = None) -> Ranking:
    """The ranking of one field. before: the period before, measured alike; its places stand beside."""
    standings = sorted((s for s in contest.standings if field.holds(s)), key=lambda s: s.target.id)
    ranked = [s for s in standings if s.low is not None and s.high is not None]
    earlier = _earlier(field, before) if before else {}
    unplaced = [_unplaced(s, _not_audited_says(s)) for s in standings if s.low is None]
    unplaced += [_unplaced(s, says) for s, says in contest.unlike if field.holds(s)]
    ids = {s.target.id for s in standings}
    return Ranking(
        scope=field.scope,
        level=field.level,
        province=field.province,
        units=field.units,
        period=contest.period,
        instrument=contest.instrument,
        version=contest.version,
        places=_places(ranked, earlier),
        unplaced=tuple(unplaced),
        replayed=tuple(a for a in contest.replayed if a in ids),
        says=say(
            "Peringkat {whom}{where}, {period}: {ranked} diperingkat, {left} tidak dapat dinilai.",
            whom=_whom(field),
            where=f" se-{field.province}" if field.province else " se-Indonesia",
            period=period_words(contest.period),
            ranked=len(ranked),
            left=len(unplaced),
        ),
    )


def place_words(place: Place) -> str:
    """ "tempat 13 dari 15 (bulan sebelumnya 14 dari 15)"."""
    shared = f" (bersama {place.shared - 1} lainnya)" if place.shared > 1 else ""
    told = f"tempat {place.place} dari {place.of}{shared}"
    if place.before is None:
        return told
    return f"{told}; {period_words(place.before.period)}: tempat {place.before.place} dari {place.before.of}"


def _whom(field: Field) -> str:
    words = LEVEL_WORDS[field.level]
    return f"unit layanan {words}" if field.units else words


def _places(ranked: Sequence[Standing], earlier: Mapping[str, Earlier]) -> tuple[Place, ...]:
    ordered = sorted(ranked, key=lambda s: (-_low(s), -_high(s), s.target.id))
    spans = [(_low(s), _high(s)) for s in ordered]
    lows, highs = sorted(low for low, _ in spans), sorted(high for _, high in spans)
    shared = Counter(spans)
    first = {span: n for n, span in reversed(list(enumerate(spans, 1)))}
    return tuple(
        Place(
            agency=s.target.id,
            name=s.target.name,
            place=first[span],
            of=len(ordered),
            shared=shared[span],
            best=1 + len(lows) - bisect_right(lows, span[1]),
            worst=len(ordered) - bisect_left(highs, span[0]),
            low=span[0],
            high=span[1],
            zone=s.zone,
            category=s.category,
            before=earlier.get(s.target.id),
        )
        for s, span in zip(ordered, spans, strict=True)
    )


def _low(standing: Standing) -> Fraction:
    return standing.low if standing.low is not None else Fraction(0)


def _high(standing: Standing) -> Fraction:
    return standing.high if standing.high is not None else Fraction(100)


def _earlier(field: Field, before: Contest) -> dict[str, Earlier]:
    return {p.agency: Earlier(before.period, p.place, p.of) for p in rank(field, before).places}


def _unplaced(standing: Standing, says: Sentence) -> Unplaced:
    return Unplaced(standing.target.id, standing.target.name, standing.reach, says)


def _not_audited_says(standing: Standing) -> Sentence:
    return say("Belum dinilai: {reach}.", reach=REACHES[standing.reach].short)
