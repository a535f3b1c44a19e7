"""From findings to a score that is an interval, with exact arithmetic.

Met counts 1, partly met 1/2, not met 0, unknown anything from 0 to 1. What does not apply leaves the maximum, and the
total is brought back to 100. For product-level checks the services found count equally.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from audit.audited import not_audited_says
from audit.zones import zone_of
from model.evidence import Reach
from model.finding import Finding, Verdict
from model.instrument import Criterion, Instrument, ZoneScale
from model.reading import Reading
from model.score import Points, Scorecard
from model.sentence import Sentence, say
from reports.figures import score_words

SHARES: dict[Verdict, tuple[Fraction, Fraction]] = {
    Verdict.MET: (Fraction(1), Fraction(1)),
    Verdict.PARTLY_MET: (Fraction(1, 2), Fraction(1, 2)),
    Verdict.NOT_MET: (Fraction(0), Fraction(0)),
    Verdict.UNKNOWN: (Fraction(0), Fraction(1)),
}
UNSURE = "belum dapat ditetapkan"


def score(findings: Iterable[Finding], instrument: Instrument, scale: ZoneScale, reading: Reading) -> Scorecard:
    """The Indeks Publikasi Web of one site. The order of the findings does not matter."""
    by_check = {f.check: f for f in findings}
    points = tuple(points_of(c, by_check.get(c.check)) for c in instrument.criteria)
    why = not_audited_says(reading)
    total = sum((p.maximum for p in points), Fraction(0))
    if why is None and not total:
        why = say("Belum dinilai: tidak ada indikator yang berlaku untuk instansi ini.")
    if why is not None:
        return _card(instrument, scale, reading.home, points, None, None, None, None, UNSURE, why)
    low = sum((p.low for p in points), Fraction(0)) * 100 / total
    high = sum((p.high for p in points), Fraction(0)) * 100 / total
    zone, category, label = zone_between(low, high, scale)
    return _card(
        instrument,
        scale,
        reading.home,
        points,
        low,
        high,
        zone,
        category,
        label,
        _why(low, high, scale, points, instrument),
    )


def points_of(criterion: Criterion, finding: Finding | None) -> Points:
    """Points of one criterion. A check that did not answer counts as unknown."""
    verdict = finding.verdict if finding is not None else Verdict.UNKNOWN
    share = share_of(finding) if finding is not None else SHARES[Verdict.UNKNOWN]
    if share is None:
        return Points(criterion.id, Verdict.NOT_APPLICABLE, Fraction(0), Fraction(0), Fraction(0))
    low, high = share
    return Points(criterion.id, verdict, low * criterion.weight, high * criterion.weight, criterion.weight)


def share_of(finding: Finding) -> tuple[Fraction, Fraction] | None:
    """What part of full marks a finding earns, at least and at most; None when it does not apply.

    For a product-level finding: the mean over the services. When so many pages were unseen that the share itself is
    unsure, each unseen address counts as one more service of which nothing is known.
    """
    shares = [SHARES[s.verdict] for s in finding.by_service if s.verdict is not Verdict.NOT_APPLICABLE]
    if not shares:
        return SHARES.get(finding.verdict)
    if not finding.coverage.enough:
        shares += [SHARES[Verdict.UNKNOWN]] * len(finding.coverage.unread)
    lows, highs = zip(*shares, strict=True)
    return sum(lows, Fraction(0)) / len(shares), sum(highs, Fraction(0)) / len(shares)


def zone_between(low: Fraction, high: Fraction, scale: ZoneScale) -> tuple[str | None, str | None, str]:
    """Zone, category and label; None where the interval does not lie in one of them."""
    if not scale.zones:
        return None, None, scale.title
    lowest, highest = zone_of(low, scale), zone_of(high, scale)
    if lowest is None or highest is None or lowest.zone != highest.zone:
        return None, None, UNSURE
    if lowest != highest:
        return lowest.zone, None, f"Zona {lowest.zone}, kategori {UNSURE}"
    return lowest.zone, lowest.category or None, lowest.label


def _why(
    low: Fraction, high: Fraction, scale: ZoneScale, points: tuple[Points, ...], instrument: Instrument
) -> Sentence:
    span = {"low": score_words(low), "high": score_words(high)}
    if not scale.zones:
        return say("Indeks {low} sampai {high}. Tidak ada skala zona untuk tahun ini.", **span)
    lowest, highest = zone_of(low, scale), zone_of(high, scale)
    if low == high and lowest is not None:
        return say("Nilai indeks {low} termasuk {label}.", low=span["low"], label=lowest.label)
    if lowest == highest and lowest is not None:
        return say("Seluruh rentang {low} sampai {high} termasuk {label}.", label=lowest.label, **span)
    titles = {c.id: c.title for c in instrument.criteria}
    widest = sorted((p for p in points if p.high > p.low), key=lambda p: p.low - p.high)[:3]
    return say(
        "Rentang {low} sampai {high} melewati batas zona, karena belum dapat disimpulkan: {unknown}.",
        unknown="; ".join(titles[p.indicator] for p in widest),
        **span,
    )


def _card(
    instrument: Instrument,
    scale: ZoneScale,
    reach: Reach,
    points: tuple[Points, ...],
    low: Fraction | None,
    high: Fraction | None,
    zone: str | None,
    category: str | None,
    label: str,
    why: Sentence,
) -> Scorecard:
    return Scorecard(
        instrument=instrument.id,
        instrument_version=instrument.version,
        scale=scale.id,
        audited=low is not None,
        reach=reach,
        low=low,
        high=high,
        zone=zone,
        category=category,
        zone_label=label,
        why=why,
        points=points,
    )
