"""Daftar layanan, SK penetapan standar, pelayanan khusus, PPID."""

from __future__ import annotations

import pytest

from model.reading import Grade, PageKind, Topic
from tests.reading.agency.pages import FILLER, FOOTER, about, grade, trap

LIST, DECREE, SPECIAL, PPID = Topic.SERVICE_LIST, Topic.DECREE, Topic.SPECIAL_SERVICES, Topic.PPID


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Daftar Layanan</h1><ol><li>Penerbitan Kartu Nelayan</li><li>Izin Tambat Kapal</li></ol>",
        '<h1>Layanan</h1><ul><li><a href="/a">Penerbitan Kartu Nelayan</a></li>'
        '<li><a href="/b">Izin Tambat Kapal</a></li></ul>',
        "<h1>Layanan Kami</h1><h3>Penerbitan Kartu Nelayan</h3><p>Bagi nelayan kecil.</p><h3>Izin Tambat Kapal</h3>"
        "<p>Bagi pemilik kapal.</p>",
        "<h1>Standar</h1><table><tr><th>No</th><th>Jenis Layanan</th></tr>"
        "<tr><td>1</td><td>Penerbitan Kartu Nelayan</td></tr><tr><td>2</td><td>Izin Tambat Kapal</td></tr></table>",
    ],
    ids=["items", "links", "cards", "table"],
)
def test_list_of_services(page: str) -> None:
    found = about(LIST, page)
    assert found is not None
    assert found.grade is Grade.CLEAR
    assert found.value == ("Penerbitan Kartu Nelayan", "Izin Tambat Kapal")


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Daftar Layanan</h1><ol><li>Penerbitan Kartu Nelayan</li></ol>",
        "<h1>Daftar Layanan</h1><ul><li>Standar Pelayanan</li><li>Maklumat Pelayanan</li><li>Survei Layanan</li></ul>",
        "<h1>Persyaratan</h1><ol><li>Surat pengantar desa</li><li>Surat izin orang tua</li></ol>",
        "<h1>Layanan</h1><ol><li>-</li><li>-</li></ol>",
    ],
    ids=["one name", "menu words", "requirements", "dashes"],
)
def test_what_is_no_list_of_services(page: str) -> None:
    assert about(LIST, page) is None


SK = "Keputusan Kepala Dinas Contoh Nomor 065/12/DISCON/{year} tentang Standar Pelayanan"


def test_decree_with_number_and_year() -> None:
    found = about(DECREE, f"<p>Standar pelayanan ditetapkan dengan {SK.format(year=2025)}.</p>")
    assert found is not None
    assert (found.grade, found.trap, found.value.year) == (Grade.CLEAR, "", 2025)


def test_old_decree_is_told_by_the_date_of_the_page() -> None:
    found = about(DECREE, f"<p>Standar pelayanan ditetapkan dengan {SK.format(year=2022)}.</p>")
    assert found is not None
    assert (found.grade, found.trap) == (Grade.CLEAR, "old")


def test_decree_whose_title_runs_over_several_lines() -> None:
    page = (
        "<h1>KEPUTUSAN KEPALA DINAS CONTOH</h1><h1>NOMOR 065/12/DISCON/2025</h1><h1>TENTANG STANDAR PELAYANAN</h1>"
        "<p>Menimbang: bahwa pelayanan memerlukan kepastian.</p>"
    )
    found = about(DECREE, page)
    assert found is not None
    assert (found.grade, found.value.year) == (Grade.CLEAR, 2025)
    assert "065/12/DISCON/2025" in found.exhibits[0].quote


def test_decree_without_year_is_partial() -> None:
    assert trap(DECREE, "<p>SK Kepala Dinas No. 503/780-DISCON Tentang Standar Pelayanan</p>") == "no_year"


@pytest.mark.parametrize(
    "page",
    [
        "<p>Berdasarkan Peraturan Menteri PANRB Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan.</p>",
        "<p>Keputusan Kepala Dinas Contoh Nomor 7 Tahun 2025 tentang Panitia Hari Jadi.</p>",
        "<h2>SK Standar Pelayanan</h2><p>-</p>",
    ],
    ids=["guideline", "other decree", "empty"],
)
def test_what_is_no_decree_of_the_standard(page: str) -> None:
    assert about(DECREE, page) is None


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Pelayanan Khusus</h1><ul><li>Loket prioritas bagi lansia dan ibu hamil</li></ul>",
        "<h2>Layanan ramah disabilitas</h2><p>Petugas mendampingi pemohon selama berada di kantor.</p>",
        "<p>Kantor kami dilengkapi kursi roda dan ruang laktasi.</p>",
        "<h2>Sarana dan Prasarana</h2><ul><li>Ruang tunggu</li><li>Kursi roda</li></ul>",
    ],
    ids=["label", "heading names the group", "sentence", "facilities"],
)
def test_special_services(page: str) -> None:
    assert grade(SPECIAL, page) is Grade.CLEAR


def test_special_services_by_heading_alone_are_named() -> None:
    assert grade(SPECIAL, "<h1>Pelayanan Khusus</h1><p>-</p>") is Grade.NAMED


@pytest.mark.parametrize(
    "page",
    [
        "<p>Permohonan bantuan kursi roda bagi penyandang disabilitas diajukan ke dinas.</p>",
        "<h2>Layanan Khusus Pegawai</h2><p>Kenaikan pangkat dan cuti tahunan pegawai.</p>",
        "<p>Jumlah penyandang disabilitas dan lansia tahun 2025 sebanyak 812 jiwa.</p>",
    ],
    ids=["aid that is given", "for staff", "figures"],
)
def test_what_is_no_special_service(page: str) -> None:
    assert grade(SPECIAL, page) in (None, Grade.NAMED)


def test_special_services_in_a_report_of_an_event_are_named() -> None:
    page = "<p>Wali kota meninjau kantor yang dilengkapi kursi roda dan ruang laktasi.</p>"
    assert trap(SPECIAL, page, kind=PageKind.NEWS) == "news"


@pytest.mark.parametrize(
    "page",
    [
        "<h1>PPID Pelaksana</h1><h2>Tata cara permohonan informasi</h2><ol>"
        "<li>Pemohon mengisi formulir permohonan.</li><li>Petugas memeriksa permohonan.</li></ol>",
        "<h1>PPID</h1><p>Kontak PPID: ppid@dinas-contoh.test</p>",
    ],
    ids=["procedure", "contact"],
)
def test_ppid_with_procedure_or_contact(page: str) -> None:
    assert grade(PPID, page) is Grade.CLEAR


def test_ppid_that_is_only_described_is_partial() -> None:
    page = (
        "<h1>PPID</h1><p>Pejabat Pengelola Informasi dan Dokumentasi dibentuk pada 2019 dan dijabat oleh sekretaris, "
        "yang dibantu tiga orang staf pengelola informasi publik di lingkungan dinas.</p>"
    )
    assert trap(PPID, page) == "no_procedure"


def test_site_of_its_own_for_the_ppid_is_partial() -> None:
    around = '<nav><a href="https://ppid.kota-contoh.test/">PPID</a></nav>'
    assert trap(PPID, FILLER, around=around) == "link_only"


def test_ppid_by_heading_alone_is_named_though_the_footer_has_a_telephone() -> None:
    assert grade(PPID, "<h1>PPID</h1><p>Belum ada data.</p>", around=FOOTER) is Grade.NAMED


def test_ppid_in_the_menu_says_nothing() -> None:
    assert about(PPID, FILLER, around='<nav><a href="/ppid.html">PPID</a></nav>') is None
