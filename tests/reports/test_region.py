"""Province and national pages: completion, zones, movers, ranking, weakest indicators, heat table, shared makers."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from model.evidence import Reach
from model.finding import Verdict
from reports.language import ENGLISH
from reports.region import NATIONAL, RegionSource, region
from reports.region_page import MOST_BYTES, completion, render_region
from reports.region_rows import region_csv, region_data
from reports.trend import Course
from tests.reports.browsing import Watch
from tests.reports.region_sample import PERIODS, source, standing, target
from tests.reports.sample import INSTRUMENT, SCALE
from tests.reports.test_hostile import PAYLOADS


def test_who_was_not_audited_is_counted_by_reason_and_lowers_nothing() -> None:
    view = region(source(40), INSTRUMENT, SCALE)
    unread = sum(len(standings) for _, standings in view.unread)
    assert view.audited + unread == len(view.rows) == 40
    assert str(completion(view, 1)).startswith(f"{view.audited} dari 41 instansi diaudit; ")
    assert all(row.verdicts == (None,) * len(INSTRUMENT.criteria) for row in view.rows if not row.standing.audited)


def test_agencies_stand_by_their_certain_index() -> None:
    lows = [row.standing.low for row in region(source(40), INSTRUMENT, SCALE).rows if row.standing.audited]
    assert lows == sorted(lows, key=lambda low: -(low or 0))


def test_the_order_of_input_never_matters() -> None:
    one = source(40)
    other = replace(one, standings=one.standings[::-1], earlier=tuple(past[::-1] for past in one.earlier))
    assert region(one, INSTRUMENT, SCALE) == region(other, INSTRUMENT, SCALE)


def _two_months(low: int, high: int, rules: str = "1") -> RegionSource:
    before = replace(standing(1, PERIODS[-2]), audited=True, low=Fraction(20), high=Fraction(30), reach=Reach.READ)
    after = replace(
        standing(1, PERIODS[-1]), audited=True, low=Fraction(low), high=Fraction(high), rules=(("reading", rules),)
    )
    return RegionSource(NATIONAL, PERIODS[-1], (after,), {}, ((before,),))


@pytest.mark.parametrize(
    ("low", "high", "rules", "moved"),
    [
        (31, 40, "1", Course.UP),
        (10, 19, "1", Course.DOWN),
        (25, 35, "1", Course.UNSURE),
        (20, 30, "1", Course.SAME),
        (80, 90, "2", None),  # judged by other rules: not compared
    ],
)
def test_only_certain_moves_under_the_same_rules_count(low: int, high: int, rules: str, moved: Course | None) -> None:
    view = region(_two_months(low, high, rules), INSTRUMENT, SCALE)
    assert view.rows[0].moved is moved
    assert bool(view.up) is (moved is Course.UP)
    assert bool(view.down) is (moved is Course.DOWN)


def test_the_weakest_indicator_is_the_least_met_and_unknown_is_no_lack() -> None:
    unknown = {c.id: Verdict.UNKNOWN for c in INSTRUMENT.criteria}
    standings = tuple(replace(standing(n, PERIODS[-1]), audited=True) for n in range(3))
    verdicts = {
        "dinas-0": {**unknown, "fee": Verdict.NOT_MET, "product": Verdict.MET},
        "dinas-1": {**unknown, "fee": Verdict.MET, "product": Verdict.MET},
        "dinas-2": unknown,
    }
    weakest = region(RegionSource(NATIONAL, PERIODS[-1], standings, verdicts), INSTRUMENT, SCALE).weakest
    assert [(w.indicator, w.share) for w in weakest] == [("fee", Fraction(1, 2)), ("product", Fraction(1))]


def test_the_national_page_leads_to_provinces_and_the_province_page_to_agencies() -> None:
    national = render_region(source(40), INSTRUMENT, SCALE, province_href=lambda name: f"province-{name.lower()}.html")
    assert 'href="province-maluku.html"' in national
    province = render_region(source(40, "Maluku"), INSTRUMENT, SCALE, href=lambda agency: f"{agency}/report.html")
    assert 'href="dinas-4/report.html"' in province
    assert "Sulawesi Tenggara" not in province


def test_places_tell_how_many_and_the_place_before() -> None:
    text = LexborHTMLParser(render_region(source(40, "Maluku"), INSTRUMENT, SCALE)).text()
    places = source(40, "Maluku").rankings[0].places
    assert f"dari {places[0].of}" in text
    assert f"sebelumnya {places[0].before.place if places[0].before else ''}" in text


def test_a_shared_maker_names_what_nearly_all_of_its_sites_lack() -> None:
    lacking = {c.id: Verdict.NOT_MET if c.id == "fee" else Verdict.MET for c in INSTRUMENT.criteria}
    made = source(40)
    made = replace(made, verdicts=dict.fromkeys(made.verdicts, lacking))
    group = region(made, INSTRUMENT, SCALE).makers[0]
    assert group.lacking == ("Biaya atau tarif",)
    assert len(group.names) == 6


def test_thousands_stay_within_the_limit_and_the_csv_has_all() -> None:
    made = source(4000)
    html = render_region(made, INSTRUMENT, SCALE)
    assert len(html.encode()) < MOST_BYTES
    assert "instansi lain di antaranya; semuanya ada di berkas CSV" in html
    rows = list(
        csv.reader(io.StringIO(region_csv(region(made, INSTRUMENT, SCALE)).removeprefix("\ufeff")), delimiter=";")
    )
    assert len(rows) == 4001
    assert {len(row) for row in rows} == {15 + len(INSTRUMENT.criteria)}


def test_the_data_counts_what_the_page_shows() -> None:
    made = source(40)
    data = region_data(made, region(made, INSTRUMENT, SCALE), INSTRUMENT)
    assert data["completion"]["audited"] == sum(agency["audited"] for agency in data["agencies"])
    assert data["completion"]["agencies"] == 41
    assert data["completion"]["waiting"] == [target(41).id]


def test_in_english_months_and_figures_are_english() -> None:
    html = render_region(source(40), INSTRUMENT, SCALE, ENGLISH)
    assert '<html lang="en">' in html
    assert "November 2026" in html
    assert "October 2026" in html


@pytest.mark.browser
def test_payloads_in_names_stay_words(watch: Watch, tmp_path: Path) -> None:
    path = tmp_path / "region.html"
    for payload in PAYLOADS[::3]:
        made = source(12)
        standings = tuple(
            replace(s, target=replace(s.target, name=payload, url=payload, province=payload)) for s in made.standings
        )
        maker = replace(made.makers[0], name=payload)
        hostile = replace(made, standings=standings, makers=(maker,), province=payload)
        path.write_text(render_region(hostile, INSTRUMENT, SCALE), encoding="utf-8", errors="replace")
        assert watch.open(path) == [], payload
