"""Confidence stands beside the score: what was looked at, what is certain, what only pictures prove."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from audit.standing.confidence import confidence
from model.audit import TakenOver
from model.confidence import Surety
from model.evidence import Reach
from model.finding import Verdict
from tests.audit.audits import audit_of, shown
from tests.audit.test_score import INSTRUMENT, finding
from tests.checks.build import HOME, NOON, line


def told(audit):
    return confidence(audit, INSTRUMENT)


def lines(read: int, failed: int):
    good = [line(f"a{n}", Reach.READ, "service") for n in range(read)]
    return (HOME, *good, *(line(f"b{n}", Reach.TIMED_OUT, "service") for n in range(failed)))


def test_all_seen_and_all_certain_is_high():
    found = told(audit_of(ledger=lines(10, 0)))
    assert (found.surety, found.planned, found.looked_at, found.certain) == (Surety.HIGH, 10, 10, 1)
    assert "10 dari 10 alamat" in str(found.says)
    assert "100% dari seluruh poin sudah pasti" in str(found.says)


@pytest.mark.parametrize(
    ("read", "failed", "surety"), [(9, 1, Surety.HIGH), (8, 2, Surety.MEDIUM), (4, 6, Surety.LOW), (0, 0, Surety.HIGH)]
)
def test_what_was_not_looked_at_lowers_it(read, failed, surety):
    assert told(audit_of(ledger=lines(read, failed))).surety is surety


def test_uncertain_points_lower_it():
    unknown = [finding(c, Verdict.UNKNOWN) for c in ("fee", "completion_time", "service_pledge")]
    found = told(audit_of(*unknown))
    assert (found.certain, found.surety) == (F(68, 100), Surety.MEDIUM)
    assert told(audit_of(otherwise=Verdict.UNKNOWN)).surety is Surety.LOW


def test_points_that_only_pictures_prove_are_told():
    found = told(audit_of(shown("fee", Verdict.MET, "image", 0.81), shown("completion_time", Verdict.MET, "image", 0.9),
                          shown("service_pledge", Verdict.MET, "image", 0.97)))  # fmt: skip
    assert (found.from_pictures, found.weakest, found.surety) == (F(32, 100), 0.81, Surety.MEDIUM)
    assert "32% dari poin yang diperoleh hanya terbaca dari gambar" in str(found.says)


def test_what_a_recheck_took_over_is_told():
    found = told(audit_of(taken_over=(TakenOver("https://a.test/", "d" * 64, NOON),)))
    assert (found.taken_over, "isi 1 alamat diambil dari audit sebelumnya" in str(found.says)) == (1, True)


def test_a_site_that_was_not_audited_has_none():
    found = told(audit_of(home=Reach.BLOCKED))
    assert (found.surety, found.certain) == (Surety.NONE, 0)
