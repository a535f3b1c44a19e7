"""Two audits side by side, indicator by indicator: an agency in two periods, or with the best of its province."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.audit import Audit
from model.change import Difference
from model.finding import Finding, Verdict
from model.instrument import Instrument, ZoneScale
from model.reading import Exhibit
from model.score import Points
from reports.charts import bands
from reports.html import render
from reports.language import INDONESIAN, Language
from reports.words import CAUSES
from reports.zone_time import zone_time

_BETTER = (Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.MET)


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a row. verdict: None where its instrument did not ask. answers: (services that meet it, all)."""

    verdict: Verdict | None
    low: Fraction
    high: Fraction
    answers: tuple[int, int] | None
    proof: Exhibit | None


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One indicator. by: certain points of the right side over the left. example: words of the better side."""

    indicator: str
    title: str
    maximum: Fraction
    left: Half
    right: Half
    by: Fraction
    example: Exhibit | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """rows: those that differ first, most points first; then those that are alike, in the order of the instrument."""

    differing: tuple[CompareRow, ...]
    alike: tuple[CompareRow, ...]


def compare(left: Audit, right: Audit, instrument: Instrument) -> Comparison:
    sides = [({f.check: f for f in audit.findings}, {p.indicator: p for p in audit.scorecard.points})
             for audit in (left, right)]  # fmt: skip
    rows = []
    for criterion in instrument.criteria:
        one, other = (_half(findings.get(criterion.check), points.get(criterion.id)) for findings, points in sides)
        example = other.proof if _is_better(other.verdict, one.verdict) else None
        rows.append(
            CompareRow(criterion.id, criterion.title, criterion.weight, one, other, other.low - one.low, example)
        )
    differing = [row for row in rows if row.left.verdict is not row.right.verdict or row.by]
    alike = [row for row in rows if row not in differing]
    return Comparison(tuple(sorted(differing, key=lambda row: -abs(row.by))), tuple(alike))


def _half(finding: Finding | None, points: Points | None) -> Half:
    verdict = points.verdict if points else finding.verdict if finding else None
    low, high = (points.low, points.high) if points else (Fraction(0), Fraction(0))
    if finding is None:
        return Half(verdict, low, high, None, None)
    asked = [a for a in finding.by_service if a.verdict is not Verdict.NOT_APPLICABLE]
    met = [a for a in asked if a.verdict is Verdict.MET]
    proofs = [*(e for a in met for e in a.exhibits), *finding.exhibits]
    return Half(verdict, low, high, (len(met), len(asked)) if asked else None, proofs[0] if proofs else None)


def _is_better(one: Verdict | None, other: Verdict | None) -> bool:
    if one not in _BETTER:
        return False
    return other not in _BETTER or _BETTER.index(one) > _BETTER.index(other)


def render_comparison(
    left: Audit,
    right: Audit,
    instrument: Instrument,
    scale: ZoneScale,
    difference: Difference | None = None,
    language: Language = INDONESIAN,
) -> str:
    """One self-contained HTML file. difference: the causes, where both are of one agency."""
    instrument, scale = language.instrument(instrument), language.scale(scale)
    return render(
        "compare.html",
        language,
        left=left,
        right=right,
        same=left.target.id == right.target.id,
        comparison=compare(left, right, instrument),
        instrument=instrument,
        bands=bands(scale),
        scale=scale,
        beside={"difference": difference},
        titles={criterion.id: criterion.title for criterion in instrument.criteria},
        causes=CAUSES,
        most_changes=60,
        clock=zone_time(right.target.province),
    )
