"""Kill the main job at seeded moments, go on with --resume until it is done, and compare with a run left in peace."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from reports.machine import without_times
from tests.main_job.conftest import ROOT, Served, audit_words, command, patuh, reports
from tests.main_job.test_interrupted import MARK, gone


def timeless(out: Path) -> dict[str, str]:
    """report.json of each agency without times and run id, as text."""
    found: dict[str, dict[str, Any]] = reports(out)
    return {name: json.dumps(without_times(report), sort_keys=True) for name, report in found.items()}


def killed_until_done(served: Served, out: Path, kills: int, chance: random.Random, longest: float) -> int:
    """Start, and kill after a random time up to `longest` seconds, `kills` times; then let it end. Gives the kills."""
    done = 0
    for _ in range(kills):
        if run_for(served, out, chance.uniform(0.0, longest)):
            return done
        done += 1
    ended = patuh(*audit_words(served, out, *resuming(out)))
    if ended.returncode == 2:  # the last kill came after the end of the run
        return done
    assert ended.returncode == 0, ended.stderr
    return done


def run_for(served: Served, out: Path, seconds: float) -> bool:
    """True when the run ended by itself before."""
    process = subprocess.Popen(
        command(*audit_words(served, out, *resuming(out))),
        cwd=ROOT,
        env={**os.environ, MARK: out.name},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert gone(out.name, within=15), "processes were left"
        return False
    return process.returncode == 0


def resuming(out: Path) -> tuple[str, ...]:
    """--resume, once a run has begun."""
    import sqlite3
    from contextlib import closing

    database = out / "data" / "patuh.db"
    if not database.exists():
        return ()
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
            begun = db.execute("SELECT count(*) FROM runs WHERE state = 'running'").fetchone()[0]
    except sqlite3.OperationalError:
        return ()
    return ("--resume",) if begun else ()


def whole(served: Served, out: Path) -> float:
    """A run left in peace; how long it took."""
    began = time.monotonic()
    ended = patuh(*audit_words(served, out))
    assert ended.returncode == 0, ended.stderr
    return time.monotonic() - began
