"""What the page of a country with 4,000 agencies costs, in seconds and in memory; in a process of its own."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from audit.settings import yardstick
from reports.region import region
from reports.region_page import render_region
from reports.region_rows import region_csv
from tests.bench.measured import Figure
from tests.reports.region_sample import source

AGENCIES = 4000
PROVINCES = tuple(f"Provinsi {n:02d}" for n in range(38))
MEGABYTE = 1024 * 1024


def build() -> tuple[float, float, float]:
    """(seconds, peak memory in MB, size of the page in MB), the standings included."""
    measure = yardstick()
    began = time.perf_counter()
    made = source(AGENCIES, provinces=PROVINCES, instrument=measure.instrument)
    html = render_region(made, measure.instrument, measure.scale)
    region_csv(region(made, measure.instrument, measure.scale))
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return seconds, peak / MEGABYTE, len(html.encode()) / MEGABYTE


def figures() -> Iterator[Figure]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        seconds, memory, size = pool.submit(build).result()
    yield Figure(f"National page of {AGENCIES:,} agencies", seconds, "s", goal=60)
    yield Figure("  its memory", memory, "MB", goal=500)
    yield Figure("  its size", size, "MB", goal=3)
