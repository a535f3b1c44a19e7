"""Each due audit is queued exactly once, whatever clock, machine and people do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest

from model.campaign import LAST_DAY, QUARTERS, CampaignState, Schedule
from scheduler import JOB_RULES, look
from store.archive import Archive
from store.campaigns import Campaigns
from tests.scheduler.clock import Clock, moved_by

START = datetime(2026, 1, 10, 3, 0, tzinfo=UTC)
THREE_ZONES = (
    Schedule("barat", "1", 2, 30, "Asia/Jakarta"),
    Schedule("tengah", LAST_DAY, 23, 45, "Asia/Makassar"),
    Schedule("timur", "28", 0, 0, "Asia/Jayapura"),
    Schedule("triwulan", LAST_DAY, 6, 0, "Asia/Jayapura", QUARTERS),
)
MONTHLY = Schedule("bulanan", "1", 2, 30, "Asia/Jakarta")


@pytest.fixture
def diary(archive: Archive) -> Campaigns:
    return Campaigns(archive)


def queued(diary: Campaigns, schedule: str = "bulanan") -> list[str]:
    """The periods of a schedule that were queued for auditing, in order."""
    return [c.period for c in diary.all() if c.schedule == schedule and c.state is not CampaignState.MISSED]


def missed(diary: Campaigns) -> list[str]:
    return [c.period for c in diary.all() if c.state is CampaignState.MISSED]


def months(first: str, count: int) -> list[str]:
    year, month = (int(part) for part in first.split("-"))
    return [f"{year + (month - 1 + n) // 12}-{(month - 1 + n) % 12 + 1:02}" for n in range(count)]


@pytest.fixture
def in_a_file(tmp_path: Path) -> Iterator[Campaigns]:
    with Archive.open(str(tmp_path / "patuh.sqlite")) as archive:
        yield Campaigns(archive)


def test_twenty_four_months_in_three_zones(in_a_file: Campaigns, monkeypatch: pytest.MonkeyPatch) -> None:
    diary = in_a_file
    monkeypatch.setattr("scheduler.LOOK_SECONDS", 12 * 3600)  # a look each minute of two years proves no more
    clock = Clock(START)
    with moved_by(clock, diary, THREE_ZONES) as scheduler:
        while clock.now < START + timedelta(days=730):
            scheduler.run_what_is_due()
            clock.pass_(hours=61, minutes=17)
    assert queued(diary, "barat") == months("2026-02", 24)
    assert Counter(c.schedule for c in diary.all()) == {"barat": 24, "tengah": 24, "timur": 24, "triwulan": 8}
    assert missed(diary) == []
    lasts = {c.due + timedelta(hours=8) for c in diary.all() if c.schedule == "tengah"}
    assert all((last + timedelta(days=1)).day == 1 and (last.hour, last.minute) == (23, 45) for last in lasts)


def test_the_jobs_run_late_rather_than_never_and_one_at_a_time(diary: Campaigns) -> None:
    with moved_by(Clock(START), diary, THREE_ZONES) as scheduler:
        jobs = scheduler.get_jobs()
    assert {job.id for job in jobs} == {"schedule:barat", "schedule:tengah", "schedule:timur", "schedule:triwulan",
                                        "look", "start"}  # fmt: skip
    for job in jobs:
        assert (job.misfire_grace_time, job.coalesce, job.max_instances) == tuple(JOB_RULES.values())


def test_looking_again_queues_nothing_more(diary: Campaigns) -> None:
    look(diary, [MONTHLY], START)
    later = START + timedelta(days=25)
    assert look(diary, [MONTHLY], later) == [MONTHLY]
    assert look(diary, [MONTHLY], later) == []
    assert look(diary, [MONTHLY], later + timedelta(minutes=1)) == []
    assert queued(diary) == ["2026-02"]


def test_two_starts_at_the_same_moment_queue_once(address: str) -> None:
    """Two processes, each with an archive of its own."""
    together = Barrier(4)

    def start(_number: int) -> int:
        with Archive.open(address) as archive:
            diary = Campaigns(archive)
            together.wait(30)
            return len(look(diary, [MONTHLY], START + timedelta(days=25)))

    with Archive.open(address) as archive:
        look(Campaigns(archive), [MONTHLY], START)
        with ThreadPoolExecutor(4) as pool:
            assert sum(pool.map(start, range(4))) == 1
        assert queued(Campaigns(archive)) == ["2026-02"]


def test_a_restart_just_after_the_moment_queues_nothing_more(diary: Campaigns) -> None:
    clock = Clock(datetime(2026, 1, 31, 19, 29, 59, tzinfo=UTC))
    for _start in range(3):
        with moved_by(clock, diary, [MONTHLY]) as scheduler:
            scheduler.run_what_is_due()
            clock.pass_(seconds=1)
            scheduler.run_what_is_due()
    assert queued(diary) == ["2026-02"]


def test_a_machine_that_slept_over_the_moment_catches_up_once(diary: Campaigns) -> None:
    clock = Clock(START)
    with moved_by(clock, diary, [MONTHLY]) as scheduler:
        scheduler.run_what_is_due()
        clock.pass_(days=30)  # asleep
        scheduler.run_what_is_due()
        scheduler.run_what_is_due()
        clock.pass_(minutes=5)
        scheduler.run_what_is_due()
    assert queued(diary) == ["2026-02"]


def test_a_machine_that_was_off_for_months_audits_the_newest_and_tells_the_others(diary: Campaigns) -> None:
    clock = Clock(START)
    with moved_by(clock, diary, [MONTHLY]) as scheduler:
        scheduler.run_what_is_due()
    clock.pass_(days=125)
    with moved_by(clock, diary, [MONTHLY]) as scheduler:
        scheduler.run_what_is_due()
    assert queued(diary) == ["2026-05"]
    assert missed(diary) == ["2026-02", "2026-03", "2026-04"]


def test_a_clock_set_back_repeats_nothing(diary: Campaigns) -> None:
    clock = Clock(START)
    with moved_by(clock, diary, [MONTHLY]) as scheduler:
        scheduler.run_what_is_due()
        clock.pass_(days=25)
        scheduler.run_what_is_due()
        clock.pass_(days=-10)  # set back over the moment
        for _day in range(30):
            scheduler.run_what_is_due()
            clock.pass_(days=1)
    with moved_by(clock, diary, [MONTHLY]) as scheduler:
        scheduler.run_what_is_due()
    assert queued(diary) == ["2026-02"]


def test_a_clock_that_ran_ahead_and_was_mended_loses_no_month(diary: Campaigns) -> None:
    look(diary, [MONTHLY], START)
    look(diary, [MONTHLY], datetime(2026, 6, 15, tzinfo=UTC))  # a flat battery: half a year ahead
    for day in range(0, 200, 3):
        look(diary, [MONTHLY], START + timedelta(days=day))
    assert queued(diary) == months("2026-02", 6)
    assert missed(diary) == []


def test_a_schedule_made_while_the_clock_was_ahead_begins_when_it_is_mended(diary: Campaigns) -> None:
    look(diary, [MONTHLY], datetime(2030, 1, 1, tzinfo=UTC))
    look(diary, [MONTHLY], START)
    look(diary, [MONTHLY], START + timedelta(days=30))
    assert queued(diary) == ["2026-02"]


def test_what_was_due_before_a_schedule_was_made_is_not_asked_for(diary: Campaigns) -> None:
    assert look(diary, [MONTHLY], datetime(2026, 2, 1, 12, 0, tzinfo=UTC)) == []
    assert queued(diary) == []


def test_a_changed_schedule_does_not_reach_back(diary: Campaigns) -> None:
    look(diary, [MONTHLY], START)
    changed = Schedule("bulanan", "11", 2, 30, "Asia/Jakarta")
    assert look(diary, [changed], datetime(2026, 1, 20, tzinfo=UTC)) == []
    assert look(diary, [changed], datetime(2026, 2, 20, tzinfo=UTC)) == [changed]
    assert queued(diary) == ["2026-02"]


def test_two_lists_with_the_same_moment_are_two_campaigns(diary: Campaigns) -> None:
    other = Schedule("lain", "1", 2, 30, "Asia/Jakarta")
    for now in (START, START + timedelta(days=25)):
        look(diary, [MONTHLY, other], now)
    assert (queued(diary), queued(diary, "lain")) == (["2026-02"], ["2026-02"])
