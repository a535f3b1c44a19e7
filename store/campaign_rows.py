"""Rows of campaigns: read as nouns, added once, and changed only as they were seen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update
from sqlalchemy.dialects import postgresql, sqlite

from model.campaign import Campaign, CampaignState, Due
from model.codec import plain, read_plain, to_json
from model.sentence import say
from store.clean import clean_text
from store.errors import UnknownCampaign
from store.runs import run_id
from store.tables import campaigns


def add_due(db: Connection, due: Due, state: CampaignState, now: datetime) -> bool:
    row = {
        "schedule": due.schedule.name,
        "due": plain(due.at.astimezone(UTC)),
        "period": due.period,
        "zone": due.schedule.zone,
        "state": state.value,
        "settings": clean_text(to_json(due.schedule.settings or {})),
        "created": plain(now),
        "round": 0,
        "note": "",
        "changes": "{}",
        "report": "{}",
        "told": "[]",
    }
    added = dialect_of(db).insert(campaigns).values(row).on_conflict_do_nothing(index_elements=["schedule", "due"])
    return db.execute(added.returning(campaigns.c.number)).one_or_none() is not None


def revive(db: Connection, due: Due, now: datetime) -> bool:
    """A moment that a clock running ahead called missed, and that has only come now."""
    changed = {"state": CampaignState.DUE.value, "created": plain(now)}
    wanted = update(campaigns).where(same(due), called_missed_too_soon(now))
    return db.execute(wanted.values(changed)).rowcount == 1


def same(due: Due) -> Any:
    return (campaigns.c.schedule == due.schedule.name) & (campaigns.c.due == plain(due.at.astimezone(UTC)))


def called_missed_too_soon(now: datetime) -> Any:
    return (campaigns.c.state == CampaignState.MISSED.value) & (campaigns.c.created > plain(now))


def step(db: Connection, campaign: str, seen: Iterable[str], values: dict[str, Any], as_seen: Any = None) -> bool:
    states = campaigns.c.state.in_([str(state) for state in seen])
    wanted = row_of(campaign).where(states) if as_seen is None else row_of(campaign).where(states, as_seen)
    return db.execute(wanted.values(values)).rowcount == 1


def row_of(campaign: str) -> Any:
    return update(campaigns).where(campaigns.c.number == _number(campaign))


def find_campaign(db: Connection, campaign: str) -> Campaign:
    row = db.execute(select(campaigns).where(campaigns.c.number == _number(campaign))).one_or_none()
    if row is None:
        raise _unknown(campaign)
    return read_campaign(row)


def _number(campaign: str) -> int:
    if not (campaign.isascii() and campaign.isdigit() and len(campaign) < 10):
        raise _unknown(campaign)
    return int(campaign)


def _unknown(campaign: str) -> UnknownCampaign:
    return UnknownCampaign(say("Tidak ada kampanye bernomor {campaign} di basis data ini.", campaign=campaign))


def dialect_of(db: Connection) -> Any:
    return postgresql if db.dialect.name == "postgresql" else sqlite


def read_campaign(row: Row[Any]) -> Campaign:
    return Campaign(
        id=str(row.number),
        schedule=row.schedule,
        due=read_plain(datetime, row.due),
        period=row.period,
        zone=row.zone,
        state=CampaignState(row.state),
        settings=json.loads(row.settings),
        created=read_plain(datetime, row.created),
        run="" if row.run is None else run_id(row.run),
        round=row.round,
        wait_until=_moment(row.wait_until),
        finished=_moment(row.finished),
        note=row.note,
        changes=json.loads(row.changes),
        report=json.loads(row.report),
        told=tuple(json.loads(row.told)),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else read_plain(datetime, text)
