"""Profile folders that a killed run left in the temporary folder."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from fnmatch import fnmatch
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


def profile_of(pid: int) -> Path | None:
    """The profile folder that a running browser was started with, when it is one of Playwright's making."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return None
    named = [Path(os.fsdecode(w.partition(b"=")[2])) for w in words if w.startswith(b"--user-data-dir=")]
    return named[0] if named and fnmatch(named[0].name, PATTERN) else None


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
