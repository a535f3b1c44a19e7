"""The index of a run: completion, standing and movement."""

from __future__ import annotations

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from model.evidence import Reach
from reports.index import RunOverview, completion, render_index
from tests.reports.sample import AUDIT, BLOCKED, INSTRUMENT, OVERVIEW, SCALE, UNREACHABLE, month, not_audited
from tests.reports.test_agency import one, words


def page(overview: RunOverview = OVERVIEW) -> LexborHTMLParser:
    return LexborHTMLParser(render_index(overview, INSTRUMENT, SCALE))


def test_completion_counts_each_reach_apart() -> None:
    assert str(completion(OVERVIEW)) == (
        "2 dari 5 instansi diaudit; 1 diblokir, 1 tidak dapat dijangkau, 1 belum selesai."
    )


def test_a_complete_run_says_no_more() -> None:
    assert str(completion(replace(OVERVIEW, audits=(AUDIT,), waiting=()))) == "1 dari 1 instansi diaudit."


def test_agencies_stand_by_proven_points_and_the_unaudited_last() -> None:
    links = [row.css_first("a").attributes["href"] for row in page().css(".agencies tbody tr")]
    assert links == [
        "dpmptsp-kabcontoh/report.html",
        "dukcapil-kabcontoh/report.html",
        "dinkes-kotacontoh/report.html",
        "disdik-provcontoh/report.html",
    ]


def test_a_row_shows_interval_zone_and_main_gaps() -> None:
    row = words(page().css(".agencies tbody tr")[1])
    assert "59,65–66,85" in row
    assert "CZona kuning" in row
    assert "Pejabat pengelola pengaduan; Jangka waktu penyelesaian" in row


def test_an_unaudited_row_shows_its_reach_and_no_number() -> None:
    cells = page().css(".agencies tbody tr")[2].css("td")
    assert [words(cell) for cell in cells[:2]] == ["belum diaudit", "diblokir"]


def test_a_certain_rise_is_called_so() -> None:
    moved = page().css(".agencies tbody tr")[1].css_first(".moved")
    assert words(moved) == "▲ naik"


def test_overlapping_intervals_are_not_called_a_move() -> None:
    earlier = (month(AUDIT, "2026-10", "55", "60", "kuning"),)
    tree = page(replace(OVERVIEW, audits=(AUDIT,), earlier=earlier))
    assert words(one(tree, ".moved")) == "belum pasti"


def test_without_history_there_is_no_column_of_changes() -> None:
    assert page(replace(OVERVIEW, earlier=())).css(".moved") == []


def test_each_unaudited_agency_is_listed_under_its_reach() -> None:
    text = words(one(page(), "[aria-labelledby=belum]"))
    assert "diblokir Situs menolak pemeriksa" in text
    assert "Dinas Tenaga Kerja Kabupaten Contoh" in text


def test_blocked_unreachable_and_missing_are_three_groups() -> None:
    gone = replace(not_audited(AUDIT, Reach.MISSING, "http_404"), target=replace(AUDIT.target, id="hilang"))
    tree = page(replace(OVERVIEW, audits=(BLOCKED, UNREACHABLE, gone), waiting=()))
    titles = [words(title) for title in tree.css("[aria-labelledby=belum] h3")]
    assert titles == ["tidak ada", "diblokir", "tidak dapat dijangkau"]


def test_a_run_with_nothing_finished_still_renders() -> None:
    tree = page(RunOverview("r", OVERVIEW.started, None, ()))
    assert "0 dari 0 instansi diaudit." in words(tree.body)
    assert "masih berjalan" in words(tree.body)
