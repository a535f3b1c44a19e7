from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from sqlalchemy import func, select

from model.finding import Verdict
from model.sentence import say
from store import audits
from store.archive import Archive, Plan
from store.errors import UnknownRun
from store.queue import TargetState
from store.runs import RunState
from store.tables import audits as audit_rows
from store.tables import findings, kept, targets
from tests.store.samples import AT, CITED, HOME, STANDARD, make_audit, make_evidence, make_target

PLAN = Plan("publikasi-web", "2026.1", "2022-2024", (("reading", "1"),), {"max_pages": 60})


def test_an_audit_and_its_evidence_come_back_as_the_very_same_nouns(archive: Archive) -> None:
    target = make_target()
    run = archive.start_run(PLAN, [target])
    audit, evidence = make_audit(target, run.id), make_evidence(target)
    archive.save_audit(audit, evidence)
    assert archive.audit(run.id, target.id) == audit
    assert archive.evidence(run.id, target.id) == evidence


def test_an_audit_that_was_never_made_is_none(archive: Archive) -> None:
    run = archive.start_run(PLAN, [make_target()])
    assert archive.audit(run.id, "dinas-contoh") is None
    assert archive.evidence(run.id, "dinas-contoh") is None


def test_an_agency_that_was_not_audited_has_no_score_rather_than_zero(archive: Archive) -> None:
    target = make_target()
    run = archive.start_run(PLAN, [target])
    audit = make_audit(target, run.id)
    card = replace(audit.scorecard, audited=False, low=None, high=None, points=())
    archive.save_audit(replace(audit, scorecard=card, findings=()), make_evidence(target))
    with archive._reading() as db:
        row = db.execute(select(audit_rows)).one()
    assert (row.audited, row.low, row.high, row.low_sort, row.high_sort) == (0, None, None, None, None)


def test_scores_are_kept_exactly(archive: Archive) -> None:
    target = make_target()
    run = archive.start_run(PLAN, [target])
    archive.save_audit(make_audit(target, run.id), make_evidence(target))
    with archive._reading() as db:
        row = db.execute(select(audit_rows)).one()
    assert Fraction(row.low) == Fraction(100, 3)
    assert row.low_sort == pytest.approx(33.3333333)


def test_saving_again_replaces_and_never_duplicates(archive: Archive) -> None:
    target = make_target()
    run = archive.start_run(PLAN, [target])
    archive.save_audit(make_audit(target, run.id), make_evidence(target))
    second = make_audit(target, run.id, verdict=Verdict.NOT_MET)
    archive.save_audit(second, make_evidence(target))
    assert list(archive.audits(run.id)) == [second]
    with archive._reading() as db:
        assert db.execute(select(findings.c.verdict)).scalars().all() == ["not_met"]


def test_a_failure_halfway_leaves_nothing_behind(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    target = make_target()
    run = archive.start_run(PLAN, [target])

    def fail(*_args: object) -> None:
        raise RuntimeError("halfway")

    monkeypatch.setattr(audits, "_kept_rows", fail)
    with pytest.raises(RuntimeError, match="halfway"):
        archive.save_audit(make_audit(target, run.id), make_evidence(target))
    assert archive.audit(run.id, target.id) is None
    assert archive.queue(run.id)[0].state is TargetState.QUEUED


def test_an_audit_for_an_unknown_run_is_refused(archive: Archive) -> None:
    with pytest.raises(UnknownRun, match="Tidak ada proses audit bernomor 000099"):
        archive.save_audit(make_audit(make_target(), "000099"), make_evidence(make_target()))


@pytest.mark.parametrize("run", ["", "abc", "-1", "1e3", "9" * 30, "٣"])
def test_what_cannot_be_a_run_id_is_an_unknown_run(archive: Archive, run: str) -> None:
    with pytest.raises(UnknownRun):
        archive.open_run(run)


def test_audits_come_in_the_order_of_the_queue_not_of_finishing(archive: Archive) -> None:
    wanted = [make_target(name) for name in ("c", "a", "b")]
    run = archive.start_run(PLAN, wanted)
    for target in reversed(wanted):
        archive.save_audit(make_audit(target, run.id), make_evidence(target))
    assert [audit.target.id for audit in archive.audits(run.id)] == ["c", "a", "b"]


def test_history_is_in_order_of_period_then_of_run(archive: Archive) -> None:
    target = make_target()
    runs = [archive.start_run(PLAN, [target]).id for _ in range(3)]
    for run, period in zip(runs, ("2026-02", "2026-01", "2026-02"), strict=True):
        archive.save_audit(make_audit(target, run, period), make_evidence(target))
    assert [(a.period, a.run) for a in archive.history(target.id)] == [
        ("2026-01", runs[1]),
        ("2026-02", runs[0]),
        ("2026-02", runs[2]),
    ]


def test_history_of_an_unknown_target_is_empty(archive: Archive) -> None:
    assert archive.history("tidak-ada") == ()


def test_a_run_comes_back_with_its_plan(archive: Archive) -> None:
    run = archive.start_run(PLAN, [])
    assert archive.open_run(run.id) == run
    assert run.plan == PLAN
    assert run.state is RunState.RUNNING


def test_runs_are_listed_oldest_first(archive: Archive) -> None:
    ids = [archive.start_run(PLAN, []).id for _ in range(3)]
    assert [run.id for run in archive.runs()] == ids == sorted(ids)


def test_the_latest_unfinished_run_of_a_purpose_is_found(archive: Archive) -> None:
    older = archive.start_run(PLAN, [])
    newer = archive.start_run(PLAN, [])
    archive.start_run(replace(PLAN, purpose="check"), [])
    assert archive.latest_unfinished_run() == newer
    archive.finish_run(newer.id)
    assert archive.latest_unfinished_run() == older
    archive.finish_run(older.id, RunState.ABANDONED)
    assert archive.latest_unfinished_run() is None


def test_a_changed_target_is_a_new_version_and_an_unchanged_one_is_not(archive: Archive) -> None:
    target = make_target()
    archive.start_run(PLAN, [target])
    archive.start_run(PLAN, [target])
    archive.start_run(PLAN, [replace(target, note="pindah alamat")])
    with archive._reading() as db:
        assert db.execute(select(func.count()).select_from(targets)).scalar_one() == 2


def test_kept_bytes_are_named_and_cited_ones_marked(archive: Archive) -> None:
    target = make_target()
    run = archive.start_run(PLAN, [target])
    archive.save_audit(make_audit(target, run.id), make_evidence(target))
    with archive._reading() as db:
        rows = db.execute(select(kept.c.digest, kept.c.cited).order_by(kept.c.digest)).all()
    assert [tuple(row) for row in rows] == [(HOME, 0), (STANDARD, 0), (CITED, 1)]


def test_one_question_over_many_agencies_is_one_query(archive: Archive) -> None:
    wanted = [make_target(name) for name in ("a", "b", "c")]
    run = archive.start_run(PLAN, wanted)
    for target, verdict in zip(wanted, (Verdict.MET, Verdict.NOT_MET, Verdict.NOT_MET), strict=True):
        archive.save_audit(make_audit(target, run.id, verdict=verdict), make_evidence(target))
    lacking = (
        select(audit_rows.c.target_id)
        .join(findings, findings.c.audit == audit_rows.c.number)
        .where(findings.c.check_id == "service_fee", findings.c.verdict == "not_met", audit_rows.c.period == "2026-01")
        .order_by(audit_rows.c.target_id)
    )
    with archive._reading() as db:
        assert db.execute(lacking).scalars().all() == ["b", "c"]


@pytest.mark.parametrize(
    ("hostile", "kept_as"),
    [
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\ud800b", "a\N{REPLACEMENT CHARACTER}b"),
        ("\ud83d\ude00", "\N{GRINNING FACE}"),
        ("\N{GRINNING FACE}\u2028'; DROP TABLE audits; --", "\N{GRINNING FACE}\u2028'; DROP TABLE audits; --"),
    ],
)
def test_hostile_text_is_kept_alike_by_both_databases(archive: Archive, hostile: str, kept_as: str) -> None:
    target = replace(make_target(), name=hostile, note=hostile)
    run = archive.start_run(PLAN, [target])
    audit = make_audit(target, run.id)
    page = replace(audit.pages[0], title=hostile, url=hostile)
    finding = replace(audit.findings[0], says=say("Tertulis: {text}", text=hostile))
    evidence = replace(make_evidence(target), notes=(hostile,))
    archive.save_audit(replace(audit, pages=(page,), findings=(finding,)), evidence)
    read = archive.audit(run.id, target.id)
    assert read is not None
    assert (read.target.name, read.pages[0].title, str(read.findings[0].says)) == (
        kept_as,
        kept_as,
        f"Tertulis: {kept_as}",
    )
    assert archive.queue(run.id)[0].target.name == kept_as
    assert archive.evidence(run.id, target.id) == replace(
        make_evidence(replace(target, name=kept_as, note=kept_as)), notes=(kept_as,)
    )


def test_texts_of_any_length_are_kept(archive: Archive) -> None:
    target = make_target()
    run = archive.start_run(PLAN, [target])
    audit = make_audit(target, run.id)
    long = "panjang " * 20_000  # far over what an index entry of PostgreSQL can hold
    service = replace(audit.services[0], key=long, name=long, url=long)
    served = replace(audit.findings[0].by_service[0], key=long)
    audit = replace(audit, services=(service,), findings=(replace(audit.findings[0], by_service=(served,)),))
    archive.save_audit(audit, make_evidence(target))
    assert archive.audit(run.id, target.id) == audit


def test_times_keep_their_microseconds_and_their_instant(archive: Archive) -> None:
    target = make_target()
    run = archive.start_run(PLAN, [target])
    archive.save_audit(make_audit(target, run.id), make_evidence(target))
    read = archive.audit(run.id, target.id)
    assert read is not None
    assert read.started == AT
    assert read.started.utcoffset() is not None
