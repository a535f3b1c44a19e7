"""How much an index rests on (cakupan dan keyakinan): beside the score, never in it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from model.audit import Audit
from model.confidence import Confidence, Surety
from model.evidence import Resource
from model.finding import Finding
from model.instrument import Instrument
from model.reading import Exhibit
from model.sentence import Sentence, say
from reports.figures import short_number

HIGH_SHARE = Fraction(9, 10)  # of the points certain and of the addresses looked at
LOW_CERTAIN = Fraction(2, 3)
LOW_LOOKED = Fraction(1, 2)
MOST_PICTURES = Fraction(1, 4)  # recognised text may be misread: more of it, and the confidence is not high
_NOT_PROMISED = (Resource.ROBOTS, Resource.SITEMAP)


def confidence(audit: Audit, instrument: Instrument) -> Confidence:
    """What the index of one audit rests on. The same audit gives the same answer."""
    lines = [line for line in audit.ledger if line.promises and line.resource not in _NOT_PROMISED]
    planned, looked_at = len(lines), sum(line.reach.looked_at for line in lines)
    taken_over = len(audit.taken_over)
    if not audit.scorecard.audited:
        says = say("Situs belum dapat dinilai, sehingga tidak ada nilai yang dapat dipercaya atau diragukan.")
        return Confidence(Surety.NONE, planned, looked_at, Fraction(0), Fraction(0), 1.0, taken_over, says)
    points = audit.scorecard.points
    total = sum((p.maximum for p in points), Fraction(0))
    certain = 1 - sum((p.high - p.low for p in points), Fraction(0)) / total
    pictures, weakest = _from_pictures(audit, instrument)
    looked = Fraction(looked_at, planned) if planned else Fraction(1)
    surety = _surety(certain, looked, pictures)
    says = _says(surety, planned, looked_at, certain, pictures, taken_over)
    return Confidence(surety, planned, looked_at, certain, pictures, weakest, taken_over, says)


def _from_pictures(audit: Audit, instrument: Instrument) -> tuple[Fraction, float]:
    """(share of the points won that only pictures prove, lowest confidence of recognised text under points won)."""
    findings = {finding.check: finding for finding in audit.findings}
    won = {p.indicator: p.low for p in audit.scorecard.points if p.low > 0}
    shown = {c.id: tuple(_proofs(findings[c.check])) for c in instrument.criteria if c.check in findings}
    total = sum(won.values(), Fraction(0))
    drawn = sum((low for name, low in won.items() if _only_pictures(shown.get(name, ()))), Fraction(0))
    sure = [e.confidence for name in won for e in shown.get(name, ()) if e.medium == "image"]
    return (drawn / total if total else Fraction(0)), min(sure, default=1.0)


def _proofs(finding: Finding) -> Iterator[Exhibit]:
    yield from finding.exhibits
    for service in finding.by_service:
        yield from service.exhibits


def _only_pictures(exhibits: tuple[Exhibit, ...]) -> bool:
    return bool(exhibits) and all(e.medium == "image" for e in exhibits)


def _surety(certain: Fraction, looked: Fraction, pictures: Fraction) -> Surety:
    if certain < LOW_CERTAIN or looked < LOW_LOOKED:
        return Surety.LOW
    if certain >= HIGH_SHARE and looked >= HIGH_SHARE and pictures <= MOST_PICTURES:
        return Surety.HIGH
    return Surety.MEDIUM


_WORDS = {Surety.HIGH: "tinggi", Surety.MEDIUM: "sedang", Surety.LOW: "rendah"}


def _says(
    surety: Surety, planned: int, looked_at: int, certain: Fraction, pictures: Fraction, taken_over: int
) -> Sentence:
    pattern = (
        "Keyakinan {word}: {looked_at} dari {planned} alamat yang menjanjikan isi pelayanan dilihat; {certain}% dari "
        "seluruh poin sudah pasti"
    )
    values: dict[str, str | int] = {
        "word": _WORDS[surety],
        "looked_at": looked_at,
        "planned": planned,
        "certain": short_number(certain * 100),
    }
    if pictures:
        pattern += "; {pictures}% dari poin yang diperoleh hanya terbaca dari gambar"
        values["pictures"] = short_number(pictures * 100)
    if taken_over:
        pattern += "; isi {taken_over} alamat diambil dari audit sebelumnya"
        values["taken_over"] = taken_over
    return say(pattern + ".", **values)
