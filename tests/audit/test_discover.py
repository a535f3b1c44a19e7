"""Candidates for the sites of a government's units, from links alone."""

from __future__ import annotations

import pytest

from audit.discover import Candidate, candidates, listings
from audit.units import kind_in_text, kind_of_label, kinds
from model.evidence import LedgerLine, Reach, Resource, Why

HOME = "https://ambon.go.id/"


def link(url: str, text: str = "", resource: Resource = Resource.PAGE) -> LedgerLine:
    return LedgerLine(url, resource, False, Why.LINK, Reach.NOT_TRIED, text=text)


def found(*lines: LedgerLine) -> dict[str, Candidate]:
    return {one.url: one for one in candidates(lines, HOME)}


def test_a_subdomain_whose_name_and_link_agree_is_sure() -> None:
    (one,) = found(link("https://dinkes.ambon.go.id/profil", "Dinas Kesehatan")).values()
    assert one == Candidate(
        "dinas-kesehatan-ambon", "Dinas Kesehatan", "dinas kesehatan", "https://dinkes.ambon.go.id/", "tinggi",
        "subdomain dinkes.ambon.go.id",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("url", "text", "kind", "confidence"),
    [
        ("https://dinkes.ambon.go.id/", "Kunjungi", "dinas kesehatan", "sedang"),
        ("https://pkmpokarumahtiga.ambon.go.id/", "", "puskesmas", "sedang"),
        ("https://inovasi.ambon.go.id/", "Inovasi", "", "rendah"),
        ("https://mpp.ambon.go.id/", "Mal Pelayanan Publik", "mpp", "tinggi"),
        ("https://rsudharoma.go.id/", "RSUD dr. Haulussy", "rsud", "rendah"),
        ("https://puskesmaswaai.blogspot.com/", "Puskesmas Waai", "puskesmas", "rendah"),
    ],
)
def test_kinds_and_confidence(url: str, text: str, kind: str, confidence: str) -> None:
    (one,) = found(link(url, text)).values()
    assert (one.unit_type, one.confidence) == (kind, confidence)


@pytest.mark.parametrize(
    "url",
    [
        "https://ambon.go.id/berita/dinas-kesehatan-gelar-vaksin/2026",
        "https://mail.ambon.go.id/",
        "https://lpse.ambon.go.id/",
        "https://www.facebook.com/ambon",
        "https://www.ombudsman.go.id/",
        "https://ambon.go.id/?p=12",
    ],
)
def test_what_is_no_unit(url: str) -> None:
    assert found(link(url, "Beranda")) == {}


def test_a_unit_in_a_folder_of_the_portal() -> None:
    (one,) = found(link("https://ambon.go.id/opd/dinas-sosial", "Dinas Sosial")).values()
    assert (one.unit_type, one.confidence, one.url) == (
        "dinas sosial",
        "sedang",
        "https://ambon.go.id/opd/dinas-sosial",
    )


def test_many_links_to_one_host_are_one_candidate_with_the_best_name() -> None:
    lines = (link("https://dinkes.ambon.go.id/a", "Selengkapnya"), link("https://dinkes.ambon.go.id/b", "Dinkes Kota"))
    assert [(c.name, c.confidence) for c in found(*lines).values()] == [("Dinkes Kota", "tinggi")]


def test_pictures_and_documents_are_no_sites() -> None:
    assert found(link("https://dinkes.ambon.go.id/logo.png", "Dinas Kesehatan", Resource.IMAGE)) == {}


def test_pages_that_list_units_are_read_too() -> None:
    lines = (
        link("https://ambon.go.id/", "Organisasi"),
        link("https://ambon.go.id/perangkat-daerah", "Perangkat Daerah"),
        link("https://ambon.go.id/berita", "Berita"),
        link("https://dinkes.ambon.go.id/", "Dinas"),
    )
    assert listings(lines, HOME) == ("https://ambon.go.id/perangkat-daerah",)


def test_longer_beginnings_go_first() -> None:
    assert kind_of_label("dinkes-kota") == "dinas kesehatan"
    assert kind_of_label("disperindag") == "dinas"
    assert kind_of_label("x") == ""


def test_every_kind_knows_its_own_words() -> None:
    for kind in kinds():
        assert kind.label
        assert kind_in_text(kind.name) != "", kind.name
