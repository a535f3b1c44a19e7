"""Product-level checks: what counts for one service, and how the share is taken."""

import pytest

from checks._check import ServiceCheck
from checks._run import all_checks, judge
from model.evidence import Level, Reach, Resource, Target, Why
from model.finding import Finding, Verdict
from model.reading import PRODUCT_COMPONENTS, Grade, PageKind, Reading, Topic
from tests.checks.build import SITE, clear, line, page, service, site, statement

MET, PARTLY, NOT_MET, UNKNOWN = Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.UNKNOWN


def ask(name: str, reading: Reading) -> Finding:
    return next(f for f in judge(reading) if f.check == name)


def by_service(found: Finding) -> list[Verdict]:
    return [s.verdict for s in found.by_service]


def test_there_is_one_check_for_each_published_component():
    assert {c.id for c in all_checks() if isinstance(c, ServiceCheck)} == {t.value for t in PRODUCT_COMPONENTS}


@pytest.mark.parametrize("topic", PRODUCT_COMPONENTS)
@pytest.mark.parametrize(("grade", "verdict"), [(Grade.CLEAR, MET), (Grade.PARTIAL, PARTLY), (Grade.NAMED, NOT_MET)])
def test_the_grade_of_a_statement_decides(topic, grade, verdict):
    one = service("Kartu Keluarga", statement(topic, grade), *clear(Topic.LEGAL_BASIS))
    found = ask(topic.value, site(services=[one]))
    assert (found.verdict, by_service(found)) == (verdict, [verdict])


@pytest.mark.parametrize("topic", PRODUCT_COMPONENTS)
def test_nothing_said_is_not_met(topic):
    assert ask(topic.value, site(services=[service("Kartu Keluarga", *clear(Topic.LEGAL_BASIS))])).verdict is NOT_MET


def test_some_services_make_it_partly_met():
    found = ask("fee", site(services=[service("Akta", *clear(Topic.FEE)), service("KTP", *clear(Topic.PRODUCT))]))
    assert (found.verdict, by_service(found)) == (PARTLY, [MET, NOT_MET])
    assert str(found.says).startswith("1 dari 2 layanan")
    assert found.exhibits


def test_a_bare_name_in_a_list_is_no_gap_in_six_components():
    names = [service(f"Nama {n}", statement(Topic.PRODUCT, Grade.NAMED)) for n in range(30)]
    found = ask("fee", site(services=[service("Akta", *clear(Topic.FEE)), *names]))
    assert (found.verdict, by_service(found)) == (MET, [MET])
    assert "30 layanan lain" in str(found.says)


def test_bare_names_count_when_there_is_nothing_else():
    found = ask("fee", site(services=[service("Akta"), service("KTP")]))
    assert (found.verdict, by_service(found)) == (NOT_MET, [NOT_MET, NOT_MET])


def test_a_service_with_a_page_of_its_own_counts_though_nothing_is_published():
    bare = service("KTP")
    own = page(bare.url, PageKind.SERVICE, "KTP", services=(bare,))
    found = ask("fee", site(services=[service("Akta", *clear(Topic.FEE)), bare], pages=[page(), own]))
    assert by_service(found) == [MET, NOT_MET]


def test_without_services_what_the_site_says_still_counts():
    assert ask("requirements", site(statements=clear(Topic.REQUIREMENTS))).verdict is MET
    assert ask("requirements", site()).verdict is NOT_MET


def test_without_services_a_channel_for_complaints_stands_in_no_standard():
    found = ask("complaint_handling", site(statements=clear(Topic.COMPLAINT_HANDLING)))
    assert found.verdict is Verdict.PARTLY_MET
    assert "belum ada standar layanan" in str(found.says)


def test_without_services_an_unseen_service_page_makes_it_unknown():
    unseen = line("layanan", Reach.TIMED_OUT, "service", text="Layanan")
    assert ask("requirements", site(ledger=[unseen])).verdict is UNKNOWN


@pytest.mark.parametrize("name", ["procedure", "fee", "complaint_handling"])
def test_what_is_said_for_all_services_counts_in_part(name):
    one = service("Akta", *clear(Topic.PRODUCT))
    assert by_service(ask(name, site(services=[one], statements=clear(Topic(name))))) == [PARTLY]


def test_requirements_of_nobody_in_particular_do_not_count_for_every_service():
    one = service("Akta", *clear(Topic.PRODUCT))
    assert by_service(ask("requirements", site(services=[one], statements=clear(Topic.REQUIREMENTS)))) == [NOT_MET]


def test_repeated_text_counts_in_part():
    copy = service("KTP", *clear(Topic.FEE), same_text_as="akta")
    assert by_service(ask("fee", site(services=[service("Akta", *clear(Topic.FEE)), copy]))) == [MET, PARTLY]


def test_a_service_of_another_agency_does_not_count_for_an_office():
    theirs = service("Izin Usaha", *clear(Topic.PRODUCT), owner="DPMPTSP Rekaan")
    found = ask("fee", site(services=[service("Akta", *clear(Topic.FEE)), theirs]))
    assert by_service(found) == [MET, Verdict.NOT_APPLICABLE]
    assert found.verdict is MET


def test_a_one_stop_office_publishes_for_others():
    mall = Target("mpp", "Mal Pelayanan Publik", Level.KABUPATEN, "Rekaan", SITE, unit_type="mpp")
    theirs = service("Izin Usaha", *clear(Topic.PRODUCT), owner="DPMPTSP Rekaan")
    reading = site(services=[service("Akta", *clear(Topic.FEE)), theirs], target=mall)
    assert by_service(ask("fee", reading)) == [MET, NOT_MET]


def test_an_unseen_page_about_another_service_leaves_this_one_alone():
    akta = service("Akta Kelahiran", *clear(Topic.PRODUCT))
    seen = [line(f"layanan/{n}", Reach.READ, "service", text=f"Layanan {n}") for n in range(9)]
    unseen = line("x", Reach.TIMED_OUT, "service", text="Layanan Kartu Keluarga")
    assert by_service(ask("fee", site(services=[akta], ledger=[*seen, unseen]))) == [NOT_MET]


@pytest.mark.parametrize("text", ["Standar Pelayanan", "Biaya Akta Kelahiran", "Tarif Layanan Dinas Contoh"])
def test_an_unseen_page_that_may_be_about_it_makes_it_unknown(text):
    akta = service("Akta Kelahiran", *clear(Topic.PRODUCT))
    seen = [line(f"layanan/{n}", Reach.READ, "service", text=f"Layanan {n}") for n in range(9)]
    unseen = line("x", Reach.TIMED_OUT, "service", "fee", text=text)
    found = ask("fee", site(services=[akta], ledger=[*seen, unseen]))
    assert by_service(found) == [UNKNOWN]
    assert found.verdict is UNKNOWN


def test_an_unread_picture_on_its_page_makes_it_unknown():
    akta = service("Akta Kelahiran", *clear(Topic.PRODUCT))
    ktp = service("KTP", *clear(Topic.PRODUCT))
    own = page(akta.url, PageKind.SERVICE, "Dinas Contoh", services=(akta,), unread_images=(SITE + "alur.png",))
    found = ask("fee", site(services=[akta, ktp], pages=[page(), own]))
    assert by_service(found) == [UNKNOWN, NOT_MET]


def test_an_unread_document_on_the_only_page_of_a_service_makes_it_unknown():
    akta = service("Akta Kelahiran", *clear(Topic.PRODUCT))
    unseen = line("a.pdf", Reach.TIMED_OUT, "fee", text="SOP-07", resource=Resource.DOCUMENT, parent=akta.url)
    assert by_service(ask("fee", site(services=[akta], ledger=[unseen]))) == [UNKNOWN]


def test_a_large_site_cut_by_the_budget_keeps_its_verdicts():
    akta = service("Akta Kelahiran", *clear(Topic.PRODUCT))
    left = [line(f"l/{n}", Reach.NOT_TRIED, "service", text=f"Izin Reklame {n}", why=Why.BUDGET) for n in range(200)]
    found = ask("fee", site(services=[akta], ledger=left))
    assert by_service(found) == [NOT_MET]
    assert found.coverage.enough


def test_many_unseen_service_pages_leave_the_share_open():
    akta = service("Akta Kelahiran", *clear(Topic.FEE))
    blocked = [line(f"l/{n}", Reach.BLOCKED, "service", text=f"Izin Reklame {n}") for n in range(4)]
    found = ask("fee", site(services=[akta], ledger=blocked))
    assert not found.coverage.enough
    assert len(found.coverage.unread) == 4


def test_a_document_beside_several_services_is_not_known_to_be_about_each():
    two = [service(n, *clear(Topic.PRODUCT), path="layanan") for n in ("Akta", "KTP")]
    unseen = line("a.pdf", Reach.TIMED_OUT, "fee", text="Rincian-07", resource=Resource.DOCUMENT, parent=two[0].url)
    seen = [line(f"l/{n}", Reach.READ, "fee", text=f"Tarif {n}") for n in range(9)]
    assert by_service(ask("fee", site(services=two, ledger=[*seen, unseen]))) == [NOT_MET, NOT_MET]


def test_a_half_scanned_document_hides_the_rest_of_all_its_services():
    two = [service(n, *clear(Topic.PRODUCT), path="sp.pdf") for n in ("Akta", "KTP")]
    scan = page(two[0].url, PageKind.STANDARD, "SP", problems=("no_text_layer",), services=(service("Lain"),))
    assert by_service(ask("fee", site(services=two, pages=[page(), scan]))) == [UNKNOWN, UNKNOWN]


def test_a_kind_of_permit_does_not_name_a_service():
    doctor = service("Izin Praktik Dokter", *clear(Topic.PRODUCT))
    seen = [line(f"l/{n}", Reach.READ, "fee", text=f"Tarif {n}") for n in range(9)]
    unseen = line("x", Reach.TIMED_OUT, "fee", text="Tarif Izin Reklame")
    assert by_service(ask("fee", site(services=[doctor], ledger=[*seen, unseen]))) == [NOT_MET]


def test_a_list_page_is_not_the_own_page_of_its_names():
    names = (service("Akta"), service("KTP"))
    listing = page(SITE + "layanan", PageKind.SERVICE, "Layanan", services=names)
    full = service("Kartu Keluarga", *clear(Topic.FEE))
    assert by_service(ask("fee", site(services=[full, *names], pages=[page(), listing]))) == [MET]


def test_an_office_that_publishes_for_others_only_is_judged_by_that():
    theirs = service("Izin Usaha", *clear(Topic.FEE), owner="DPMPTSP Rekaan")
    assert by_service(ask("fee", site(services=[theirs]))) == [MET]


def test_a_government_publishes_the_services_of_its_offices():
    regency = Target("rekaan", "Kabupaten Rekaan", Level.KABUPATEN, "Rekaan", SITE)
    theirs = service("Izin Usaha", *clear(Topic.PRODUCT), owner="DPMPTSP Rekaan")
    reading = site(services=[service("Akta", *clear(Topic.FEE)), theirs], target=regency)
    assert by_service(ask("fee", reading)) == [MET, NOT_MET]


def test_service_pages_that_had_no_turn_leave_the_share_open():
    akta = service("Akta Kelahiran", *clear(Topic.FEE))
    left = [
        line(f"l/{n}", Reach.NOT_TRIED, "service", text=f"Izin {n}", why=Why.BUDGET, detail="host_stopped_answering")
        for n in range(4)
    ]
    found = ask("fee", site(services=[akta], ledger=left))
    assert (found.coverage.enough, len(found.coverage.unread)) == (False, 4)


@pytest.mark.parametrize("text", ["Selengkapnya", "2", ""])
def test_cards_of_a_long_list_left_out_say_nothing_about_the_others(text):
    akta = service("Akta Kelahiran", *clear(Topic.PRODUCT))
    left = [line(f"layanan/detail/{n}", Reach.NOT_TRIED, "service", text=text, why=Why.BUDGET) for n in range(90)]
    assert by_service(ask("fee", site(services=[akta], ledger=left))) == [NOT_MET]


def test_an_unread_standard_under_the_name_of_the_agency_may_be_about_any_service():
    akta = service("Akta Kelahiran", *clear(Topic.PRODUCT))
    poster = page(SITE + "sp", PageKind.STANDARD, "Dinas Contoh", unread_images=(SITE + "1.jpg",))
    assert by_service(ask("fee", site(services=[akta], pages=[page(), poster]))) == [UNKNOWN]
