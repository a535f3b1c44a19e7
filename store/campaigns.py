"""Campaigns as they are kept: each due audit of a list once, and every step of it taken by one process only.

A step is an update that names the state it saw; of two processes that take the same step, one changes the row and the
other changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from model.campaign import Campaign, CampaignState, Due, Schedule
from model.codec import plain, read_plain, to_json
from model.evidence import Reach, Target
from store import queue, runs
from store.archive import Archive
from store.campaign_rows import (
    add_due,
    called_missed_too_soon,
    dialect_of,
    find_campaign,
    read_campaign,
    revive,
    row_of,
    same,
    step,
)
from store.clean import clean_text
from store.runs import Plan, run_id, run_number
from store.tables import audits, campaigns, schedules

OPEN = tuple(state.value for state in CampaignState if state.is_open)


class Campaigns:
    """The campaigns of an archive. Safe to use from several threads and processes at once; may raise StoreError."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    # what the scheduler asks for

    def seen_since(self, schedule: Schedule, now: datetime) -> datetime:
        """Since when the schedule stands as it is. `now` for a new or changed one, and when a clock ran ahead."""
        definition = to_json([schedule.day, schedule.hour, schedule.minute, schedule.zone, schedule.months])
        wanted = select(schedules).where(schedules.c.name == schedule.name)
        with self._archive._reading() as db:
            row = db.execute(wanted).one_or_none()
        if row is not None and row.definition == definition:
            since = read_plain(datetime, row.since)
            if since <= now:
                return since
        fresh = {"definition": definition, "since": plain(now)}
        with self._archive._writing() as db:
            added = dialect_of(db).insert(schedules).values(name=schedule.name, **fresh)
            db.execute(added.on_conflict_do_update(index_elements=["name"], set_=fresh))
        return now

    def queue_due(self, dues: Sequence[Due], now: datetime) -> bool:
        """Queue the last of these moments unless it is there, record earlier ones as missed. True when queued now."""
        *earlier, last = dues
        with self._archive._reading() as db:  # nearly always there already: then nothing has to be locked
            if db.execute(select(campaigns.c.number).where(same(last), ~called_missed_too_soon(now))).first():
                return False
        with self._archive._writing() as db:
            if not add_due(db, last, CampaignState.DUE, now) and not revive(db, last, now):
                return False
            for due in earlier:
                add_due(db, due, CampaignState.MISSED, now)
        return True

    # what is there

    def find(self, campaign: str) -> Campaign:
        """Raises UnknownCampaign."""
        with self._archive._reading() as db:
            return find_campaign(db, campaign)

    def all(self) -> tuple[Campaign, ...]:
        """Every campaign, by the moment it was due."""
        with self._archive._reading() as db:
            rows = db.execute(select(campaigns).order_by(campaigns.c.due, campaigns.c.number)).all()
        return tuple(read_campaign(row) for row in rows)

    def open(self) -> tuple[Campaign, ...]:
        """Those that have something to do, the one that was due first in front."""
        wanted = select(campaigns).where(campaigns.c.state.in_(OPEN)).order_by(campaigns.c.due, campaigns.c.number)
        with self._archive._reading() as db:
            return tuple(read_campaign(row) for row in db.execute(wanted).all())

    def newest(self, since: datetime) -> tuple[Campaign, ...]:
        """Those that are open, and those that ended since then."""
        wanted = campaigns.c.state.in_(OPEN) | (campaigns.c.finished >= plain(since))
        with self._archive._reading() as db:
            rows = db.execute(select(campaigns).where(wanted).order_by(campaigns.c.due, campaigns.c.number)).all()
        return tuple(read_campaign(row) for row in rows)

    def before(self, campaign: Campaign) -> Campaign | None:
        """The newest earlier campaign of the same schedule that had a list."""
        wanted = (
            select(campaigns)
            .where(campaigns.c.schedule == campaign.schedule, campaigns.c.due < plain(campaign.due))
            .where(campaigns.c.run.is_not(None))
            .order_by(campaigns.c.due.desc())
            .limit(1)
        )
        with self._archive._reading() as db:
            row = db.execute(wanted).one_or_none()
        return None if row is None else read_campaign(row)

    def reaches(self, campaign: Campaign) -> dict[str, Reach]:
        """What came of the home page of each audited target; only READ was judged, and not every one of those."""
        if not campaign.run:
            return {}
        wanted = select(audits.c.target_id, audits.c.home).where(audits.c.run == run_number(campaign.run))
        with self._archive._reading() as db:
            return {row.target_id: Reach(row.home) for row in db.execute(wanted)}

    # its steps; each is True when this process took it

    def begin(
        self, campaign: Campaign, plan: Plan, targets: Iterable[Target], changes: Mapping[str, Any], note: str
    ) -> bool:
        """Give the campaign its run, with its targets queued, all in one go."""
        begun = {"state": "running", "changes": clean_text(to_json(changes)), "note": clean_text(note)}
        with self._archive._writing() as db:
            if not step(db, campaign.id, (CampaignState.DUE,), begun):
                return False
            run = run_number(runs.add_run(db, plan))
            db.execute(row_of(campaign.id).values(run=run))
            queue.add_targets(db, run_id(run), targets)
        return True

    def wait(self, campaign: Campaign, until: datetime) -> bool:
        """Let failed sites rest until then."""
        as_seen = campaigns.c.wait_until.is_(None) & (campaigns.c.round == campaign.round)
        return self._take(campaign, (CampaignState.RUNNING,), {"wait_until": plain(until)}, as_seen)

    def try_again(self, campaign: Campaign, targets: Iterable[str]) -> bool:
        """Begin the next round: these targets wait in the queue once more."""
        with self._archive._writing() as db:
            as_seen = campaigns.c.round == campaign.round
            following = {"round": campaign.round + 1, "wait_until": None}
            if not step(db, campaign.id, (CampaignState.RUNNING,), following, as_seen):
                return False
            queue.queue_again(db, campaign.run, targets)
        return True

    def finish(self, campaign: Campaign, report: Mapping[str, Any], now: datetime) -> bool:
        with self._archive._writing() as db:
            ended = {"state": "finished", "finished": plain(now), "report": clean_text(to_json(report)), "note": ""}
            if not step(db, campaign.id, (CampaignState.RUNNING,), ended):
                return False
            runs.end_run(db, campaign.run, runs.RunState.FINISHED)
        return True

    def pause(self, campaign: str) -> bool:
        return self._move(campaign, (CampaignState.RUNNING, CampaignState.DUE), CampaignState.PAUSED)

    def resume(self, campaign: str) -> bool:
        with self._archive._writing() as db:
            found = find_campaign(db, campaign)
            state = CampaignState.RUNNING if found.run else CampaignState.DUE
            return step(db, campaign, (CampaignState.PAUSED,), {"state": state.value})

    def cancel(self, campaign: str, now: datetime) -> bool:
        with self._archive._writing() as db:
            found = find_campaign(db, campaign)
            if not step(db, campaign, OPEN, {"state": "cancelled", "finished": plain(now)}):
                return False
            if found.run:
                runs.end_run(db, found.run, runs.RunState.ABANDONED)
        return True

    def note(self, campaign: str, note: str) -> None:
        """Write down what is wrong, or "" when it is mended."""
        with self._archive._writing() as db:
            db.execute(row_of(campaign).values(note=clean_text(note)))

    def tell(self, campaign: str, notice: str) -> bool:
        """Take the right to send a notice. False when it was sent before."""
        with self._archive._writing() as db:
            told = find_campaign(db, campaign).told
            if notice in told:
                return False
            db.execute(row_of(campaign).values(told=clean_text(to_json([*told, notice]))))
        return True

    def untell(self, campaign: str, notice: str) -> None:
        """Give that right back, because the notice could not be sent."""
        with self._archive._writing() as db:
            told = [other for other in find_campaign(db, campaign).told if other != notice]
            db.execute(row_of(campaign).values(told=clean_text(to_json(told))))

    def _move(self, campaign: str, seen: Iterable[CampaignState], state: CampaignState) -> bool:
        with self._archive._writing() as db:
            find_campaign(db, campaign)
            return step(db, campaign, seen, {"state": state.value})

    def _take(self, campaign: Campaign, seen: Iterable[str], values: dict[str, Any], as_seen: Any = None) -> bool:
        with self._archive._writing() as db:
            return step(db, campaign.id, seen, values, as_seen)
