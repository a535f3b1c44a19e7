"""Several processes and one SQLite file: they wait for each other, and nobody sees an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from store.archive import Archive, Plan

ROOT = Path(__file__).parent.parent.parent
WRITERS = 8

WRITE = """
import sys
from store.archive import Archive, Plan
from tests.store.samples import make_audit, make_evidence, make_target

address, number = sys.argv[1:]
targets = [make_target(f"dinas-{number}-{n}") for n in range(5)]
with Archive.open(address) as archive:
    run = archive.start_run(Plan("i", "1", "s", purpose=f"writer-{number}"), targets)
    while (claim := archive.claim_next(run.id)) is not None:
        archive.save_audit(make_audit(claim.target, run.id), make_evidence(claim.target), claim)
    archive.finish_run(run.id)
"""


def _write_together(address: str) -> list[str]:
    """What the writers complained of."""
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITE, address, str(n)], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for n in range(WRITERS)
    ]
    return [writer.communicate(timeout=180)[1] for writer in writers]


def test_eight_processes_that_create_and_write_one_file_never_see_an_error(tmp_path: Path) -> None:
    address = str(tmp_path / "patuh.sqlite")
    assert _write_together(address) == [""] * WRITERS
    with Archive.open(address) as archive:
        runs = archive.runs()
        assert sorted(run.plan.purpose for run in runs) == [f"writer-{n}" for n in range(WRITERS)]
        assert [len(list(archive.audits(run.id))) for run in runs] == [5] * WRITERS


def test_readers_see_whole_audits_while_a_writer_is_at_work(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "patuh.sqlite")) as archive:
        run = archive.start_run(Plan("i", "1", "s"), [])
        with archive._writing():
            assert archive.open_run(run.id) == run
