"""What a mentor (pendamping) says about a verdict: kept apart from it, shown beside it, never mixed into the index."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

from model.finding import Verdict


class Stance(StrEnum):
    CONFIRM = "confirm"  # membenarkan
    DISPUTE = "dispute"  # membantah
    NOT_APPLICABLE = "not_applicable"  # tidak berlaku bagi instansi ini


@dataclass(frozen=True, slots=True)
class MentorNote:
    """One note (catatan pendamping). It belongs to an agency and an indicator, so that it outlives each audit.

    number: its number in the archive. service: key of the service it speaks of, or "" for the whole indicator.
    seen: the verdict it was written about, in the audit `run` of `period`. verdict: what the mentor holds to be right:
    `seen` for CONFIRM, another for DISPUTE, NOT_APPLICABLE for that. address: the page that shows it. written,
    withdrawn: UTC.
    """

    number: int
    agency: str
    indicator: str
    service: str
    stance: Stance
    seen: Verdict
    verdict: Verdict
    author: str
    reason: str
    address: str
    run: str
    period: str
    written: datetime
    withdrawn: datetime | None = None


class Bearing(StrEnum):
    """How a note stands to the verdict of a later audit."""

    COUNTS = "counts"  # it speaks of this very verdict, and goes into the second interval
    AGREES = "agrees"  # the audit says by now what the note says
    OUTDATED = "outdated"  # the verdict has changed since; the note is shown and not counted


@dataclass(frozen=True, slots=True)
class NoteBeside:
    """A note as it is shown beside the verdict of one audit. now: that verdict."""

    note: MentorNote
    now: Verdict
    bearing: Bearing


@dataclass(frozen=True, slots=True)
class NotedScore:
    """The second interval, "with the mentor's notes" (rentang dengan catatan pendamping). None: not audited."""

    low: Fraction | None
    high: Fraction | None
    zone: str | None
    category: str | None
    zone_label: str
    notes: tuple[NoteBeside, ...]
