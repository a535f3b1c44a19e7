"""Regulations by number, the decree of a standard, and rules that are no basis of a service."""

import pytest

from reading.legal import find_decree, find_legal_basis, find_regulations


@pytest.mark.parametrize(
    ("text", "kind", "number", "year"),
    [
        ("Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan", "law", "24", 2013),
        ("UU No. 32 tahun 2009", "law", "32", 2009),
        ("UU 25 Tahun 2009", "law", "25", 2009),
        ("PP Nomor 40 Tahun 2019", "government_regulation", "40", 2019),
        ("Perpres No 96 Tahun 2018", "president_regulation", "96", 2018),
        ("Permenkes RI No. 90/Menkes/Per/II/1990", "minister_regulation", "90/Menkes/Per/II/1990", 1990),
        (
            "Peraturan Menteri Kelautan dan Perikanan Nomor 4/PERMEN-KP/2019",
            "minister_regulation",
            "4/PERMEN-KP/2019",
            2019,
        ),
        ("Keputusan Menteri Pendidikan Nasional No. 060/U/2002", "minister_decree", "060/U/2002", 2002),
        ("KM 35 Tahun 2003", "minister_decree", "35", 2003),
        ("Peraturan Daerah Kabupaten Utara Nomor 3 Tahun 2012", "regional_regulation", "3", 2012),
        ("Perwali Nomor : 7 Tahun 2020", "regional_regulation", "7", 2020),
        ("Keputusan Kepala Dinas Kesehatan Nomor 445/12/2022", "decree", "445/12/2022", 2022),
        ("Peraturan Komisi Informasi Nomor 1 Tahun 2010", "agency_regulation", "1", 2010),
    ],
)
def test_regulations(text, kind, number, year):
    assert [(r.kind, r.number, r.year) for r in find_regulations(text)] == [(kind, number, year)]


@pytest.mark.parametrize(
    "text",
    [
        "SK pangkat terakhir",
        "surat keputusan",
        "UUD 1945",
        "PP 12",
        "jarak 5 km 2 tahun",
        "Menteri Nomor 5",
        "SK 2 tahun terakhir",
        "sesuai peraturan yang berlaku",
    ],
)
def test_words_without_a_numbered_regulation(text):
    assert find_regulations(text) == ()


@pytest.mark.parametrize("gap", ["; ", "\n", " "])
def test_regulations_side_by_side_are_all_found(gap):
    text = gap.join(
        ["UU Nomor 24 Tahun 2013 tentang Kependudukan", "Peraturan Presiden Nomor 96 Tahun 2018 tentang Pendaftaran"]
    )
    assert [(r.number, r.title) for r in find_regulations(text)] == [("24", "Kependudukan"), ("96", "Pendaftaran")]


@pytest.mark.parametrize(
    "title",
    [
        "Pembentukan dan Susunan Perangkat Daerah",
        "Kedudukan, Susunan Organisasi, Tugas dan Fungsi Dinas",
        "Organisasi dan Tata Kerja",
    ],
)
def test_rules_on_the_organisation_are_no_basis(title):
    text = f"Peraturan Daerah Nomor 3 Tahun 2016 tentang {title}"
    assert find_regulations(text)[0].organisational
    assert find_legal_basis(text) == ()


@pytest.mark.parametrize(
    ("text", "number", "year"),
    [
        ("Keputusan Kepala Dinas Nomor 188/15/2023 tentang Penetapan Standar Pelayanan", "188/15/2023", 2023),
        ("SK Camat No. 12 Tahun 2021 tentang Standar Pelayanan", "12", 2021),
        ("Keputusan Walikota Nomor 65 Tahun 2021 tentang Standar Pelayanan Publik", "65", 2021),
        ("No. SK: 440/21/2020", "440/21/2020", 2020),
    ],
)
def test_the_decree_of_the_standard(text, number, year):
    decree = find_decree(text)
    assert decree is not None
    assert (decree.number, decree.year) == (number, year)


def test_a_decree_on_something_else_is_not_the_decree_of_the_standard():
    assert find_decree("Keputusan Kepala Dinas Nomor 5 Tahun 2023 tentang Panitia Lomba") is None


@pytest.mark.parametrize(("reference", "old"), [(2023, False), (2024, False), (2025, True)])
def test_a_decree_ages_by_the_year_that_is_given(reference, old):
    decree = find_decree("SK Camat No. 12 Tahun 2021 tentang Standar Pelayanan")
    assert decree is not None
    assert decree.older_than_three_years(reference) is old
