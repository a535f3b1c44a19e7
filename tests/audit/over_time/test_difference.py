"""Every difference has its cause, and no cause of ours is laid to the agency's charge."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.over_time.difference import difference
from model.change import Cause, Change, Difference
from model.evidence import Reach
from model.finding import Verdict
from tests.audit.over_time.build import SITE, WEIGHTS, answer, instrument, outline, page, served

MET, PARTLY, NOT, UNKNOWN, NO = (
    Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE,
)  # fmt: skip


def told(before, after, **more) -> Difference:
    return difference(before, after, more.pop("rule", instrument()), **more)


def only(difference: Difference) -> Change:
    (change,) = difference.changes
    return change


def test_nothing_differs():
    found = told(outline(), outline(period="2026-08"))
    assert (found.changes, found.regressions, found.comparable) == ((), (), True)
    assert "tidak ada perubahan dari Juli 2026 (100,00) ke Agustus 2026 (100,00)" in str(found.says)


def test_a_lost_page_is_the_sites_doing_and_a_regression():
    before = outline(answer("service_pledge", MET, "maklumat"), pages=[page("maklumat")])
    after = outline(answer("service_pledge", NOT), unseen={"maklumat": Reach.MISSING})
    found = told(before, after)
    change = only(found)
    assert (change.cause, change.before, change.after) == (Cause.SITE, MET, NOT)
    assert change.addresses == (SITE + "maklumat",)
    assert str(change.says) == f"Halaman {SITE}maklumat tidak ada lagi di situs."
    assert change.low == -F(800, 22)
    assert [(r.indicator, r.after) for r in found.regressions] == [("service_pledge", NOT)]


def test_a_new_page_is_the_sites_doing_and_no_regression():
    before = outline(answer("service_pledge", NOT))
    after = outline(answer("service_pledge", MET, "maklumat"), pages=[page("maklumat")])
    found = told(before, after)
    assert (only(found).cause, only(found).addresses, found.regressions) == (Cause.SITE, (SITE + "maklumat",), ())
    assert "Halaman baru" in str(only(found).says)


@pytest.mark.parametrize("reach", [Reach.BLOCKED, Reach.TIMED_OUT, Reach.SERVER_ERROR, Reach.TLS_FAILED])
@pytest.mark.parametrize("verdict", [UNKNOWN, NOT])
def test_a_page_that_could_not_be_read_is_not_the_sites_doing(reach, verdict):
    before = outline(answer("service_pledge", MET, "maklumat"), pages=[page("maklumat")])
    after = outline(answer("service_pledge", verdict), unseen={"maklumat": reach})
    found = told(before, after)
    assert (only(found).cause, found.regressions) == (Cause.UNREACHED, ())
    assert only(found).addresses == (SITE + "maklumat",)


def test_a_page_that_was_left_out_of_the_plan_is_not_the_sites_doing():
    before = outline(answer("service_pledge", MET, "maklumat"), pages=[page("maklumat")])
    after = outline(answer("service_pledge", NOT), unseen={"maklumat": Reach.NOT_TRIED})
    found = told(before, after)
    assert (only(found).cause, found.regressions) == (Cause.UNCHOSEN, ())


def test_what_could_be_read_only_now_is_no_merit():
    unread = ((SITE + "maklumat", Reach.TIMED_OUT),)
    before = outline(answer("service_pledge", UNKNOWN, unread=unread), unseen={"maklumat": Reach.TIMED_OUT})
    after = outline(answer("service_pledge", MET, "maklumat"), pages=[page("maklumat")])
    change = only(told(before, after))
    assert (change.cause, change.low, change.high) == (Cause.UNREACHED, F(800, 22), 0)
    assert "baru dapat dibaca" in str(change.says)


def test_an_address_that_was_never_read_and_failed_is_a_cause():
    unread = ((SITE + "standar.pdf", Reach.BLOCKED),)
    before = outline(answer("service_pledge", NOT))
    after = outline(answer("service_pledge", UNKNOWN, unread=unread))
    assert only(told(before, after)).cause is Cause.UNREACHED


def test_a_moved_page_is_told_and_moves_no_points():
    before = outline(answer("service_pledge", MET, "maklumat"), pages=[page("maklumat")])
    after = outline(answer("service_pledge", MET, "janji"), pages=[page("janji")])
    found = told(before, after)
    change = only(found)
    assert (change.cause, change.before, change.after, change.low, change.high) == (Cause.MOVED, MET, MET, 0, 0)
    assert f"{SITE}maklumat menjadi {SITE}janji" in str(change.says)
    assert found.regressions == ()


def test_a_newer_rule_is_named_even_where_the_page_changed_too():
    before = outline(answer("service_pledge", MET, "maklumat"), pages=[page("maklumat")])
    after = outline(answer("service_pledge", NOT, version=2))
    found = told(before, after)
    assert (only(found).cause, found.regressions) == (Cause.RULE, ())
    assert "versi 1 ke versi 2" in str(only(found).says)
    assert not only(found).cause.of_the_agency


def test_a_newer_reader_is_a_rule_for_every_indicator():
    found = told(outline(), outline(answer("fee", NOT), answer("lapor_link", NOT), reading="2"))
    assert {c.cause for c in found.changes} == {Cause.RULE}


def test_another_weight_is_the_instruments_doing():
    heavier = instrument("2", service_pledge=20)
    before = outline(answer("fee", NOT))
    after = outline(answer("fee", NOT), rule=heavier)
    found = told(before, after, rule=heavier, earlier_instrument=instrument())
    assert {c.cause for c in found.changes} == {Cause.INSTRUMENT}
    assert sum(c.low for c in found.changes) == after.low - before.low


def test_a_new_indicator_is_the_instruments_doing():
    more = instrument("2", special_services=5)
    found = told(outline(), outline(answer("special_services", NOT), rule=more), rule=more)
    told_of = next(c for c in found.changes if c.indicator == "special_services")
    assert (told_of.cause, told_of.before, told_of.after) == (Cause.INSTRUMENT, None, NOT)


def test_evidence_judged_again_tells_the_rule_from_the_site():
    fees = page("biaya", "Biaya layanan kami: tidak dipungut biaya sama sekali ya")
    before = outline(answer("service_pledge", MET, "maklumat"), answer("fee", MET, "biaya"),
                     pages=[page("maklumat"), fees])  # fmt: skip
    between = outline(answer("service_pledge", PARTLY, "maklumat", version=2), answer("fee", MET, "biaya", version=2),
                      pages=before.pages[1:])  # fmt: skip
    after = outline(answer("service_pledge", PARTLY, "maklumat", version=2), answer("fee", NOT, version=2),
                    pages=[page("maklumat")], unseen={"biaya": Reach.MISSING})  # fmt: skip
    found = told(before, after, between=between)
    assert found.replayed
    assert [(c.indicator, c.cause, c.low) for c in found.changes] == [
        ("service_pledge", Cause.RULE, -F(400, 22)),
        ("fee", Cause.SITE, -F(1200, 22)),
    ]
    assert [r.indicator for r in found.regressions] == ["fee"]


def test_a_site_that_was_not_audited_is_not_compared():
    found = told(outline(), outline(home=Reach.BLOCKED, period="2026-08"))
    assert (found.comparable, found.changes, found.regressions) == (False, (), ())
    assert "pada Agustus 2026 situs tidak dapat dinilai (diblokir)" in str(found.says)


def test_audits_of_two_agencies_are_no_pair():
    from dataclasses import replace

    with pytest.raises(ValueError, match="two agencies"):
        told(outline(), replace(outline(), agency="dinas-lain"))


def two_services(first, second=(MET, "layanan/2"), **more):
    rows = {k: v for k, v in {"kartu kuning": first, "izin usaha": second}.items() if v}
    names = [("Kartu Kuning", "layanan/1")] * ("kartu kuning" in rows)
    names += [("Izin Usaha", "layanan/2")] * ("izin usaha" in rows)
    verdicts = {v for v, _ in rows.values()}
    verdict = verdicts.pop() if len(verdicts) == 1 else PARTLY
    return outline(served("fee", verdict, rows), services=names, **more)


ONE, TWO = page("layanan/1"), page("layanan/2", "Izin usaha mikro: biaya tidak ada, waktu satu hari kerja, syarat KTP")


def test_a_standard_that_vanished_is_a_regression_even_when_the_share_stays():
    before = two_services((MET, "layanan/1"), pages=[ONE, TWO])
    after = two_services(None, pages=[TWO], unseen={"layanan/1": Reach.MISSING})
    found = told(before, after)
    assert (only(found).cause, only(found).low) == (Cause.SITE, 0)
    (lost,) = found.regressions
    assert (lost.service, lost.after, lost.addresses) == ("Kartu Kuning", None, (SITE + "layanan/1",))
    assert "tidak ada lagi; halamannya hilang" in str(lost.says)


def test_a_standard_whose_page_could_not_be_read_is_no_regression():
    before = two_services((MET, "layanan/1"), pages=[ONE, TWO])
    after = two_services(None, pages=[TWO], unseen={"layanan/1": Reach.TIMED_OUT})
    found = told(before, after)
    assert (only(found).cause, found.regressions) == (Cause.UNREACHED, ())


def test_a_service_that_lost_one_component_is_a_regression():
    before = two_services((MET, "layanan/1"), pages=[ONE, TWO])
    after = two_services((NOT, ""), pages=[page("layanan/1", "Kartu kuning untuk pencari kerja, tanpa biaya apa pun"),
                                           TWO])  # fmt: skip
    found = told(before, after)
    assert [(r.indicator, r.service, r.after) for r in found.regressions] == [("fee", "Kartu Kuning", NOT)]
    assert [(s.name, s.before, s.after) for s in only(found).services] == [("Kartu Kuning", MET, NOT)]


def test_a_service_that_only_changed_its_name_is_no_regression():
    before = outline(served("fee", MET, {"kartu kuning": (MET, "layanan/1")}), services=[("Kartu Kuning", "layanan/1")],
                     pages=[ONE])  # fmt: skip
    after = outline(served("fee", MET, {"kartu ak-1": (MET, "layanan/1")}), services=[("Kartu AK-1", "layanan/1")],
                    pages=[ONE])  # fmt: skip
    found = told(before, after)
    assert (found.changes, found.regressions) == ((), ())


def test_what_ceases_to_apply_is_laid_to_that_indicator():
    before = outline(answer("fee", NOT))
    after = outline(answer("fee", NO))
    found = told(before, after)
    assert (only(found).indicator, only(found).low) == ("fee", after.low - before.low)


verdicts = st.sampled_from([MET, PARTLY, NOT, UNKNOWN, NO])
answers = st.fixed_dictionaries({name: verdicts for name in WEIGHTS if name != "lapor_link"})


@given(answers, answers, st.sampled_from([1, 2]), st.integers(1, 30))
def test_the_points_of_the_changes_sum_to_the_whole_difference(first, second, version, weight):
    rule = instrument("2", fee=weight)
    before = outline(*(answer(k, v) for k, v in first.items()))
    after = outline(*(answer(k, v, version=version) for k, v in second.items()), rule=rule)
    found = told(before, after, rule=rule, earlier_instrument=instrument())
    assert sum((c.low for c in found.changes), F(0)) == after.low - before.low
    assert sum((c.high for c in found.changes), F(0)) == after.high - before.high


@given(answers, answers)
def test_a_rule_change_alone_is_never_blamed_on_the_agency(first, second):
    before = outline(*(answer(k, v) for k, v in first.items()))
    after = outline(*(answer(k, v, version=2) for k, v in second.items()), reading="2")
    found = told(before, after)
    assert not any(c.cause.of_the_agency for c in found.changes)
    assert found.regressions == ()
