"""Official scores: what the articles state is what the scale of the year says."""

from __future__ import annotations

from fractions import Fraction as F
from pathlib import Path

import pytest

from audit.standing.official import COLUMNS, OfficialMistakes, load_official, official_of

SCORES = load_official()
STATED = {
    ("kab-kepulauan-aru", 2021): ("39.49", "merah"),
    ("kab-kepulauan-aru", 2022): ("49.09", "merah"),
    ("kab-muna-barat", 2021): ("34.19", "merah"),
    ("kab-muna-barat", 2022): ("69.27", "kuning"),
    ("kab-gunung-mas", 2016): ("56.98", "kuning"),
    ("kab-gunung-mas", 2017): ("32.03", "merah"),
    ("kab-gunung-mas", 2018): ("87.14", "hijau"),
    ("kab-gunung-mas", 2019): (None, ""),
    ("kab-gunung-mas", 2020): (None, ""),
    ("kab-gunung-mas", 2021): ("57.79", "kuning"),
    ("kab-gunung-mas", 2022): ("73.87", "kuning"),
    ("kab-gunung-mas", 2023): ("82.35", "hijau"),
}
"""Every category word of the articles, with the value that they give beside it; none: no assessment that year."""


@pytest.mark.parametrize(("agency", "year"), STATED)
def test_the_scale_of_the_year_gives_the_word_of_the_article(agency: str, year: int) -> None:
    value, word = STATED[agency, year]
    found = next(s for s in SCORES if (s.agency, s.year) == (agency, year))
    assert (found.value, found.zone, found.computed) == (value and F(value), word, word)
    assert found.assessed is (value is not None)


def test_every_stated_zone_is_the_zone_of_its_value() -> None:
    wrong = [s for s in SCORES if s.value is not None and s.zone and s.zone != s.computed]
    assert wrong == []


def test_places_are_those_of_the_article() -> None:
    first, second = (next(s for s in SCORES if (s.agency, s.year) == ("kab-muna-barat", y)) for y in (2021, 2022))
    assert [(s.place, s.of) for s in (first, second)] == [(13, 15), (1, 15)]


def test_two_sources_that_contradict_each_other_are_both_kept() -> None:
    both = [s for s in official_of("kab-muna-barat", SCORES) if s.year == 2022]
    assert [s.value for s in both] == [F("69.27"), F("69.72")]
    assert both[0].source != both[1].source


def test_every_score_names_its_source() -> None:
    assert all(s.source for s in SCORES)
    assert sum(s.source.startswith("https://") for s in SCORES) > len(SCORES) * 0.7


def write(folder: Path, *rows: str) -> Path:
    path = folder / "nilai.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("x,X,2024,177,hijau,,,,ya,https://a.test/,", "Nilai “177” bukan bilangan"),
        ("x,X,24,77,hijau,,,,ya,https://a.test/,", "Tahun “24” tidak dikenal"),
        ("x,X,2024,77,ungu,,,,ya,https://a.test/,", "Kolom zone berisi “ungu”"),
        ("x,X,2024,77,,,13,,ya,https://a.test/,", "place dan of"),
        ("x,X,2024,77,,,,,ya,,", "Kolom source masih kosong"),
        ("x,X,2024,77,,,,,ya,https://a.test/,satu,dua", "Jumlah sel lebih"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, row: str, says: str) -> None:
    path = write(tmp_path, 'a,A,2024,"77,69",kuning,C,,,ya,https://a.test/,', row)
    with pytest.raises(OfficialMistakes) as told:
        load_official(path)
    assert str(told.value).startswith(f"{path}:3: ")
    assert says in str(told.value)


def test_decimal_commas_are_read(tmp_path: Path) -> None:
    (one,) = load_official(write(tmp_path, 'a,A,2024,"77,69",,,,,ya,https://a.test/,'))
    assert (one.value, one.computed) == (F("77.69"), "kuning")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OfficialMistakes, match="tidak dapat dibaca"):
        load_official(tmp_path / "tidak-ada.csv")
