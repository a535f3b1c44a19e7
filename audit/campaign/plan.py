"""What a campaign was planned with, read from its own row: a changed patuh.toml does not change what is under way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from audit.settings import RunOptions
from model.campaign import Campaign
from model.evidence import Target
from reports.zone_time import zone_time

Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class CampaignPlan:
    """list, out: absolute paths. quiet: hours, by the agency's own clock, in which its site is left alone."""

    list: Path
    out: Path
    tags: frozenset[str]
    instrument: str
    scale: str
    options: RunOptions
    quiet: tuple[Span, ...]
    retries: int
    rest: timedelta


def plan_of_campaign(campaign: Campaign) -> CampaignPlan:
    kept = dict(campaign.settings)
    options = RunOptions(kept["max_pages"], kept["sites_at_once"], float(kept["delay_seconds"]), campaign.period)
    return CampaignPlan(
        list=Path(kept["targets"]),
        out=Path(kept["out"]),
        tags=frozenset(kept["tags"]),
        instrument=kept["instrument"],
        scale=kept["scale"],
        options=options,
        quiet=tuple((time.fromisoformat(first), time.fromisoformat(last)) for first, last in kept["quiet"]),
        retries=kept["retries"],
        rest=timedelta(hours=kept["retry_after_hours"]),
    )


def is_quiet(target: Target, quiet: tuple[Span, ...], now: datetime) -> bool:
    """Whether the site is to be left alone now, by the clock of its province (WIB, WITA, WIT)."""
    clock = zone_time(target.province).local(now).time()
    return any(_within(clock, first, last) for first, last in quiet)


def _within(clock: time, first: time, last: time) -> bool:
    if first < last:
        return first <= clock < last
    return clock >= first or clock < last  # over midnight
