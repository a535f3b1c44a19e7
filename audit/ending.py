"""How a run is told to machines: as JSON, and by an exit code against a bar that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from audit.run import RunResult
from audit.settings import Places
from model.audit import Audit
from reports.figures import score_value


@dataclass(frozen=True, slots=True)
class Ending:
    """fail_under: 0 to 100. The lower end of an interval must reach it: what is unknown proves nothing."""

    as_json: bool = False
    fail_under: float | None = None

    @property
    def bar(self) -> str:
        return f"{self.fail_under:g}".replace(".", ",")

    def below(self, audits: Iterable[Audit]) -> list[Audit]:
        """Those that are not proved to reach the bar; an agency that could not be audited is one of them."""
        if self.fail_under is None:
            return []
        bar = Fraction(str(self.fail_under))
        return [audit for audit in audits if audit.scorecard.low is None or audit.scorecard.low < bar]


PLAIN = Ending()
"""A table for people, and no bar."""


def run_data(result: RunResult, places: Places) -> dict[str, Any]:
    """One object for the run; the whole of each audit is in its own report.json."""
    return {
        "run": result.run,
        "index": str((places.out / "index.html").resolve()),
        "audits": [audit_data(audit, places) for audit in result.audits],
        "failed": [{"agency": target.id, "name": target.name, "note": note} for target, note in result.failed],
    }


def audit_data(audit: Audit, places: Places) -> dict[str, Any]:
    card = audit.scorecard
    return {
        "agency": audit.target.id,
        "name": audit.target.name,
        "period": audit.period,
        "audited": card.audited,
        "reach": card.reach.value,
        "low": None if card.low is None else float(score_value(card.low)),
        "high": None if card.high is None else float(score_value(card.high)),
        "zone": card.zone,
        "report": str((places.out / audit.target.id / "report.json").resolve()),
    }
