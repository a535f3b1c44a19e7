"""Bring the schema up to date when an archive is opened, after a backup, and refuse what we do not know."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL

from model.sentence import say
from store.engine import connect, file_of, place_of
from store.errors import CorruptStore, NewerSchema, NotAnArchive, told

HEAD = "0003"
"""The newest revision in migrations/versions (a test holds the two together). Opening an up-to-date archive then
needs no Alembic, which is slow to import."""

MIGRATIONS = Path(__file__).parent / "migrations"
_OPENING_LOCK = 0x5061_7475  # "Patu": any number, the same in all our programs
_CHECK_AT_MOST = 64 * 1024 * 1024  # bytes; looking through a larger file takes longer than people like to wait


def bring_up_to_date(url: URL) -> None:
    """Create or upgrade the tables in one transaction, with other openers locked out. Raises StoreError."""
    engine = connect(url, opening=True)
    try:
        with engine.connect().execution_options(writing=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _OPENING_LOCK})
            _check_health(connection, url)
            revision = _revision(connection, place_of(url))
            if revision == HEAD:
                _try_to_write(connection)
            else:
                _upgrade(connection, url, revision)
    finally:
        engine.dispose()


def _check_health(connection: Connection, url: URL) -> None:
    path = file_of(url)
    if path is None or not path.exists() or path.stat().st_size > _CHECK_AT_MOST:
        return
    answer = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if answer != "ok":
        raise told(CorruptStore, str(path), str(answer))


def _revision(connection: Connection, place: str) -> str | None:
    """The revision of the schema that is there, None for an empty database."""
    names = set(inspect(connection).get_table_names())
    if "alembic_version" in names:
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if revision is not None:
            return str(revision)
    elif not names:
        return None
    raise told(NotAnArchive, place, f"tables without a revision: {', '.join(sorted(names)[:5])}")


def _try_to_write(connection: Connection) -> None:
    """Fail now, and not after an hour of crawling, when the archive may only be read."""
    with connection.begin_nested() as attempt:
        connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
        attempt.rollback()


def _upgrade(connection: Connection, url: URL, revision: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    if revision is not None:
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if revision not in known:
            raise NewerSchema(
                say(
                    "Basis data {place} dibuat oleh versi Patuh yang lebih baru dan tidak diubah. "
                    "Perbarui Patuh, atau pakai basis data lain.",
                    place=place_of(url),
                ),
                f"schema revision {revision}, this program knows up to {HEAD}",
            )
        _back_up(url, revision)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise told(CorruptStore, place_of(url), f"foreign key broken after the upgrade: {broken}")


def _back_up(url: URL, revision: str) -> Path | None:
    """Copy the SQLite file beside itself before its schema is changed. Server databases have their own backups."""
    path = file_of(url)
    if path is None:
        return None
    copy = path.with_name(f"{path.name}.skema-{revision}.bak")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.name}.skema-{revision}-{number}.bak")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy
