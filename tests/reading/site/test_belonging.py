"""What pages say of services in general, of lists, and of public information is no service of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.reading import Grade, PageKind, Topic
from reading.belonging import assign
from reading.services import GENERAL
from tests.reading.site.build import HOST, page, service, statement, target

OWN = (Topic.REQUIREMENTS, Topic.FEE)


def names(pages):
    return [s.name for p in pages for s in p.services]


def said(pages, topic):
    return [s for p in pages for s in p.statements if s.topic is topic]


def test_what_names_no_service_is_the_agencys_once_the_site_names_one():
    pages = assign(
        [page(service("Izin Reklame", *OWN)), page(service(GENERAL, Topic.COMPLAINT_HANDLING))], target(), {}
    )
    assert names(pages) == ["Izin Reklame"]
    assert len(said(pages, Topic.COMPLAINT_HANDLING)) == 1


def test_a_nameless_service_stands_alone_on_a_page_about_services():
    assert names(assign([page(service(GENERAL, *OWN), kind=PageKind.STANDARD)], target(), {})) == [GENERAL]


@pytest.mark.parametrize("kind", [PageKind.NEWS, PageKind.COMPLAINTS, PageKind.OTHER, PageKind.MENU])
def test_a_nameless_service_does_not_stand_on_other_pages(kind):
    pages = assign([page(service(GENERAL, *OWN), kind=kind)], target(), {})
    assert names(pages) == []
    assert len(said(pages, Topic.FEE)) == 1


def test_a_product_known_from_the_title_does_not_become_the_agencys():
    general = service(GENERAL)
    weak = statement(Topic.PRODUCT, grade=Grade.PARTIAL, trap="title_only")
    told = type(general)(general.key, general.name, general.url, (weak,))
    assert said(assign([page(told, kind=PageKind.OTHER)], target(), {}), Topic.PRODUCT) == []


@pytest.mark.parametrize(
    "name",
    [
        "Daftar Layanan dan Standar Pelayanan",
        "Berita & Layanan",
        "..:: DINAS PERDAGANGAN KAB. LEMBAH JATI ::.. Standar Pelayanan",
        "Pelayanan ramah disabilitas dan lansia",
        "Standar Pelayanan Dinas Perdagangan",
    ],
)
def test_headings_over_all_services_name_none(name):
    assert names(assign([page(service(name, *OWN)), page(service("Izin Reklame", *OWN))], target(), {})) == [
        "Izin Reklame"
    ]


def test_a_service_whose_words_stand_in_the_name_of_the_agency_stays():
    clinic = target("Puskesmas Rawat Inap Lembah Jati", "puskesmas")
    assert names(assign([page(service("Pelayanan Rawat Inap", *OWN))], clinic, {})) == ["Pelayanan Rawat Inap"]


def test_a_page_about_one_nameless_service_is_named_by_the_link_that_leads_to_it():
    bare = page(service(GENERAL, *OWN), path="#/layanan/2", title="Dinas Perdagangan")
    pages = assign([bare], target(), {HOST + "#/layanan/2": "Tera Ulang Timbangan"})
    assert names(pages) == ["Tera Ulang Timbangan"]


def test_a_headline_is_no_name_of_a_service():
    headline = "Pelayanan tera ulang bagi pedagang pasar rakyat dan toko kelontong di seluruh kecamatan dekat kota"
    bare = page(service(GENERAL, *OWN), path="a", title=headline)
    assert names(assign([bare], target(), {HOST + "a": "Tera Ulang Timbangan"})) == ["Tera Ulang Timbangan"]


def test_a_single_value_does_not_make_a_service_of_a_link():
    bare = page(service(GENERAL, Topic.FEE), path="a")
    assert names(assign([bare], target(), {HOST + "a": "Tera Ulang Timbangan"})) == [GENERAL]


def test_asking_for_information_is_told_as_ppid():
    pages = assign([page(service("permohonan informasi publik", Topic.PROCEDURE, Topic.FEE))], target(), {})
    assert names(pages) == []
    assert [s.grade for s in said(pages, Topic.PPID)] == [Grade.CLEAR]
    assert said(pages, Topic.PROCEDURE) == []


def test_for_an_information_office_it_is_the_service():
    pages = assign([page(service("permohonan informasi publik", *OWN))], target("PPID Utama", "ppid"), {})
    assert names(pages) == ["permohonan informasi publik"]


@pytest.mark.parametrize("title", ["Portal Dinas Perdagangan", "FAQ", "Kantor Wilayah Contoh"])
def test_plain_titles_name_no_service(title):
    assert names(assign([page(service(GENERAL, *OWN), title=title)], target(), {})) == [GENERAL]


def test_a_title_that_many_pages_share_names_none_of_them():
    bare = [page(service(GENERAL, *OWN), path=p, title="Tera Ulang Timbangan") for p in "ab"]
    assert names(assign(bare, target(), {})) == [GENERAL, GENERAL]


def test_the_title_of_a_page_comes_before_the_words_of_the_link():
    bare = page(service(GENERAL, *OWN), path="a", title="Tera Ulang Timbangan")
    assert names(assign([bare], target(), {HOST + "a": "Tera UlangTimbangan dan takaran"})) == ["Tera Ulang Timbangan"]


def test_a_free_standing_gratis_is_no_fee_of_the_agency():
    general = service(GENERAL)
    headline = statement(Topic.FEE, "Layanan harus gratis", Grade.PARTIAL, "unbound")
    told = type(general)(general.key, general.name, general.url, (headline,))
    assert [s.grade for s in said(assign([page(told, kind=PageKind.NEWS)], target(), {}), Topic.FEE)] == [Grade.NAMED]


def listed(*names_):
    return replace(statement(Topic.SERVICE_LIST), value=names_)


def test_names_of_a_list_are_the_services_of_a_site_that_tells_no_more():
    found = assign([page(said=(listed("Izin Reklame", "Daftar Layanan", "Kartu Kuning"),))], target(), {})
    assert sorted(names(found)) == ["Izin Reklame", "Kartu Kuning"]
    assert all(s.statements == () for p in found for s in p.services)


def test_names_of_a_list_are_no_services_beside_told_ones():
    pages = [page(service("Izin Reklame", *OWN)), page(said=(listed("Kartu Kuning"),))]
    assert names(assign(pages, target(), {})) == ["Izin Reklame"]


def test_a_standard_told_for_all_services_together_stands_beside_a_name_with_less():
    apart = [page(service(GENERAL, topic), path=topic) for topic in (Topic.REQUIREMENTS, Topic.PROCEDURE, Topic.FEE)]
    found = assign([*apart, page(service("Izin Reklame", Topic.FEE))], target(), {})
    assert set(names(found)) == {GENERAL, "Izin Reklame"}


def test_names_of_a_list_do_not_hide_what_is_told_of_services_in_general():
    found = assign([page(said=(listed("Kartu Kuning", "Izin Reklame"), statement(Topic.PRODUCT)))], target(), {})
    assert names(found) == []


def test_an_information_office_is_known_by_its_name():
    pages = assign([page(service("permohonan informasi publik", *OWN))], target("PPID Kabupaten Lembah Jati", ""), {})
    assert names(pages) == ["permohonan informasi publik"]


def test_where_many_services_are_told_apart_the_nameless_one_does_not_stand():
    told = [page(service(name, Topic.REQUIREMENTS)) for name in ("Izin Reklame", "Kartu Kuning", "Tera Ulang")]
    rest = page(service(GENERAL, Topic.PROCEDURE, Topic.FEE))
    assert GENERAL not in names(assign([*told, rest], target(), {}))
