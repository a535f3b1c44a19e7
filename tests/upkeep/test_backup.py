"""A backup is whole and comes back the same, or nothing is changed."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from audit.settings import Places
from audit.unfit import Unfit
from audit.upkeep.backup import back_up, restore
from crawler.vault import Vault
from store.archive import Archive, Plan
from tests.store.samples import make_audit, make_evidence, make_target


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.delenv("PATUH_DATABASE", raising=False)
    places = Places(tmp_path / "data", tmp_path / "out")
    Vault(places.vault).put(b"<html>")
    with Archive.open(places.database) as archive:
        run = archive.start_run(Plan("publikasi-web", "2026.1", "2022-2024"), [make_target()])
        archive.save_audit(make_audit(make_target(), run.id), make_evidence(make_target()))
    return places


def test_it_comes_back_the_same(places: Places, tmp_path: Path) -> None:
    saved = back_up(places, tmp_path / "cadangan.tar.gz")
    assert saved.files == 2
    restore(saved.path, tmp_path / "baru")
    again = Places(tmp_path / "baru", tmp_path)
    with Archive.open(again.database) as archive:
        assert archive.history("dinas-contoh") == (make_audit(make_target(), "000001"),)
    digest = Vault(places.vault).put(b"<html>")
    assert Vault(again.vault).get(digest) == b"<html>"


def test_it_may_be_made_while_somebody_writes(places: Places, tmp_path: Path) -> None:
    with Archive.open(places.database) as archive, archive._writing() as _db:
        saved = back_up(places, tmp_path / "cadangan.tar.gz")
    restore(saved.path, tmp_path / "baru")


def test_what_is_there_is_never_overwritten(places: Places, tmp_path: Path) -> None:
    saved = back_up(places, tmp_path / "cadangan.tar.gz")
    before = (places.data / "patuh.db").read_bytes()
    with pytest.raises(Unfit, match="sudah ada dan tidak ditimpa"):
        restore(saved.path, places.data)
    assert (places.data / "patuh.db").read_bytes() == before


@pytest.mark.parametrize("cut", [0, 1, 100, 1000])
def test_half_a_backup_restores_nothing(places: Places, tmp_path: Path, cut: int) -> None:
    saved = back_up(places, tmp_path / "cadangan.tar.gz")
    saved.path.write_bytes(saved.path.read_bytes()[:cut])
    with pytest.raises(Unfit, match="bukan cadangan Patuh yang utuh"):
        restore(saved.path, tmp_path / "baru")
    assert list((tmp_path / "baru").iterdir()) == []


@pytest.mark.parametrize("name", ["../keluar", "/etc/keluar", "vault/ab/../../keluar", "patuh.db.lain"])
def test_a_name_that_no_backup_has_is_refused(tmp_path: Path, name: str) -> None:
    made = tmp_path / "jahat.tar.gz"
    with tarfile.open(made, "w:gz") as tar:
        entry = tarfile.TarInfo(name)
        entry.size = 1
        tar.addfile(entry, io.BytesIO(b"x"))
    with pytest.raises(Unfit, match="bukan cadangan"):
        restore(made, tmp_path / "baru")
    assert not (tmp_path / "keluar").exists()


def test_a_changed_part_is_noticed(places: Places, tmp_path: Path) -> None:
    saved = back_up(places, tmp_path / "cadangan.tar.gz")
    changed = tmp_path / "diubah.tar.gz"
    with tarfile.open(saved.path) as source, tarfile.open(changed, "w:gz") as target:
        for entry in source:
            file = source.extractfile(entry)
            assert file is not None
            body = file.read()
            if entry.name.startswith("vault/"):
                body = body.replace(b"<html>", b"<htmX>")
            target.addfile(entry, io.BytesIO(body))
    with pytest.raises(Unfit, match="tidak ada yang dipulihkan"):
        restore(changed, tmp_path / "baru")


def test_a_server_is_backed_up_by_its_own_tool(places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATUH_DATABASE", "postgresql://patuh@localhost/patuh")
    with pytest.raises(Unfit, match="pg_dump"):
        back_up(places, tmp_path / "cadangan.tar.gz")
