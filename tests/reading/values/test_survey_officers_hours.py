"""Survey results, complaint officers, opening hours, dates, and the aims of an agency."""

import pytest

from reading.dates import find_dates, find_periods
from reading.hours import find_clock_ranges, find_hours
from reading.mission import find_mission, find_motto
from reading.officers import find_officer
from reading.survey import find_survey_result


@pytest.mark.parametrize(
    ("text", "value", "year", "quality"),
    [
        ("Nilai IKM Triwulan II Tahun 2024 : 85,75 Mutu Pelayanan B (Baik)", 8575, 2024, "B"),
        ("Indeks Kepuasan Masyarakat 3,45 semester I 2023", 345, 2023, ""),
        ("IKM 88.31 (Sangat Baik) periode Januari - Juni 2024", 8831, 2024, "A"),
        ("Hasil SKM tahun 2023 sebesar 82,5 dengan kategori Baik dari 150 responden", 8250, 2023, "B"),
        ("SKM unit kami bernilai 79", 7900, 0, ""),
    ],
)
def test_survey_results(text, value, year, quality):
    result = find_survey_result(text)
    assert result is not None
    assert (result.value, result.year, result.quality, result.clear) == (value, year, quality, year > 0)


@pytest.mark.parametrize(
    "text",
    [
        "PermenPANRB 14 Tahun 2017 tentang Survei Kepuasan Masyarakat",
        "SKM 150 responden",
        "Survei kepuasan masyarakat 9 unsur",
        "IKM",
        "Nilai 85",
    ],
)
def test_no_survey_result(text):
    assert find_survey_result(text) is None


def test_an_officer_with_name_post_and_number():
    officer = find_officer(
        "Pejabat Pengelola Pengaduan: Rahmat Hidayat, S.Sos (Kepala Bidang Layanan), HP 085244178820"
    )
    assert officer is not None
    assert (officer.name, officer.post, officer.clear) == ("Rahmat Hidayat, S.Sos", "Kepala Bidang", True)


def test_an_officer_in_lines():
    officer = find_officer(
        "Petugas Pengelola Pengaduan\nNama : Siti Aminah\nJabatan : Kasubag Umum\nTelp (0911) 352678"
    )
    assert officer is not None
    assert (officer.name, officer.post, officer.clear) == ("Siti Aminah", "Kasubag", True)


def test_an_officer_without_a_contact_is_not_enough():
    officer = find_officer("Pejabat Pengelola Pengaduan: Sekretaris Dinas")
    assert officer is not None
    assert not officer.clear


@pytest.mark.parametrize(
    "text", ["Petugas pengaduan siap membantu", "Pejabat pengelola pengaduan harus kompeten", "Budi, S.Sos"]
)
def test_no_officer(text):
    assert find_officer(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senin - Kamis : 08.00 - 16.00 WIB", [("Senin - Kamis", "08:00", "16:00")]),
        ("Senin s/d Jumat pukul 8 - 15", [("Senin s/d Jumat", "08:00", "15:00")]),
        ("07:30 s.d 11:30 WIT (Jumat)", [("Jumat", "07:30", "11:30")]),
        (
            "Senin-Kamis 08.00-16.00; Jumat 08.00-11.30",
            [("Senin-Kamis", "08:00", "16:00"), ("Jumat", "08:00", "11:30")],
        ),
    ],
)
def test_opening_hours(text, expected):
    assert [(h.days, h.open, h.close) for h in find_hours(text)] == expected


@pytest.mark.parametrize(
    "text", ["7 - 15 hari kerja", "Rp 8.00 - 16.00 ribu".replace(".00", ""), "pukul 08.00", "1.2 - 1.3 juta"]
)
def test_no_clock_ranges(text):
    assert find_clock_ranges(text) == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12 Pebruari 2024", (2024, 2, 12)),
        ("1 Agustus 2023", (2023, 8, 1)),
        ("01/02/2023", (2023, 2, 1)),
        ("2024-05-06", (2024, 5, 6)),
    ],
)
def test_dates(text, date):
    assert [(d.year, d.month, d.day) for d in find_dates(text)] == [date]


@pytest.mark.parametrize("text", ["40/13/2023", "Nomor 12 Tahun 2024", "31-31-2020"])
def test_no_dates(text):
    assert find_dates(text) == ()


def test_periods():
    text = "Triwulan I 2024, Januari s.d. Juni 2023 dan Tahun 2022"
    assert [p.year for p in find_periods(text)] == [2024, 2023, 2022]


def test_vision_missions_and_motto():
    found = find_mission(
        'VISI\nTerwujudnya Masyarakat Sejahtera\nMISI\n1. Meningkatkan mutu\n2. Membina SDM\nMotto: "Cepat dan Ramah"'
    )
    assert found is not None
    assert (found.vision, found.missions, found.motto) == (
        "Terwujudnya Masyarakat Sejahtera", ("Meningkatkan mutu", "Membina SDM"), "Cepat dan Ramah",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["Visi: -", "Visi dan misi", "VISI\nVisi adalah suatu gambaran masa depan"])
def test_no_mission(text):
    assert find_mission(text) is None


@pytest.mark.parametrize(
    ("text", "motto"),
    [
        ("Melayani dengan Hati", "Melayani dengan Hati"),
        ("Moto kami “Senyum, Salam, Sapa”", "Senyum, Salam, Sapa"),
        ("-", ""),
    ],
)
def test_motto(text, motto):
    assert find_motto(text) == motto
