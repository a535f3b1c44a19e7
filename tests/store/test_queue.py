from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import text

from store.archive import Archive, Plan
from store.errors import StaleClaim
from store.queue import Claim, TargetState
from store.runs import keep_target
from store.worker import is_gone, this_worker
from tests.store.samples import make_audit, make_evidence, make_target

PLAN = Plan("publikasi-web", "2026.1", "2022-2024")
ROOT = Path(__file__).parent.parent.parent


def _claim(archive: Archive, run: str, target_id: str = "dinas-contoh", lease: int = 900) -> Claim:
    claim = archive.claim(run, target_id, lease)
    assert claim is not None
    return claim


def test_a_claimed_target_is_not_given_to_another(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target()])
    first = archive.claim(run.id, "dinas-contoh")
    assert first == Claim(run.id, make_target(), 1)
    assert archive.claim(run.id, "dinas-contoh") is None


def test_of_many_claimers_at_once_one_wins(address: str) -> None:
    with Archive.open(address) as archive:
        run = archive.start_run(PLAN, [make_target()])
        together = Barrier(6)

        def claim(_number: int) -> Claim | None:
            together.wait(30)
            return archive.claim(run.id, "dinas-contoh")

        with ThreadPoolExecutor(6) as pool:
            claims = list(pool.map(claim, range(6)))
    assert [c.attempt for c in claims if c is not None] == [1]


def test_many_workers_share_a_queue_without_doing_anything_twice(address: str) -> None:
    with Archive.open(address) as archive:
        run = archive.start_run(PLAN, [make_target(f"dinas-{n:02}") for n in range(12)])

        def work(_number: int) -> list[str]:
            done = []
            while (claim := archive.claim_next(run.id)) is not None:
                archive.save_audit(make_audit(claim.target, run.id), make_evidence(claim.target), claim)
                done.append(claim.target.id)
            return done

        with ThreadPoolExecutor(4) as pool:
            done = [target for part in pool.map(work, range(4)) for target in part]
        assert sorted(done) == [f"dinas-{n:02}" for n in range(12)]
        assert {item.state for item in archive.queue(run.id)} == {TargetState.DONE}


@pytest.mark.postgres
def test_two_workers_that_meet_a_new_target_at_once_share_its_row(empty_postgres: str) -> None:
    with Archive.open(empty_postgres) as archive, ThreadPoolExecutor(1) as pool:
        with archive._writing() as first:
            keep_target(first, make_target())
            second = pool.submit(archive.start_run, PLAN, [make_target()])
            _wait_for_a_blocked_writer(archive)
        assert archive.queue(second.result(30).id)[0].target == make_target()


def _wait_for_a_blocked_writer(archive: Archive) -> None:
    blocked = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with archive._reading() as db:
            if db.execute(blocked).scalar_one():
                return
        time.sleep(0.01)
    raise AssertionError("the second writer did not wait for the first")


def test_saving_with_the_claim_settles_the_target(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target()])
    claim = _claim(archive, run.id)
    archive.save_audit(make_audit(claim.target, run.id), make_evidence(claim.target), claim)
    assert archive.queue(run.id)[0].state is TargetState.DONE
    assert archive.claim(run.id, "dinas-contoh") is None


def test_a_late_write_of_a_worker_whose_claim_was_taken_over_is_refused(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target()])
    late = _claim(archive, run.id, lease=0)
    current = _claim(archive, run.id)
    with pytest.raises(StaleClaim, match="sudah diambil alih"):
        archive.save_audit(make_audit(late.target, run.id), make_evidence(late.target), late)
    assert archive.audit(run.id, "dinas-contoh") is None
    assert (current.attempt, archive.queue(run.id)[0].state) == (2, TargetState.RUNNING)


def test_a_claim_can_be_settled_once_only(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target()])
    claim = _claim(archive, run.id)
    archive.give_back(claim)
    with pytest.raises(StaleClaim):
        archive.fail(claim, "terlambat")


def test_a_renewed_lease_holds(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target()])
    claim = _claim(archive, run.id, lease=0)
    archive.renew(claim)
    assert archive.claim(run.id, "dinas-contoh") is None


def test_a_target_given_back_waits_again(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target()])
    archive.give_back(_claim(archive, run.id))
    assert archive.queue(run.id)[0].state is TargetState.QUEUED
    assert _claim(archive, run.id).attempt == 2


def test_a_failed_target_is_told_and_tried_again_only_when_asked_for(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target()])
    archive.fail(_claim(archive, run.id), "peramban berhenti\0")
    item = archive.queue(run.id)[0]
    assert (item.state, item.note) == (TargetState.FAILED, "peramban berhenti\N{REPLACEMENT CHARACTER}")
    assert archive.claim_next(run.id) is None
    assert _claim(archive, run.id).attempt == 2


def test_the_next_target_is_the_first_that_waits(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target(name) for name in ("c", "a", "b")])
    _claim(archive, run.id, "c")
    claim = archive.claim_next(run.id)
    assert claim is not None
    assert claim.target.id == "a"


def test_a_target_outside_the_run_cannot_be_claimed(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target()])
    assert archive.claim(run.id, "lain") is None


def test_the_target_of_a_killed_process_is_free_at_once(address: str) -> None:
    with Archive.open(address) as archive:
        run = archive.start_run(PLAN, [make_target()])
        killed = (
            "import os, signal, sys; from store.archive import Archive; "
            "assert Archive.open(sys.argv[1]).claim(sys.argv[2], 'dinas-contoh'); os.kill(os.getpid(), signal.SIGKILL)"
        )
        subprocess.run([sys.executable, "-c", killed, address, run.id], cwd=ROOT, timeout=60, check=False)
        assert archive.queue(run.id)[0].state is TargetState.RUNNING
        assert _claim(archive, run.id).attempt == 2


def test_a_living_worker_is_not_gone() -> None:
    assert not is_gone(this_worker())


def test_a_worker_of_another_machine_is_never_called_gone() -> None:
    assert not is_gone("another-machine/1/1")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="without /proc the process id alone must do")
def test_a_process_id_given_out_again_is_not_mistaken_for_the_worker() -> None:
    machine, pid, _began = this_worker().split("/")
    assert is_gone(f"{machine}/{pid}/1")


@pytest.mark.parametrize("worker", ["", "x", "a/b/c", "//"])
def test_a_name_that_is_no_worker_is_not_gone(worker: str) -> None:
    assert not is_gone(worker)
