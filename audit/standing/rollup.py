"""A government's index from its units: the mean over its loci (rata-rata lokus), each with the same weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from audit.score import zone_between
from model.evidence import Target
from model.instrument import ZoneScale
from model.rollup import Locus, Rollup
from model.sentence import Sentence, say
from model.standing import Standing


def rollup(
    government: Target, units: Iterable[Standing], scale: ZoneScale, own: Standing | None = None
) -> Rollup | None:
    """None for a government without units. own: of the government's own site, told beside it and not counted.

    All standings must be measured alike and of one period. A unit that was not audited counts as unknown: nothing in
    `low` and all in `high`.
    """
    loci = sorted(units, key=lambda s: s.target.id)
    if not loci:
        return None
    seen = [(s.low, s.high) for s in loci if s.low is not None and s.high is not None]
    missing = len(loci) - len(seen)
    low = sum((pair[0] for pair in seen), Fraction(0)) / len(loci)
    high = (sum((pair[1] for pair in seen), Fraction(0)) + 100 * missing) / len(loci)
    zone, category, label = zone_between(low, high, scale)
    return Rollup(
        agency=government.id,
        name=government.name,
        period=loci[0].period,
        loci=tuple(_locus(s) for s in loci),
        low=low,
        high=high,
        seen_low=_mean([pair[0] for pair in seen]),
        seen_high=_mean([pair[1] for pair in seen]),
        own_low=own.low if own else None,
        own_high=own.high if own else None,
        zone=zone,
        category=category,
        zone_label=label,
        method=_method(len(loci), missing),
    )


def units_of(government: str, standings: Iterable[Standing]) -> tuple[Standing, ...]:
    """The units that name this government as their parent; a province's regencies are governments, not units."""
    return tuple(s for s in standings if s.target.parent == government and s.target.unit_type)


def _locus(standing: Standing) -> Locus:
    target = standing.target
    return Locus(target.id, target.name, target.unit_type, standing.low, standing.high, standing.zone, standing.reach)


def _mean(values: Sequence[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None


def _method(count: int, missing: int) -> Sentence:
    pattern = (
        "Cara menghitung: rata-rata indeks {count} lokus (perangkat daerah dan puskesmas bersama-sama), masing-masing "
        "dengan bobot sama; situs pemerintah daerah sendiri tidak ikut dihitung"
    )
    if missing:
        pattern += ". {missing} lokus belum dapat dinilai: dihitung sebagai belum diketahui (0 sampai 100)"
    return say(pattern + ".", count=count, **({"missing": missing} if missing else {}))
