"""How soon the command line answers."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.measured import Figure


def figures() -> Iterator[Figure]:
    for options in (["--help"], ["audit", "--help"], ["--lang", "en", "campaign", "--help"]):
        taken = [seconds(options) for _ in range(5)]
        name = f"patuh {' '.join(options)}"
        yield Figure(f"{name}, wall clock", statistics.median(wall for wall, _ in taken) * 1000, "ms", 500)
        yield Figure(f"{name}, CPU", statistics.median(cpu for _, cpu in taken) * 1000, "ms", 500)


def seconds(options: list[str]) -> tuple[float, float]:
    """Wall clock, and CPU, which says more on a machine that is busy with other things."""
    began, used = time.perf_counter(), cpu_of_children()
    subprocess.run([sys.executable, "-m", "audit.cli", *options], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began, cpu_of_children() - used


def cpu_of_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
