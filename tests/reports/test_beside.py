"""What stands beside the index on the agency's report, and never in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from model.sentence import say
from reports.agency import render_agency
from reports.beside import Beside
from reports.charts import official_chart
from tests.reports.beside_sample import BESIDE, DIFFERENCE, NOTE, NOTED, OFFICIAL
from tests.reports.browsing import Watch
from tests.reports.sample import AUDIT, HISTORY, INSTRUMENT, SCALE
from tests.reports.test_hostile import PAYLOADS

HTML = render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY, beside=BESIDE)
TREE = LexborHTMLParser(HTML)


def text(selector: str) -> str:
    return " ".join(" ".join(node.text() for node in TREE.css(selector)).split())


def test_a_change_names_its_cause_its_points_and_its_page() -> None:
    changed = text(".changed")
    assert "Situs berubah. Halaman baru memuat maklumat. +12,00 poin" in changed
    assert "Halaman tidak terjangkau." in changed
    assert "dukcapil.kabcontoh.test/maklumat.pdf" in changed


def test_what_vanished_is_a_list_of_its_own() -> None:
    assert text("h4").startswith("Yang hilang dari situs")
    assert "Jangka waktu penyelesaian, Surat pindah" in text(".changed")


def test_years_without_an_assessment_are_gaps() -> None:
    marks = official_chart(OFFICIAL)
    assert [(mark.year, mark.y is None) for mark in marks] == [
        (2017, False), (2018, False), (2019, True), (2020, True), (2021, True), (2022, False), (2023, False),
    ]  # fmt: skip
    assert "tidak ada penilaian" in text("table")


def test_two_sources_of_one_year_are_both_shown() -> None:
    other = replace(OFFICIAL[0], value=OFFICIAL[1].value)
    assert [mark.year for mark in official_chart((OFFICIAL[0], other))] == [2017, 2017]


def test_the_place_says_of_how_many_and_what_it_was() -> None:
    assert "Tempat 3 dari 15 (bersama 1 instansi lain)" in text(".score p")
    assert "Sebelumnya (Oktober 2026): tempat 13 dari 15." in text(".score p")


def test_a_mentors_note_stands_beside_the_verdict_and_gives_a_second_interval() -> None:
    note = text("#ind-complaint_officer .mentor")
    assert "membantah, seharusnya Terpenuhi" in note
    assert "Sri Wahyuni, 23 November 2026" in note
    assert "Dengan catatan pendamping: 65,00–72,00" in text(".second")
    assert text(".figure").startswith("59,65–66,85")


def test_the_marked_place_is_a_picture_of_our_own_with_words() -> None:
    image = TREE.css_first("#ind-service_pledge img")
    assert (image.attributes["src"] or "").startswith("data:image/jpeg;base64,/9j/")
    assert image.attributes["alt"]
    assert "img-src data:" in HTML


def test_without_pictures_the_policy_allows_none() -> None:
    assert "img-src" not in render_agency(AUDIT, INSTRUMENT, SCALE, beside=replace(BESIDE, pictures={}))


def test_nothing_beside_changes_nothing() -> None:
    assert render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY) == render_agency(
        AUDIT, INSTRUMENT, SCALE, HISTORY, beside=Beside()
    )


@pytest.mark.browser
def test_payloads_beside_the_index_stay_words(watch: Watch, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    for payload in PAYLOADS[::2]:
        braced = say(payload.replace("{", "{{").replace("}", "}}"))
        note = replace(NOTE, author=payload, reason=payload, address=payload)
        changes = tuple(replace(c, title=payload, says=braced, addresses=(payload,)) for c in DIFFERENCE.changes)
        regressions = tuple(
            replace(r, title=payload, service=payload, says=braced, addresses=(payload,))
            for r in DIFFERENCE.regressions
        )
        beside = replace(
            BESIDE,
            difference=replace(DIFFERENCE, changes=changes, regressions=regressions, says=braced),
            official=tuple(replace(o, source=payload, note=payload) for o in OFFICIAL),
            noted=replace(NOTED, notes=tuple(replace(n, note=note) for n in NOTED.notes)),
        )
        html = render_agency(AUDIT, INSTRUMENT, SCALE, HISTORY, beside=beside)
        path.write_text(html, encoding="utf-8", errors="replace")
        assert watch.open(path) == [], payload
