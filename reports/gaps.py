"""What to mend first: the points that are surely missing, against the hours that mending takes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from model.audit import Audit
from model.finding import Finding, Verdict
from model.instrument import Criterion, Instrument
from model.score import Points

_LACKING = (Verdict.NOT_MET, Verdict.PARTLY_MET)


@dataclass(frozen=True, slots=True)
class Gap:
    """An indicator that surely loses points (celah).

    lost: points, counting nothing that is merely unknown. effort: hours, for every service that lacks it.
    """

    criterion: Criterion
    finding: Finding
    lost: Fraction
    effort: int


def gaps(audit: Audit, instrument: Instrument) -> tuple[Gap, ...]:
    """Most points per hour first, then most points, then the order of the instrument. Empty when not audited."""
    if not audit.scorecard.audited:
        return ()
    findings = {finding.check: finding for finding in audit.findings}
    points = {p.indicator: p for p in audit.scorecard.points}
    found = [
        _gap(criterion, findings[criterion.check], points[criterion.id])
        for criterion in instrument.criteria
        if criterion.id in points and criterion.check in findings and points[criterion.id].verdict in _LACKING
    ]
    lasting = [gap for gap in found if gap.lost > 0]
    return tuple(sorted(lasting, key=lambda gap: (-gap.lost / gap.effort, -gap.lost)))


def _gap(criterion: Criterion, finding: Finding, points: Points) -> Gap:
    lacking = sum(answer.verdict in _LACKING for answer in finding.by_service)
    return Gap(criterion, finding, points.maximum - points.high, max(criterion.effort * max(lacking, 1), 1))
