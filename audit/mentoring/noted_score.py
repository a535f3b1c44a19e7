"""The second interval, "with the mentor's notes" (rentang dengan catatan pendamping). The index stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from audit.mentoring.bearing import notes_beside
from audit.pipeline import Yardstick
from audit.score import points_of, zone_between
from model.audit import Audit
from model.finding import Finding, Verdict
from model.note import Bearing, MentorNote, NoteBeside, NotedScore


def noted_score(audit: Audit, yardstick: Yardstick, notes: Sequence[MentorNote]) -> NotedScore:
    """The interval that follows when the verdicts are what the notes say that count. No notes: the same interval."""
    beside = notes_beside(audit, yardstick.instrument, notes)
    if not audit.scorecard.audited:
        return NotedScore(None, None, None, None, audit.scorecard.zone_label, beside)
    checks = {c.id: c.check for c in yardstick.instrument.criteria}
    findings = {finding.check: finding for finding in audit.findings}
    for one in beside:
        if one.bearing is Bearing.COUNTS:
            check = checks[one.note.indicator]
            findings[check] = _as_noted(findings[check], one)
    points = [points_of(c, findings.get(c.check)) for c in yardstick.instrument.criteria]
    total = sum((p.maximum for p in points), Fraction(0))
    if not total:
        return NotedScore(None, None, None, None, audit.scorecard.zone_label, beside)
    low = sum((p.low for p in points), Fraction(0)) * 100 / total
    high = sum((p.high for p in points), Fraction(0)) * 100 / total
    return NotedScore(low, high, *zone_between(low, high, yardstick.scale), beside)


def counting(notes: Iterable[NoteBeside]) -> tuple[NoteBeside, ...]:
    return tuple(n for n in notes if n.bearing is Bearing.COUNTS)


def _as_noted(finding: Finding, beside: NoteBeside) -> Finding:
    """The finding with the verdict of the note; a note on the whole indicator speaks for every service of it."""
    note = beside.note
    if note.service:
        rows = tuple(replace(s, verdict=note.verdict) if s.key == note.service else s for s in finding.by_service)
        return replace(finding, by_service=rows)
    rows = tuple(replace(s, verdict=_for_service(s.verdict, beside)) for s in finding.by_service)
    # who has looked for himself has seen what we could not: the share rests on the services named, and not on pages
    return replace(finding, verdict=note.verdict, by_service=rows, coverage=replace(finding.coverage, enough=True))


def _for_service(verdict: Verdict, beside: NoteBeside) -> Verdict:
    """What does not apply to a service stays so, whatever is said of the others."""
    return verdict if verdict is Verdict.NOT_APPLICABLE else beside.note.verdict
