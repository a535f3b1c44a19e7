"""The door of the store: one archive, in a SQLite file or on a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from model.audit import Audit
from model.evidence import Evidence, Target
from model.finding import Verdict
from model.note import MentorNote
from model.outline import Outline
from model.standing import Standing
from store import audits, notes, outlines, queue, runs, standings, verdicts
from store.engine import connect, file_of, find_url, place_of
from store.errors import telling
from store.outlines import Moment
from store.queue import Claim, RunTarget, TargetState
from store.runs import Plan, Run, RunState
from store.schema import bring_up_to_date

LEASE = 900
"""How long a claim lasts without being renewed, in seconds."""


class Archive:
    """Runs, their queues, audits and evidence. Safe to use from several threads and processes at once.

    Every method may raise StoreError (see store.errors); none leaves a half-written audit behind.
    Blocks while it works: from async code use `asyncio.to_thread`.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self.place = place

    @classmethod
    def open(cls, address: str) -> Self:
        """Open a path or an SQLAlchemy address; create or upgrade the tables, an older SQLite file after a backup."""
        url = find_url(address)
        with telling(place_of(url)):
            path = file_of(url)
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            bring_up_to_date(url)
        return cls(connect(url), place_of(url))

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # runs

    def start_run(self, plan: Plan, targets: Iterable[Target]) -> Run:
        """Record a new run and queue its targets."""
        with self._writing() as db:
            run = runs.add_run(db, plan)
            queue.add_targets(db, run, targets)
            return runs.find_run(db, run)

    def open_run(self, run: str) -> Run:
        """Raises UnknownRun."""
        with self._reading() as db:
            return runs.find_run(db, run)

    def runs(self) -> tuple[Run, ...]:
        """All runs, oldest first."""
        with self._reading() as db:
            return runs.find_runs(db)

    def latest_unfinished_run(self, purpose: str = "audit") -> Run | None:
        """What `--resume` goes on with."""
        with self._reading() as db:
            return runs.find_latest_unfinished(db, purpose)

    def finish_run(self, run: str, state: RunState = RunState.FINISHED) -> None:
        with self._writing() as db:
            runs.end_run(db, run, state)

    # the queue of a run

    def queue(self, run: str) -> tuple[RunTarget, ...]:
        """The targets of a run in their order, with how far each is."""
        with self._reading() as db:
            return queue.find_queue(db, run)

    def claim(self, run: str, target_id: str, lease: int = LEASE) -> Claim | None:
        """Take a target that waits, has failed, or whose worker has died; None when it is done or taken."""
        with self._writing() as db:
            return queue.claim_target(db, run, target_id, lease)

    def claim_next(self, run: str, lease: int = LEASE) -> Claim | None:
        """Take the first target that waits or whose worker has died; None when nothing is left to take."""
        with self._writing() as db:
            return queue.claim_next(db, run, lease)

    def renew(self, claim: Claim, lease: int = LEASE) -> None:
        """Raises StaleClaim when another worker has the target by now."""
        with self._writing() as db:
            queue.renew_claim(db, claim, lease)

    def give_back(self, claim: Claim) -> None:
        """Put the target back into the queue, e.g. when the run is interrupted."""
        with self._writing() as db:
            queue.settle_claim(db, claim, TargetState.QUEUED)

    def fail(self, claim: Claim, note: str) -> None:
        """Record that the audit could not be made, through a fault of ours. note: short, for people."""
        with self._writing() as db:
            queue.settle_claim(db, claim, TargetState.FAILED, note)

    # audits

    def save_audit(self, audit: Audit, evidence: Evidence, claim: Claim | None = None) -> None:
        """Write an audit and mark its target done, all or nothing. Saving again replaces, never duplicates.

        Raises StaleClaim when the claim was lost meanwhile, UnknownRun when there is no such run.
        """
        with self._writing() as db:
            runs.find_run(db, audit.run)
            if claim is not None:
                queue.settle_claim(db, claim, TargetState.DONE)
            else:
                queue.mark_done(db, audit.run, audit.target.id)
            audits.write_audit(db, audit, evidence)

    def audits(self, run: str) -> Iterator[Audit]:
        """The audits of a run in the order of its queue, read one at a time."""
        with self._reading() as db:
            yield from audits.read_audits(db, run)

    def audit(self, run: str, target_id: str) -> Audit | None:
        with self._reading() as db:
            return audits.read_audit(db, run, target_id)

    def history(self, target_id: str) -> tuple[Audit, ...]:
        """All audits of a target in time order: by period, then by run."""
        with self._reading() as db:
            return audits.read_history(db, target_id)

    def evidence(self, run: str, target_id: str) -> Evidence | None:
        with self._reading() as db:
            return audits.read_evidence(db, run, target_id)

    # over time

    def moments(self, agency: str = "") -> tuple[Moment, ...]:
        """All audits of one agency, or of all agency by agency, in the order of time."""
        with self._reading() as db:
            return tuple(outlines.read_moments(db, agency))

    def outlines(self, numbers: Iterable[int]) -> Iterator[Outline]:
        """The outlines of some audits, by the numbers of their moments, in the order given."""
        with self._reading() as db:
            yield from outlines.read_outlines(db, list(numbers))

    def standings(self, period: str, *, checks: bool = False) -> tuple[Standing, ...]:
        """The last result of every agency in a period, by agency. checks: those that agencies made by themselves."""
        with self._reading() as db:
            return standings.read_standings(db, period, standings.OWN if checks else standings.OF_THE_ASSESSOR)

    def verdicts(self, period: str) -> dict[str, dict[str, Verdict]]:
        """Of the audits behind `standings`: by agency, then by indicator."""
        with self._reading() as db:
            return verdicts.read_verdicts(db, period)

    def periods(self, *, checks: bool = False) -> tuple[str, ...]:
        """The periods that have audits, oldest first. checks: those that agencies made by themselves."""
        with self._reading() as db:
            return standings.read_periods(db, standings.OWN if checks else standings.OF_THE_ASSESSOR)

    # notes of mentors

    def add_note(self, note: MentorNote) -> MentorNote:
        """Keep a note; it is given its number."""
        with self._writing() as db:
            return notes.add_note(db, note)

    def notes(self, agency: str = "") -> tuple[MentorNote, ...]:
        """The notes of one agency, or all, in the order of writing."""
        with self._reading() as db:
            return notes.read_notes(db, agency)

    def withdraw_note(self, number: int, at: datetime) -> MentorNote:
        """Raises UnknownNote."""
        with self._writing() as db:
            return notes.withdraw_note(db, number, at)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with telling(self.place), self._engine.connect() as db:
            yield db

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with telling(self.place), self._engine.connect() as db:
            writer = db.execution_options(writing=True)
            with writer.begin():
                yield writer
