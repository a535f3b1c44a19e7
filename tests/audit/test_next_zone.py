"""The path to the next zone is the cheapest one: compared with every possible set."""

from fractions import Fraction as F
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from audit.next_zone import Fix, cheapest, next_zone
from audit.score import score
from audit.zones import scale_for
from model.finding import Verdict
from tests.audit.test_score import CHECKS, INSTRUMENT, SCALE, everything, finding, unseen
from tests.checks.build import site

fixes = st.lists(
    st.builds(
        lambda gain, parts, effort: Fix("x", F(gain, parts), F(0), effort),
        st.integers(1, 12),
        st.integers(1, 4),
        st.integers(1, 5),
    ),
    max_size=9,
)


def path(found):
    return next_zone(score(found, INSTRUMENT, SCALE, site()), found, INSTRUMENT, SCALE)


@given(fixes, st.fractions(min_value=F(1, 4), max_value=40, max_denominator=4))
def test_no_set_is_cheaper(given_fixes, need):
    sets = [s for k in range(len(given_fixes) + 1) for s in combinations(given_fixes, k)]
    enough = [s for s in sets if sum(f.gain for f in s) >= need]
    chosen = cheapest(given_fixes, need)
    if not enough:
        assert chosen is None
        return
    hours = min(sum(f.effort for f in s) for s in enough)
    points = max(sum(f.gain for f in s) for s in enough if sum(f.effort for f in s) == hours)
    assert sum(f.effort for f in chosen) == hours
    assert sum(f.gain for f in chosen) == points


def test_the_path_lifts_low_over_the_next_limit():
    found = everything(Verdict.NOT_MET)
    way = path(found)
    assert (way.limit.floor, way.low >= 32) == (32, True)
    mended = {f.indicator for f in way.fixes}
    again = score(
        [finding(c, Verdict.MET if c in mended else Verdict.NOT_MET) for c in CHECKS], INSTRUMENT, SCALE, site()
    )
    assert (again.low, again.high) == (way.low, way.high)


def test_services_are_mended_one_by_one():
    rows = [Verdict.NOT_MET] * 12
    met = {"requirements", "procedure", "completion_time", "product", "service_pledge"}
    found = [finding(c, Verdict.MET if c in met else Verdict.NOT_MET) for c in CHECKS if c != "fee"]
    way = path([*found, finding("fee", Verdict.NOT_MET, *rows)])
    # 38 points; the officer gives 5 for one hour, a fee gives 1 for one hour, and 16 are wanted
    assert (way.limit.floor, way.low >= 54) == (54, True)
    assert len([f for f in way.fixes if f.indicator == "fee"]) < len(rows)
    assert all(f.service for f in way.fixes if f.indicator == "fee")


def test_what_is_unknown_is_marked_as_not_known_to_lack():
    found = [finding(c, Verdict.MET) for c in CHECKS if c not in ("fee", "service_pledge")]
    way = path([*found, finding("fee", Verdict.UNKNOWN), finding("service_pledge", Verdict.NOT_MET)])
    assert [(f.indicator, f.known) for f in way.fixes] == [("fee", False)]
    assert (way.low, way.high) == (92, 92)


def test_one_unseen_service_is_a_fix_of_its_own():
    found = [finding(c, Verdict.NOT_MET) for c in CHECKS if c != "fee"]
    way = path([*found, finding("fee", Verdict.MET, Verdict.MET, coverage=unseen(1))])
    assert way.limit.floor == 32
    assert [(f.gain, f.rise, f.known) for f in way.fixes if f.indicator == "fee"] == [(6, 0, False)]


def test_there_is_no_path_above_the_highest_zone():
    assert path(everything(Verdict.MET)) is None


def test_there_is_no_path_without_a_score_or_a_scale():
    found = everything(Verdict.NOT_MET)
    no_scale = scale_for(2020)
    assert next_zone(score(found, INSTRUMENT, no_scale, site()), found, INSTRUMENT, no_scale) is None
    nothing = everything(Verdict.NOT_APPLICABLE)
    assert path(nothing) is None
