"""Profile folders that a killed run left in the temporary folder."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

PATTERN = "playwright_chromiumdev_profile-*"
OLD_SECONDS = 600.0


def sweep_profiles(folder: Path | None = None, *, older_than: float = OLD_SECONDS) -> int:
    """Remove our own profile folders that no running process names. Returns how many were removed."""
    place = folder or Path(tempfile.gettempdir())
    in_use = _command_lines()
    removed = 0
    for profile in sorted(place.glob(PATTERN)):
        if _is_ours(profile, older_than) and str(profile).encode() not in in_use:
            shutil.rmtree(profile, ignore_errors=True)
            removed += 1
    return removed


def _is_ours(profile: Path, older_than: float) -> bool:
    try:
        facts = profile.lstat()
    except OSError:
        return False
    return facts.st_uid == os.getuid() and time.time() - facts.st_mtime >= older_than and profile.is_dir()


def _command_lines() -> bytes:
    lines = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(process.read_bytes())
        except OSError:
            continue  # it ended meanwhile, or is not ours
    return b"\n".join(lines)
