"""A power cut in mid-audit: nothing is left running, and --resume ends with the same result."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reports.machine import without_times
from tests.main_job.conftest import ROOT, Served, Site, audit_words, command, open_site, patuh, reports, serve

pytestmark = pytest.mark.browser
SITES = ("satu", "dua", "tiga")
MARK = "PATUH_TEST_MARK"


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Served]:
    yield from serve(tmp_path / "three", {name: open_site() for name in SITES})


def marked_processes(mark: str) -> list[int]:
    """Processes that carry the mark in their environment: all that a run has started, whoever their parent is now."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            try:
                if f"{MARK}={mark}".encode() in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
            except OSError:
                continue
    return found


def stopped_in_the_middle(served: Served, out: Path, sign: signal.Signals) -> subprocess.Popen[str]:
    """Start an audit and send the signal when the second site is being visited."""
    middle: Site = served.sites["dua"]
    middle.wait_at = middle.asked + 2
    middle.reached.clear()
    process = subprocess.Popen(
        command(*audit_words(served, out, "--sites-at-once", 1)),
        cwd=ROOT,
        env={**os.environ, MARK: out.name},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert middle.reached.wait(90), "the second site was never visited"
    process.send_signal(sign)
    return process


def gone(mark: str, within: float) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        if not marked_processes(mark):
            return True
        time.sleep(0.1)
    return False


def same_reports(first: Path, second: Path) -> bool:
    a, b = reports(first), reports(second)
    return a.keys() == b.keys() and all(
        json.dumps(without_times(a[name])) == json.dumps(without_times(b[name])) for name in a
    )


def test_after_a_kill_nothing_runs_on_and_resume_gives_the_same(three: Served, tmp_path: Path) -> None:
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    killed.mkdir()
    with stopped_in_the_middle(three, killed, signal.SIGKILL) as process:
        process.communicate()
    assert gone(killed.name, within=10), marked_processes(killed.name)
    assert set(reports(killed)) < set(SITES)
    resumed = patuh(*audit_words(three, killed, "--resume"))
    assert resumed.returncode == 0, resumed.stderr
    assert patuh(*audit_words(three, whole)).returncode == 0
    assert set(reports(killed)) == set(SITES)
    assert same_reports(killed, whole)


def test_an_interrupted_run_says_how_to_go_on(three: Served, tmp_path: Path) -> None:
    out = tmp_path / "interrupted"
    out.mkdir()
    with stopped_in_the_middle(three, out, signal.SIGINT) as process:
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "--resume" in told
    assert "Traceback" not in told
    assert gone(out.name, within=10), marked_processes(out.name)


def test_resume_without_an_unfinished_run_is_wrong_use(three: Served, tmp_path: Path) -> None:
    done = patuh(*audit_words(three, tmp_path, "--resume"))
    assert done.returncode == 2
    assert "Tidak ada audit yang belum selesai" in done.stderr
