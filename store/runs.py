"""Runs of the main job and the versions of the targets they audit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from model.codec import plain, read_plain, to_json
from model.evidence import Target
from model.sentence import say
from store.clean import clean, clean_text
from store.errors import UnknownRun
from store.tables import runs, targets


class RunState(StrEnum):
    RUNNING = "running"  # also after a power cut, until it is resumed
    FINISHED = "finished"
    ABANDONED = "abandoned"  # ended by a person before all targets were audited


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is about to do. rules: as in `Audit.rules`. settings: JSON-ready, for resuming alike."""

    instrument: str
    instrument_version: str
    scale: str
    rules: tuple[tuple[str, str], ...] = ()
    settings: Mapping[str, Any] | None = None
    purpose: str = "audit"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the main job (proses audit). id sorts by the order of starting, whatever the clock said."""

    id: str
    plan: Plan
    state: RunState
    started: datetime
    finished: datetime | None


def add_run(db: Connection, plan: Plan) -> str:
    """Insert a run and give its id."""
    row = {
        "purpose": plan.purpose,
        "started": plain(datetime.now(UTC)),
        "state": RunState.RUNNING.value,
        "instrument": plan.instrument,
        "instrument_version": plan.instrument_version,
        "scale": plan.scale,
        "rules": clean_text(to_json(plan.rules)),
        "settings": clean_text(to_json(plan.settings or {})),
    }
    return run_id(db.execute(insert(runs).values(row).returning(runs.c.number)).scalar_one())


def end_run(db: Connection, run: str, state: RunState) -> None:
    ended = {"state": state.value, "finished": plain(datetime.now(UTC))}
    if db.execute(update(runs).where(runs.c.number == run_number(run)).values(ended)).rowcount != 1:
        raise _unknown(run)


def find_run(db: Connection, run: str) -> Run:
    row = db.execute(select(runs).where(runs.c.number == run_number(run))).one_or_none()
    if row is None:
        raise _unknown(run)
    return _read(row)


def find_runs(db: Connection) -> tuple[Run, ...]:
    return tuple(_read(row) for row in db.execute(select(runs).order_by(runs.c.number)))


def find_latest_unfinished(db: Connection, purpose: str) -> Run | None:
    wanted = select(runs).where(runs.c.state == RunState.RUNNING.value, runs.c.purpose == purpose)
    row = db.execute(wanted.order_by(runs.c.number.desc()).limit(1)).one_or_none()
    return None if row is None else _read(row)


def keep_target(db: Connection, target: Target) -> int:
    """The number of this version of the target, inserted when it is new."""
    target, data = clean(Target, target)
    digest = hashlib.sha256(data.encode()).hexdigest()
    same = select(targets.c.number).where(targets.c.id == target.id, targets.c.digest == digest)
    number = db.execute(same).scalar()
    if number is not None:
        return int(number)
    # another worker may insert the same version at this moment: then its row is taken
    dialect = postgresql if db.dialect.name == "postgresql" else sqlite
    columns = ("id", "name", "level", "province", "parent", "unit_type", "url")
    row = {name: str(getattr(target, name)) for name in columns} | {"digest": digest, "data": data}
    db.execute(dialect.insert(targets).values(row).on_conflict_do_nothing())
    return int(db.execute(same).scalar_one())


def keep_targets(db: Connection, wanted: Iterable[Target]) -> list[int]:
    return [keep_target(db, target) for target in wanted]


def run_id(number: int) -> str:
    return f"{number:06d}"


def run_number(run: str) -> int:
    """The inverse of `run_id`. Raises UnknownRun for what cannot be one."""
    if not (run.isascii() and run.isdigit() and len(run) < 19):
        raise _unknown(run)
    return int(run)


def _unknown(run: str) -> UnknownRun:
    return UnknownRun(say("Tidak ada proses audit bernomor {run} di basis data ini.", run=run))


def _read(row: Row[Any]) -> Run:
    plan = Plan(
        instrument=row.instrument,
        instrument_version=row.instrument_version,
        scale=row.scale,
        rules=tuple((name, version) for name, version in json.loads(row.rules)),
        settings=json.loads(row.settings),
        purpose=row.purpose,
    )
    finished = None if row.finished is None else read_plain(datetime, row.finished)
    return Run(run_id(row.number), plan, RunState(row.state), read_plain(datetime, row.started), finished)
