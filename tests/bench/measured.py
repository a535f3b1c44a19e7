"""What one measurement gives, and how CPU time and memory are read (Linux, /proc)."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from crawler.memory import below


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. goal: the most that is fine, or the least where `more` is better; None = only told."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    more: bool = False

    @property
    def met(self) -> bool | None:
        if self.goal is None:
            return None
        return self.value >= self.goal if self.more else self.value <= self.goal


def children() -> tuple[int, ...]:
    """Processes below this one that still run."""
    return below(os.getpid())


def cpu_seconds() -> float:
    """CPU time of this process and of its running children, to the nanosecond of the scheduler."""
    spent = time.process_time()
    for pid in children():
        for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
            spent += int(path.read_text().split()[0]) / 1e9
    return spent


def cpu_ms(work: Callable[[], object], times: int) -> float:
    """Median CPU milliseconds of `work`, children included. It runs three times unmeasured before."""
    for _ in range(3):
        work()
    spent = []
    for _ in range(times):
        before = cpu_seconds()
        work()
        spent.append(cpu_seconds() - before)
    return statistics.median(spent) * 1000


def peak_mb(pid: int) -> float:
    """The most memory that a process has held at once, in MB (VmHWM)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0
