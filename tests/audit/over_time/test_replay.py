"""Kept evidence judged again: the same rules give the same audit, and what other rules do is told apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from audit.over_time.compare import compare
from audit.over_time.replay import is_judged_alike, replay
from audit.standing.alike import contests
from audit.standing.ranking import Field, rank
from audit.unfit import Unfit
from model.change import Cause
from model.codec import to_json
from model.evidence import Level, Reach
from model.finding import Verdict
from tests.audit.audits import YARDSTICK
from tests.audit.kept import PAGES, evidence_of, older_rule, open_kept, save
from tests.checks.build import TARGET

OTHER = replace(TARGET, id="dinas-lain", name="Dinas Lain")
FEE = {**PAGES, "layanan": PAGES["layanan"].replace("Tidak dipungut biaya", "-")}


@pytest.fixture
def kept(tmp_path: Path):
    opened, vault = open_kept(tmp_path)
    yield opened, vault
    opened.archive.close()


def test_the_same_rules_give_the_same_audit_byte_for_byte(kept):
    store, vault = kept
    audit = save(store, evidence_of(vault))
    assert to_json(replay(audit, store, YARDSTICK)) == to_json(audit)
    assert is_judged_alike(audit, YARDSTICK)


def test_evidence_whose_bytes_are_gone_is_not_judged(kept, tmp_path):
    store, vault = kept
    audit = save(store, evidence_of(vault))
    next(p for p in (tmp_path / "vault").rglob("*") if p.is_file()).unlink()
    with pytest.raises(Unfit, match="tidak dapat dinilai ulang dengan adil"):
        replay(audit, store, YARDSTICK)


def test_an_older_rule_and_a_changed_site_are_told_apart(kept):
    store, vault = kept
    first = save(store, evidence_of(vault))
    old = older_rule(first, "service_pledge")
    store.archive.save_audit(old, evidence_of(vault))
    new = save(store, evidence_of(vault, FEE), "2026-08")
    told = compare(old, new, store)
    causes = {c.indicator: c.cause for c in told.changes}
    assert told.replayed
    assert (causes["service_pledge"], causes["fee"]) == (Cause.RULE, Cause.SITE)
    assert [r.indicator for r in told.regressions] == ["fee"]
    assert sum(c.low for c in told.changes) == new.scorecard.low - old.scorecard.low


def test_without_evidence_the_rule_is_named_and_the_agency_is_not(kept):
    store, vault = kept
    old = older_rule(save(store, evidence_of(vault)), "service_pledge")
    new = save(store, evidence_of(vault), "2026-08")
    (change,) = compare(old, new, None).changes
    assert (change.indicator, change.cause, change.after) == ("service_pledge", Cause.RULE, Verdict.MET)


def test_a_site_that_was_blocked_is_not_compared(kept):
    store, vault = kept
    first = save(store, evidence_of(vault))
    blocked = save(store, evidence_of(vault, {}, {"": Reach.BLOCKED}), "2026-08")
    told = compare(first, blocked, store)
    assert (told.comparable, told.changes, told.regressions) == (False, (), ())


def test_a_ranking_stands_on_one_set_of_rules_and_says_whom_it_judged_again(kept):
    store, vault = kept
    save(store, evidence_of(vault, target=OTHER))
    old = older_rule(save(store, evidence_of(vault)), "service_pledge")
    plan = replace(store.archive.open_run(old.run).plan, rules=old.rules)
    run = store.archive.start_run(plan, [TARGET]).id
    store.archive.save_audit(replace(old, run=run), evidence_of(vault))
    (contest,) = contests(("2026-07",), store, YARDSTICK)
    assert contest.replayed == (TARGET.id,)
    ranking = rank(Field(Level.KABUPATEN, "Rekaan", units=True), contest)
    assert [(p.agency, p.place, p.shared) for p in ranking.places] == [("dinas-contoh", 1, 2), ("dinas-lain", 1, 2)]
    assert ranking.replayed == (TARGET.id,)


def test_an_agency_that_cannot_be_judged_again_is_set_apart(kept, tmp_path):
    store, vault = kept
    old = older_rule(save(store, evidence_of(vault)), "service_pledge")
    run = store.archive.start_run(replace(store.archive.open_run(old.run).plan, rules=old.rules), [old.target]).id
    store.archive.save_audit(replace(old, run=run), evidence_of(vault))
    save(store, evidence_of(vault, target=OTHER))
    for path in (tmp_path / "vault").rglob("*"):
        if path.is_file():
            path.unlink()
    (contest,) = contests(("2026-07",), store, YARDSTICK)
    ranking = rank(Field(Level.KABUPATEN, "Rekaan", units=True), contest)
    assert [p.agency for p in ranking.places] == ["dinas-lain"]
    assert [u.agency for u in ranking.unplaced] == ["dinas-contoh"]
    assert "tidak dapat disejajarkan" in str(ranking.unplaced[0].says)
