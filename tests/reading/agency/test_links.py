"""SP4N-LAPOR!, SIPPN, and integrated services: links that lead there, in any zone."""

from __future__ import annotations

import pytest

from model.reading import Grade, PageKind, Topic
from tests.reading.agency.pages import FILLER, about, grade, trap

LAPOR, SIPPN, ONLINE = Topic.LAPOR, Topic.SIPPN, Topic.INTEGRATED_SERVICE
LINK = '<a href="https://www.lapor.go.id/">SP4N-LAPOR!</a>'


@pytest.mark.parametrize(
    ("main", "around"),
    [
        (f"<p>Sampaikan melalui {LINK}</p>", ""),
        (FILLER, f"<footer><p>{LINK}</p></footer>"),
        (FILLER, '<nav><a href="https://lapor.go.id"><img src="/lapor.png" alt=""></a></nav>'),
        ("<p>Kirim SMS 1708 dengan format LAPOR.</p>", ""),
        ("<p>Kunjungi www.lapor.go.id untuk melapor.</p>", ""),
        ("<p>Twitter @lapor1708</p>", ""),
    ],
    ids=["main", "footer", "picture in menu", "short number", "written address", "handle"],
)
def test_lapor_that_can_be_reached(main: str, around: str) -> None:
    assert grade(LAPOR, main, around=around) is Grade.CLEAR


def test_lapor_by_name_alone_is_partial() -> None:
    assert trap(LAPOR, "<p>Pengaduan juga diterima lewat SP4N-LAPOR!.</p>") == "no_link"


@pytest.mark.parametrize(
    "main", ["<p>Telepon (0911) 341708</p>", "<p>Perda Nomor 1708 Tahun 2019</p>", "<p>Warga lapor ke RT.</p>"]
)
def test_other_numbers_and_words_are_no_portal(main: str) -> None:
    assert about(LAPOR, main) is None


def test_pages_of_the_national_systems_speak_for_no_agency() -> None:
    url = "https://sippn.menpan.go.id/pelayanan-publik/1/dinas-contoh"
    assert about(LAPOR, f"<p>{LINK}</p>", url=url) is None


def test_addresses_that_only_look_like_the_portal_do_not_count() -> None:
    assert about(LAPOR, '<p><a href="https://lapor.go.id.penipu.test/">Adukan</a></p>') is None


def test_sippn_link() -> None:
    around = '<footer><a href="https://sippn.menpan.go.id/instansi/dinas-contoh">SIPPN</a></footer>'
    assert grade(SIPPN, FILLER, around=around) is Grade.CLEAR


def test_sippn_by_name_alone_is_partial() -> None:
    assert grade(SIPPN, "<p>Standar pelayanan kami terdaftar di SIPPN.</p>") is Grade.PARTIAL


@pytest.mark.parametrize(
    ("main", "around"),
    [
        ('<p>Perizinan melalui <a href="https://oss.go.id/">OSS</a>.</p>', ""),
        (FILLER, '<nav><a href="https://mpp.kota-contoh.test/">Mal Pelayanan Publik</a></nav>'),
        ('<p>Pendaftaran dibuka secara daring melalui <a href="/daring/">formulir antrean</a>.</p>', ""),
        ("<p>Permohonan diajukan secara online melalui https://layanan.dinas-contoh.test/daftar</p>", ""),
    ],
    ids=["known system", "menu to another site", "own form", "written address"],
)
def test_online_service_with_its_link(main: str, around: str) -> None:
    assert grade(ONLINE, main, around=around) is Grade.CLEAR


def test_online_service_without_a_link_is_partial() -> None:
    page = "<p>Dinas membuka gerai di Mal Pelayanan Publik setiap hari kerja untuk warga.</p>"
    assert trap(ONLINE, page) == "no_link"


@pytest.mark.parametrize(
    ("main", "around"),
    [
        (FILLER, '<nav><a href="#">Layanan Online</a></nav>'),
        ('<p><a href="#">Layanan Online</a></p>', ""),
        ("<p>Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu melayani warga.</p>", ""),
        ('<ul><li><a href="/opd/9">Dinas Penanaman Modal dan PTSP</a></li></ul>', ""),
        ('<h2><a href="/berita/9">Tender Pembangunan Gedung Layanan Terpadu</a></h2>', ""),
    ],
    ids=["menu word", "dead link", "name of an office", "list of offices", "headline"],
)
def test_words_that_lead_nowhere(main: str, around: str) -> None:
    assert about(ONLINE, main, around=around) is None


def test_news_keeps_its_links_and_loses_its_words() -> None:
    page = f"<p>Gerai Mal Pelayanan Publik diresmikan bupati di hadapan warga.</p><p>{LINK}</p>"
    assert grade(LAPOR, page, kind=PageKind.NEWS) is Grade.CLEAR
    assert trap(ONLINE, page, kind=PageKind.NEWS) == "news"


def test_endless_dots_are_no_address() -> None:
    assert trap(ONLINE, f"<p>Layanan online melalui {'a.' * 2_000}</p>") == "no_link"
