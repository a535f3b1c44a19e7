"""What is concluded: verdicts that carry their proof, or say what was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from model.evidence import Reach
from model.reading import Exhibit
from model.sentence import Sentence


class Verdict(StrEnum):
    MET = "met"  # terpenuhi
    PARTLY_MET = "partly_met"  # sebagian
    NOT_MET = "not_met"  # belum terpenuhi
    NOT_APPLICABLE = "not_applicable"  # tidak berlaku
    UNKNOWN = "unknown"  # belum dapat disimpulkan


@dataclass(frozen=True, slots=True)
class Unread:
    """A promising address that could not be looked at."""

    url: str
    reach: Reach
    text: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what the frontier planned was looked at (cakupan). planned counts promising addresses."""

    planned: int
    looked_at: int
    unread: tuple[Unread, ...] = ()
    enough: bool = True


@dataclass(frozen=True, slots=True)
class ServiceFinding:
    """A product-level verdict for one service."""

    key: str
    name: str
    url: str
    verdict: Verdict
    says: Sentence
    exhibits: tuple[Exhibit, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of one check for one site (temuan).

    check: its id. version: of the judgement. by_service: one per service for product-level checks, else empty.
    """

    check: str
    version: int
    verdict: Verdict
    says: Sentence
    exhibits: tuple[Exhibit, ...]
    coverage: Coverage
    by_service: tuple[ServiceFinding, ...] = ()
