from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from store import schema
from store.archive import Archive, Plan
from store.engine import find_url
from store.errors import NewerSchema
from store.tables import metadata
from tests.store.samples import make_audit, make_evidence, make_target

PLAN = Plan("publikasi-web", "2026.1", "2022-2024")


def _script(folder: Path = schema.MIGRATIONS) -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(folder))
    return ScriptDirectory.from_config(config)


NEWEST = schema.HEAD  # by its name now, because a test may pretend that there is a newer one
REVISIONS = [script.revision for script in _script().walk_revisions()]


def _revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as db:
        return str(db.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def test_tables_and_migrations_agree(archive: Archive) -> None:
    with archive._reading() as db:
        context = MigrationContext.configure(db, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_narrow_tables_stay_without_rowid(tmp_path: Path) -> None:
    """Alembic does not compare this, and a migration that forgets it makes the file a third larger."""
    with Archive.open(str(tmp_path / "patuh.sqlite")), closing(sqlite3.connect(tmp_path / "patuh.sqlite")) as db:
        made = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    wanted = {t.name for t in metadata.tables.values() if t.dialect_options["sqlite"]["with_rowid"] is False}
    assert {name for name, sql in made.items() if "WITHOUT ROWID" in sql} == wanted


def test_the_named_head_is_the_newest_revision() -> None:
    assert _script().get_heads() == [schema.HEAD]


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_revision_is_upgraded_to_the_newest(
    revision: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "patuh.sqlite"
    _make_at(path, revision, monkeypatch)
    with Archive.open(str(path)) as archive, archive._reading() as db:
        assert compare_metadata(MigrationContext.configure(db), metadata) == []
    assert _revision(path) == schema.HEAD


def _make_at(path: Path, revision: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic import command

    upgrade = command.upgrade
    with monkeypatch.context() as patch:
        patch.setattr(command, "upgrade", lambda config, _head: upgrade(config, revision))
        schema.bring_up_to_date(find_url(str(path)))


@pytest.fixture
def next_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A later version of the program, with one revision more; gives that revision's file."""
    folder = tmp_path / "migrations"
    copytree(schema.MIGRATIONS, folder)
    file = folder / "versions" / "next.py"
    file.write_text(
        "import sqlalchemy as sa\nfrom alembic import op\nrevision = 'next'\n"
        f"down_revision = '{schema.HEAD}'\n\n\ndef upgrade() -> None:\n"
        "    with op.batch_alter_table('runs') as table:\n"
        "        table.add_column(sa.Column('city', sa.Text(), nullable=False, server_default=''))\n"
        "        table.alter_column('scale', type_=sa.String(50))\n"
    )
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema, "HEAD", "next")
    return file


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """An archive written before, with an audit in it."""
    path = tmp_path / "patuh.sqlite"
    with Archive.open(str(path)) as archive:
        run = archive.start_run(PLAN, [make_target()])
        archive.save_audit(make_audit(make_target(), run.id), make_evidence(make_target()))
    return path


def test_an_older_archive_is_upgraded_and_keeps_its_audits(older: Path, next_program: Path) -> None:
    with Archive.open(str(older)) as archive:
        assert archive.history("dinas-contoh") == (make_audit(make_target(), "000001"),)
    assert _revision(older) == "next"


def test_a_copy_is_made_before_an_older_archive_is_changed(older: Path, next_program: Path) -> None:
    Archive.open(str(older)).close()
    copy = older.with_name(f"patuh.sqlite.skema-{NEWEST}.bak")
    assert _revision(copy) == NEWEST
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT count(*) FROM audits").fetchone() == (1,)


def test_a_copy_never_overwrites_an_earlier_copy(older: Path, next_program: Path) -> None:
    earlier = older.with_name(f"patuh.sqlite.skema-{NEWEST}.bak")
    earlier.write_text("kept")
    Archive.open(str(older)).close()
    assert earlier.read_text() == "kept"
    assert _revision(older.with_name(f"patuh.sqlite.skema-{NEWEST}-2.bak")) == NEWEST


def test_no_copy_is_made_when_nothing_changes(older: Path) -> None:
    Archive.open(str(older)).close()
    assert [p.name for p in older.parent.iterdir()] == ["patuh.sqlite"]


def test_a_failed_upgrade_changes_nothing(older: Path, next_program: Path) -> None:
    next_program.write_text(next_program.read_text() + "    raise RuntimeError('halfway')\n")
    with pytest.raises(RuntimeError, match="halfway"):
        Archive.open(str(older))
    assert _revision(older) == NEWEST
    with closing(sqlite3.connect(older)) as db:
        assert "city" not in [row[1] for row in db.execute("PRAGMA table_info(runs)")]


@pytest.mark.postgres
def test_a_failed_upgrade_of_a_server_changes_nothing(empty_postgres: str, request: pytest.FixtureRequest) -> None:
    Archive.open(empty_postgres).close()
    file: Path = request.getfixturevalue("next_program")
    file.write_text(file.read_text() + "    raise RuntimeError('halfway')\n")
    with pytest.raises(RuntimeError, match="halfway"):
        Archive.open(empty_postgres)
    request.getfixturevalue("monkeypatch").undo()
    with Archive.open(empty_postgres) as archive, archive._reading() as db:
        assert "city" not in [column["name"] for column in inspect(db).get_columns("runs")]


def test_an_archive_of_a_newer_program_is_refused_and_left_alone(
    older: Path, next_program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Archive.open(str(older)).close()
    before = older.read_bytes()
    monkeypatch.undo()
    with pytest.raises(NewerSchema, match=r"patuh\.sqlite dibuat oleh versi Patuh yang lebih baru"):
        Archive.open(str(older))
    assert older.read_bytes() == before
