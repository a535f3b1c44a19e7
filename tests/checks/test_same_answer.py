"""The same reading gives the same findings, byte for byte, whatever the order in which Python keeps its sets."""

import os
import subprocess
import sys
from pathlib import Path

from checks._run import judge
from model.codec import to_json
from model.evidence import Reach
from model.reading import PageKind, Topic
from tests.checks.build import SITE, clear, line, page, service, site

ROOT = Path(__file__).resolve().parents[2]


def told() -> str:
    """Findings of a site with something of everything: services, gaps, pictures, failures."""
    names = ("Akta Kelahiran", "Akta Kematian", "Kartu Keluarga", "Izin Praktik Dokter", "Izin Praktik Bidan")
    services = [service(n, *clear(*tuple(Topic)[k : k + 3])) for k, n in enumerate(names)]
    gaps = [line(f"l/{n}", Reach.TIMED_OUT, "service", "fee", text=f"Tarif {name}") for n, name in enumerate(names)]
    seen = [line(f"s/{n}", Reach.READ, "service", "fee", "pledge", text=f"Kabar {n}") for n in range(60)]
    poster = page(SITE + "sp", PageKind.STANDARD, "Standar", unread_images=(SITE + "1.jpg", SITE + "2.jpg"))
    reading = site(services=services, statements=clear(*Topic), ledger=[*seen, *gaps], pages=[page(), poster])
    return "\n".join(to_json(f) for f in judge(reading))


def test_findings_do_not_depend_on_the_seed_of_hashing():
    answers = set()
    for seed in ("1", "2"):
        code = "from tests.checks.test_same_answer import told; print(told())"
        answers.add(
            subprocess.run(
                [sys.executable, "-c", code],
                cwd=ROOT,
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
                capture_output=True,
                text=True,
                check=True,
                timeout=60,
            ).stdout.strip()
        )
    assert answers == {told()}
