"""Which words are a completion time, and which only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.durations import find_durations, norm_of_time
from reading.number_words import words_of_number

NORMS = [
    ("3 (tiga) hari kerja", (3, 3, "hari", True)),
    ("7-15 hari kerja", (7, 15, "hari", True)),
    ("7 – 15 hari kerja", (7, 15, "hari", True)),
    ("<= 15 menit", (15, 15, "menit", None)),
    ("≤ 15 menit", (15, 15, "menit", None)),
    ("± 10 menit", (10, 10, "menit", None)),
    ("1 X 24 jam", (1, 1, "hari", False)),
    ("2×24 jam kerja", (2, 2, "hari", True)),
    ("paling lambat 14 (empat belas) hari", (14, 14, "hari", None)),
    ("setengah jam", (30, 30, "menit", None)),
    ("satu setengah jam", (90, 90, "menit", None)),
    ("1,5 jam", (90, 90, "menit", None)),
    ("1 (satu) jam 30 menit", (90, 90, "menit", None)),
    ("1 jam dan 30 menit", (90, 90, "menit", None)),
    ("30 menit s/d 1 jam", (30, 60, "menit", None)),
    ("1 (satu) s/d 3 hari", (1, 3, "hari", None)),
    ("1 (satu) hari s.d. 3 (tiga) hari kerja", (1, 3, "hari", True)),
    ("5 menit/orang", (5, 5, "menit", None)),
    ("tiga hari kerja", (3, 3, "hari", True)),
    ("satu hari", (1, 1, "hari", None)),
    ("sehari", (1, 1, "hari", None)),
    ("dua minggu", (2, 2, "minggu", None)),
    ("sampai 2 bulan", (2, 2, "bulan", None)),
    ("tigapuluh menit", (30, 30, "menit", None)),
    ("14 hari kalender", (14, 14, "hari", False)),
    ("Selambat-lambatnya 3 (tiga) hari kerja", (3, 3, "hari", True)),
    ("7(tujuh)hari kerja setelah berkas lengkap", (7, 7, "hari", True)),
    ("10 menitBiaya", (10, 10, "menit", None)),
    ("Selesai 7 hari, masa berlaku 5 tahun", (7, 7, "hari", None)),
    ("5 HK", (5, 5, "hari", None)),
    ("maksimum 7 (tujuh) hr kerja", (7, 7, "hari", True)),
    ("≤ 60’", (60, 60, "menit", None)),
    ("3 working days", (3, 3, "hari", True)),
    ("Waktu penyelesaian maksimal 24 jam", (24, 24, "jam", None)),
]


@pytest.mark.parametrize(("text", "expected"), NORMS)
def test_a_time_field_gives_its_norm(text, expected):
    norm = norm_of_time(text)
    assert norm is not None
    assert norm.clear
    first = norm.durations[0]
    assert (first.low, first.high, first.unit, first.working_days) == expected
    assert first.text in text


NO_NORMS = [
    ("-", None),
    ("", None),
    ("Senin - Jumat 08.00 - 16.00 WIB", "office_hours"),
    ("Senin s/d Kamis pukul 8 - 15", "office_hours"),
    ("08.00 s.d. 14.00 WIB", "office_hours"),
    ("Setiap hari kerja", "office_hours"),
    ("Hari Senin s/d Jumat", "office_hours"),
    ("Buka 24 jam", "around_the_clock"),
    ("IGD melayani 24 jam", "around_the_clock"),
    ("tergantung kondisi pasien", "conditional"),
    ("Sesuai ketentuan yang berlaku", "conditional"),
    ("menyesuaikan antrean", "conditional"),
    ("Izin berlaku selama 5 tahun", "validity"),
    ("masa berlaku 3 bulan", "validity"),
    ("5 tahun", "validity"),
    ("Undang-Undang Nomor 5 Tahun 2014", None),
    ("5 hari kerja seminggu", None),
    ("Pasal 14 hari", None),
]


@pytest.mark.parametrize(("text", "reason"), NO_NORMS)
def test_a_time_field_without_a_norm_says_why(text, reason):
    norm = norm_of_time(text)
    assert norm is None or not norm.clear
    assert (norm.reason if norm else None) == reason


@pytest.mark.parametrize(
    "text",
    [
        "Surat izin diterbitkan paling lambat 5 hari kerja setelah berkas lengkap",
        "Proses selesai dalam 15 menit.",
        "Permohonan diproses 3 hari kerja",
        "Lama proses: 1 - 2 hari kerja",
        "Paling lambat 10 hari kerja sejak permohonan diterima",
        "Dokumen akan selesai pada hari yang sama",
    ],
)
def test_running_text_with_words_of_completion_is_a_norm(text):
    norm = norm_of_time(text, field=False)
    assert norm is not None
    assert norm.clear


@pytest.mark.parametrize(
    "text",
    [
        "Pemohon berusia paling rendah 17 tahun",
        "Bayi berumur 9 bulan diproses di ruang imunisasi",
        "KTP yang diterbitkan berlaku 5 tahun",
        "Rekening listrik 3 bulan terakhir",
        "Kelahiran wajib dilaporkan paling lambat 60 hari sejak kelahiran",
        "Pengalaman kerja sekurang-kurangnya 2 tahun dalam menyelesaikan perkara",
        "Memiliki jangka waktu sewa paling kurang 5 tahun",
        "Arsip disimpan selama 10 tahun setelah selesai",
        "Mengajukan perpanjangan 30 hari sebelum izin berakhir",
        "Kegiatan berlangsung selama 3 hari di aula",
        "Kami buka 24 jam",
        "Layanan 7 hari seminggu",
        "Kursus diikuti selama 6 bulan",
        "Rapat berlangsung 2 jam",
        "Surat keterangan sehat dari dokter paling lama 3 bulan",
    ],
)
def test_running_text_about_something_else_is_no_norm(text):
    norm = norm_of_time(text, field=False)
    assert norm is None or not norm.clear


def test_the_condition_is_kept_apart():
    duration = find_durations("60 (enam puluh) menit jika berkas lengkap dan pejabat ada di tempat.")[0]
    assert duration.conditional == "jika berkas lengkap dan pejabat ada di tempat"


def test_the_case_that_a_duration_counts_for_is_kept():
    assert find_durations("10 menit per berkas")[0].per_case == "berkas"


def test_several_durations_keep_their_order():
    assert [(d.low, d.unit) for d in find_durations("Urine 1 jam; darah rutin 2 hari")] == [(1, "jam"), (2, "hari")]


def test_a_condition_does_not_hide_the_duration_behind_it():
    found = find_durations("3 hari setelah berkas lengkap, paling lama 7 hari jika ada peninjauan")
    assert [d.low for d in found] == [3, 7]


def test_same_day_is_told_with_its_reason():
    norm = norm_of_time("langsung jadi")
    assert norm is not None
    assert (norm.reason, norm.clear) == ("same_day", True)


UNITS = st.sampled_from(["menit", "jam", "hari", "minggu", "bulan"])


@given(st.integers(1, 99), UNITS)
def test_the_same_duration_in_many_forms_gives_the_same_value(number, unit):
    word = words_of_number(number)
    forms = [
        f"{number} {unit}",
        f"{number} ({word}) {unit}",
        f"{number}({word}){unit}",
        f"{word} {unit}",
        f"{word} ({number}) {unit}",
        f"{number} {unit.upper()}",
        f"Maksimal {number} {unit}",
        f"paling lambat {number} ( {word} ) {unit}.",
        f"± {number} {unit}",
    ]
    found = {(d.low, d.high, d.unit) for form in forms for d in find_durations(form)}
    assert found == {(number, number, unit)}


@given(
    st.integers(1, 40),
    st.integers(1, 50),
    st.sampled_from([" - ", "-", " – ", " s/d ", " s.d. ", " sampai ", " sampai dengan ", " hingga "]),
)
def test_a_range_in_many_forms_gives_the_same_value(low, more, upto):
    high = low + more
    found = find_durations(f"{low}{upto}{high} hari kerja")
    assert [(d.low, d.high, d.working_days) for d in found] == [(low, high, True)]
