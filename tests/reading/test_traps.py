"""Pages with the words of a standard that must not be claimed, each for a reason that the sentence tells."""

from __future__ import annotations

import pytest

from model.reading import COMPONENTS, Grade, PageKind, Topic
from tests.reading.pages import clear_topics, grade, page_of, read_html, said, trap

REAL_LIST = "<h3>Persyaratan</h3><ol><li>Fotokopi KTP</li><li>Surat pengantar RT</li></ol>"


def claimed(page):
    return clear_topics(page) & set(COMPONENTS)


def test_a_definition_page_gives_no_component():
    page = page_of(
        "<h1>Standar Pelayanan</h1>"
        "<h3>Persyaratan</h3><p>Persyaratan adalah syarat yang harus dipenuhi dalam pengurusan suatu jenis pelayanan, "
        "baik persyaratan teknis maupun administratif.</p>"
        "<h3>Prosedur</h3><p>Prosedur adalah tata cara pelayanan "
        "yang dibakukan bagi pemberi dan penerima pelayanan.</p>"
        "<h3>Biaya/Tarif</h3><p>Biaya adalah ongkos yang dikenakan kepada penerima layanan.</p>"
    )
    assert claimed(page) == set()


def test_the_definition_of_a_pledge_is_no_pledge():
    page = page_of(
        "<h1>Maklumat Pelayanan</h1><p>Maklumat pelayanan adalah pernyataan tertulis yang berisi keseluruhan rincian "
        "kewajiban dan janji yang terdapat dalam standar pelayanan.</p>"
    )
    statement = said(page, Topic.PLEDGE)
    assert (statement.grade, statement.trap) == (Grade.NAMED, "definition")
    assert "bukan maklumat instansi ini" in str(statement.says)


def test_a_pledge_in_the_first_person_counts():
    page = page_of(
        "<h1>Maklumat Pelayanan</h1><p>Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar "
        "pelayanan dan apabila tidak menepati janji, kami siap menerima sanksi.</p>"
    )
    assert grade(page, Topic.PLEDGE) is Grade.CLEAR
    assert page.kind is PageKind.PLEDGE


def test_a_pledge_over_several_headings_counts():
    page = page_of(
        "<h2>MAKLUMAT PELAYANAN</h2><h4>DENGAN INI KAMI MENYATAKAN SANGGUP</h4><h4>MENYELENGGARAKAN PELAYANAN</h4>"
        "<h4>SESUAI STANDAR PELAYANAN</h4>"
    )
    assert grade(page, Topic.PLEDGE) is Grade.CLEAR


def test_a_title_alone_names_a_pledge():
    page = page_of("<h1>Maklumat Pelayanan</h1><p>Halaman unduhan.</p>")
    assert (grade(page, Topic.PLEDGE), trap(page, Topic.PLEDGE)) == (Grade.NAMED, "label_only")


NEWS = (
    "<h1>Ombudsman Nilai Pelayanan Publik</h1>"
    "<p>Kotabaru, Selasa (12/3) - Tim Ombudsman melakukan kunjungan ke dinas untuk menilai standar pelayanan.</p>"
    "<p>Komponen yang dinilai antara lain persyaratan, prosedur, jangka waktu, biaya, dan penanganan pengaduan.</p>"
    "<p>“Seluruh layanan tidak dipungut biaya dan selesai dalam 3 hari kerja,” ujar kepala dinas dalam sambutannya.</p>"
    "<p>Kegiatan ini dihadiri para camat. Ia menegaskan komitmen itu, katanya.</p>"
)


def test_a_report_of_a_visit_gives_no_component():
    page = page_of(NEWS, "Ombudsman Nilai Pelayanan Publik")
    assert page.kind is PageKind.NEWS
    assert claimed(page) == set()
    assert "berita" in str(said(page, Topic.FEE).says)


def test_a_standard_posted_as_news_is_a_standard():
    page = read_html(
        "<html><head><title>Standar Pelayanan Surat Pindah</title></head><body><main>"
        "<h1>Standar Pelayanan Surat Pindah</h1>"
        f"<p>Senin, 4 Maret 2024</p>{REAL_LIST}<h3>Prosedur</h3><ol><li>Pemohon menyerahkan berkas</li>"
        "<li>Petugas mencetak surat</li></ol><h3>Jangka Waktu</h3><p>1 hari kerja</p><h3>Biaya</h3><p>Gratis</p>"
        "</main></body></html>"
    )
    assert page.kind is PageKind.STANDARD
    assert {Topic.REQUIREMENTS, Topic.PROCEDURE, Topic.COMPLETION_TIME, Topic.FEE} <= clear_topics(page)


SELECTIONS = {
    "recruitment": (
        "Pengumuman Penerimaan CPNS",
        "<h3>Persyaratan Pelamar</h3><ol><li>Fotokopi ijazah</li><li>Fotokopi KTP pelamar</li></ol>"
        "<h3>Tata Cara Pendaftaran</h3><ol><li>Pelamar mengisi formulir</li>"
        "<li>Pelamar mengunggah berkas formasi</li></ol>",
    ),
    "competition": (
        "Lomba Foto Wisata",
        "<h3>Persyaratan</h3><ul><li>Peserta lomba mengirim dua foto</li><li>Fotokopi KTP peserta lomba</li></ul>"
        "<p>Dewan juri menetapkan pemenang. Pendaftaran tidak dipungut biaya.</p>",
    ),
    "admission": (
        "PPDB Tahun Ajaran Baru",
        "<h3>Persyaratan</h3><ul><li>Fotokopi akta kelahiran calon siswa</li><li>Fotokopi KK</li></ul>"
        "<p>Jalur zonasi dan jalur prestasi dibuka. Daya tampung 120 calon peserta didik.</p>",
    ),
    "tender": (
        "Pengumuman Lelang Pekerjaan Jalan",
        "<h3>Persyaratan</h3><ul><li>Fotokopi surat izin usaha penyedia</li><li>Surat penawaran</li></ul>"
        "<p>Kualifikasi penyedia kecil. Dokumen pengadaan diunduh di LPSE. Nilai pagu Rp 200.000.000.</p>",
    ),
}


@pytest.mark.parametrize("code", SELECTIONS)
def test_conditions_of_a_selection_are_none_of_a_service(code):
    title, main = SELECTIONS[code]
    page = page_of(f"<h1>{title}</h1>{main}", title)
    assert claimed(page) == set()
    assert trap(page, Topic.REQUIREMENTS) == code


def test_a_menu_gives_no_component():
    page = page_of(
        "<p>Selamat datang.</p>",
        around="<nav><ul><li>Persyaratan</li><li>Biaya : Gratis</li><li>Fotokopi KTP</li></ul></nav>{main}",
    )
    assert claimed(page) == set()


def test_a_menu_of_plain_divisions_gives_no_component():
    page = page_of(
        "<ul><li><a href='/a'>Beranda</a></li><li>Persyaratan</li><li><a href='/b'>Pembuatan Akta Kelahiran</a></li>"
        "<li><a href='/c'>Pembuatan Kartu Keluarga</a></li></ul><p>Data Jumlah Penduduk per Kecamatan</p>"
    )
    assert Topic.REQUIREMENTS not in clear_topics(page)


@pytest.mark.parametrize("filler", ["1. -<br>2. -", "-", "Dalam proses pembuatan", "Sesuai ketentuan yang berlaku"])
def test_fillers_are_no_requirements(filler):
    page = page_of(f"<h1>Surat Pindah</h1><h3>Persyaratan</h3><p>{filler}</p>", "Surat Pindah")
    assert Topic.REQUIREMENTS not in clear_topics(page)


def test_lorem_ipsum_is_a_placeholder():
    page = page_of(
        "<h1>Layanan</h1><p>Lorem ipsum dolor sit amet, consectetur adipiscing elit.</p><h3>Biaya</h3><p>Gratis</p>",
        "Layanan",
    )
    assert claimed(page) == set()
    assert trap(page, Topic.FEE) == "placeholder"


def test_typed_nonsense_is_a_placeholder():
    page = page_of(
        "<h1>Layanan Uji</h1><h3>Persyaratan</h3><p>gfhgfhjkl hjkhjkgfd sdfghjkl qwrtpsdf</p>"
        "<h3>Jangka Waktu</h3><p>5 hari</p>",
        "Layanan Uji",
    )
    assert claimed(page) == set()


def test_stamp_duty_is_no_fee():
    page = page_of(
        "<h1>Izin Usaha</h1><h3>Persyaratan</h3><ul><li>Surat permohonan bermeterai Rp 10.000</li>"
        "<li>Fotokopi KTP</li></ul>",
        "Izin Usaha",
    )
    assert Topic.FEE not in clear_topics(page)
    assert Topic.REQUIREMENTS in clear_topics(page)


def test_a_paper_called_free_of_charge_is_no_fee():
    page = page_of(
        "<h1>Layanan Integrasi</h1><h3>Persyaratan</h3><ul><li>Fotokopi KTP penjamin</li>"
        "<li>Mengisi Surat Pernyataan Tidak Dipungut Biaya</li></ul>",
        "Layanan Integrasi",
    )
    assert Topic.FEE not in clear_topics(page)


def test_opening_hours_are_no_completion_time():
    page = page_of(
        "<h1>Rawat Jalan</h1><h3>Jangka Waktu</h3><p>Senin - Jumat 07.30 s.d 16.00</p>", "Pelayanan Rawat Jalan"
    )
    assert (grade(page, Topic.COMPLETION_TIME), trap(page, Topic.COMPLETION_TIME)) == (Grade.NAMED, "office_hours")


def test_a_time_without_a_number_is_partly_told():
    page = page_of("<h1>Rawat Inap</h1><h3>Jangka Waktu</h3><p>Tergantung kondisi pasien</p>", "Pelayanan Rawat Inap")
    assert (grade(page, Topic.COMPLETION_TIME), trap(page, Topic.COMPLETION_TIME)) == (Grade.PARTIAL, "conditional")


def test_validity_is_no_completion_time():
    page = page_of("<h1>Izin Praktik</h1><h3>Masa Berlaku</h3><p>5 tahun</p>" + REAL_LIST, "Izin Praktik Bidan")
    assert Topic.COMPLETION_TIME not in clear_topics(page)


def test_the_time_of_a_questionnaire_is_none_of_a_service():
    page = page_of("<h1>Survei</h1><p>Pengisian kuesioner ini memakan waktu 5 menit.</p>" + REAL_LIST, "Layanan Survei")
    assert Topic.COMPLETION_TIME not in clear_topics(page)


def test_a_fee_by_regulation_is_partly_told():
    page = page_of("<h1>Izin Trayek</h1><h3>Biaya</h3><p>Sesuai Perda Nomor 5 Tahun 2019</p>", "Izin Trayek")
    assert (grade(page, Topic.FEE), trap(page, Topic.FEE)) == (Grade.PARTIAL, "regulation_only")


def test_free_of_charge_without_a_service_is_not_bound():
    page = page_of(
        "<h1>Program Unggulan</h1><p>Warga menikmati konsultasi tanpa dipungut biaya.</p>", "Program Unggulan"
    )
    assert trap(page, Topic.FEE) == "unbound"


def test_a_statute_is_no_standard():
    page = page_of(
        "<h1>Peraturan Daerah</h1><p>Dengan rahmat Tuhan</p><p>Menimbang: bahwa</p><p>Mengingat: 1. Undang-Undang "
        "Nomor 5 Tahun 2014</p><p>Memutuskan: Menetapkan</p><p>BAB I Ketentuan Umum Pasal 1</p>"
        "<h3>Persyaratan</h3><p>a. berkelakuan baik;</p>"
        "<p>b. fotokopi KTP;</p>",
        "Peraturan Daerah Nomor 3",
    )
    assert claimed(page) == set()
    assert trap(page, Topic.REQUIREMENTS) == "statute"


def test_rules_on_the_organisation_are_no_legal_basis():
    page = page_of(
        "<h1>Profil</h1><h3>Dasar Hukum</h3><p>Peraturan Daerah Nomor 8 Tahun 2016 "
        "tentang Susunan Organisasi dan Tata Kerja</p>"
    )
    assert Topic.LEGAL_BASIS not in clear_topics(page)


def test_a_rule_cited_beside_no_service_is_partly_told():
    page = page_of(
        "<h1>Tugas</h1><p>Berdasarkan Peraturan Menteri Nomor 36 Tahun 2019 tentang Air, dinas bertugas.</p>"
    )
    assert (grade(page, Topic.LEGAL_BASIS), trap(page, Topic.LEGAL_BASIS)) == (Grade.PARTIAL, "cited")


def test_guarantee_of_service_is_no_pledge():
    page = page_of(
        "<h1>Izin Usaha</h1>" + REAL_LIST + "<h3>Jaminan Pelayanan</h3><p>Petugas ramah dan cepat</p>", "Izin Usaha"
    )
    assert Topic.PLEDGE not in clear_topics(page)
