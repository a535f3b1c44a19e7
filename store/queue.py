"""The queue of a run: who audits which target now. One claim wins; a lost claim cannot write any more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from model.codec import from_json
from model.evidence import Target
from model.sentence import say
from store.clean import clean_text
from store.clock import database_seconds
from store.errors import StaleClaim
from store.runs import keep_target, run_number
from store.tables import run_targets, targets
from store.worker import is_gone, this_worker

_LOOK_AT = 20
"""How many waiting targets are looked at together; more than one only helps when other workers are as fast."""


class TargetState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RunTarget:
    """One target of a run and how far it is. attempt: how often it was claimed. note: why it failed, or ""."""

    target: Target
    state: TargetState
    attempt: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to audit one target of a run. attempt is its fencing token: a later claim makes this one stale."""

    run: str
    target: Target
    attempt: int


def add_targets(db: Connection, run: str, wanted: Iterable[Target]) -> None:
    """Queue the targets in the order given."""
    rows = [
        {
            "run": run_number(run),
            "target_id": target.id,
            "target": keep_target(db, target),
            "ordinal": ordinal,
            "state": TargetState.QUEUED.value,
            "attempt": 0,
            "worker": "",
            "lease_until": 0,
            "note": "",
        }
        for ordinal, target in enumerate(wanted)
    ]
    if rows:
        db.execute(insert(run_targets), rows)


def find_queue(db: Connection, run: str) -> tuple[RunTarget, ...]:
    return tuple(
        RunTarget(from_json(Target, row.data), TargetState(row.state), row.attempt, row.note)
        for row in db.execute(_queue(run))
    )


def claim_target(db: Connection, run: str, target_id: str, lease: int) -> Claim | None:
    """Claim a target that waits, has failed, or whose worker died or let its lease run out; else None."""
    row = db.execute(_queue(run).where(run_targets.c.target_id == target_id)).one_or_none()
    return None if row is None else _claim(db, run, row, lease)


def claim_next(db: Connection, run: str, lease: int) -> Claim | None:
    """Claim the first target that waits, else the first whose worker died; None when there is neither."""
    waiting = _queue(run).where(run_targets.c.state == TargetState.QUEUED.value).limit(_LOOK_AT)
    last = -1
    while rows := db.execute(waiting.where(run_targets.c.ordinal > last)).all():
        for row in rows:
            if claim := _claim(db, run, row, lease):
                return claim
        last = rows[-1].ordinal
    for row in db.execute(_queue(run).where(run_targets.c.state == TargetState.RUNNING.value)).all():
        if claim := _claim(db, run, row, lease):
            return claim
    return None


def _queue(run: str) -> Any:
    return (
        select(run_targets, targets.c.data, database_seconds().label("now"))
        .join(targets, targets.c.number == run_targets.c.target)
        .where(run_targets.c.run == run_number(run))
        .order_by(run_targets.c.ordinal)
    )


def _claim(db: Connection, run: str, row: Row[Any], lease: int) -> Claim | None:
    if row.state == TargetState.DONE:
        return None
    if _is_held(row) or _is_held_elsewhere(db, run, row):
        return None
    taken = {
        "state": TargetState.RUNNING.value,
        "attempt": row.attempt + 1,
        "worker": this_worker(),
        "lease_until": database_seconds() + lease,
        "note": "",
    }
    # still as we saw it: of two claimers that saw the same row, one changes it and the other changes nothing
    as_seen = (run_targets.c.attempt == row.attempt, run_targets.c.state == row.state)
    won = db.execute(_row(run, row.target_id).where(*as_seen).values(taken)).rowcount == 1
    return Claim(run, from_json(Target, row.data), row.attempt + 1) if won else None


def _is_held(row: Row[Any]) -> bool:
    return bool(row.state == TargetState.RUNNING and row.lease_until > row.now and not is_gone(row.worker))


def _is_held_elsewhere(db: Connection, run: str, row: Row[Any]) -> bool:
    """Whether another run audits the same agency at this moment: its site is visited by one at a time."""
    same = (run_targets.c.target_id == row.target_id, run_targets.c.run != run_number(run))
    running = select(run_targets, database_seconds().label("now")).where(
        *same, run_targets.c.state == TargetState.RUNNING.value
    )
    return any(_is_held(other) for other in db.execute(running))


def renew_claim(db: Connection, claim: Claim, lease: int) -> None:
    """Keep a claim for `lease` seconds from now. Raises StaleClaim."""
    _change(db, claim, {"lease_until": database_seconds() + lease})


def settle_claim(db: Connection, claim: Claim, state: TargetState, note: str = "") -> None:
    """End a claim. Raises StaleClaim when another worker has taken the target over."""
    _change(db, claim, {"state": state.value, "note": clean_text(note), "worker": "", "lease_until": 0})


def queue_again(db: Connection, run: str, target_ids: Iterable[str]) -> None:
    """Let targets that were audited, or failed, wait once more. What was stored stays until it is replaced."""
    ended = run_targets.c.state.in_((TargetState.DONE.value, TargetState.FAILED.value))
    for target_id in target_ids:
        db.execute(_row(run, target_id).where(ended).values(state=TargetState.QUEUED.value, note=""))


def mark_done(db: Connection, run: str, target_id: str) -> None:
    """Settle a target that was audited without a claim."""
    db.execute(_row(run, target_id).values(state=TargetState.DONE.value, note="", worker="", lease_until=0))


def _change(db: Connection, claim: Claim, values: dict[str, Any]) -> None:
    ours = (run_targets.c.attempt == claim.attempt, run_targets.c.state == TargetState.RUNNING.value)
    if db.execute(_row(claim.run, claim.target.id).where(*ours).values(values)).rowcount != 1:
        raise StaleClaim(
            say(
                "{target} sudah diambil alih oleh proses lain; hasil dari proses ini tidak disimpan.",
                target=claim.target.id,
            ),
            f"run {claim.run}, attempt {claim.attempt} is not the current one",
        )


def _row(run: str, target_id: str) -> Any:
    return update(run_targets).where(run_targets.c.run == run_number(run), run_targets.c.target_id == target_id)
