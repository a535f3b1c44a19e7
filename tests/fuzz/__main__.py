"""Feed mutated documents to the reader until the time is over; keep and name every one that it could not bear.

    python -m tests.fuzz [--seconds 300] [--seed 1] [--keep fuzz-findings]

A finding is an exception of the reader, or a document whose reading crashed its process. Documents that are told as
too slow or too large are no findings: that is what the limits are for. The exit code is 1 when there was a finding.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections import Counter
from pathlib import Path

from model.reading import Document
from reading.documents import close, read_document
from tests.bench import material
from tests.bench.measured import children, peak_mb
from tests.faultsite.mutating import mutated, seeds


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seconds", type=float, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    wanted = options.parse_args()
    chance, bodies = random.Random(wanted.seed), seeds()
    told: Counter[str] = Counter()
    findings, count, slowest, peak = 0, 0, 0.0, 0.0
    ends = time.monotonic() + wanted.seconds
    while time.monotonic() < ends:
        name = chance.choice(sorted(bodies))
        body = mutated(bodies[name], chance)
        began = time.monotonic()
        problems = problems_of(name, body)
        slowest = max(slowest, time.monotonic() - began)
        peak = max([peak, *map(peak_mb, children())]) if count % 50 == 0 else peak
        told.update(problems or ("read",))
        count += 1
        if any(p.startswith(("crashed", "raised")) for p in problems):
            findings += 1
            keep(wanted.keep, name, body, problems)
    close()
    print(f"{count} documents, slowest {slowest:.1f} s, most memory of the reader {peak:.0f} MB, {findings} findings")
    print(", ".join(f"{name} {times}" for name, times in told.most_common()))
    return 1 if findings else 0


def problems_of(name: str, body: bytes) -> tuple[str, ...]:
    try:
        found = read_document(material.source(name, body))
    except Exception as error:
        return (f"raised {type(error).__name__}: {error}",)
    return found.problems if isinstance(found, Document) else ("raised nothing",)


def keep(folder: Path, name: str, body: bytes, problems: tuple[str, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{hashlib.sha256(body).hexdigest()[:12]}-{name}"
    path.write_bytes(body)
    print(f"{path}: {', '.join(problems)}")


if __name__ == "__main__":
    raise SystemExit(main())
