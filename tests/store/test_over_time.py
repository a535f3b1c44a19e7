"""Outlines, standings and notes in the archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete

from model.finding import Verdict
from model.note import MentorNote, Stance
from model.outlines import outline_of
from store.archive import Archive, Plan
from store.errors import UnknownNote
from store.tables import outlines
from tests.store.samples import make_audit, make_evidence, make_target

PLAN = Plan("publikasi-web", "2026.1", "2022-2024", (("reading", "1"),))
AT = datetime(2026, 3, 1, 2, 3, 4, tzinfo=UTC)


def save(archive: Archive, name: str = "dinas-contoh", period: str = "2026-01", **more) -> str:
    target = make_target(name)
    run = archive.start_run(replace(PLAN, purpose=more.pop("purpose", "audit")), [target]).id
    archive.save_audit(make_audit(target, run, period, **more), make_evidence(target))
    return run


def test_an_outline_comes_back_as_it_was(archive: Archive) -> None:
    run = save(archive)
    (moment,) = archive.moments()
    assert list(archive.outlines([moment.number])) == [outline_of(make_audit(make_target(), run))]


def test_an_audit_that_was_written_before_outlines_were_kept_has_one_all_the_same(archive: Archive) -> None:
    run = save(archive)
    with archive._writing() as db:
        db.execute(delete(outlines))
    (moment,) = archive.moments()
    assert list(archive.outlines([moment.number])) == [outline_of(make_audit(make_target(), run))]


def test_marks_are_equal_exactly_when_nothing_but_time_differs(archive: Archive) -> None:
    save(archive)
    save(archive, period="2026-02")
    save(archive, period="2026-03", verdict=Verdict.NOT_MET)
    first, second, third = archive.moments("dinas-contoh")
    assert [m.period for m in (first, second, third)] == ["2026-01", "2026-02", "2026-03"]
    assert first.marks == second.marks != third.marks


def test_outlines_come_in_the_order_asked_for(archive: Archive) -> None:
    for period in ("2026-01", "2026-02", "2026-03"):
        save(archive, period=period)
    numbers = [m.number for m in archive.moments()]
    assert [o.period for o in archive.outlines(numbers[::-1])] == ["2026-03", "2026-02", "2026-01"]


def test_the_last_audit_of_a_period_stands(archive: Archive) -> None:
    save(archive, "dinas-a")
    last = save(archive, "dinas-a")
    save(archive, "dinas-b", period="2026-02")
    (standing,) = archive.standings("2026-01")
    assert (standing.target, standing.run, standing.low) == (
        make_target("dinas-a"),
        last,
        make_audit(make_target("dinas-a"), last).scorecard.low,
    )
    assert archive.periods() == ("2026-01", "2026-02")


def test_a_self_check_stands_nowhere(archive: Archive) -> None:
    save(archive, purpose="check")
    assert (archive.standings("2026-01"), archive.periods()) == ((), ())


def note(agency: str = "dinas-contoh") -> MentorNote:
    return MentorNote(0, agency, "fee", "", Stance.DISPUTE, Verdict.NOT_MET, Verdict.MET, "Sinta", "Ada di papan.",
                      "https://dinas-contoh.test/tarif", "000001", "2026-01", AT)  # fmt: skip


def test_a_note_outlives_its_audit_and_comes_back_as_it_was(archive: Archive) -> None:
    kept = archive.add_note(note())
    archive.add_note(note("dinas-lain"))
    save(archive, period="2026-02")
    assert kept == replace(note(), number=kept.number)
    assert archive.notes("dinas-contoh") == (kept,)
    assert len(archive.notes()) == 2


def test_a_note_is_withdrawn_once_and_stays_to_be_read(archive: Archive) -> None:
    kept = archive.add_note(note())
    assert archive.withdraw_note(kept.number, AT).withdrawn == AT
    assert [n.withdrawn for n in archive.notes()] == [AT]
    with pytest.raises(UnknownNote, match="patuh note list"):
        archive.withdraw_note(kept.number, AT)


def test_the_number_of_a_note_is_never_given_again(archive: Archive) -> None:
    first = archive.add_note(note())
    assert archive.add_note(note()).number == first.number + 1
