"""Audits from verdicts, with the bundled instrument."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from audit.pipeline import Yardstick, rule_versions
from audit.score import score
from model.audit import Audit
from model.evidence import Reach
from model.finding import Finding, Verdict
from model.reading import Exhibit
from tests.audit.test_score import CHECKS, INSTRUMENT, SCALE, finding
from tests.checks.build import HOME, NOON, SITE, TARGET, site

YARDSTICK = Yardstick(INSTRUMENT, SCALE)


def audit_of(*findings: Finding, otherwise: Verdict = Verdict.MET, home: Reach = Reach.READ, **more: Any) -> Audit:
    """An audit in which all checks that are not named give `otherwise`."""
    named = {f.check: f for f in findings}
    every = tuple(named.get(c) or finding(c, otherwise) for c in CHECKS)
    card = score(every, INSTRUMENT, SCALE, site(home=home))
    audit = Audit("000001", "2026-07", TARGET, NOON, NOON, home, "", card, every, (), (), (HOME,),
                  rule_versions(INSTRUMENT))  # fmt: skip
    return replace(audit, **more)


def shown(check: str, verdict: Verdict, medium: str = "text", confidence: float = 1.0) -> Finding:
    """A finding with one proof."""
    exhibit = Exhibit(SITE, "Bukti", "paragraf 1", "d" * 64, NOON, medium, confidence)
    return replace(finding(check, verdict), exhibits=(exhibit,))
