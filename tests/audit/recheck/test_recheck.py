"""A recheck looks at the gaps and at what is new, and takes the rest over with the time at which it was seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from audit.pipeline import audit_evidence
from audit.recheck.gaps import gaps_of, revisit_of
from audit.recheck.merge import merge
from audit.standing.confidence import confidence
from model.codec import to_json
from model.evidence import LedgerLine, Reach, Resource, Why
from model.finding import Verdict
from tests.audit.audits import YARDSTICK
from tests.audit.kept import JULY, PAGES, evidence_of, open_kept, save
from tests.audit.test_score import INSTRUMENT
from tests.checks.build import SITE

LATER = JULY + timedelta(days=31)
BARE = {**PAGES, "layanan": PAGES["layanan"].replace("Tidak dipungut biaya", "-")}


@pytest.fixture
def kept(tmp_path: Path):
    opened, vault = open_kept(tmp_path)
    yield opened, vault
    opened.archive.close()


def verdicts(audit) -> dict[str, Verdict]:
    return {f.check: f.verdict for f in audit.findings}


def test_pages_on_which_something_lacks_are_asked_again_and_others_are_known(kept):
    store, vault = kept
    last = evidence_of(vault, BARE)
    revisit = revisit_of(save(store, last), last, INSTRUMENT)
    assert SITE + "layanan" in {g.url for g in revisit.given}
    assert revisit.known == {SITE + "maklumat"}


def test_the_home_page_is_always_looked_at(kept):
    store, vault = kept
    last = evidence_of(vault)
    revisit = revisit_of(save(store, last), last, INSTRUMENT)
    assert SITE not in revisit.known
    assert SITE not in {g.url for g in revisit.given}


def test_what_could_not_be_seen_is_asked_again(kept):
    store, vault = kept
    last = evidence_of(vault, {"": PAGES[""], "layanan": PAGES["layanan"]}, {"maklumat": Reach.TIMED_OUT})
    revisit = revisit_of(save(store, last), last, INSTRUMENT)
    assert SITE + "maklumat" in {g.url for g in revisit.given}


def test_the_merged_evidence_gives_what_a_full_audit_would(kept):
    store, vault = kept
    last = evidence_of(vault, BARE)
    first = save(store, last)
    now = evidence_of(vault, {"": PAGES[""], "layanan": PAGES["layanan"]}, at=LATER)
    merged = merge(last, now, first.run, first.period)
    again = audit_evidence(merged, vault.get, YARDSTICK, "000002", "2026-08")
    full = audit_evidence(evidence_of(vault, at=LATER), vault.get, YARDSTICK, "000002", "2026-08")
    assert verdicts(again) == verdicts(full)
    assert verdicts(first)["fee"] is not Verdict.MET
    assert verdicts(again)["fee"] is Verdict.MET
    assert again.scorecard.low == full.scorecard.low


def test_what_was_taken_over_is_told_with_its_time(kept):
    store, vault = kept
    last = evidence_of(vault, BARE)
    first = save(store, last)
    now = evidence_of(vault, {"": PAGES[""], "layanan": PAGES["layanan"]}, at=LATER)
    again = audit_evidence(merge(last, now, first.run, first.period), vault.get, YARDSTICK, "000002", "2026-08")
    assert (again.base, [(t.url, t.at) for t in again.taken_over]) == (first.run, [(SITE + "maklumat", JULY)])
    assert {"recheck_of:2026-07", "taken_over:1"} <= set(again.notes)
    assert confidence(again, INSTRUMENT).taken_over == 1


def test_a_page_that_is_gone_is_not_taken_over(kept):
    store, vault = kept
    last = evidence_of(vault)
    first = save(store, last)
    now = evidence_of(vault, {"": PAGES[""], "layanan": PAGES["layanan"]}, {"maklumat": Reach.MISSING}, at=LATER)
    merged = merge(last, now, first.run, first.period)
    assert SITE + "maklumat" not in {c.url for c in merged.captures}
    again = audit_evidence(merged, vault.get, YARDSTICK, "000002", "2026-08")
    assert verdicts(again)["service_pledge"] is Verdict.NOT_MET


def test_lines_that_were_known_keep_what_came_of_them(kept):
    store, vault = kept
    last = evidence_of(vault, BARE)
    first = save(store, last)
    now = evidence_of(vault, {"": PAGES[""], "layanan": PAGES["layanan"]}, {"maklumat": Reach.NOT_TRIED}, at=LATER)
    skipped = tuple(replace(x, why=Why.TAKEN_OVER) if x.url.endswith("maklumat") else x for x in now.ledger)
    merged = merge(last, replace(now, ledger=skipped), first.run, first.period)
    line = next(x for x in merged.ledger if x.url.endswith("maklumat"))
    assert (line.reach, line.why, line.at) == (Reach.READ, Why.LINK, JULY)
    assert not any(x.why is Why.TAKEN_OVER for x in merged.ledger)


@pytest.mark.parametrize(("read_now", "left"), [("", 0), ("layanan", 1)])
def test_an_entry_that_a_script_opened_is_left_when_its_page_was_seen_anew(kept, read_now, left):
    _, vault = kept
    last = evidence_of(vault, BARE)
    sign = LedgerLine(SITE + "#:~:text=Biaya", Resource.PAGE, False, Why.SCRIPT, Reach.NOT_TRIED, parent=SITE)
    now = evidence_of(vault, {"": PAGES[""], "layanan": PAGES["layanan"]}, at=LATER)
    now = replace(now, ledger=tuple(x for x in now.ledger if x.url == SITE + read_now))
    merged = merge(replace(last, ledger=(*last.ledger, sign)), now, "000001", "2026-07")
    assert sum(x.why is Why.SCRIPT for x in merged.ledger) == left


def test_a_site_that_cannot_be_reached_is_not_audited_and_nothing_is_taken_over(kept):
    _, vault = kept
    last = evidence_of(vault)
    now = evidence_of(vault, {}, {"": Reach.BLOCKED}, at=LATER)
    merged = merge(last, now, "000001", "2026-07")
    again = audit_evidence(merged, vault.get, YARDSTICK, "000002", "2026-08")
    assert (again.scorecard.audited, again.scorecard.low, again.taken_over) == (False, None, ())


def test_a_recheck_of_a_recheck_does_not_repeat_its_notes(kept):
    _, vault = kept
    last = evidence_of(vault, BARE)
    now = evidence_of(vault, {"": PAGES[""]}, at=LATER)
    once = merge(last, now, "000001", "2026-07")
    twice = merge(once, replace(now, started=LATER), "000002", "2026-08")
    assert [n for n in twice.notes if n.startswith("recheck_of")] == ["recheck_of:2026-08"]
    assert to_json(twice.captures) == to_json(once.captures)


def test_nothing_is_a_gap_where_all_is_met(kept):
    store, vault = kept
    audit = save(store, evidence_of(vault))
    met = replace(audit, findings=tuple(replace(f, verdict=Verdict.MET, by_service=()) for f in audit.findings))
    assert gaps_of(met, INSTRUMENT) == ()
    assert gaps_of(audit, INSTRUMENT)
