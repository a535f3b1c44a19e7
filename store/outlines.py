"""Outlines beside their audits, read in the order of time and only where something differs."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from model.audit import Audit
from model.codec import from_json, to_json
from model.outline import Outline
from model.outlines import outline_of
from store import outline_text
from store.runs import run_id
from store.tables import audits, documents, outlines

_LEVEL = 6  # of zlib; a fixed one, so that the same audit always gives the same bytes
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Moment:
    """One audit on the line of time, without its content. Equal marks: it differs in nothing but time."""

    number: int
    agency: str
    period: str
    run: str
    marks: str


def write_outline(db: Connection, number: int, audit: Audit) -> None:
    outline = outline_of(audit)
    packed = zlib.compress(outline_text.write(outline).encode(), _LEVEL)
    db.execute(insert(outlines).values(audit=number, marks=marks_of(outline), data=packed))


def marks_of(outline: Outline) -> str:
    """A digest of all that can differ between two audits, without their names in time."""
    timeless = replace(outline, run="", period="", pages=tuple(replace(p, digest="") for p in outline.pages))
    return hashlib.sha256(to_json(timeless).encode()).hexdigest()[:32]


def read_moments(db: Connection, agency: str = "") -> Iterator[Moment]:
    """All audits, agency by agency, each in the order of time. An audit without an outline has the marks of none."""
    wanted = (
        select(audits.c.number, audits.c.target_id, audits.c.period, audits.c.run, outlines.c.marks)
        .outerjoin(outlines, outlines.c.audit == audits.c.number)
        .order_by(audits.c.target_id, audits.c.period, audits.c.run)
    )
    if agency:
        wanted = wanted.where(audits.c.target_id == agency)
    for row in db.execute(wanted.execution_options(yield_per=5000)):
        number, target, period, run, marks = row
        yield Moment(number, target, period, run_id(run), marks or f"audit {number}")


def read_outlines(db: Connection, numbers: list[int]) -> Iterator[Outline]:
    """The outlines of some audits in the order given, read a few hundred at a time."""
    for start in range(0, len(numbers), _AT_ONCE):
        part = numbers[start : start + _AT_ONCE]
        found = {row.number: row for row in db.execute(_with_outline().where(audits.c.number.in_(part)))}
        yield from (_read(found[number]) for number in part)


def _with_outline() -> Select[Any]:
    return (
        select(audits.c.number, outlines.c.data, documents.c.audit_json)
        .outerjoin(outlines, outlines.c.audit == audits.c.number)
        .outerjoin(documents, (documents.c.audit == audits.c.number) & outlines.c.audit.is_(None))
    )


def _read(row: Row[Any]) -> Outline:
    if row.data is not None:
        return outline_text.read(zlib.decompress(row.data).decode())
    return outline_of(from_json(Audit, zlib.decompress(row.audit_json).decode()))  # written before outlines were kept
