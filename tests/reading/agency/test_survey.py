"""Survei kepuasan masyarakat: a value with its period."""

from __future__ import annotations

import pytest

from model.reading import Grade, PageKind, Topic
from tests.reading.agency.pages import about, grade, trap

SURVEY = Topic.SURVEY


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Hasil SKM</h1><p>Nilai IKM Semester I Tahun 2026: 84,25 (mutu B)</p>",
        "<h1>Hasil Survei Kepuasan Masyarakat</h1><p>Periode: Triwulan II Tahun 2026</p><p>Nilai IKM: 84,25</p>",
        "<h1>Survei Kepuasan Masyarakat Tahun 2025</h1><p>Nilai Indeks Kepuasan Masyarakat <b>84,25</b> (Baik)</p>",
        "<h2>Indeks Kepuasan Masyarakat</h2><table><tr><td>Periode</td><td>Semester II 2025</td></tr>"
        "<tr><td>Nilai IKM</td><td>84,25</td></tr></table>",
    ],
    ids=["one line", "period above", "period in heading", "table"],
)
def test_value_with_period(page: str) -> None:
    found = about(SURVEY, page)
    assert found is not None
    assert found.grade is Grade.CLEAR
    assert found.value.value == 8425
    assert found.value.year in (2025, 2026)
    assert any("84,25" in e.quote for e in found.exhibits)


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<h2>Survei Kepuasan</h2><p>Nilai IKM 84,25</p>", "no_period"),
        ('<h2>Survei Kepuasan</h2><p><a href="https://forms.gle/AbCd1234">Isi survei kepuasan</a></p>', "form_only"),
        ('<h2>Laporan SKM</h2><p><a href="/berkas/laporan-skm-2025.pdf">Laporan SKM 2025</a></p>', "link_only"),
        ("<h2>Survei Kepuasan Masyarakat</h2><p>Segera hadir</p>", "label_only"),
        ("<h2>Survei Kepuasan Masyarakat</h2><p>Target IKM tahun 2026: 85,00</p>", "target"),
    ],
)
def test_survey_without_a_result_that_can_be_used(page: str, code: str) -> None:
    assert trap(SURVEY, page) == code


def test_counts_of_respondents_are_no_value() -> None:
    page = "<h2>Survei Kepuasan Masyarakat Semester I 2026</h2><p>Jumlah responden: 96 orang</p>"
    assert grade(SURVEY, page) is Grade.NAMED


def test_value_in_a_report_of_an_event_is_named() -> None:
    page = "<h2>Dinas raih nilai IKM 84,25</h2><p>Nilai IKM Semester I Tahun 2026 sebesar 84,25, kata kepala dinas.</p>"
    assert trap(SURVEY, page, kind=PageKind.NEWS) == "news"


def test_menu_words_say_nothing() -> None:
    assert about(SURVEY, "<p>Selamat datang.</p>", around='<nav><a href="/skm">SKM</a></nav>') is None
