"""One audit: a target, what was looked at, what was found, and the score. Written to JSON and read back exactly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from model.evidence import LedgerLine, Reach, Target
from model.finding import Finding, Verdict
from model.reading import PageKind, Topic
from model.score import Scorecard


@dataclass(frozen=True, slots=True)
class AuditedService:
    """A service as the report shows it: a verdict for each of the six published components."""

    key: str
    name: str
    url: str
    components: tuple[tuple[Topic, Verdict], ...]
    also_at: tuple[str, ...] = ()
    owner: str = ""
    same_text_as: str = ""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page or document that was read, as the report lists it.

    words: fingerprint of its own words, "" where there are none. sketch: a small set of fingerprints of its phrases, by
    which an edited page is known again. Both leave the site's furniture out, and neither depends on the address.
    """

    url: str
    kind: PageKind
    title: str
    media: str
    digest: str
    words: str = ""
    sketch: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A page whose content a recheck took over from an earlier audit, and when it was really looked at (UTC)."""

    url: str
    digest: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Audit:
    """The result of one audit of one agency.

    run: id of the run it belongs to. period: "YYYY-MM" by the agency's own zone. rules: versions of the rules that
    judged, as sorted pairs, e.g. (("reading", "1"), ("service_fee", "1"), ...). notes: site-wide facts.
    base: id of the run that a recheck (pemeriksaan ulang) goes on from, or "". taken_over: what it did not look at
    again.
    """

    run: str
    period: str
    target: Target
    started: datetime
    finished: datetime
    home: Reach
    home_detail: str
    scorecard: Scorecard
    findings: tuple[Finding, ...]
    services: tuple[AuditedService, ...]
    pages: tuple[ReadPage, ...]
    ledger: tuple[LedgerLine, ...]
    rules: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()
    base: str = ""
    taken_over: tuple[TakenOver, ...] = ()
