"""How a note stands to the verdict of an audit: does it still speak of it?

A note is about the verdict that its author saw. When the audit says something else by now, the site has changed since,
and the note is shown but no longer counted; when the audit says what the note says, the two agree. That a standard does
not apply to an agency is true of the agency and not of its site, so such a note always counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.audit import Audit
from model.finding import Finding, Verdict
from model.instrument import Instrument
from model.note import Bearing, MentorNote, NoteBeside, Stance


def notes_beside(audit: Audit, instrument: Instrument, notes: Sequence[MentorNote]) -> tuple[NoteBeside, ...]:
    """The notes of this agency that were not withdrawn, with the verdict they stand beside; in the order of writing.

    A note on an indicator that the instrument does not have, or on a service that is no longer there, is outdated.
    """
    findings = {finding.check: finding for finding in audit.findings}
    by_indicator = {c.id: findings.get(c.check) for c in instrument.criteria}
    own = [n for n in notes if n.agency == audit.target.id and n.withdrawn is None]
    return tuple(_beside(note, by_indicator.get(note.indicator)) for note in own)


def _beside(note: MentorNote, finding: Finding | None) -> NoteBeside:
    now = verdict_of(finding, note.service)
    if now is None:
        return NoteBeside(note, Verdict.UNKNOWN, Bearing.OUTDATED)
    if now is note.verdict:
        return NoteBeside(note, now, Bearing.AGREES)
    if note.stance is Stance.NOT_APPLICABLE or now is note.seen:
        return NoteBeside(note, now, Bearing.COUNTS)
    return NoteBeside(note, now, Bearing.OUTDATED)


def verdict_of(finding: Finding | None, service: str = "") -> Verdict | None:
    """The verdict of an indicator, or of one service under it; None where there is none."""
    if finding is None:
        return None
    if not service:
        return finding.verdict
    return next((s.verdict for s in finding.by_service if s.key == service), None)
