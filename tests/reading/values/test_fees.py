"""Which words are a fee, which say that there is none, and which money is something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.fees import FeeKind, find_fee
from reading.money import find_amounts

FREE = [
    "Gratis",
    "GRATIS",
    "Tidak dipungut biaya",
    "Tidak dipungut bayaran (GRATIS)",
    "Tidak dipungut retribusi",
    "Tanpa biaya",
    "Tanpa dipungut biaya",
    "Rp. 0,-",
    "Rp 0 (nol) rupiah",
    "Rp0",
    "0 rupiah",
    "Nihil",
    "Tidak ada biaya",
    "Tidak ada",
    "Non retribusi",
    "Tdk dipungut biaya",
    "Tidak di pungut biaya",
    "Tidak dikenakan biaya",
    "Bebas biaya",
    "Cuma-cuma",
    "Biaya ditanggung APBD",
    "Tarif: 0",
    "Rp,0",
    "Rp. Nihil",
    "Tidak dipungut biaya sesuai UU Nomor 24 Tahun 2013",
    "Gratis untuk umum",
    "Free of charge",
    "Tidak dipungut biaya (meterai Rp 10.000 disediakan pemohon)",
]


@pytest.mark.parametrize("text", FREE)
def test_free_in_its_field(text):
    fee = find_fee(text, field=True)
    assert fee is not None
    assert fee.kind == FeeKind.FREE
    assert fee.text in text


AMOUNTS = [
    ("Rp. 350.000,-", (350_000,)),
    ("Rp50.000", (50_000,)),
    ("Rp. 1.000.000,00", (1_000_000,)),
    ("IDR 25.000", (25_000,)),
    ("9.000,-", (9_000,)),
    ("20000", (20_000,)),
    ("50 ribu", (50_000,)),
    ("1,5 juta", (1_500_000,)),
    ("15rb", (15_000,)),
    ("Rp. 50.000 (lima puluh ribu rupiah)", (50_000,)),
    ("lima puluh ribu rupiah", (50_000,)),
    ("Rp 100.000/unit", (100_000,)),
    ("Baru Rp 10.000, hilang Rp 20.000", (10_000, 20_000)),
    ("Retribusi sebesar Rp 15.000 sesuai Perda Nomor 3 Tahun 2012", (15_000,)),
]


@pytest.mark.parametrize(("text", "amounts"), AMOUNTS)
def test_amounts_in_their_field(text, amounts):
    fee = find_fee(text, field=True)
    assert fee is not None
    assert (fee.kind, fee.amounts) == (FeeKind.AMOUNT, amounts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Periksa Rp 10.000 Cabut gigi Rp 50.000 Tambal Rp 75.000", FeeKind.TARIFF_TABLE),
        ("Sesuai Perda Nomor 3 Tahun 2012", FeeKind.REGULATION_ONLY),
        ("Berbayar (sesuai Peraturan Daerah)", FeeKind.REGULATION_ONLY),
        ("Berdasarkan Peraturan Bupati tentang tarif layanan", FeeKind.REGULATION_ONLY),
        ("Peserta BPJS gratis, pasien umum sesuai Perda", FeeKind.SOME_FREE),
        ("Sebagian besar layanan tidak dipungut biaya", FeeKind.SOME_FREE),
        ("Beberapa jenis izin GRATIS, terutama untuk usaha mikro", FeeKind.SOME_FREE),
        ("Dihitung berdasarkan luas bangunan", FeeKind.CONDITIONAL),
        ("2,5% dari nilai sewa", FeeKind.CONDITIONAL),
        ("Berbayar", FeeKind.CONDITIONAL),
    ],
)
def test_other_kinds_in_their_field(text, kind):
    fee = find_fee(text, field=True)
    assert fee is not None
    assert fee.kind == kind


def test_free_for_some_and_an_amount_for_the_rest_is_complete():
    fee = find_fee("Peserta BPJS tanpa biaya, pasien umum Rp 15.000", field=True)
    assert fee is not None
    assert (fee.clear, fee.amounts, fee.also_free) == (True, (15_000,), "tanpa biaya")


@pytest.mark.parametrize(
    "text",
    [
        "-", "", "Rp. -", "Rp. ,-", "...", "Nomor 15 Tahun 2003", "Meterai Rp 10.000", "Rp 10.000 (materai)",
        "Tahun 2024",
        "Telepon 352678",
    ],
)  # fmt: skip
def test_no_fee_in_its_field(text):
    assert find_fee(text, field=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "Seluruh pelayanan GRATIS",
        "Pengurusan ini tidak dipungut biaya.",
        "Biaya Rp. 50.000 per sertifikat",
        "Pemohon dikenakan retribusi Rp 15.000",
    ],
)
def test_running_text_that_speaks_of_a_fee(text):
    fee = find_fee(text)
    assert fee is not None
    assert fee.clear


@pytest.mark.parametrize(
    "text",
    [
        "Program Cek Kesehatan Gratis dimulai hari ini",
        "Makan Bergizi Gratis di sekolah dasar",
        "Tersedia wifi gratis di ruang tunggu",
        "Surat pernyataan bermeterai Rp. 10.000,-",
        "Surat kuasa dengan materai Rp 10.000",
        "Anggaran kegiatan sebesar Rp 500.000.000",
        "Dikenakan denda administratif Rp 50.000.000",
        "Modal dasar paling sedikit Rp 50.000.000",
        "Hadiah uang tunai Rp 10.000.000 bagi pemenang",
        "Bantuan Rp 600.000 bagi keluarga penerima",
        "Perda Nomor 3 Tahun 2012 tentang Retribusi",
        "Fotokopi KTP sebanyak 2 lembar",
        "Setoran awal Rp 25.000.000",
        "free download template",
        "Layanan ini tidak gratis",
        "Nilai kontrak Rp 2.000.000.000",
    ],
)
def test_running_text_about_other_money(text):
    fee = find_fee(text)
    assert fee is None or not fee.clear


@given(st.integers(1, 999), st.integers(0, 999))
def test_the_same_amount_in_many_forms(thousands, rest):
    rupiah = thousands * 1000 + rest
    dotted = f"{thousands}.{rest:03d}"
    forms = [
        f"Rp. {dotted},-",
        f"Rp{dotted}",
        f"Rp {dotted},00",
        f"IDR {dotted}",
        f"{dotted} rupiah",
        f"Rp. {rupiah}",
        f"rp {dotted}",
    ]
    assert {m.rupiah for form in forms for m in find_amounts(form)} == {rupiah}


@given(st.integers(1, 10**9))
def test_words_around_do_not_change_an_amount(rupiah):
    dotted = f"{rupiah:,}".replace(",", ".")
    fee = find_fee(f"Biaya pembuatan kartu: Rp {dotted},- per lembar, dibayar di loket.")
    assert fee is not None
    assert fee.amounts == (rupiah,)
