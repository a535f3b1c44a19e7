"""Two audits side by side."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from model.finding import Verdict
from reports.compare import compare, render_comparison
from tests.reports.beside_sample import DIFFERENCE
from tests.reports.browsing import Watch
from tests.reports.sample import AUDIT, BLOCKED, FINDINGS, HISTORY, INSTRUMENT, SCALE, TARGET, month, scorecard
from tests.reports.test_hostile import PAYLOADS, hostile

EARLIER = month(AUDIT, "2026-10", "50", "60", "merah")
BEST = replace(
    AUDIT,
    target=replace(TARGET, id="dukcapil-terbaik", name="Dukcapil Terbaik"),
    findings=tuple(replace(f, verdict=Verdict.MET) for f in FINDINGS),
    scorecard=scorecard(tuple(replace(f, verdict=Verdict.MET) for f in FINDINGS), "100", "100"),
)


def test_what_differs_comes_first_most_points_first_and_nothing_is_lost() -> None:
    told = compare(EARLIER, AUDIT, INSTRUMENT)
    points = [abs(row.by) for row in told.differing]
    assert points == sorted(points, reverse=True)
    assert {row.indicator for row in (*told.differing, *told.alike)} == {c.id for c in INSTRUMENT.criteria}
    assert next(row for row in told.differing if row.indicator == "service_pledge").by == Fraction(12)


def test_the_better_side_shows_how_it_is_written() -> None:
    officer = replace(FINDINGS[-3], verdict=Verdict.MET, exhibits=FINDINGS[7].exhibits)
    best = replace(BEST, findings=(*FINDINGS[:-3], officer, *FINDINGS[-2:]))
    row = next(row for row in compare(AUDIT, best, INSTRUMENT).differing if row.indicator == "complaint_officer")
    assert row.example == FINDINGS[7].exhibits[0]
    html = render_comparison(AUDIT, best, INSTRUMENT, SCALE)
    assert "Begini yang tertulis di Dukcapil Terbaik:" in html


def test_the_causes_stand_where_both_are_of_one_agency() -> None:
    html = render_comparison(EARLIER, AUDIT, INSTRUMENT, SCALE, DIFFERENCE)
    assert "Yang berubah sejak Oktober 2026, dan sebabnya" in html
    assert "Yang hilang dari situs" in html


def test_a_month_that_was_not_audited_is_compared_with_nothing() -> None:
    html = render_comparison(replace(BLOCKED, target=TARGET), AUDIT, INSTRUMENT, SCALE)
    assert "Belum diaudit" in html
    assert LexborHTMLParser(html).css("table") == []


@pytest.mark.browser
def test_payloads_stay_words(watch: Watch, tmp_path: Path) -> None:
    path = tmp_path / "compare.html"
    for payload in PAYLOADS[::3]:
        html = render_comparison(HISTORY[-1], hostile(payload), INSTRUMENT, SCALE)
        path.write_text(html, encoding="utf-8", errors="replace")
        assert watch.open(path) == [], payload
