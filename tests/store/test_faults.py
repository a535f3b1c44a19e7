"""Databases that cannot be used: each is told by name with a remedy, and none is changed."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store import engine
from store.archive import Archive, Plan
from store.errors import (
    CorruptStore,
    NotAnArchive,
    ReadOnlyStore,
    StoreBusy,
    StoreError,
    StoreFull,
    StoreUnreachable,
)
from tests.store.samples import make_audit, make_evidence, make_target

PLAN = Plan("publikasi-web", "2026.1", "2022-2024")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An archive with some audits in it."""
    path = tmp_path / "patuh.sqlite"
    with Archive.open(str(path)) as archive:
        targets = [make_target(f"dinas-{n}") for n in range(40)]
        run = archive.start_run(PLAN, targets)
        for target in targets:
            archive.save_audit(make_audit(target, run.id), make_evidence(target))
    return path


def _refused(path: Path, kind: type[StoreError], words: str) -> None:
    before = path.read_bytes()
    with pytest.raises(kind, match=words) as caught:
        Archive.open(str(path))
    assert str(path) in str(caught.value.says)
    assert path.read_bytes() == before


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40)
    _refused(path, NotAnArchive, "bukan basis data Patuh")


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lain.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE pegawai (nama TEXT)")
    _refused(path, NotAnArchive, "bukan basis data Patuh")


def test_a_damaged_file_is_refused(file: Path) -> None:
    body = bytearray(file.read_bytes())
    body[8192:-4096] = b"\xa5" * (len(body) - 12288)
    file.write_bytes(body)
    _refused(file, CorruptStore, "rusak dan tidak diubah")


def test_damage_that_opening_does_not_touch_is_refused_too(file: Path) -> None:
    body = bytearray(file.read_bytes())
    body[-8192:-4096] = b"\xa5" * 4096
    file.write_bytes(body)
    _refused(file, CorruptStore, "rusak dan tidak diubah")


def test_a_file_cut_short_is_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: 4096 * 5])
    _refused(file, CorruptStore, "rusak dan tidak diubah")


def test_damage_that_shows_only_later_is_told_too(file: Path) -> None:
    with Archive.open(str(file)) as archive:
        body = bytearray(file.read_bytes())
        body[8192:-4096] = b"\xa5" * (len(body) - 12288)
        file.write_bytes(body)
        with pytest.raises(CorruptStore):
            list(archive.audits("000001"))


def test_a_file_that_may_not_be_written_is_told(file: Path) -> None:
    with pytest.raises(ReadOnlyStore, match="tidak dapat ditulisi"):
        Archive.open(f"sqlite:///file:{file}?mode=ro&uri=true")


def test_a_file_locked_for_too_long_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_MS", 50)
    with Archive.open(str(file)) as archive, closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusy, match="sedang dipakai proses lain"):
            archive.start_run(PLAN, [])
        other.execute("ROLLBACK")
        archive.start_run(PLAN, [])


def test_a_full_disk_is_told_and_the_archive_stays_whole(file: Path) -> None:
    with Archive.open(str(file)) as archive:
        run = archive.start_run(PLAN, [make_target()])
        with archive._engine.connect() as db:
            pages = db.exec_driver_sql("PRAGMA page_count").scalar_one()
            db.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        many = [make_target(f"baru-{number}") for number in range(400)]
        with pytest.raises(StoreFull, match="Ruang penyimpanan"):
            archive.start_run(PLAN, many)
        assert archive.runs()[-1] == run
    with Archive.open(str(file)) as archive:
        assert len(list(archive.audits("000001"))) == 40


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable, match="tidak dapat dibuka"):
        Archive.open(str(tmp_path))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("")
    with pytest.raises(StoreUnreachable, match="tidak dapat dibuka"):
        Archive.open(str(tmp_path / "berkas" / "patuh.sqlite"))


def test_missing_folders_are_made(tmp_path: Path) -> None:
    Archive.open(str(tmp_path / "a" / "b" / "patuh.sqlite")).close()
    assert (tmp_path / "a" / "b" / "patuh.sqlite").exists()


def test_a_path_may_hold_signs_that_mean_something_in_addresses(tmp_path: Path) -> None:
    path = tmp_path / "50% arsip #1?.sqlite"
    Archive.open(str(path)).close()
    assert path.exists()


@pytest.mark.postgres
def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable, match="tidak dapat dibuka") as caught:
        Archive.open(f"postgresql://patuh:rahasia@/patuh?host={tmp_path}")
    assert "rahasia" not in str(caught.value.says)


def test_postgresql_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreUnreachable, match="cluster"):
        Archive.open("postgresql://localhost/patuh")


@pytest.mark.parametrize("address", ["mysql://localhost/patuh", "bukan alamat://", "://", "oracle+cx://x/y"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(StoreUnreachable, match=r"tidak didukung|tidak dapat dipahami"):
        Archive.open(address)
