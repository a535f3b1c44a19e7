"""The history from the store: months that change nothing are not read, and tell the same as if they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.over_time.timeline import timelines
from audit.pipeline import rule_versions
from audit.zones import scale_for
from model.evidence import Evidence, Reach
from model.finding import Verdict
from store.archive import Archive
from store.runs import Plan
from tests.audit.audits import audit_of
from tests.audit.test_score import INSTRUMENT, SCALE, finding
from tests.checks.build import HOME, NOON, TARGET

PLAN = Plan(INSTRUMENT.id, INSTRUMENT.version, SCALE.id, rule_versions(INSTRUMENT))
NOT = finding("fee", Verdict.NOT_MET)


@pytest.fixture
def archive(tmp_path: Path):
    with Archive.open(str(tmp_path / "patuh.db")) as opened:
        yield opened


def save(archive: Archive, period: str, *findings, **more) -> None:
    run = archive.start_run(PLAN, [TARGET]).id
    evidence = Evidence(TARGET, NOON, NOON, more.get("home", Reach.READ), "", (), (HOME,))
    archive.save_audit(replace(audit_of(*findings, **more), run=run, period=period), evidence)


def only(archive: Archive):
    (told,) = timelines(archive, SCALE)
    return told


def test_each_month_has_its_score_and_what_changed(archive):
    save(archive, "2026-07", NOT)
    save(archive, "2026-08", NOT)
    save(archive, "2026-09")
    told = only(archive)
    assert [(m.period, m.low, m.category) for m in told.months] == [
        ("2026-07", 88, "A"),
        ("2026-08", 88, "A"),
        ("2026-09", 100, "A"),
    ]
    assert [bool(m.changed) for m in told.months] == [False, False, True]
    changed = told.months[2].changed
    assert (changed.before.period, changed.after.period) == ("2026-08", "2026-09")
    assert [(c.indicator, c.low) for c in changed.changes] == [("fee", 12)]


def test_a_month_without_a_score_stands_between(archive):
    save(archive, "2026-07")
    save(archive, "2026-08", home=Reach.BLOCKED)
    save(archive, "2026-09")
    told = only(archive)
    assert [(m.low, m.zone) for m in told.months] == [(100, "hijau"), (None, None), (100, "hijau")]
    assert all(not m.changed.comparable for m in told.months[1:])


def test_the_last_audit_of_a_month_stands_for_it(archive):
    save(archive, "2026-07")
    save(archive, "2026-07", NOT)
    assert [(m.period, m.low) for m in only(archive).months] == [("2026-07", 88)]


def test_another_scale_names_other_zones(archive):
    save(archive, "2026-07", NOT)
    (told,) = timelines(archive, scale_for(2021))
    assert (told.months[0].zone, told.months[0].category) == ("hijau", None)


def test_only_what_differs_is_read(archive, monkeypatch):
    for month in range(1, 9):
        save(archive, f"2026-{month:02}", *([NOT] if month == 5 else []))
    asked: list[int] = []
    read = archive.outlines
    monkeypatch.setattr(archive, "outlines", lambda numbers: asked.extend(numbers) or read(numbers))
    only(archive)
    assert asked == [1, 5, 6]
