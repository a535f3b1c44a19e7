"""Absent is not unreachable: what stands, and what becomes unknown."""

import pytest

from checks._check import saw
from checks._run import judge
from checks.service_pledge import service_pledge
from checks.vision_mission import vision_mission
from model.evidence import Reach, Resource, Why
from model.finding import Finding, Verdict
from model.reading import PageKind, Reading, Topic
from model.sentence import say
from tests.checks.build import SITE, clear, line, page, site

UNSEEN = [
    Reach.BLOCKED,
    Reach.TIMED_OUT,
    Reach.UNREACHABLE,
    Reach.TLS_FAILED,
    Reach.SERVER_ERROR,
    Reach.DISALLOWED,
    Reach.UNREADABLE,
]


def pledge(reading: Reading) -> Finding:
    return judge(reading, [service_pledge])[0]


def read_pages(count: int, *promises: str) -> list:
    return [line(f"halaman/{n}", Reach.READ, *promises, text=f"Kabar {n}") for n in range(count)]


def test_absent_stands_when_all_was_looked_at():
    found = pledge(site(ledger=read_pages(5, "service")))
    assert found.verdict is Verdict.NOT_MET
    assert found.coverage.enough


@pytest.mark.parametrize("reach", UNSEEN)
def test_a_promising_address_that_was_not_seen_makes_it_unknown(reach):
    unseen = line("maklumat", reach, "pledge", text="Maklumat Pelayanan")
    found = pledge(site(ledger=[*read_pages(5), unseen]))
    assert found.verdict is Verdict.UNKNOWN
    assert found.coverage.unread[0].url == unseen.url
    assert unseen.url in str(found.says)


def test_an_honestly_missing_address_was_looked_at():
    found = pledge(site(ledger=[line("maklumat", Reach.MISSING, "pledge", text="Maklumat")]))
    assert found.verdict is Verdict.NOT_MET


@pytest.mark.parametrize("why", [Why.BUDGET, Why.DEPTH, Why.EXTERNAL_DOCUMENT, Why.TOO_LARGE])
def test_a_promise_left_out_makes_it_unknown(why):
    found = pledge(site(ledger=[line("m", Reach.NOT_TRIED, "pledge", text="Maklumat Pelayanan", why=why)]))
    assert found.verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("why", [Why.OFF_SITE, Why.DUPLICATE, Why.TRAP])
def test_addresses_outside_the_plan_do_not_matter(why):
    found = pledge(site(ledger=[line("m", Reach.NOT_TRIED, "pledge", text="Maklumat Pelayanan", why=why)]))
    assert found.verdict is Verdict.NOT_MET


def test_one_news_item_of_forty_does_not_matter():
    news = line("berita/1", Reach.TIMED_OUT, "service", text="Bupati meninjau langsung pelayanan publik di kecamatan")
    found = pledge(site(ledger=[*read_pages(39, "service"), news]))
    assert found.verdict is Verdict.NOT_MET


def test_a_firewall_after_page_thirty_hides_everything():
    blocked = [line(f"kabar/{n}", Reach.BLOCKED, text=f"Kabar {n}") for n in range(30)]
    found = judge(site(ledger=[*read_pages(30), *blocked]), [vision_mission])[0]
    assert found.verdict is Verdict.UNKNOWN
    assert "30 dari 61" in str(found.says)


def test_a_site_that_stops_answering_hides_what_had_no_turn():
    left = line("x", Reach.NOT_TRIED, text="Kabar", why=Why.BUDGET, detail="host_stopped_answering")
    found = judge(site(ledger=[*read_pages(30), left]), [vision_mission])[0]
    assert (found.verdict, "berhenti menjawab" in str(found.says)) == (Verdict.UNKNOWN, True)


def test_two_failures_on_a_small_site_are_no_firewall():
    failed = [line(f"kabar/{n}", Reach.TIMED_OUT) for n in range(2)]
    assert judge(site(ledger=[*read_pages(3), *failed]), [vision_mission])[0].verdict is Verdict.NOT_MET


@pytest.mark.parametrize("reach", [r for r in Reach if r is not Reach.READ])
def test_nothing_is_absent_when_the_home_page_was_not_read(reach):
    found = judge(site(home=reach))
    assert {f.verdict for f in found if f.check != "site_health"} == {Verdict.UNKNOWN}


def test_a_challenge_in_place_of_the_home_page_is_not_the_home_page():
    found = pledge(site(pages=[page(kind=PageKind.CHALLENGE, title="Sebentar")]))
    assert found.verdict is Verdict.UNKNOWN


def test_what_was_seen_stands_whatever_else_was_not():
    blocked = [line(f"kabar/{n}", Reach.BLOCKED, "pledge") for n in range(30)]
    assert pledge(site(statements=clear(Topic.PLEDGE), ledger=blocked)).verdict is Verdict.MET


def test_an_unread_picture_under_a_promising_title_makes_it_unknown():
    standard = page(SITE + "sp", PageKind.OTHER, "Standar Pelayanan", unread_images=(SITE + "sp.jpg",))
    found = pledge(site(pages=[page(), standard], ledger=[line("sp", text="Profil")]))
    assert found.verdict is Verdict.UNKNOWN
    assert found.coverage.unread[0].url == SITE + "sp.jpg"


def test_an_unread_picture_of_a_news_item_does_not_matter():
    news = page(SITE + "b/1", PageKind.NEWS, "Maklumat Pelayanan", unread_images=(SITE + "foto.jpg",))
    assert pledge(site(pages=[page(), news])).verdict is Verdict.NOT_MET


def test_a_standard_in_a_storage_elsewhere_makes_it_unknown():
    drive = line(
        "x", Reach.NOT_TRIED, "service", text="Google Drive: Standar Pelayanan 2026", why=Why.EXTERNAL_DOCUMENT
    )
    assert pledge(site(ledger=[drive])).verdict is Verdict.UNKNOWN


def test_a_scan_without_text_makes_it_unknown():
    scan = page(SITE + "maklumat.pdf", PageKind.DOCUMENT, "", problems=("no_text_layer", "ocr_missing"))
    found = pledge(site(pages=[page(), scan], ledger=[line("maklumat.pdf", resource=Resource.DOCUMENT)]))
    assert found.verdict is Verdict.UNKNOWN


def test_an_empty_document_hides_nothing():
    empty = page(SITE + "maklumat.pdf", PageKind.DOCUMENT, "", problems=("empty",))
    assert pledge(site(pages=[page(), empty])).verdict is Verdict.NOT_MET


def test_a_gap_about_something_else_does_not_matter():
    unseen = line("tarif", Reach.TIMED_OUT, "fee", text="Tarif")
    assert pledge(site(ledger=[*read_pages(5), unseen])).verdict is Verdict.NOT_MET


def test_something_seen_needs_its_proof():
    with pytest.raises(ValueError, match="exhibit"):
        saw(Verdict.MET, say("Ada."), ())


def test_words_on_a_hacked_page_are_not_the_agency_speaking():
    taken = page(SITE, PageKind.HACKED, "Slot")
    assert pledge(site(pages=[taken], statements=clear(Topic.PLEDGE))).verdict is not Verdict.MET


def test_a_challenge_page_counts_as_a_failure():
    pages = [page(f"{SITE}kabar/{n}", PageKind.CHALLENGE, "Sebentar") for n in range(3)]
    ledger = [line(f"kabar/{n}") for n in range(3)]
    assert judge(site(pages=[page(), *pages], ledger=ledger), [vision_mission])[0].verdict is Verdict.UNKNOWN


def test_a_promise_that_is_no_topic_speaks_of_services_in_general():
    unseen = line("sp", Reach.TIMED_OUT, "standard", text="Standar Pelayanan")
    assert pledge(site(ledger=[unseen])).verdict is Verdict.UNKNOWN


def test_a_picture_in_the_ledger_is_counted_once():
    picture = line("m.jpg", Reach.TIMED_OUT, "pledge", text="Maklumat", resource=Resource.IMAGE)
    shown = page(SITE + "m", PageKind.PLEDGE, "Maklumat", unread_images=(picture.url,))
    found = pledge(site(pages=[page(), shown], ledger=[line("m"), picture]))
    assert [(u.url, u.reach) for u in found.coverage.unread] == [(picture.url, Reach.TIMED_OUT)]


@pytest.mark.parametrize(
    ("reach", "why"), [(Reach.MISSING, Why.SHOWN), (Reach.NOT_TRIED, Why.KIND)], ids=["gone", "too-small"]
)
def test_a_picture_that_nobody_can_see_hides_nothing(reach: Reach, why: Why):
    picture = line("latar.png", reach, why=why, resource=Resource.IMAGE)
    shown = page(SITE + "m", PageKind.STANDARD, "Standar Pelayanan", unread_images=(picture.url,))
    found = pledge(site(pages=[page(), shown], ledger=[line("m"), picture]))
    assert found.verdict is Verdict.NOT_MET


def test_a_picture_holds_what_the_link_to_its_page_promised():
    shown = page(SITE + "x", PageKind.OTHER, "Profil", unread_images=(SITE + "IMG_1.jpg",))
    found = pledge(site(pages=[page(), shown], ledger=[line("x", Reach.READ, "pledge", text="Maklumat")]))
    assert found.verdict is Verdict.UNKNOWN


def test_many_failed_addresses_leave_it_open_though_no_single_one_promises_it():
    ledger = [*read_pages(30), line("a", Reach.TIMED_OUT, "service", text="Layanan Izin Reklame")]
    assert pledge(site(ledger=ledger)).verdict is Verdict.UNKNOWN


def test_a_headline_is_no_direct_promise():
    text = "Bupati menyaksikan penandatanganan maklumat pelayanan oleh seluruh kepala dinas di pendopo"
    news = line("b", Reach.TIMED_OUT, "pledge", text=text)
    assert pledge(site(ledger=[*read_pages(9, "pledge"), news])).verdict is Verdict.NOT_MET


def test_the_address_that_matters_most_is_named():
    ledger = [
        line("x", Reach.TIMED_OUT, "service", text="Layanan Izin Reklame"),
        line("maklumat", Reach.TIMED_OUT, "pledge", text="Maklumat Pelayanan"),
    ]
    assert SITE + "maklumat" in str(pledge(site(ledger=ledger)).says)


def test_a_link_without_words_speaks_by_its_address():
    unseen = line("layanan/izin-reklame", Reach.TIMED_OUT, "service", text="»")
    assert pledge(site(ledger=[*read_pages(9, "service"), unseen])).verdict is Verdict.NOT_MET
