"""The eight components that may stay in the decree: found in a standard, not on a page of the profile."""

from __future__ import annotations

import pytest

from checks._run import all_checks, judge
from model.evidence import Reach
from model.finding import Verdict
from model.reading import Grade, PageKind, Topic
from tests.checks.build import SITE, line, page, site, statement

TOPICS = {
    "legal_basis": Topic.LEGAL_BASIS,
    "facilities": Topic.FACILITIES,
    "staff_competence": Topic.STAFF_COMPETENCE,
    "internal_supervision": Topic.INTERNAL_SUPERVISION,
    "staff_number": Topic.STAFF_NUMBER,
    "service_guarantee": Topic.SERVICE_GUARANTEE,
    "safety_guarantee": Topic.SAFETY_GUARANTEE,
    "performance_evaluation": Topic.PERFORMANCE_EVALUATION,
}
each = pytest.mark.parametrize("name", TOPICS)


def verdict(name: str, **seen):
    (found,) = judge(site(**seen), [c for c in all_checks() if c.id == name])
    return found.verdict


@each
def test_it_is_met_in_a_standard(name: str) -> None:
    said = statement(TOPICS[name], url=SITE + "standar")
    assert verdict(name, statements=[said], pages=[page(), page(SITE + "standar", PageKind.STANDARD)]) is Verdict.MET


@each
def test_a_page_of_the_profile_is_no_standard(name: str) -> None:
    said = statement(TOPICS[name], url=SITE + "profil")
    assert verdict(name, statements=[said], pages=[page(), page(SITE + "profil", PageKind.PROFILE)]) is Verdict.NOT_MET


@each
def test_a_poster_counts(name: str) -> None:
    assert verdict(name, statements=[statement(TOPICS[name], url=SITE + "poster.jpg")]) is Verdict.MET


@each
def test_in_part_is_partly_met(name: str) -> None:
    said = statement(TOPICS[name], Grade.PARTIAL, url=SITE + "standar.pdf")
    pages = [page(), page(SITE + "standar.pdf", PageKind.DOCUMENT)]
    assert verdict(name, statements=[said], pages=pages) is Verdict.PARTLY_MET


@each
def test_a_standard_that_could_not_be_read_leaves_it_unknown(name: str) -> None:
    unread = line("standar", Reach.TIMED_OUT, "service", text="Standar Pelayanan")
    assert verdict(name, ledger=[unread]) is Verdict.UNKNOWN
