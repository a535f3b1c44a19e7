"""The notes of mentors (catatan pendamping): kept apart from the audits, so that they outlive each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from model.codec import plain, read_plain
from model.note import MentorNote
from model.sentence import say
from store.clean import clean
from store.errors import UnknownNote
from store.tables import mentor_notes

_FIELDS = tuple(column.name for column in mentor_notes.columns)


def add_note(db: Connection, note: MentorNote) -> MentorNote:
    """Keep a note; it is given its number."""
    note, _ = clean(MentorNote, note)
    row = {name: value for name, value in plain(note).items() if name != "number"}
    number = db.execute(insert(mentor_notes).values(row).returning(mentor_notes.c.number)).scalar_one()
    return replace(note, number=number)


def read_notes(db: Connection, agency: str = "") -> tuple[MentorNote, ...]:
    """The notes of one agency, or all; in the order of writing, the withdrawn ones among them."""
    wanted = select(mentor_notes).order_by(mentor_notes.c.number)
    if agency:
        wanted = wanted.where(mentor_notes.c.agency == agency)
    return tuple(_read(row) for row in db.execute(wanted))


def withdraw_note(db: Connection, number: int, at: datetime) -> MentorNote:
    """Mark a note as withdrawn; it stays to be read. Raises UnknownNote, also when it was withdrawn before."""
    open_note = (mentor_notes.c.number == number, mentor_notes.c.withdrawn.is_(None))
    if db.execute(update(mentor_notes).where(*open_note).values(withdrawn=plain(at))).rowcount != 1:
        raise UnknownNote(
            say("Tidak ada catatan bernomor {number} yang masih berlaku. Lihat nomornya dengan: patuh note list.",
                number=number)
        )  # fmt: skip
    return _read(db.execute(select(mentor_notes).where(mentor_notes.c.number == number)).one())


def _read(row: Row[Any]) -> MentorNote:
    return read_plain(MentorNote, {name: getattr(row, name) for name in _FIELDS})
