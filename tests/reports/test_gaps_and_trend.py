"""What to mend first, and how an agency moved."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from model.evidence import Reach
from model.finding import Verdict
from reports.charts import bands, trend_chart
from reports.gaps import gaps
from reports.trend import Cause, Course, TrendPoint, audits_by_month, changes, course, trend
from tests.reports.sample import AUDIT, BLOCKED, HISTORY, INSTRUMENT, SCALE, not_audited


def point(low: str | None, high: str | None = None) -> TrendPoint:
    top = high or low
    return TrendPoint(
        "2026-01",
        Fraction(low) if low else None,
        Fraction(top) if top else None,
        None,
        None,
        Reach.READ,
        "2022-2024",
        "1.0",
    )


def test_gaps_come_by_points_per_hour() -> None:
    assert [gap.criterion.id for gap in gaps(AUDIT, INSTRUMENT)][:2] == ["complaint_officer", "completion_time"]


def test_hours_count_for_every_service_that_lacks_it() -> None:
    time = next(gap for gap in gaps(AUDIT, INSTRUMENT) if gap.criterion.id == "completion_time")
    assert time.effort == 3 * time.criterion.effort


def test_what_is_merely_unknown_is_no_gap() -> None:
    assert "satisfaction_survey" not in {gap.criterion.id for gap in gaps(AUDIT, INSTRUMENT)}


def test_a_gap_counts_only_points_that_are_surely_missing() -> None:
    fee = next(gap for gap in gaps(AUDIT, INSTRUMENT) if gap.criterion.id == "fee")
    assert fee.lost == 12 - Fraction(21, 2)


def test_an_agency_that_was_not_audited_has_no_gaps() -> None:
    assert gaps(BLOCKED, INSTRUMENT) == ()


def test_history_is_one_audit_per_month_in_order() -> None:
    again = replace(HISTORY[1], run="later", finished=HISTORY[1].finished.replace(day=28))
    months = audits_by_month(AUDIT, (*reversed(HISTORY), again, AUDIT))
    assert [past.run for past in months] == ["r2026-07", "later", "r2026-09", "r2026-10", AUDIT.run]


def test_other_agencies_and_later_months_are_left_out() -> None:
    assert audits_by_month(HISTORY[1], (BLOCKED, AUDIT)) == (HISTORY[1],)


def test_overlapping_intervals_are_no_certain_move() -> None:
    assert course(point("50", "60"), point("55", "70")) is Course.UNSURE


def test_an_interval_above_the_other_has_risen() -> None:
    assert course(point("50", "60"), point("60.01", "70")) is Course.UP


def test_an_interval_below_the_other_has_fallen() -> None:
    assert course(point("50"), point("49")) is Course.DOWN


def test_equal_intervals_have_not_moved() -> None:
    assert course(point("50", "60"), point("50", "60")) is Course.SAME


def test_a_month_that_was_not_audited_cannot_be_compared() -> None:
    assert course(point(None), point("50")) is None


def test_a_change_names_what_the_site_shows() -> None:
    found = {change.indicator: change for change in changes(AUDIT, HISTORY[-1], INSTRUMENT)}
    pledge = found["service_pledge"]
    assert (pledge.before, pledge.after, pledge.cause) == (Verdict.NOT_MET, Verdict.MET, Cause.SITE)


def test_a_verdict_that_became_unknown_is_about_reading() -> None:
    found = {change.indicator: change.cause for change in changes(AUDIT, HISTORY[-1], INSTRUMENT)}
    assert found["satisfaction_survey"] is Cause.UNREAD


def test_a_new_version_of_the_reader_is_the_cause() -> None:
    before = replace(HISTORY[-1], rules=(("reading", "0"),))
    assert {change.cause for change in changes(AUDIT, before, INSTRUMENT)} == {Cause.RULE}


def test_nothing_changed_against_a_month_that_was_not_audited() -> None:
    assert changes(AUDIT, not_audited(AUDIT, Reach.BLOCKED, ""), INSTRUMENT) == ()


def test_bands_fill_the_whole_axis() -> None:
    assert sum(band.size for band in bands(SCALE)) == 100


def test_a_year_without_assessment_has_no_bands() -> None:
    assert bands(replace(SCALE, zones=())) == ()


def test_months_without_an_audit_are_not_joined() -> None:
    chart = trend_chart(trend(audits_by_month(AUDIT, HISTORY)), SCALE)
    assert [(a.month, b.month) for a, b in chart.joined] == [("Jul 26", "Agu 26"), ("Okt 26", "Nov 26")]


def test_a_skipped_month_leaves_its_gap() -> None:
    chart = trend_chart(trend((HISTORY[0], HISTORY[1], HISTORY[3])), SCALE)
    first, second, third = (mark.x for mark in chart.marks)
    assert third - second > 1.9 * (second - first)
