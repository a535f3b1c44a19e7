"""What machines are told at the end of a run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.ending import Ending, run_data
from audit.run import RunResult
from audit.settings import Places
from model.evidence import Reach
from tests.store.samples import make_audit, make_target

AUDIT = make_audit(make_target(), "000001")  # 33,33 to 66,67
NOT_READ = replace(AUDIT, scorecard=replace(AUDIT.scorecard, audited=False, reach=Reach.BLOCKED, low=None, high=None))


@pytest.mark.parametrize(("bar", "below"), [(None, 0), (33.3, 0), (33.34, 1), (50, 1), (66.7, 1)])
def test_the_lower_end_must_reach_the_bar(bar: float | None, below: int) -> None:
    assert len(Ending(fail_under=bar).below([AUDIT])) == below


def test_what_was_not_audited_has_not_reached_it() -> None:
    assert Ending(fail_under=1).below([NOT_READ]) == [NOT_READ]
    assert Ending().below([NOT_READ]) == []


def test_a_run_for_machines(tmp_path: Path) -> None:
    told = run_data(RunResult("000001", (AUDIT, NOT_READ), ((make_target("x"), "sebab"),)), Places(tmp_path, tmp_path))
    first, second = told["audits"]
    assert (first["low"], first["high"], first["zone"], first["audited"]) == (33.33, 66.67, None, True)
    assert (second["low"], second["reach"]) == (None, "blocked")
    assert told["failed"] == [{"agency": "x", "name": "Dinas Contoh", "note": "sebab"}]
