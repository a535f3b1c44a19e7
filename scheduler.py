"""When: puts the audits that are due into the queue, and never audits itself.

What is due follows from the schedules and a clock alone (`due_times`); that each is queued once follows from the store,
where a campaign is unique for its schedule and moment. So nothing is lost or doubled by a restart, a second start, a
machine that slept, or a clock that was set back. APScheduler only says when to look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from model.campaign import LAST_DAY, Due, Schedule

LOOK_SECONDS = 60
"""How often the clock is looked at besides the appointed moments: APScheduler's timer stands still while a machine
sleeps and does not notice a clock that was set, so an appointment alone may come days late."""

JOB_RULES: dict[str, Any] = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
"""Always run late rather than not at all (the library's own rule drops a job that is one second late), and once."""

Clock = Callable[[], datetime]


class Diary(Protocol):
    """Where due audits are queued (`store.campaigns.Campaigns`). Safe to use from several processes at once."""

    def seen_since(self, schedule: Schedule, now: datetime) -> datetime:
        """Since when the schedule stands as it is; `now` when it is new or was changed."""

    def queue_due(self, dues: Sequence[Due], now: datetime) -> bool:
        """Queue the last of these moments of one schedule, unless it is there already, and record the earlier ones as
        missed. True when it was queued now."""


def trigger_of(schedule: Schedule) -> CronTrigger:
    return CronTrigger(
        month=",".join(str(month) for month in schedule.months),
        day="last" if schedule.day == LAST_DAY else schedule.day,
        hour=schedule.hour,
        minute=schedule.minute,
        second=0,
        timezone=schedule.zone,
    )


def due_times(schedule: Schedule, after: datetime, until: datetime) -> Iterator[Due]:
    """Every moment of the schedule that is later than `after` and not later than `until`, in order."""
    trigger = trigger_of(schedule)
    at = after
    while (fires := trigger.get_next_fire_time(None, at + timedelta(microseconds=1))) is not None and fires <= until:
        yield Due(schedule, fires)
        at = fires


def next_due(schedule: Schedule, now: datetime) -> datetime:
    """The next moment of the schedule after `now`."""
    found: datetime = trigger_of(schedule).get_next_fire_time(None, now + timedelta(microseconds=1))
    return found


def look(diary: Diary, schedules: Iterable[Schedule], now: datetime) -> list[Schedule]:
    """Queue what is due by `now`. Gives the schedules of which something was queued; doing it again gives none."""
    queued = []
    for schedule in schedules:
        dues = tuple(due_times(schedule, diary.seen_since(schedule, now), now))
        if dues and diary.queue_due(dues, now):
            queued.append(schedule)
    return queued


def system_clock() -> datetime:
    return datetime.now(UTC)


def appoint(
    scheduler: BaseScheduler, diary: Diary, schedules: Sequence[Schedule], clock: Clock, woken: Callable[[], None]
) -> None:
    """Give the scheduler its jobs: a look at each appointed moment, one each minute, and one at once."""

    def job() -> None:
        if look(diary, schedules, clock()):
            woken()

    for schedule in schedules:
        scheduler.add_job(job, trigger_of(schedule), id=f"schedule:{schedule.name}", **JOB_RULES)
    scheduler.add_job(job, IntervalTrigger(seconds=LOOK_SECONDS, timezone=UTC), id="look", **JOB_RULES)
    scheduler.add_job(job, id="start", **JOB_RULES)


def start(diary: Diary, schedules: Sequence[Schedule], woken: Callable[[], None] = lambda: None) -> BaseScheduler:
    """Start looking, in a thread of its own; `shutdown()` ends it. woken: called there when something was queued.

    Jobs are kept in memory: what must outlive the process is in the store, and nothing pickled is ever read.
    """
    scheduler = BackgroundScheduler(timezone=UTC)
    appoint(scheduler, diary, schedules, system_clock, woken)
    scheduler.start()
    return scheduler
