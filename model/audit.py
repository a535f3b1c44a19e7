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
    """A page or document that was read, as the report lists it."""

    url: str
    kind: PageKind
    title: str
    media: str
    digest: str


@dataclass(frozen=True, slots=True)
class Audit:
    """The result of one audit of one agency.

    run: id of the run it belongs to. period: "YYYY-MM" by the agency's own zone. rules: versions of the rules that
    judged, as sorted pairs, e.g. (("reading", "1"), ("service_fee", "1"), ...). notes: site-wide facts.
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
