"""The score is an interval: exact, fair in its order, and certain only when it may be."""

from fractions import Fraction as F
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.instruments import FOLDER, load_instrument
from audit.score import score, share_of
from audit.zones import scale_for
from model.evidence import Reach
from model.finding import Coverage, Finding, ServiceFinding, Unread, Verdict
from model.reading import PageKind
from model.score import Scorecard
from model.sentence import say
from tests.checks.build import SITE, page, site

INSTRUMENT = load_instrument(FOLDER / "publikasi-web.toml")
SCALE = scale_for(2024)
CHECKS = [c.check for c in INSTRUMENT.criteria]
WEIGHTS = {c.check: c.weight for c in INSTRUMENT.criteria}
SAYS = say("Contoh.")
WORTH = (Verdict.NOT_MET, Verdict.PARTLY_MET, Verdict.MET)
ENOUGH = Coverage(0, 0)


def finding(check: str, verdict: Verdict, *services: Verdict, coverage: Coverage = ENOUGH) -> Finding:
    rows = tuple(ServiceFinding(f"s{n}", f"Layanan {n}", SITE, v, SAYS) for n, v in enumerate(services))
    return Finding(check, 1, verdict, SAYS, (), coverage, rows)


def card(findings: list[Finding]) -> Scorecard:
    return score(findings, INSTRUMENT, SCALE, site())


def everything(verdict: Verdict) -> list[Finding]:
    return [finding(c, verdict) for c in CHECKS]


def unseen(count: int) -> Coverage:
    return Coverage(count, 0, tuple(Unread(f"{SITE}{n}", Reach.BLOCKED) for n in range(count)), enough=False)


findings = st.tuples(
    *(
        st.builds(
            lambda verdict, services, hidden, check=check: finding(
                check, verdict, *services, coverage=unseen(hidden) if hidden else ENOUGH
            ),
            st.sampled_from(Verdict),
            st.lists(st.sampled_from(Verdict), max_size=4),
            st.integers(0, 2),
        )
        for check in CHECKS
    )
).map(list)


def raised(found: Finding, place: int) -> Finding:
    """One verdict of a finding, a step up, where it can be: of a service, or of the whole."""
    rows = list(found.by_service)
    if rows:
        row = rows[place % len(rows)]
        better = ServiceFinding(row.key, row.name, row.url, up(row.verdict), row.says)
        rows[place % len(rows)] = better
    return Finding(found.check, 1, up(found.verdict), SAYS, (), found.coverage, tuple(rows))


def up(verdict: Verdict) -> Verdict:
    return dict(pairwise(WORTH)).get(verdict, verdict)


@given(findings)
def test_low_is_never_above_high(found):
    result = card(found)
    if result.audited:
        assert 0 <= result.low <= result.high <= 100
    assert all(0 <= p.low <= p.high <= p.maximum for p in result.points)


@given(findings, st.integers(0, len(CHECKS) - 1), st.integers(0, 3))
def test_raising_a_verdict_never_lowers_the_score(found, n, place):
    before = card(found)
    after = card([raised(f, place) if i == n else f for i, f in enumerate(found)])
    assert after.audited == before.audited
    if before.audited:
        assert (after.low >= before.low, after.high >= before.high) == (True, True)


@given(findings, st.randoms(use_true_random=False))
def test_the_order_of_findings_and_services_does_not_matter(found, chance):
    before = card(found)
    mixed = []
    for one in found:
        rows = list(one.by_service)
        chance.shuffle(rows)
        mixed.append(Finding(one.check, 1, one.verdict, SAYS, (), one.coverage, tuple(rows)))
    chance.shuffle(mixed)
    assert card(mixed) == before


@given(findings, st.integers(0, len(CHECKS) - 1))
def test_not_knowing_widens_and_never_lowers_high(found, n):
    known = [f if f.verdict is not Verdict.NOT_APPLICABLE else finding(f.check, Verdict.MET) for f in found]
    before = card(known)
    veiled = [s.verdict if s.verdict is Verdict.NOT_APPLICABLE else Verdict.UNKNOWN for s in known[n].by_service]
    hidden = finding(known[n].check, Verdict.UNKNOWN, *veiled, coverage=known[n].coverage)
    after = card([hidden if i == n else f for i, f in enumerate(known)])
    assert after.high >= before.high
    assert after.low <= before.low


def test_weights_sum_to_one_hundred_of_which_83_are_published():
    assert sum(WEIGHTS.values()) == 100
    assert sum(c.weight for c in INSTRUMENT.criteria if not c.own) == 83


@pytest.mark.parametrize(
    ("verdict", "low", "high"),
    [
        (Verdict.MET, 100, 100),
        (Verdict.PARTLY_MET, 50, 50),
        (Verdict.NOT_MET, 0, 0),
        (Verdict.UNKNOWN, 0, 100),
    ],
)
def test_what_each_verdict_is_worth(verdict, low, high):
    result = card(everything(verdict))
    assert (result.low, result.high) == (low, high)


def test_a_check_that_did_not_answer_is_unknown():
    result = card([])
    assert (result.low, result.high) == (0, 100)


def test_services_count_equally_and_exactly():
    found = finding("fee", Verdict.PARTLY_MET, Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET)
    assert share_of(found) == (F(1, 2), F(1, 2))
    assert share_of(finding("fee", Verdict.PARTLY_MET, Verdict.MET, Verdict.UNKNOWN, Verdict.NOT_MET)) == (
        F(1, 3),
        F(2, 3),
    )


def test_a_service_to_which_it_does_not_apply_is_left_out():
    assert share_of(finding("fee", Verdict.MET, Verdict.MET, Verdict.NOT_APPLICABLE)) == (1, 1)


def test_unseen_service_pages_count_as_services_of_which_nothing_is_known():
    found = finding("fee", Verdict.MET, Verdict.MET, coverage=unseen(3))
    assert share_of(found) == (F(1, 4), F(1))


def test_what_does_not_apply_leaves_the_maximum():
    found = [finding(c, Verdict.NOT_APPLICABLE if c == "fee" else Verdict.MET) for c in CHECKS]
    result = card(found)
    assert (result.low, result.high) == (100, 100)
    assert sum(p.maximum for p in result.points) == 88


def test_nothing_that_applies_is_no_score():
    result = card(everything(Verdict.NOT_APPLICABLE))
    assert (result.audited, result.low, result.zone) == (False, None, None)


@pytest.mark.parametrize("reach", [r for r in Reach if r is not Reach.READ])
def test_an_unread_home_page_is_not_audited_and_never_zero(reach):
    result = score(everything(Verdict.NOT_MET), INSTRUMENT, SCALE, site(home=reach))
    assert (result.audited, result.low, result.high, result.zone, result.reach) == (False, None, None, None, reach)
    assert str(result.why).startswith("Belum dinilai: ")


@pytest.mark.parametrize("kind", [PageKind.CHALLENGE, PageKind.PARKED, PageKind.HACKED])
def test_a_home_page_of_somebody_else_is_not_audited(kind):
    result = score(everything(Verdict.NOT_MET), INSTRUMENT, SCALE, site(pages=[page(kind=kind)]))
    assert not result.audited


def test_a_parked_address_elsewhere_leaves_the_site_audited():
    elsewhere = page(SITE + "lama", PageKind.PARKED)
    assert score(everything(Verdict.MET), INSTRUMENT, SCALE, site(pages=[page(), elsewhere])).audited


def zoned(*unknown: str, missing: tuple[str, ...] = ()) -> Scorecard:
    verdicts = dict.fromkeys(missing, Verdict.NOT_MET) | dict.fromkeys(unknown, Verdict.UNKNOWN)
    return card([finding(c, verdicts.get(c, Verdict.MET)) for c in CHECKS])


def test_a_zone_is_named_when_the_whole_interval_lies_in_it():
    result = zoned("lapor_link")
    assert (result.zone, result.category) == ("hijau", "A")
    assert "98,00 sampai 100,00" in str(result.why)


def test_one_colour_of_two_categories_is_named_without_a_category():
    result = zoned("fee", "lapor_link")
    assert (result.low, result.zone, result.category) == (86, "hijau", None)


def test_no_zone_across_a_limit_and_the_widest_gaps_are_named():
    result = zoned("fee", "completion_time", "service_motto")
    assert (result.zone, result.category, result.zone_label) == (None, None, "belum dapat ditetapkan")
    assert "Jangka waktu penyelesaian; Biaya/tarif; Moto pelayanan" in str(result.why)


def test_a_year_without_assessment_has_no_zone():
    result = score(everything(Verdict.MET), INSTRUMENT, scale_for(2020), site())
    assert (result.audited, result.low, result.zone) == (True, 100, None)
