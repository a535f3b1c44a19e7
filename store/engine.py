"""Connections to SQLite and PostgreSQL that behave alike: foreign keys kept, writes serial, locks waited for."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from model.sentence import say
from store.errors import StoreUnreachable

WAIT_MS = 60_000
"""How long a writer waits for the others, in milliseconds. Writes are short, so only a hung process lasts longer."""


def find_url(address: str) -> URL:
    """The SQLAlchemy address of a path ("data/patuh.sqlite") or of an address ("postgresql://...")."""
    if "://" not in address:
        return URL.create("sqlite", database=str(Path(address).expanduser().absolute()))
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise StoreUnreachable(
            say("Alamat basis data {place} tidak dapat dipahami.", place=address), str(error)
        ) from error
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreUnreachable(
            say(
                "Basis data {place} tidak didukung. Pakai berkas SQLite atau alamat postgresql://.", place=place_of(url)
            )
        )
    return url


def place_of(url: URL) -> str:
    """How people are told which database is meant: the file, or the address without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """The SQLite file, or None for a server, for memory and for SQLite's own file: addresses."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database.startswith(("file:", ":memory:")):
        return None
    return Path(url.database)


def connect(url: URL, *, opening: bool = False) -> Engine:
    """An engine for `url`. opening: for one connection that looks whose file this is, and may rebuild its tables."""
    pool: dict[str, Any] = {"poolclass": NullPool} if opening else {"max_overflow": 100}
    if url.get_backend_name() == "postgresql":
        settings = f"-c lock_timeout={WAIT_MS} -c timezone=UTC"
        try:
            return create_engine(url, pool_pre_ping=True, connect_args={"options": settings}, **pool)
        except ModuleNotFoundError as error:
            raise StoreUnreachable(
                say("PostgreSQL memerlukan paket tambahan. Pasang dengan: pip install 'patuh[cluster]'."), str(error)
            ) from error
    engine = create_engine(url, connect_args={"timeout": WAIT_MS / 1000}, **pool)
    _keep_sqlite_strict(engine, opening)
    return engine


def _keep_sqlite_strict(engine: Engine, opening: bool) -> None:
    @event.listens_for(engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions are begun by SQLAlchemy's event below, never by the driver
        connection.execute("PRAGMA synchronous = NORMAL")
        if not opening:  # a rebuilt table would take its children with it, and another program's file stays as it is
            connection.execute("PRAGMA foreign_keys = ON")
            _use_write_ahead_log(connection)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # IMMEDIATE takes the write lock at once and waits for it; a later upgrade from reading would fail instead
        immediate = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Readers and a writer side by side. The switch is made once per file; SQLite does not wait for locks there."""
    for attempt in range(100):
        try:
            mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
            if mode not in ("wal", "memory"):
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or attempt == 99:
                raise
            time.sleep(0.05)
