"""Each small rule of reading, shown by a page on which it alone makes the difference."""

from __future__ import annotations

import pytest

from model.reading import Block, BlockKind, Document, Grade, PageKind, Section, Topic, Zone
from reading.page import read_page
from reading.proof import Witness
from reading.site import merge_services
from tests.reading.pages import AT, clear_topics, grade, no_picture, no_reader, page_of, said, trap

PAPERS = "<ol><li>Fotokopi KTP</li><li>Surat pengantar RT</li></ol>"


def services(page):
    return {s.name: {t.topic for t in s.statements if t.grade is Grade.CLEAR} for s in page.services}


def read_lines(lines: list[str], medium: str = "image", address: str = "https://dinas.contoh.go.id/gambar.png"):
    blocks = tuple(Block(BlockKind.TEXT, line) for line in lines)
    document = Document(address, medium, "", (Section("", 0, (), Zone.MAIN, blocks),))
    return read_page(document, Witness(address, "0" * 64, AT, medium), "image/png", no_picture, no_reader)


# --- definitions and lists -----------------------------------------------------------------------------------


def test_what_requirements_are_is_no_requirement():
    page = page_of(
        "<h1>Layanan Informasi</h1><h3>Persyaratan</h3>"
        "<p>Persyaratan merupakan dokumen administrasi yang perlu dipenuhi oleh "
        "setiap penerima layanan; setiap dokumen diperiksa</p>",
        "Layanan Informasi",
    )
    assert (grade(page, Topic.REQUIREMENTS), trap(page, Topic.REQUIREMENTS)) == (Grade.NAMED, "definition")


def test_activities_of_the_agency_are_no_requirements():
    page = page_of(
        "<h1>Layanan Perizinan</h1><h3>Syarat</h3><ol><li>Pemberian informasi perizinan</li>"
        "<li>Pendaftaran permohonan</li>"
        "<li>Penerimaan tamu</li></ol>",
        "Layanan Perizinan",
    )
    assert Topic.REQUIREMENTS not in clear_topics(page)


def test_a_table_of_permits_that_was_copied_below_the_label_is_no_list_of_requirements():
    permits = ("Izin Usaha Industri", "Izin Trayek Angkutan", "Surat Izin Pengambilan Air", "Izin Pertambangan Rakyat")
    rows = "".join(f"<p>{n} {name} dalam Wilayah Kabupaten;</p>" for n, name in enumerate(permits, 1))
    page = page_of(f"<h2>Informasi Perizinan</h2><h3>Syarat</h3><p>NO Jenis Layanan</p>{rows}", "Informasi Perizinan")
    assert Topic.REQUIREMENTS not in clear_topics(page)


@pytest.mark.parametrize(
    "above",
    ["Pemenuhan Komitmen Izin Usaha Pariwisata :", "Sebagai bahan pertimbangan, bersama ini kami lampirkan ::"],
    ids=["commitments", "letter"],
)
def test_what_a_permit_asks_for_may_stand_below_its_commitments_or_in_the_letter_that_asks_for_it(above):
    page = page_of(
        f"<h2>Izin Usaha Pariwisata</h2><p>{above}</p>"
        "<ol><li>NIB</li><li>Izin Lokasi</li><li>KTP direktur (copy)</li></ol>",
        "Izin Usaha Pariwisata",
    )
    assert Topic.REQUIREMENTS in clear_topics(page)


def test_what_a_letter_encloses_is_no_list_of_papers_by_that_alone():
    page = page_of(
        "<h2>Undangan</h2><p>Bersama ini kami lampirkan:</p><ol><li>Susunan acara</li><li>Denah gedung</li></ol>",
        "Undangan",
    )
    assert Topic.REQUIREMENTS not in clear_topics(page)


def test_names_of_letters_under_no_label_are_no_requirements():
    page = page_of(
        "<h2>Layanan</h2><ul><li>Pembuatan surat pengantar asli</li><li>Penerbitan surat kuasa</li>"
        "<li>Pengurusan surat keterangan</li></ul>"
    )
    assert Topic.REQUIREMENTS not in clear_topics(page)


def test_papers_under_the_name_of_a_service_are_requirements():
    page = page_of("<h1>Legalisir Ijazah</h1>" + PAPERS.replace("Surat", "Menunjukkan surat"), "Legalisir Ijazah")
    assert Topic.REQUIREMENTS in clear_topics(page)


def test_the_words_of_a_button_are_no_requirement():
    page = page_of("<h1>Izin Usaha</h1><h3>Syarat</h3><p>Cek Syarat Izin</p>", "Izin Usaha")
    assert Topic.REQUIREMENTS not in clear_topics(page)


def test_an_item_that_counts_on_is_no_label():
    page = page_of(
        "<h1>Izin Usaha</h1><h3>Persyaratan</h3>"
        "<ol><li>Fotokopi KTP</li><li>Biaya pendaftaran</li><li>Pas foto 3x4</li></ol>",
        "Izin Usaha",
    )
    assert "Pas foto 3x4" in said(page, Topic.REQUIREMENTS).value.items


def test_a_numbered_label_ends_the_numbered_label_before_it():
    page = page_of("<h1>Izin Usaha</h1><p>1. Persyaratan :<br>Fotokopi KTP<br>2. Sertifikat kantor</p>", "Izin Usaha")
    assert said(page, Topic.REQUIREMENTS).value.items == ("Fotokopi KTP",)


def test_a_sentence_is_no_label():
    page = page_of(
        "<h1>Izin Usaha</h1><h4>Untuk dokumen yang harus diisi manual, gunakan tinta hitam.</h4><p>Fotokopi KTP</p>",
        "Izin Usaha",
    )
    assert Topic.REQUIREMENTS not in clear_topics(page)


# --- complaints ----------------------------------------------------------------------------------------------


def test_steps_of_a_complaint_are_no_procedure_of_a_service():
    page = page_of(
        "<h1>Pengaduan</h1><h3>Prosedur</h3><ol><li>Ajukan keluhan tertulis ke loket</li>"
        "<li>Petugas memeriksa keluhan</li></ol>"
    )
    assert trap(page, Topic.PROCEDURE) == "complaint_steps"


def test_a_mechanism_of_complaints_is_no_procedure_of_a_service():
    page = page_of(
        "<h1>Mekanisme Penyampaian Keluhan</h1><ol><li>Warga datang ke loket</li><li>Petugas mencatat laporan</li></ol>"
    )
    assert Topic.PROCEDURE not in clear_topics(page)


def test_channels_with_labels_of_their_own_belong_to_the_complaint():
    page = page_of("<h1>Layanan</h1><h3>Kontak Pengaduan</h3><p>Telepon: 0274-551023</p><p>Email: adu@contoh.go.id</p>")
    assert grade(page, Topic.COMPLAINT_HANDLING) is Grade.CLEAR


def test_channels_under_headings_of_their_own_belong_to_the_complaint():
    page = page_of("<h1>Layanan</h1><h3>Sarana Pengaduan</h3><h4>Telepon</h4><p>0274-551023</p>")
    assert grade(page, Topic.COMPLAINT_HANDLING) is Grade.CLEAR


def test_a_page_titled_complaints_offers_its_contacts():
    page = page_of("<h2>Selamat datang</h2><p>Jam kerja</p><h2>Sekretariat</h2><p>0274-551023</p>", "Pengaduan")
    assert grade(page, Topic.COMPLAINT_HANDLING) is Grade.CLEAR


def test_contacts_at_the_end_of_a_grid_of_cards_are_not_offered_for_complaints():
    cards = "".join(f'<img src="/{n}.png" alt="Menu {n}"><p>Menu {n}</p>' for n in range(4))
    page = page_of(f"<h1>Dinas</h1><h3>Pengaduan</h3>{cards}<p>Telp. 0274-551023</p>")
    assert Topic.COMPLAINT_HANDLING not in clear_topics(page)


@pytest.mark.parametrize(
    ("title", "code"), [("Pengajuan Keberatan Informasi", "objection"), ("Whistleblowing System", "misconduct")]
)
def test_other_channels_are_not_those_for_complaints(title, code):
    from reading.complaints import judge_complaints
    from reading.parts import Part

    part = Part("complaint_handling", title, "", (), (Block(BlockKind.TEXT, "Hubungi 0274-551023"),), Zone.MAIN)
    assert judge_complaints(part).trap == code


# --- fee and time --------------------------------------------------------------------------------------------


def test_a_list_of_prices_is_a_tariff():
    page = page_of("<h2>Pelayanan KB</h2><p>Suntik</p><p>15.000,-</p><p>Pil</p><p>5.000,-</p>", "Puskesmas")
    assert Topic.FEE in clear_topics(page)


def test_free_information_with_paid_copies_tells_the_fee():
    page = page_of(
        "<h1>Permohonan Informasi</h1><h3>Biaya</h3>"
        "<p>Informasi diberikan gratis, sedangkan biaya penggandaan ditanggung "
        "pemohon umum</p>",
        "Permohonan Informasi",
    )
    assert grade(page, Topic.FEE) is Grade.CLEAR


def test_a_time_that_stands_alone_counts_beside_requirements():
    page = page_of(
        f"<h1>Surat Pindah</h1><h3>Persyaratan</h3>{PAPERS}<h3>Lainnya</h3><p>14 hari kerja</p>", "Surat Pindah"
    )
    assert Topic.COMPLETION_TIME in clear_topics(page)


# --- tables and cards ----------------------------------------------------------------------------------------


def test_each_row_of_a_table_is_a_service():
    page = page_of(
        "<table><tr><th>No</th><th>Jenis Layanan</th><th>Persyaratan</th><th>Biaya</th></tr>"
        "<tr><td>1</td><td>Akta Kelahiran</td><td>Fotokopi KK</td><td>Gratis</td></tr>"
        "<tr><td>2</td><td>Kartu Keluarga</td><td>Fotokopi buku nikah</td><td>Gratis</td></tr></table>",
        "Daftar Layanan",
    )
    found = services(page)
    assert {Topic.REQUIREMENTS, Topic.FEE} <= found["Akta Kelahiran"]
    assert {Topic.REQUIREMENTS, Topic.FEE} <= found["Kartu Keluarga"]


def test_each_column_of_a_table_can_be_a_service():
    page = page_of(
        "<table><tr><td>Komponen</td><td>Akta Kelahiran</td><td>Kartu Keluarga</td></tr>"
        "<tr><td>Persyaratan</td><td>Fotokopi KK</td><td>Fotokopi buku nikah</td></tr>"
        "<tr><td>Jangka Waktu</td><td>1 hari</td><td>3 hari</td></tr><tr><td>Biaya</td><td>Gratis</td>"
        "<td>Gratis</td></tr></table>"
    )
    assert set(services(page)) == {"Akta Kelahiran", "Kartu Keluarga"}


def test_activities_of_an_operating_procedure_are_its_steps():
    page = page_of(
        "<h1>SOP Kunjungan</h1><table><tr><th>No</th><th>Kegiatan</th><th>Petugas</th><th>Waktu</th></tr>"
        "<tr><td>1</td><td>Pengunjung mengambil nomor</td><td></td><td>2 menit</td></tr>"
        "<tr><td>2</td><td>Petugas memeriksa berkas</td><td></td><td>5 menit</td></tr></table>",
        "SOP Pelayanan Kunjungan",
    )
    assert len(said(page, Topic.PROCEDURE).value.steps) == 2


def test_labels_over_values_make_a_table():
    page = page_of(
        "<h1>SOP Kunjungan</h1><table><tr><td>Dasar Hukum</td><td>Kualifikasi Pelaksana</td></tr>"
        "<tr><td>Permenkumham Nomor 33 Tahun 2015 tentang Pengamanan</td><td>Pegawai teliti</td></tr></table>",
        "SOP Pelayanan Kunjungan",
    )
    assert Topic.LEGAL_BASIS in clear_topics(page)


def test_a_numbered_list_in_a_cell_is_no_label():
    page = page_of(
        "<h1>SOP Kunjungan</h1><table><tr><td>Persyaratan</td><td>Fotokopi KTP</td></tr>"
        "<tr><td>1. SOP Penerimaan tamu<br>2. SOP Penggeledahan</td>"
        "<td>1. Petugas memeriksa<br>2. Petugas mencatat</td></tr>"
        "<tr><td>Biaya</td><td>Gratis</td></tr></table>",
        "Pelayanan Kunjungan",
    )
    assert Topic.PROCEDURE not in clear_topics(page)


def test_a_cell_can_be_a_small_page():
    page = page_of(
        "<h1>Kertas Kendali</h1><table><tr><td>Loket</td><td>Paraf</td></tr>"
        "<tr><td>Produk Layanan :<br>1. Kartu pencari kerja</td><td>tanggal</td></tr></table>",
        "Kertas Kendali",
    )
    assert Topic.PRODUCT in clear_topics(page)


def test_numbered_cards_below_a_label_are_read_together():
    cards = "".join(
        f"<div>{n}</div><h4>{name}</h4><p>{text}</p>"
        for n, (name, text) in enumerate(
            [
                ("Daftar", "Pemohon mengisi formulir."),
                ("Periksa", "Petugas memeriksa berkas."),
                ("Ambil", "Pemohon mengambil surat."),
            ],
            1,
        )
    )
    page = page_of(f"<h1>Cara Mengurus Surat Pindah</h1><h2>Langkah Baru</h2>{cards}", "Surat Pindah")
    assert Topic.PROCEDURE in clear_topics(page)


# --- flows and rules -----------------------------------------------------------------------------------------


def test_steps_may_be_told_of_the_papers_that_are_received_and_returned():
    page = page_of(
        "<h1>Legalisasi Surat</h1><h3>Prosedur</h3><ol><li>Pemohon mengutarakan maksud kepada petugas informasi</li>"
        "<li>Berkas yang belum lengkap oleh petugas loket di depan langsung dikembalikan kepada pemohon</li>"
        "<li>Berkas yang sudah lengkap dan benar oleh petugas loket langsung dilegalisasi</li></ol>",
        "Legalisasi Surat",
    )
    assert Topic.PROCEDURE in clear_topics(page)


def test_steps_on_a_poster_are_a_procedure():
    assert Topic.PROCEDURE in clear_topics(read_lines(["LANGKAH 1", "Isi formulir", "LANGKAH 2", "Serahkan berkas"]))


def test_boxes_of_a_picture_called_a_flow_are_a_procedure():
    page = read_lines(["PEMOHON", "VERIFIKATOR", "OPERATOR"], address="https://dinas.contoh.go.id/alur.png")
    assert Topic.PROCEDURE in clear_topics(page)


def test_steps_of_a_poster_on_complaints_are_no_procedure_of_a_service():
    page = read_lines(["ALUR PENGADUAN", "LANGKAH 1", "LANGKAH 2", "LANGKAH 3"], address="https://x.go.id/alur.png")
    assert Topic.PROCEDURE not in clear_topics(page)


def test_the_name_of_a_decree_may_break_over_lines():
    page = read_lines(
        ["Berdasarkan Keputusan Kepala", "Puskesmas Contoh Nomor 39 Tahun 2026 tentang Standar Pelayanan"]
    )
    assert Topic.LEGAL_BASIS in clear_topics(page)


def test_the_agencys_decree_on_its_service_is_a_basis():
    page = page_of(
        "<h1>Kanal</h1>"
        "<p>Keputusan Kepala Dinas Perhubungan Nomor 7 Tahun 2021 tentang Pengelolaan Pengaduan Pelayanan</p>"
    )
    assert Topic.LEGAL_BASIS in clear_topics(page)


def test_the_procedure_of_asking_for_information_is_a_procedure():
    page = page_of(
        "<h1>Alur Permohonan Informasi</h1><ol><li>Pemohon mengisi formulir</li><li>PPID mencatat permohonan</li></ol>"
    )
    assert Topic.PROCEDURE in clear_topics(page)


# --- the agency itself ---------------------------------------------------------------------------------------

FOOT = "<footer><p>Alamat: Jalan Pelita Nomor 9, Kelurahan Damai, Kota Contoh 97951</p></footer>"
EVENT = (
    "<h1>Kabar Kantor</h1><p>CONTOH, Senin (3/3/2026) - Bupati menghadiri upacara di kantor dinas, ujarnya. </p>"
    "<p>Nilai IKM Semester I Tahun 2026 sebesar 84,25, kata kepala dinas. Beliau menegaskan hal itu. Warga gembira, "
    "tuturnya.</p>"
)


def test_a_page_tells_of_its_agency_too():
    assert grade(page_of("<h1>Selamat datang</h1>", around="{main}" + FOOT), Topic.ADDRESS) is Grade.CLEAR


def test_what_is_told_of_an_event_is_named_and_what_stands_in_the_footer_counts():
    page = page_of(EVENT, around="{main}" + FOOT)
    assert page.kind is PageKind.NEWS
    assert (grade(page, Topic.SURVEY), trap(page, Topic.SURVEY)) == (Grade.NAMED, "news")
    assert grade(page, Topic.ADDRESS) is Grade.CLEAR


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Just a moment...", "<p>Checking your browser before accessing the site.</p>"),
        ("Slot Gacor Maxwin", "<p>Daftar slot online, link alternatif togel, RTP live hari ini.</p>"),
        ("dinas.contoh.go.id", "<p>This domain is parked. Buy this domain.</p>"),
        ("404 Not Found", "<p>Maaf.</p>"),
        ("Masuk", "<p>Username</p><p>Password</p><p>Lupa password?</p><button>Login</button>"),
    ],
    ids=["challenge", "hacked", "parked", "error", "login"],
)
def test_a_page_on_which_the_agency_does_not_speak_tells_nothing_of_it(title, main):
    assert page_of(main, title, around="{main}" + FOOT).statements == ()


# --- names and kinds -----------------------------------------------------------------------------------------


def test_a_standard_is_called_by_its_product_when_nothing_else_names_it():
    page = page_of("<h1>STANDAR PELAYANAN</h1><p>Produk Layanan : Izin Praktik Bidan</p><p>Biaya : Gratis</p>")
    assert [s.name for s in page.services] == ["Izin Praktik Bidan"]


def test_a_sentence_below_the_name_describes_the_product():
    page = page_of(
        f"<h1>Surat Domisili</h1><p>Surat keterangan tempat tinggal bagi warga baru</p>{PAPERS}", "Surat Domisili"
    )
    assert grade(page, Topic.PRODUCT) is Grade.CLEAR


@pytest.mark.parametrize(("many", "told"), [(2, None), (3, Grade.CLEAR)])
def test_a_page_that_describes_one_service_after_the_other_tells_what_they_give(many, told):
    services = ("Surat Domisili", "Surat Pindah", "Surat Usaha")[:many]
    cards = "".join(f"<h3>{name}</h3><p>Surat keterangan bagi warga yang memerlukannya</p>" for name in services)
    page = page_of(f"<h1>Layanan Kelurahan</h1>{cards}", "Layanan Kelurahan")
    assert grade(page, Topic.PRODUCT) is told


def test_a_description_under_another_name_of_the_only_service_of_a_page_is_of_that_service():
    page = page_of(
        "<h1>Surat Keterangan Tidak Mampu</h1><p>Surat ini adalah surat bagi warga yang meminta keringanan</p>"
        f"<h3>Persyaratan Pembuatan SKTM</h3>{PAPERS}",
        "Administrasi",
    )
    assert (len(page.services), grade(page, Topic.PRODUCT)) == (1, Grade.CLEAR)


def test_an_invitation_to_read_on_describes_nothing():
    page = page_of(
        f"<h1>Pembuatan KTP</h1><p>Untuk informasi layanan surat hubungi loket kami</p>{PAPERS}", "Pembuatan KTP"
    )
    assert (grade(page, Topic.PRODUCT), trap(page, Topic.PRODUCT)) == (Grade.PARTIAL, "title_only")


def test_a_dated_article_is_news():
    text = "<p>Warga bekerja bakti membersihkan saluran air di lingkungan masing-masing.</p>" * 5
    assert page_of(f"<h1>Kerja Bakti</h1><p>12 Mei 2024</p>{text}").kind is PageKind.NEWS


def test_an_item_that_is_a_link_closes_the_part_before_it():
    page = page_of(
        "<h1>Dinas</h1><h3>Pengaduan</h3><p>Sampaikan kepada kami.</p><p><a href='/lokasi'>Lokasi</a></p>"
        "<p>Telp 0274-551023</p>"
    )
    assert Topic.COMPLAINT_HANDLING not in clear_topics(page)


def test_codes_of_a_page_builder_are_not_text():
    page = page_of("<p>[vc_row][vc_column_text]Biaya : Gratis[/vc_column_text][/vc_row]</p>", "Surat Pindah")
    assert said(page, Topic.FEE).exhibits[0].quote == "Gratis"


def test_the_same_text_under_another_name_is_noticed():
    list_of_three = "<h3>Persyaratan</h3><ol><li>Fotokopi KTP</li><li>Fotokopi KK</li><li>Pas foto 3x4</li></ol>"
    pages = [page_of(f"<h1>{name}</h1>{list_of_three}", name) for name in ("Surat Pindah", "Surat Usaha")]
    first, second = merge_services(pages)
    assert (first.same_text_as, second.same_text_as) == ("", first.key)
