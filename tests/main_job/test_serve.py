"""`patuh serve` as systemd runs it: it works on what is due, survives a power cut, and stops when it is told to."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.main_job.conftest import ROOT, Served, command, open_site, patuh, serve
from tests.main_job.test_interrupted import MARK, gone

pytestmark = pytest.mark.browser
SITES = ("satu", "dua", "tiga")


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Served]:
    folder = tmp_path / "three"
    folder.mkdir()
    (folder / "patuh.toml").write_text(
        '[[schedules]]\nname = "coba"\ntargets = "targets.csv"\nout = "laporan"\nsites_at_once = 1\n'
    )
    yield from serve(folder, {name: open_site() for name in SITES})


def words(served: Served, *more: object) -> tuple[object, ...]:
    folder = served.hosts.parent
    return (*more, "--data", folder / "data", "--config", folder / "patuh.toml")


def campaign(served: Served) -> dict[str, Any]:
    done = patuh("campaign", "show", 1, "--json", "--data", served.hosts.parent / "data")
    shown: dict[str, Any] = json.loads(done.stdout)
    return shown


def stopped_at_the_second_site(served: Served, sign: signal.Signals) -> subprocess.Popen[str]:
    middle = served.sites["dua"]
    middle.wait_at = middle.asked + 2
    process = subprocess.Popen(
        command(*words(served, "serve", "--hosts", served.hosts)),
        cwd=ROOT,
        env={**os.environ, MARK: served.hosts.parent.name},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert middle.reached.wait(120), "the second site was never visited"
    process.send_signal(sign)
    return process


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_a_campaign_goes_on_where_it_was_stopped(three: Served, sign: signal.Signals) -> None:
    assert patuh(*words(three, "campaign", "start", "coba")).returncode == 0
    with stopped_at_the_second_site(three, sign) as process:
        _, told = process.communicate(timeout=60)
    assert process.returncode == (0 if sign is signal.SIGTERM else -sign)
    assert "Traceback" not in told
    assert gone(three.hosts.parent.name, within=15)
    assert campaign(three)["state"] == "running"
    done = patuh(*words(three, "serve", "--once", "--hosts", three.hosts))
    assert done.returncode == 0, done.stderr
    shown = campaign(three)
    assert (shown["state"], shown["report"]["audited"]) == ("finished", 3)
    assert {f.parent.name for f in (three.hosts.parent / "laporan").glob("*/report.html")} == set(SITES)
