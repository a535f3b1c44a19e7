"""Processes come and go while they are counted; what has ended is not there, and is no mistake."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crawler import memory
from crawler.memory import below, command_line, resident

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at /proc")


def test_a_child_and_its_child_are_below() -> None:
    program = "import subprocess, sys; p = subprocess.Popen(['sleep', '30']); print(p.pid, flush=True); p.wait()"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        grandchild = int(child.stdout.readline())
        try:
            assert {child.pid, grandchild} <= set(below(os.getpid()))
            assert resident(child.pid) > 0
            assert b"Popen" in command_line(child.pid)
        finally:
            os.kill(grandchild, 15)


def test_a_process_that_has_ended_has_nothing() -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    assert (below(ended.pid), resident(ended.pid), command_line(ended.pid)) == ((), 0, b"")


def test_a_process_that_ends_while_it_is_looked_at_has_no_children(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(path: str) -> list[str]:
        raise ProcessLookupError(3, "No such process", path)

    monkeypatch.setattr(memory.os, "listdir", gone)
    monkeypatch.setattr(memory.os, "scandir", gone)
    assert below(os.getpid()) == ()
