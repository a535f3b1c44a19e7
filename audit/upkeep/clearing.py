"""Let go of kept bytes that no finding cites and no recent audit has seen (retensi bukti)."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from store.archive import Archive
from store.keeping import needed

REST_SECONDS = 7 * 24 * 3600
"""Bytes younger than this stay whatever the archive says: the audit that they belong to may not be stored yet."""

_NAME = re.compile(r"[0-9a-f]{2}/[0-9a-f]{62}")


@dataclass(frozen=True, slots=True)
class Cleared:
    """Counts and bytes. since: the first period that is kept whole. dry: nothing was deleted."""

    since: str
    kept: int
    kept_bytes: int
    gone: int
    gone_bytes: int
    dry: bool


def first_kept_period(now: datetime, keep_months: int) -> str:
    months = now.year * 12 + now.month - 1 - keep_months
    return f"{months // 12:04}-{months % 12 + 1:02}"


def clear_vault(archive: Archive, vault: Path, since: str, *, dry: bool, now: float | None = None) -> Cleared:
    """Delete what is no longer needed. What a finding cites is never deleted. Raises StoreError, OSError."""
    wanted = needed(archive, since)
    oldest = (time.time() if now is None else now) - REST_SECONDS
    kept, gone = [0, 0], [0, 0]
    for digest, path in kept_files(vault):
        facts = path.stat()
        stays = digest in wanted or facts.st_mtime > oldest
        count = kept if stays else gone
        count[0] += 1
        count[1] += facts.st_size
        if not stays and not dry:
            path.unlink(missing_ok=True)
    return Cleared(since, kept[0], kept[1], gone[0], gone[1], dry)


def kept_files(vault: Path) -> Iterator[tuple[bytes, Path]]:
    """What the vault keeps; other files in its folder are not ours to touch."""
    for path in sorted(vault.glob("??/*")):
        if path.is_file() and _NAME.fullmatch(f"{path.parent.name}/{path.name}"):
            yield bytes.fromhex(path.parent.name + path.name), path
