"""Kills, full disks and two at once: the report is the same in the end, and nothing is half-written."""

from __future__ import annotations

import os
import random
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from audit.publish import write_whole
from crawler.vault import Vault
from store.archive import Archive, Plan
from tests.faultsite.killing import killed_until_done, timeless, whole
from tests.main_job.conftest import ROOT, Served, audit_words, command, open_site, serve
from tests.store.samples import make_target

KILLS = 3
PLAN = Plan("publikasi-web", "2026.1", "2022-2024")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serve(tmp_path_factory.mktemp("two"), {"satu": open_site(), "dua": open_site()})


@pytest.fixture(scope="module")
def peace(two: Served, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """A run of both that nobody disturbed, and the seconds that it took."""
    out = tmp_path_factory.mktemp("peace")
    return out, whole(two, out)


@pytest.mark.browser
@pytest.mark.fault("F-74", "F-52")
def test_killed_again_and_again_it_ends_with_the_same_report(
    two: Served, peace: tuple[Path, float], tmp_path: Path
) -> None:
    """Three kills here; `make soak` has a hundred."""
    whole_run, took = peace
    out = tmp_path / "killed"
    killed_until_done(two, out, KILLS, random.Random(7), took)
    assert timeless(out) == timeless(whole_run)
    assert not list((out / "laporan").rglob(".*.html.*")), "half-written files"
    assert (out / "laporan" / "index.html").exists()
    with Archive.open(str(out / "data" / "patuh.db")) as archive:
        assert archive.latest_unfinished_run() is None
        assert {line.state.value for line in archive.queue("000001")} == {"done"}


FULL = r"""
mount -t tmpfs -o size={size} tmpfs "$1" || exit 77
shift
where=$1; out=$2; shift 2
"$@"; echo "first $?"
{python} -c "import sqlite3,sys
print('health', sqlite3.connect(sys.argv[1]).execute('PRAGMA integrity_check').fetchone()[0])" "$where/data/patuh.db"
find "$where/laporan" "$where/data/vault" -name '.*' -type f | sed 's/^/half /'
mount -o remount,size=200m "$where"
"$@" --resume; echo "second $?"
cp -r "$where/laporan" "$out/laporan"
"""


@pytest.mark.browser
@pytest.mark.fault("F-72")
def test_a_full_disk_stops_the_run_and_resume_ends_it(two: Served, peace: tuple[Path, float], tmp_path: Path) -> None:
    if subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this machine gives no mount of our own")
    small, out = tmp_path / "small", tmp_path / "out"
    small.mkdir()
    out.mkdir()
    script = FULL.format(size="640k", python=sys.executable)
    ended = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", small, small, out, *command(*audit_words(two, small))],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    if ended.returncode == 77:
        pytest.skip("this machine gives no mount of our own")
    assert "first 3" in ended.stdout, ended.stdout + ended.stderr
    assert "health ok" in ended.stdout
    assert "half" not in ended.stdout
    assert "second 0" in ended.stdout, ended.stderr
    assert "Traceback" not in ended.stderr
    assert "Ruang penyimpanan" in ended.stderr or "tidak dapat dibaca atau ditulis" in ended.stderr
    assert timeless(out) == timeless(peace[0])


@pytest.mark.fault("F-73")
@pytest.mark.parametrize("what", ["report", "vault"])
def test_a_file_that_does_not_fit_leaves_the_old_one(tmp_path: Path, what: str) -> None:
    """In a process of its own, which may write no file larger than ten kilobytes."""
    write_whole(tmp_path / "report.html", "lama")
    Vault(tmp_path / "vault").put(b"lama")
    before = sorted(p.name for p in tmp_path.rglob("*"))
    code = (
        "import sys; from pathlib import Path; from audit.publish import write_whole; from crawler.vault import Vault\n"
        "place = Path(sys.argv[1])\n"
        "try:\n"
        "    write_whole(place / 'report.html', 'x' * 10**6) if sys.argv[2] == 'report' "
        "else Vault(place / 'vault').put(b'x' * 10**6)\n"
        "except OSError as error:\n    print('told', error.errno)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), what], cwd=ROOT, capture_output=True, text=True, check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
    )  # fmt: skip
    assert ended.stdout.startswith("told")
    assert (tmp_path / "report.html").read_text() == "lama"
    left = sorted(p.name for p in tmp_path.rglob("*") if p.is_file() or p.name == "vault")
    assert set(left) <= set(before)


@pytest.mark.fault("F-75")
def test_an_agency_is_audited_by_one_run_at_a_time(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "patuh.db")) as archive:
        targets = [make_target("dinas-a"), make_target("dinas-b")]
        first, second = archive.start_run(PLAN, targets), archive.start_run(PLAN, targets)
        claim = archive.claim(first.id, "dinas-a")
        assert claim is not None
        assert archive.claim(second.id, "dinas-a") is None
        other = archive.claim_next(second.id)
        assert other is not None
        assert other.target.id == "dinas-b"
        assert archive.claim_next(second.id) is None
        archive.give_back(claim)
        assert archive.claim(second.id, "dinas-a") is not None


@pytest.mark.fault("F-75")
def test_the_agency_of_a_killed_process_is_free_for_another_run(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "patuh.db")) as archive:
        run = archive.start_run(PLAN, [make_target("dinas-a")])
        code = (
            "import os, sys; from store.archive import Archive\n"
            "archive = Archive.open(sys.argv[1]); archive.claim(sys.argv[2], 'dinas-a'); os._exit(9)"
        )
        subprocess.run([sys.executable, "-c", code, archive.place, run.id], cwd=ROOT, check=False)
        second = archive.start_run(PLAN, [make_target("dinas-a")])
        assert archive.claim(second.id, "dinas-a") is not None


@pytest.mark.browser
@pytest.mark.fault("F-75")
def test_two_audits_of_one_list_at_once_both_account_for_every_site(two: Served, tmp_path: Path) -> None:
    words = command(*audit_words(two, tmp_path))
    both = [
        subprocess.Popen(words, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told = [process.communicate(timeout=180) for process in both]
    assert all(process.returncode in (0, 4) for process in both), told
    assert "Traceback" not in "".join(error for _, error in told)
    with Archive.open(str(tmp_path / "data" / "patuh.db")) as archive:
        for run in archive.runs():
            states = {line.target.id: line.state.value for line in archive.queue(run.id)}
            assert set(states) == {"satu", "dua"}
            assert set(states.values()) <= {"done", "queued"}
            assert {a.target.id for a in archive.audits(run.id)} == {n for n, s in states.items() if s == "done"}


@pytest.mark.fault("F-79")
def test_runs_are_ordered_by_their_start_whatever_the_clock_says(tmp_path: Path) -> None:
    with Archive.open(str(tmp_path / "patuh.db")) as archive:
        started = [archive.start_run(PLAN, [make_target()]).id for _ in range(3)]
        with closing(sqlite3.connect(archive.place)) as db, db:  # as if the clock had been set back before each
            for hour, run in enumerate(reversed(started)):
                db.execute("UPDATE runs SET started = ? WHERE number = ?", (f"2026-03-01T0{hour}:00:00Z", int(run)))
        assert [run.id for run in archive.runs()] == started == sorted(started)
        latest = archive.latest_unfinished_run()
        assert latest is not None
        assert latest.id == started[-1]
