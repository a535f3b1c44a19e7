"""What is let go, and what never is."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from audit.upkeep.clearing import REST_SECONDS, clear_vault, first_kept_period
from crawler.vault import Vault
from model.audit import Audit
from model.codec import from_json, to_json
from model.evidence import Evidence
from store.archive import Archive, Plan
from tests.store.samples import make_audit, make_evidence, make_target

N = TypeVar("N", Audit, Evidence)


def later() -> float:
    """A time at which what is put into the vault now is no longer young."""
    return time.time() + REST_SECONDS + 60


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def keep(archive: Archive, vault: Vault, period: str) -> tuple[str, str]:
    """An audit of that month with a page that a finding cites, and one that none does. Gives both digests."""
    cited, seen = vault.put(f"cited {period}".encode()), vault.put(f"seen {period}".encode())
    target = make_target()
    run = archive.start_run(Plan("publikasi-web", "2026.1", "2022-2024"), [target])
    audit, evidence = make_audit(target, run.id, period), make_evidence(target)
    archive.save_audit(with_digests(audit, "3" * 64, cited), with_digests(evidence, "1" * 64, seen))
    return cited, seen


def with_digests(noun: N, old: str, new: str) -> N:
    return from_json(type(noun), to_json(noun).replace(old, new))


def test_old_pages_go_and_what_a_finding_cites_stays(tmp_path: Path, vault: Vault) -> None:
    with Archive.open(str(tmp_path / "patuh.sqlite")) as archive:
        old_cited, old_seen = keep(archive, vault, "2023-01")
        new_cited, new_seen = keep(archive, vault, "2026-10")
        cleared = clear_vault(archive, vault.folder, "2025-01", dry=False, now=later())
    assert (cleared.gone, cleared.kept) == (1, 3)
    assert old_seen not in vault
    assert all(digest in vault for digest in (old_cited, new_cited, new_seen))


def test_a_dry_run_counts_the_same_and_deletes_nothing(tmp_path: Path, vault: Vault) -> None:
    with Archive.open(str(tmp_path / "patuh.sqlite")) as archive:
        _, old_seen = keep(archive, vault, "2023-01")
        cleared = clear_vault(archive, vault.folder, "2025-01", dry=True, now=later())
    assert (cleared.gone, cleared.gone_bytes, cleared.dry) == (1, len(b"seen 2023-01"), True)
    assert old_seen in vault


def test_young_bytes_stay_although_no_audit_speaks_of_them_yet(tmp_path: Path, vault: Vault) -> None:
    digest = vault.put(b"being crawled")
    with Archive.open(str(tmp_path / "patuh.sqlite")) as archive:
        assert clear_vault(archive, vault.folder, "2025-01", dry=False).gone == 0
        assert clear_vault(archive, vault.folder, "2025-01", dry=False, now=later()).gone == 1
    assert digest not in vault


def test_bytes_met_again_are_young_again(vault: Vault) -> None:
    digest = vault.put(b"page")
    path = vault.folder / digest[:2] / digest[2:]
    os.utime(path, (1, 1))
    vault.put(b"page")
    assert path.stat().st_mtime > 1


def test_files_that_are_not_ours_are_left_alone(tmp_path: Path, vault: Vault) -> None:
    (vault.folder / "ab").mkdir()
    other = vault.folder / "ab" / "catatan.txt"
    other.write_text("x")
    with Archive.open(str(tmp_path / "patuh.sqlite")) as archive:
        clear_vault(archive, vault.folder, "2025-01", dry=False, now=later())
    assert other.exists()


@pytest.mark.parametrize(("months", "first"), [(1, "2026-10"), (11, "2025-12"), (36, "2023-11")])
def test_the_first_period_that_is_kept_whole(months: int, first: str) -> None:
    assert first_kept_period(datetime(2026, 11, 25, tzinfo=UTC), months) == first
