"""Notes stand beside the verdict, survive the next audit, and give a second interval; the index never moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.mentoring.bearing import notes_beside
from audit.mentoring.noted_score import noted_score
from model.evidence import Reach
from model.finding import Verdict
from model.note import Bearing, MentorNote, Stance
from tests.audit.audits import YARDSTICK, audit_of
from tests.audit.test_score import CHECKS, INSTRUMENT, finding
from tests.checks.build import TARGET

AT = datetime(2026, 7, 20, tzinfo=UTC)
MET, NOT, UNKNOWN, NO = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE


def note(indicator: str, stance: Stance, seen: Verdict, verdict: Verdict, service: str = "") -> MentorNote:
    return MentorNote(1, TARGET.id, indicator, service, stance, seen, verdict, "Sinta", "Tertera di papan.",
                      "https://dinas.contoh.test/tarif", "000001", "2026-07", AT)  # fmt: skip


def bearing(audit, one: MentorNote) -> Bearing:
    return notes_beside(audit, INSTRUMENT, [one])[0].bearing


DISPUTED = note("fee", Stance.DISPUTE, NOT, MET)


def test_a_dispute_moves_the_second_interval_and_never_the_index():
    audit = audit_of(finding("fee", NOT))
    before = audit.scorecard
    noted = noted_score(audit, YARDSTICK, [DISPUTED])
    assert (noted.low, noted.high, noted.category) == (100, 100, "A")
    assert (audit.scorecard, audit.scorecard.low) == (before, 88)


def test_without_notes_the_two_intervals_are_one():
    audit = audit_of(finding("fee", UNKNOWN), finding("lapor_link", NOT))
    noted = noted_score(audit, YARDSTICK, [])
    assert (noted.low, noted.high, noted.zone) == (audit.scorecard.low, audit.scorecard.high, audit.scorecard.zone)


def test_a_dispute_of_a_met_verdict_lowers_the_second_interval():
    noted = noted_score(audit_of(), YARDSTICK, [note("fee", Stance.DISPUTE, MET, NOT)])
    assert noted.low == 88


def test_what_does_not_apply_leaves_the_maximum():
    audit = audit_of(finding("fee", NOT, NOT, NOT), finding("lapor_link", NOT))
    noted = noted_score(audit, YARDSTICK, [note("fee", Stance.NOT_APPLICABLE, NOT, NO)])
    assert noted.low == F(8600, 88)


def test_a_note_on_one_service_moves_its_share():
    audit = audit_of(finding("fee", Verdict.PARTLY_MET, MET, NOT))
    noted = noted_score(audit, YARDSTICK, [note("fee", Stance.DISPUTE, NOT, MET, "s1")])
    assert (audit.scorecard.low, noted.low) == (94, 100)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (NOT, Bearing.COUNTS),
        (MET, Bearing.AGREES),
        (UNKNOWN, Bearing.OUTDATED),
        (Verdict.PARTLY_MET, Bearing.OUTDATED),
    ],
)
def test_a_dispute_survives_the_next_audit_as_long_as_the_verdict_is_the_one_it_speaks_of(now, expected):
    later = audit_of(finding("fee", now), run="000002", period="2026-08")
    assert bearing(later, DISPUTED) is expected
    moved = noted_score(later, YARDSTICK, [DISPUTED]).low != later.scorecard.low
    assert moved is (expected is Bearing.COUNTS)


def test_a_confirmation_agrees_and_moves_nothing():
    audit = audit_of(finding("fee", NOT))
    confirmed = note("fee", Stance.CONFIRM, NOT, NOT)
    assert bearing(audit, confirmed) is Bearing.AGREES
    assert noted_score(audit, YARDSTICK, [confirmed]).low == audit.scorecard.low
    assert bearing(audit_of(), confirmed) is Bearing.OUTDATED


def test_that_something_does_not_apply_is_true_whatever_the_site_shows():
    one = note("fee", Stance.NOT_APPLICABLE, NOT, NO)
    assert bearing(audit_of(finding("fee", UNKNOWN)), one) is Bearing.COUNTS


def test_withdrawn_notes_and_those_of_others_are_left_out():
    others = [replace(DISPUTED, withdrawn=AT), replace(DISPUTED, agency="dinas-lain")]
    assert notes_beside(audit_of(finding("fee", NOT)), INSTRUMENT, others) == ()


@pytest.mark.parametrize("one", [replace(DISPUTED, indicator="tidak_ada"), replace(DISPUTED, service="tidak-ada")])
def test_a_note_on_what_is_no_longer_asked_is_outdated(one):
    assert bearing(audit_of(finding("fee", NOT, NOT)), one) is Bearing.OUTDATED


def test_a_site_that_was_not_audited_has_no_second_interval():
    noted = noted_score(audit_of(home=Reach.BLOCKED), YARDSTICK, [DISPUTED])
    assert (noted.low, noted.high, noted.zone) == (None, None, None)


verdicts = st.sampled_from(Verdict)
notes = st.lists(
    st.builds(
        lambda check, seen, said: note(check, Stance.NOT_APPLICABLE if said is NO else Stance.DISPUTE, seen, said),
        st.sampled_from(CHECKS), verdicts, verdicts,
    ),
    max_size=6,
)  # fmt: skip


@given(st.fixed_dictionaries(dict.fromkeys(CHECKS, verdicts)), notes)
def test_the_second_interval_is_an_interval_and_the_index_stays(found, given_notes):
    audit = audit_of(*(finding(check, verdict) for check, verdict in found.items()))
    before = audit.scorecard
    noted = noted_score(audit, YARDSTICK, given_notes)
    assert audit.scorecard == before
    if noted.low is not None:
        assert 0 <= noted.low <= noted.high <= 100
