"""Copies of standards that lost their labels or the lines of their table."""

from __future__ import annotations

from model.reading import Topic
from reading.by_order import parts_by_order
from reading.dumped_cells import rejoined
from reading.parts import parts_of
from reading.run_on import label_and_list, labels_and_values
from reading.text import read_text
from tests.reading.documents.files import blocks

RECORD = """Izin Reklame Insidentil

  1. Fotokopi KTP
  2. Gambar reklame

  1. Pemohon mendaftar di loket
  2. Petugas meninjau lokasi

2 Hari kerja

{fee}

Izin Reklame

Pengaduan lewat WA 0812-5550-1234
{end}"""
END = "Anda juga dapat menyampaikan pengaduan, aspirasi, maupun permintaan informasi melalui aplikasi LAPOR!"


def order(fee: str, end: str) -> dict[str, str]:
    document = read_text(RECORD.format(fee=fee, end=end).encode(), "")
    return {part.component: part.text for part in parts_by_order(document)}


def test_the_order_tells_what_a_value_is():
    found = order("Tidak dipungut biaya", END)
    assert found[Topic.REQUIREMENTS] == "Fotokopi KTP\nGambar reklame"
    assert found[Topic.PROCEDURE] == "Pemohon mendaftar di loket\nPetugas meninjau lokasi"
    assert found[Topic.COMPLETION_TIME] == "2 Hari kerja"
    assert found[Topic.FEE] == "Tidak dipungut biaya"
    assert found[Topic.PRODUCT] == "Izin Reklame"
    assert "0812-5550-1234" in found[Topic.COMPLAINT_HANDLING]
    assert "LAPOR!" not in found[Topic.COMPLAINT_HANDLING]


def test_without_the_portal_a_time_and_a_fee_must_stand_together():
    assert Topic.REQUIREMENTS in order("Gratis", "")
    assert order("Kegiatan berjalan lancar", "") == {}


def test_a_record_of_the_portal_without_a_fee_keeps_its_lists_and_its_time():
    assert set(order("-", END)) == {Topic.REQUIREMENTS, Topic.PROCEDURE, Topic.COMPLETION_TIME}


def test_a_record_may_group_its_lists_by_the_kind_of_citizen_and_tell_its_fee_as_a_list():
    text = """Pelayanan Rawat Jalan

No. SK: 12/2024

  • Peserta jaminan kesehatan
    1. Kartu berobat
    2. Kartu peserta
  • Pasien umum
    1. Kartu Tanda Penduduk

  • Pendaftaran
    1. Pasien mendaftar di loket
    2. Petugas memanggil pasien ke poliklinik

Senin - Jumat

  1. Pasien umum sesuai Keputusan Direktur Nomor 4 Tahun 2024
  2. Peserta jaminan tidak dipungut biaya

Pelayanan Pasien Rawat Jalan

Pengaduan lewat WA 0812-5550-1234
"""
    found = {p.component: p.text for p in parts_by_order(read_text(text.encode(), "https://a.go.id/rawat-jalan"))}
    assert found[Topic.REQUIREMENTS] == "Kartu berobat\nKartu peserta\nKartu Tanda Penduduk"
    assert found[Topic.PROCEDURE] == "Pasien mendaftar di loket\nPetugas memanggil pasien ke poliklinik"
    assert found[Topic.FEE].endswith("Peserta jaminan tidak dipungut biaya")
    assert found[Topic.PRODUCT] == "Pelayanan Pasien Rawat Jalan"
    assert "0812-5550-1234" in found[Topic.COMPLAINT_HANDLING]


def test_the_number_of_its_decree_tells_a_record_of_the_portal_too():
    lists = " 1. Surat permohonan\n 2. Fotokopi KTP\n\n 1. Pemohon mendaftar\n 2. Petugas memeriksa"
    text = f"Izin Reklame\n\nNo. SK: 12/2024\n\n{lists}"
    found = {p.component for p in parts_by_order(read_text(text.encode(), "https://a.go.id/izin"))}
    assert found == {Topic.REQUIREMENTS, Topic.PROCEDURE}


def test_a_table_in_one_line_needs_no_dots_behind_its_numbers_below_its_head():
    before, pairs = labels_and_values(
        "Izin Laik Sehat No Komponen Uraian 1 Dasar Hukum Perda Nomor 6 Tahun 2012 2 Persyaratan Fotokopi KTP"
        " 3 Jangka Waktu 5 hari"
    )
    assert before == "Izin Laik Sehat"
    assert [label for label, _ in pairs] == ["Dasar Hukum", "Persyaratan", "Jangka Waktu"]


def test_numbers_without_dots_and_without_a_head_are_no_table():
    assert labels_and_values("Ada 1 Persyaratan dan 2 Prosedur serta 3 Biaya di sini")[1] == ()


def test_a_table_in_one_line_is_cut_at_its_labels():
    before, pairs = labels_and_values(
        "STANDAR PELAYANAN FISIOTERAPI NO KOMPONEN URAIAN 1. Persyaratan Kartu berobat 2. Prosedur a. Mendaftar"
        " b. Menunggu 3. Jangka Waktu 45 menit"
    )
    assert before == "STANDAR PELAYANAN FISIOTERAPI"
    assert pairs == (
        ("Persyaratan", "Kartu berobat"),
        ("Prosedur", "a. Mendaftar b. Menunggu"),
        ("Jangka Waktu", "45 menit"),
    )


def test_a_label_may_run_into_its_value():
    assert labels_and_values("4.Biaya/TarifGratis") == ("", (("Biaya/Tarif", "Gratis"),))


def test_a_list_of_labels_or_a_sentence_is_no_table():
    for text in ("1. Persyaratan 2. Prosedur", "3. Biaya ditanggung pemohon", "Persyaratan, prosedur, dan biaya"):
        assert labels_and_values(text) == (text, ())


def test_upright_lines_between_copied_cells_are_no_text():
    found = [b.text for b in blocks(read_text(b"Biaya kepaniteraan.\n|\nLegalisir\n|\nRp 5.000\n|\n", ""))]
    assert found == ["Biaya kepaniteraan.", "Legalisir", "Rp 5.000"]


def test_a_list_behind_the_label_of_its_row():
    label, items = label_and_list("2 Persyaratan Pelayanan 1. Fotokopi KTP 2. Kartu Keluarga")
    assert (label, items) == ("Persyaratan Pelayanan", ("1. Fotokopi KTP", "2. Kartu Keluarga"))
    assert label_and_list("3. Kepala Dinas 1. menandatangani surat") == ("", ())
    assert label_and_list("2. Persyaratan Pelayanan") == ("", ())


def test_channels_below_the_product_of_a_record_are_for_complaints():
    text = RECORD.replace("Pengaduan lewat WA 0812-5550-1234", "1. Kotak saran\n\n2. SMS ke 0812-5550-1234")
    document = read_text(text.format(fee="Tidak dipungut biaya", end=END).encode(), "")
    found = {part.component: part.text for part in parts_by_order(document)}
    assert "0812-5550-1234" in found[Topic.COMPLAINT_HANDLING]


CELLS = """Izin Usaha Contoh
Dasar Hukum |
1.
Undang-Undang
Nomor 7 Tahun 2020 tentang Contoh; 2. Peraturan
Daerah Nomor 3 Tahun 2021 |
Sistem, mekanisme
dan prosedur |
1. Pemohon mengisi formulir 2. Petugas
memeriksa berkas |
Biaya/tarif |
Rp. 0 (Nol Rupiah)
|"""


def test_cells_that_were_copied_with_a_line_behind_each_are_rows_again():
    found = [b.cells or b.text for b in blocks(read_text(CELLS.encode(), ""))]
    assert found == [
        (
            "Dasar Hukum",
            "1. Undang-Undang Nomor 7 Tahun 2020 tentang Contoh; 2. Peraturan Daerah Nomor 3 Tahun 2021",
        ),
        ("Sistem, mekanisme dan prosedur", "1. Pemohon mengisi formulir 2. Petugas memeriksa berkas"),
        ("Biaya/tarif", "Rp. 0 (Nol Rupiah)"),
    ]


def test_lines_that_end_so_and_name_no_parts_of_a_standard_stay_as_they_are():
    lines = ["Beranda |", "Profil |", "Kontak kami |", "Selamat datang"]
    assert rejoined(lines) is lines


def test_a_label_that_a_narrow_column_broke_is_one():
    text = "3.\n\nJangka Waktu\n\nPelayanan\n\n± 15 Menit (Jaringan Internet Stabil)\n\n4.\n\nBiaya/Tarif\n\nGratis\n"
    document = read_text(text.encode(), "https://a.go.id/layanan")
    found = {part.component: part.text for part in parts_of(document)}
    assert found["completion_time"].startswith("± 15 Menit")
    assert found["fee"] == "Gratis"


def test_cells_of_a_row_that_lost_what_parted_them():
    text = "NOKOMPONENURAIAN\n7Produk PelayananPendaftaran Pasien\n1Dasar HukumPeraturan Menteri Nomor 4 Tahun 2020\n"
    found = {part.component: part.text for part in parts_of(read_text(text.encode(), "https://a.go.id/layanan"))}
    assert found["product"] == "Pendaftaran Pasien"
    assert found["legal_basis"] == "Peraturan Menteri Nomor 4 Tahun 2020"
