"""A clock that a test sets, and the real APScheduler moved by it, without a thread and without waiting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from unittest.mock import patch

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.base import BaseScheduler

import scheduler
from model.campaign import Schedule


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **by: float) -> None:
        self.now += timedelta(**by)


class ByHand(BaseScheduler):
    """APScheduler whose jobs run when the test looks, in the test's own thread."""

    def wakeup(self) -> None:
        pass

    def shutdown(self, wait: bool = True) -> None:
        super().shutdown(wait)

    def run_what_is_due(self) -> None:
        self._process_jobs()


@contextmanager
def moved_by(clock: Clock, diary: scheduler.Diary, schedules: Sequence[Schedule]) -> Iterator[ByHand]:
    """The scheduler as the product starts it, with the clock of the test in place of the system's."""

    class Now(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return clock.now.astimezone(tz or UTC)

    with (
        patch("apscheduler.schedulers.base.datetime", Now),
        patch("apscheduler.triggers.interval.datetime", Now),
        patch("apscheduler.triggers.date.datetime", Now),
        patch("apscheduler.executors.base.datetime", Now),
    ):
        moved = ByHand(timezone=UTC, executors={"default": DebugExecutor()})
        scheduler.appoint(moved, diary, schedules, clock, lambda: None)
        moved.start()
        try:
            yield moved
        finally:
            moved.shutdown()
