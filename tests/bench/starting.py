"""How soon the command line answers."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.measured import Figure


def figures() -> Iterator[Figure]:
    for options in (["--help"], ["audit", "--help"], ["--lang", "en", "campaign", "--help"]):
        yield Figure(f"patuh {' '.join(options)}, wall clock", statistics.median(seconds(options)) * 1000, "ms", 500)


def seconds(options: list[str]) -> list[float]:
    taken = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "audit.cli", *options], check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - began)
    return taken
