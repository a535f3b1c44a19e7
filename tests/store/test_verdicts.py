"""The verdicts of a period, read from rows: of the last audit of each agency alone."""

from __future__ import annotations

from pathlib import Path

from model.finding import Verdict
from store.archive import Archive
from store.runs import Plan
from tests.store.samples import make_audit, make_evidence, make_target

PLAN = Plan("publikasi-web", "2026.1", "2022-2024")


def test_the_last_audit_of_a_period_tells(tmp_path: Path) -> None:
    target = make_target()
    with Archive.open(str(tmp_path / "patuh.db")) as archive:
        for period, verdict in (("2026-01", Verdict.MET), ("2026-02", Verdict.NOT_MET), ("2026-02", Verdict.MET)):
            run = archive.start_run(PLAN, (target,))
            archive.save_audit(make_audit(target, run.id, period, verdict), make_evidence(target))
        assert archive.verdicts("2026-01") == {target.id: {"fee": Verdict.MET}}
        assert archive.verdicts("2026-02") == {target.id: {"fee": Verdict.MET}}
        assert archive.verdicts("2026-03") == {}


def test_what_an_agency_checks_by_itself_does_not_count(tmp_path: Path) -> None:
    target = make_target()
    with Archive.open(str(tmp_path / "patuh.db")) as archive:
        run = archive.start_run(Plan("publikasi-web", "2026.1", "2022-2024", purpose="check"), (target,))
        archive.save_audit(make_audit(target, run.id), make_evidence(target))
        assert archive.verdicts("2026-01") == {}
