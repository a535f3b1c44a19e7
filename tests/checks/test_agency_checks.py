"""Checks asked once per site: what meets them, what does not, and the trap each was made for."""

from types import SimpleNamespace

import pytest

from checks._run import judge
from model.evidence import Reach
from model.finding import Finding, Verdict
from model.reading import Grade, PageKind, Reading, Topic
from model.sentence import say
from tests.checks.build import SITE, clear, line, page, service, site, statement

MET, PARTLY, NOT_MET = Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET

SINGLE = {
    "service_pledge": Topic.PLEDGE,
    "complaint_channels": Topic.COMPLAINT_HANDLING,
    "complaint_procedure": Topic.COMPLAINT_PROCEDURE,
    "complaint_officer": Topic.COMPLAINT_OFFICER,
    "complaint_recap": Topic.COMPLAINT_RECAP,
    "lapor_link": Topic.LAPOR,
    "special_services": Topic.SPECIAL_SERVICES,
    "satisfaction_survey": Topic.SURVEY,
    "vision_mission": Topic.VISION_MISSION,
    "service_motto": Topic.MOTTO,
    "integrated_service": Topic.INTEGRATED_SERVICE,
    "public_information_officer": Topic.PPID,
}


def ask(name: str, reading: Reading) -> Finding:
    return next(f for f in judge(reading) if f.check == name)


@pytest.mark.parametrize(("name", "topic"), SINGLE.items())
@pytest.mark.parametrize(("grade", "verdict"), [(Grade.CLEAR, MET), (Grade.PARTIAL, PARTLY), (Grade.NAMED, NOT_MET)])
def test_the_strongest_statement_decides(name, topic, grade, verdict):
    weaker = statement(topic, Grade.NAMED, quote="Judul saja")
    found = ask(name, site(statements=[weaker, statement(topic, grade, quote="Isi")]))
    assert found.verdict is verdict
    assert found.exhibits


@pytest.mark.parametrize(("name", "topic"), SINGLE.items())
def test_only_its_own_topic_counts(name, topic):
    others = clear(*(t for t in Topic if t is not topic))
    found = ask(name, site(statements=others))
    assert (found.verdict, found.exhibits) == (NOT_MET, ())


def test_a_statement_without_proof_is_none():
    bare = statement(Topic.MOTTO)
    object.__setattr__(bare, "exhibits", ())
    assert ask("service_motto", site(statements=[bare])).verdict is NOT_MET


def pledge(**parts: object) -> Reading:
    return site(statements=[statement(Topic.PLEDGE, value=SimpleNamespace(**parts))])


def test_a_full_pledge_meets_its_substance():
    full = pledge(willing=True, improvement=True, sanction=True, signer="Kepala Dinas")
    assert ask("pledge_substance", full).verdict is MET


@pytest.mark.parametrize("missing", ["willing", "improvement", "sanction", "signer"])
def test_a_pledge_that_lacks_one_part_says_so(missing):
    parts = {"willing": True, "improvement": True, "sanction": True, "signer": "Kepala"} | {missing: None}
    found = ask("pledge_substance", pledge(**parts))
    assert found.verdict is PARTLY
    assert "belum memuat" in str(found.says)


def test_a_signature_alone_is_no_pledge():
    assert ask("pledge_substance", pledge(signer="Kepala")).verdict is NOT_MET


def test_a_bare_heading_has_no_substance():
    named = statement(Topic.PLEDGE, Grade.NAMED, SimpleNamespace(willing=True, sanction=True))
    assert ask("pledge_substance", site(statements=[named])).verdict is NOT_MET


@pytest.mark.parametrize(
    ("topics", "verdict"),
    [
        ((Topic.SERVICE_LIST, Topic.SIPPN), MET),
        ((Topic.SERVICE_LIST,), PARTLY),
        ((Topic.SIPPN,), PARTLY),
        ((), NOT_MET),
    ],
)
def test_a_service_information_system_lists_and_links(topics, verdict):
    assert ask("service_information_system", site(statements=clear(*topics))).verdict is verdict


def test_two_published_services_are_a_list():
    two = [service("Akta", *clear(Topic.FEE)), service("KTP", *clear(Topic.FEE))]
    assert ask("service_information_system", site(services=two)).verdict is PARTLY
    assert ask("service_information_system", site(services=two[:1])).verdict is NOT_MET


@pytest.mark.parametrize(
    ("topics", "verdict"), [((Topic.DECREE,), MET), ((Topic.LEGAL_BASIS,), PARTLY), ((Topic.FEE,), NOT_MET)]
)
def test_a_legal_basis_is_not_yet_a_decree(topics, verdict):
    assert ask("standard_decree", site(statements=clear(*topics))).verdict is verdict


REACHED = (Topic.ADDRESS, Topic.OFFICE_HOURS, Topic.CONTACT)


@pytest.mark.parametrize(("topics", "verdict"), [(REACHED, MET), (REACHED[:2], PARTLY), (REACHED[2:], PARTLY)])
def test_address_hours_and_contact_are_all_wanted(topics, verdict):
    found = ask("address_hours_contact", site(statements=clear(*topics)))
    assert found.verdict is verdict


def test_a_healthy_site_is_told_healthy():
    assert ask("site_health", site(ledger=[line(str(n)) for n in range(9)])).verdict is MET


@pytest.mark.parametrize("kind", [PageKind.HACKED, PageKind.PARKED])
def test_a_page_taken_over_is_told(kind):
    found = ask("site_health", site(pages=[page(), page(SITE + "x", kind, "Slot")], ledger=[line("x")]))
    assert (found.verdict, found.exhibits[0].quote) == (NOT_MET, "Slot")


def test_failing_pages_are_told_and_are_no_absence():
    found = ask("site_health", site(ledger=[line(str(n), Reach.SERVER_ERROR) for n in range(4)]))
    assert found.verdict is PARTLY
    assert "4 tidak dapat dibuka" in str(found.says)


def test_a_refused_certificate_is_told():
    assert ask("site_health", site(notes=("insecure_tls",))).verdict is PARTLY
    assert ask("site_health", site(notes=("certificate_chain_incomplete",))).verdict is PARTLY
    expired = ask("site_health", site(notes=("insecure_tls", "certificate:tls_expired")))
    assert "kedaluwarsa" in str(expired.says)


@pytest.mark.parametrize("more", [{"chars": 12}, {"kind_says": say("Isi halaman ini belum jadi.")}])
def test_pages_without_content_are_told(more):
    empty = page(SITE + "x", PageKind.PLACEHOLDER, "Segera hadir", **more)
    assert ask("site_health", site(pages=[page(), empty], ledger=[line("x")])).verdict is PARTLY


def test_a_short_page_is_not_an_empty_one():
    short = page(SITE + "x", PageKind.PLACEHOLDER, "Layanan", chars=150)
    assert ask("site_health", site(pages=[page(), short], ledger=[line("x")])).verdict is MET


def test_a_site_that_stops_answering_is_told():
    left = line("x", Reach.NOT_TRIED, detail="host_stopped_answering")
    assert ask("site_health", site(ledger=[left])).verdict is PARTLY
