"""Scores and differences of 4,000 agencies over 24 months from the store: how long, and in how much memory.

The store is filled with outlines of a few invented sites; in each month one agency in ten changes. The measured part
runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from audit.score import SHARES
from audit.settings import yardstick
from model.codec import plain, to_json
from model.evidence import Level, Reach, Target
from model.finding import Verdict
from model.outline import CheckAnswer, Outline, OutlinePage, ServiceAnswer, mark_of
from model.reading import PRODUCT_COMPONENTS
from model.score import Points
from store.archive import Archive
from store.outlines import marks_of
from store.runs import Plan, keep_target
from store.tables import audits, outlines
from tests.bench.measured import Figure, peak_mb

AGENCIES, MONTHS, CHANGING = 4000, 24, 0.1
SERVICES, PAGES, SKIPPED = 8, 20, 60
KINDS = 40
"""Different sites of which all agencies are copies; each has four states to change between."""

VERDICTS = (Verdict.MET, Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.UNKNOWN)


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "patuh.db")
        fill(place)
        told = subprocess.run(
            [sys.executable, "-m", "tests.bench.over_time", place], check=True, capture_output=True, text=True
        )
        found = json.loads(told.stdout)
    rows = f"{AGENCIES:,} agencies x {MONTHS} months"
    yield Figure(f"{rows}: scores and differences, CPU", found["cpu"], "s", 60)
    yield Figure(f"{rows}: the same, wall clock", found["seconds"], "s")
    yield Figure(f"{rows}: most memory", found["mb"], "MB", 500)
    yield Figure(f"{rows}: months that differ", found["changed"], "")
    yield Figure(f"{AGENCIES:,} agencies: places of one month, CPU", found["places"], "s", 10)


def measure(place: str) -> dict[str, float]:
    """The work itself, over an archive that is filled."""
    from audit.over_time.timeline import timelines
    from audit.standing.ranking import Contest, fields_of, rank

    scale = yardstick().scale
    began, spent = time.perf_counter(), time.process_time()
    months = changed = 0
    with Archive.open(place) as archive:
        for one in timelines(archive, scale):
            months += len(one.months)
            changed += sum(month.changed is not None for month in one.months)
        seconds, cpu = time.perf_counter() - began, time.process_time() - spent
        spent = time.process_time()
        periods = archive.periods()[-2:]
        before, now = (Contest(p, "publikasi-web", "1", archive.standings(p)) for p in periods)
        ranked = sum(len(rank(field, now, before).places) for field in fields_of(now.standings))
    assert months == AGENCIES * MONTHS
    assert ranked == 2 * AGENCIES  # once in the province, once in the country
    places = time.process_time() - spent
    return {"seconds": seconds, "cpu": cpu, "mb": peak_mb(os.getpid()), "changed": changed, "places": places}


def fill(place: str) -> None:
    """24 runs of 4,000 targets, written as rows; each agency is a copy of one invented site in one of its states."""
    chance = random.Random(4)
    sites = [[packed(kind, state) for state in range(4)] for kind in range(KINDS)]
    states = [chance.randrange(4) for _ in range(AGENCIES)]
    with Archive.open(place) as archive:
        runs = [archive.start_run(Plan("publikasi-web", "1", "2022-2024"), ()) for _ in range(MONTHS)]
        with archive._writing() as db:
            numbers = [keep_target(db, target(n)) for n in range(AGENCIES)]
        for month, run in enumerate(runs):
            for n in range(AGENCIES):
                if chance.random() < CHANGING:
                    states[n] = (states[n] + 1) % 4
            with archive._writing() as db:
                first = month * AGENCIES
                rows = [sites[n % KINDS][states[n]] for n in range(AGENCIES)]
                db.execute(
                    insert(audits),
                    [
                        row["audit"] | {"number": first + n + 1, "run": int(run.id), "target_id": f"agency-{n:04}",
                                        "target": numbers[n], "period": f"{2025 + month // 12}-{month % 12 + 1:02}"}
                        for n, row in enumerate(rows)
                    ],
                )  # fmt: skip
                db.execute(
                    insert(outlines),
                    [
                        {"audit": first + n + 1, "marks": row["marks"], "data": row["data"]}
                        for n, row in enumerate(rows)
                    ],
                )


def target(n: int) -> Target:
    return Target(f"agency-{n:04}", f"Instansi {n}", Level.KABUPATEN, f"Provinsi {n % 38}", f"https://a{n}.test/")


def packed(kind: int, state: int) -> dict[str, Any]:
    """The rows of one site in one state."""
    outline = site(kind, state)
    row = {name: plain(getattr(outline, name)) for name in ("low", "high", "zone", "category", "instrument",
                                                            "instrument_version")}  # fmt: skip
    row |= {"audited": 1, "home": "read", "started": "2025-01-01T00:00:00Z", "finished": "2025-01-01T00:00:00Z",
            "low_sort": float(outline.low or 0), "high_sort": float(outline.high or 0)}  # fmt: skip
    return {"audit": row, "marks": marks_of(outline), "data": zlib.compress(to_json(outline).encode(), 6)}


def site(kind: int, state: int) -> Outline:
    """An outline as large as that of a real site: 20 pages read, 8 services, 60 addresses left out."""
    chance = random.Random(kind)
    base = f"https://a{kind}.test/"
    pages = [page(base, n, state if n % 5 == state else 0) for n in range(PAGES)]
    answers, points = [], []
    for n, criterion in enumerate(yardstick().instrument.criteria):
        drawn = [chance.choice(VERDICTS) for _ in range(SERVICES)]
        if n // 3 == state:  # an edited page changes a few indicators
            drawn = drawn[1:] + drawn[:1]
            drawn[0] = VERDICTS[(VERDICTS.index(drawn[0]) + state) % 5]
        rows = ()
        if criterion.id in PRODUCT_COMPONENTS:
            rows = tuple(ServiceAnswer(f"layanan {k}", v, (pages[k].url,)) for k, v in enumerate(drawn))
        answers.append(CheckAnswer(criterion.check, 1, drawn[0], (pages[n % PAGES].url,), (), rows))
        shares = [SHARES[v] for v in (drawn if rows else drawn[:1])]
        low, high = (sum((s[i] for s in shares), Fraction(0)) / len(shares) * criterion.weight for i in (0, 1))
        points.append(Points(criterion.id, drawn[0], low, high, criterion.weight))
    services = tuple((f"layanan {k}", f"Layanan {k}", pages[k].url) for k in range(SERVICES))
    low, high = (sum((getattr(p, end) for p in points), Fraction(0)) for end in ("low", "high"))
    unseen = tuple((mark_of(f"{base}berita/{n}"), Reach.NOT_TRIED) for n in range(SKIPPED))
    outline = Outline("", "", "", "", True, Reach.READ, low, high, None, None, "publikasi-web", "1", "1", tuple(points),
                      tuple(answers), services, tuple(pages), unseen)  # fmt: skip
    return replace(outline, agency="agency", name=f"Instansi {kind}")


def page(base: str, n: int, state: int) -> OutlinePage:
    words = hashlib.sha256(f"{base}{n}{state}".encode()).hexdigest()
    sketch = tuple(sorted(random.Random(f"{base}{n}").randrange(2**32) + (state if k < 6 else 0) for k in range(24)))
    return OutlinePage(f"{base}layanan/halaman-{n}", words, f"Halaman {n}", words[:16], sketch, base)


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
