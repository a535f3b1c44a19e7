"""One fault of the bed as data: the site that has it, and what must be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.evidence import Reach
from model.finding import Verdict
from tests.faultsite.bed import Seen
from tests.faultsite.server import Site


@dataclass(frozen=True)
class Case:
    """fault: its number in the menu. site: what the server answers; None where nothing does.

    home, detail: what is said of the start page. fee: the verdict on fees, which the good page tells; None: the site
    is not audited. lines: of the ledger, by path. notes: site-wide facts. seconds: the most that the visit may take.
    """

    fault: str
    name: str
    site: Site | None
    home: Reach = Reach.READ
    detail: str = ""
    fee: Verdict | None = Verdict.MET
    lines: Mapping[str, tuple[Reach, str]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    seconds: float = 90.0
    scheme: str = "http"

    @property
    def host(self) -> str:
        return f"{self.name}.test"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}/"


def check(case: Case, seen: Seen) -> None:
    """Verdict, reason, wall clock, and that nothing is left."""
    assert (seen.evidence.home, seen.evidence.home_detail) == (case.home, case.detail)
    if case.fee is None:
        assert (seen.audit.scorecard.low, seen.audit.scorecard.high, seen.audit.scorecard.zone) == (None, None, None)
    else:
        assert seen.verdict("fee") is case.fee
    assert {p: (seen.line(p).reach, seen.line(p).detail) for p in case.lines} == dict(case.lines)
    assert set(case.notes) <= set(seen.evidence.notes)
    assert seen.seconds < case.seconds
    assert seen.left == 0
