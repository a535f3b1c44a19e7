"""Which kept bytes are still needed, and whole copies of a database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from model.sentence import say
from store.archive import Archive
from store.engine import file_of, find_url, place_of
from store.errors import StoreUnreachable, telling
from store.tables import audits, kept


def needed(archive: Archive, since: str) -> set[bytes]:
    """Digests, as 32 bytes each, of all bytes that a finding cites, and of all that an audit of a period from `since`
    ("YYYY-MM") on has seen."""
    wanted = (
        select(kept.c.digest)
        .join(audits, audits.c.number == kept.c.audit)
        .where((kept.c.cited == 1) | (audits.c.period >= since))
    )
    with archive._reading() as db:
        rows = db.execute(wanted.execution_options(yield_per=10_000)).scalars()
        return {bytes.fromhex(digest) for digest in rows}


def copy_database(address: str, path: Path) -> None:
    """A consistent copy of a SQLite database while others write to it. Raises StoreError, also for a server."""
    url = find_url(address)
    file = file_of(url)
    if file is None or not file.exists():
        raise StoreUnreachable(say("Basis data {place} bukan berkas SQLite yang ada.", place=place_of(url)))
    with telling(place_of(url)), closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(path)) as target:
        source.backup(target)


def is_sound(path: Path) -> bool:
    """Whether the file is a whole SQLite database."""
    try:
        with closing(sqlite3.connect(f"file:{path.absolute()}?mode=ro", uri=True)) as db:
            return bool(db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False
