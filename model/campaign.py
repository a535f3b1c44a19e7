"""A campaign (kampanye audit): the audit of a whole list that is due at a moment, and how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

LAST_DAY = "last"
QUARTERS = (1, 4, 7, 10)
EVERY_MONTH = tuple(range(1, 13))


class CampaignState(StrEnum):
    """DUE until its list could be read; MISSED when a later one of the same schedule was due already."""

    DUE = "due"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"
    MISSED = "missed"

    @property
    def is_open(self) -> bool:
        """Whether it still has something to do, now or when it is resumed."""
        return self in (CampaignState.DUE, CampaignState.RUNNING, CampaignState.PAUSED)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a list is audited (jadwal). day: "1" to "28" or LAST_DAY. zone: e.g. "Asia/Jayapura". months: 1 to 12.

    settings: JSON-ready, what else a campaign of this schedule is made with.
    """

    name: str
    day: str
    hour: int
    minute: int
    zone: str
    months: tuple[int, ...] = EVERY_MONTH
    settings: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A moment at which a schedule asks for an audit. at: with the zone of the schedule. period: "YYYY-MM" there."""

    schedule: Schedule
    at: datetime

    @property
    def period(self) -> str:
        return self.at.strftime("%Y-%m")


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign as it is kept. Times in UTC.

    run: id of its run, "" until the list was read. round: 0 for the first pass, then how often failed sites were
    tried again. wait_until: when the next round begins, or None. note: what is wrong, for people, or "".
    changes and report: JSON-ready. told: which notices have been sent.
    """

    id: str
    schedule: str
    due: datetime
    period: str
    zone: str
    state: CampaignState
    settings: Mapping[str, Any]
    created: datetime
    run: str = ""
    round: int = 0
    wait_until: datetime | None = None
    finished: datetime | None = None
    note: str = ""
    changes: Mapping[str, Any] | None = None
    report: Mapping[str, Any] | None = None
    told: tuple[str, ...] = ()
