"""Items that a citizen brings, steps in order, and the texts that are neither."""

import pytest

from model.reading import Block, BlockKind
from reading.items import split_items
from reading.procedures import find_procedure
from reading.products import find_product
from reading.requirements import find_requirements


def text(*lines):
    return [Block(BlockKind.TEXT, line) for line in lines]


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("1. Fotokopi KTP 2. Fotokopi KK 3. Pas foto", ("Fotokopi KTP", "Fotokopi KK", "Pas foto")),
        ("a. Surat pengantar b. KTP asli", ("Surat pengantar", "KTP asli")),
        ("Surat pengantar; KTP asli;", ("Surat pengantar", "KTP asli")),
        ("• KTP • KK", ("KTP", "KK")),
        ("- KTP\n- KK", ("KTP", "KK")),
        ("Pas foto 4x6 2 lembar", ("Pas foto 4x6 2 lembar",)),
        ("Formulir F-1.02 dan F-2.01", ("Formulir F-1.02 dan F-2.01",)),
        ("1. -\n2. -", ()),
    ],
)
def test_lists_are_cut_into_items(line, items):
    assert split_items(line) == items


@pytest.mark.parametrize(
    "line",
    [
        "Fotokopi KTP", "Foto copy KK 1 lembar", "FC ijazah terakhir", "Rekaman e-KTP", "Telah berusia 17 tahun",
        "Mengisi formulir F-1.02", "Pas foto 3x4 berwarna", "Surat pengantar RT/RW", "Syarat: KTP dan KK",
        "Pemohon membawa KTP asli", "Detail Engineering Design", "Surat pernyataan bermeterai",
    ],
)  # fmt: skip
def test_concrete_items_are_requirements(line):
    assert find_requirements(text(line)) is not None


@pytest.mark.parametrize(
    "line",
    [
        "-", "1. -\n2. -", "", "Klik di sini", "Unduh persyaratan", "https://a.go.id/x.pdf", "Belum tersedia",
        "Sesuai ketentuan",
        "Persyaratan adalah syarat yang harus dipenuhi dalam pengurusan suatu jenis pelayanan",
        "persyaratan teknis dan administratif", "Waktu penyelesaian; Biaya/tarif; Produk pelayanan",
        "1. Pemohon datang ke loket\n2. Petugas memeriksa berkas\n3. Petugas menyerahkan hasil",
        "Terlampir", "Lihat lampiran",
    ],
)  # fmt: skip
def test_other_texts_are_no_requirements(line):
    assert find_requirements(text(line)) is None


def test_without_a_label_documents_must_be_named_twice():
    assert find_requirements(text("Fotokopi KTP"), labelled=False) is None
    assert find_requirements(text("Fotokopi KTP", "Kartu Keluarga asli"), labelled=False) is not None
    assert find_requirements(text("Bupati hadir", "Rapat dimulai"), labelled=False) is None


def test_cells_of_a_row_are_read_one_by_one():
    row = Block(BlockKind.ROW, "", cells=("1", "Fotokopi KTP", "Ijazah"))
    found = find_requirements([row])
    assert found is not None
    assert found.items[-2:] == ("Fotokopi KTP", "Ijazah")


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("1. Pemohon datang ke loket\n2. Petugas memeriksa berkas\n3. Pemohon menerima KTP", 3),
        ("Pendaftaran → Verifikasi → Penyerahan surat", 3),
        ("Ambil nomor antrean > Isi formulir > Tunggu panggilan", 3),
        ("Pemohon mengisi formulir, kemudian petugas memeriksa, selanjutnya kepala dinas menandatangani", 3),
        ("Pemohon masuk ke aplikasi. Setelah itu mengunggah berkas.", 2),
        ("a. Berkas diverifikasi petugas b. Surat ditandatangani camat", 2),
    ],
)
def test_ordered_steps_are_a_procedure(line, count):
    found = find_procedure(text(line))
    assert found is not None
    assert len(found.steps) == count


@pytest.mark.parametrize(
    "line",
    [
        "-", "", "1. Fotokopi KTP\n2. Fotokopi KK\n3. Pas foto", "Pemohon datang ke loket", "Sesuai SOP",
        "Prosedur adalah tata cara pelayanan yang dibakukan bagi pemberi dan penerima pelayanan, termasuk pengaduan.",
        "Surat pengantar; Kartu Keluarga; Akta lahir",
    ],
)  # fmt: skip
def test_other_texts_are_no_procedure(line):
    assert find_procedure(text(line)) is None


def test_without_a_label_a_step_names_who_acts():
    assert find_procedure(text("Pendaftaran", "Verifikasi"), labelled=False) is None
    assert find_procedure(text("Pemohon mengisi formulir", "Petugas memeriksa"), labelled=False) is not None


@pytest.mark.parametrize(
    ("src", "alt", "found"),
    [("/img/alur-ktp.png", "", True), ("/img/1.png", "Bagan alir", True), ("/img/logo.png", "Logo", False)],
)
def test_a_picture_called_a_flow_is_a_procedure(src, alt, found):
    assert (find_procedure([Block(BlockKind.IMAGE, alt, src=src)]) is not None) == found


@pytest.mark.parametrize(
    "line",
    [
        "Kartu Keluarga",
        "Surat Keterangan Usaha",
        "1. KTP-el 2. KIA",
        "Rekomendasi teknis",
        "Terlayaninya pasien",
        "Izin Praktik Bidan",
    ],
)
def test_products(line):
    assert find_product(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "-",
        "",
        "Belum ada",
        "Klik di sini",
        "3,5",
        "Sesuai permohonan",
        "Produk pelayanan adalah hasil pelayanan yang diterima sesuai ketentuan",
    ],
)
def test_no_products(line):
    assert find_product(line) is None


def test_a_product_in_running_text_needs_its_verb():
    assert find_product("Dinas menerbitkan Surat Pindah bagi penduduk", field=False) is not None
    assert find_product("Dinas menerima Kunjungan Kerja dari provinsi", field=False) is None


def test_verbs_that_no_list_has_are_steps_under_a_label():
    steps = ("Penilik merawat tanaman", "Regu merapikan lahan", "Warga memanen hasil")
    found = find_procedure([Block(BlockKind.ITEM, s, marker="-") for s in steps], labelled=True)
    assert found is not None
    assert found.steps == steps


def test_words_that_only_look_like_verbs_are_no_steps():
    nouns = ("Menteri Perdagangan", "Mekanisme kerja", "Melalui loket")
    assert find_procedure([Block(BlockKind.ITEM, n, marker="-") for n in nouns], labelled=True) is None
