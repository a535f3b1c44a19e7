"""When audits are due: month ends, quarters, zones."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from model.campaign import EVERY_MONTH, LAST_DAY, QUARTERS, Schedule
from scheduler import due_times, next_due


def moments(schedule: Schedule, first: str, last: str) -> list[str]:
    begin, end = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (first, last))
    return [due.at.isoformat() for due in due_times(schedule, begin, end)]


@pytest.mark.parametrize(
    ("zone", "hours"), [("Asia/Jakarta", "+07:00"), ("Asia/Makassar", "+08:00"), ("Asia/Jayapura", "+09:00")]
)
def test_the_hour_is_that_of_the_zone(zone: str, hours: str) -> None:
    found = moments(Schedule("a", "1", 2, 30, zone), "2026-10-15", "2026-12-15")
    assert found == [f"2026-11-01T02:30:00{hours}", f"2026-12-01T02:30:00{hours}"]


def test_the_last_day_of_a_month_is_found_in_a_leap_year_too() -> None:
    found = moments(Schedule("a", LAST_DAY, 20, 0, "Asia/Jakarta"), "2028-01-15", "2028-05-01")
    assert [text[:10] for text in found] == ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]


def test_a_quarterly_schedule() -> None:
    found = moments(Schedule("a", "5", 1, 0, "Asia/Jakarta", QUARTERS), "2026-01-01", "2026-12-31")
    assert [text[:7] for text in found] == ["2026-01", "2026-04", "2026-07", "2026-10"]


def test_the_period_is_the_month_in_the_zone_and_not_in_utc() -> None:
    schedule = Schedule("a", "1", 2, 30, "Asia/Jayapura", EVERY_MONTH)
    (due,) = due_times(schedule, datetime(2026, 10, 15, tzinfo=UTC), datetime(2026, 11, 15, tzinfo=UTC))
    assert due.at.astimezone(UTC).month == 10
    assert due.period == "2026-11"


def test_a_moment_counts_once_when_one_looks_exactly_then() -> None:
    schedule = Schedule("a", "1", 2, 30, "Asia/Jakarta")
    at = next_due(schedule, datetime(2026, 10, 15, tzinfo=UTC))
    assert [due.at for due in due_times(schedule, datetime(2026, 10, 15, tzinfo=UTC), at)] == [at]
    assert list(due_times(schedule, at, at)) == []
