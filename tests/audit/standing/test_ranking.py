"""Places: ties, agencies that were not audited, last period's place, like with like."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.standing.ranking import Contest, Field, fields_of, place_words, rank
from audit.standing.rollup import rollup, units_of
from audit.zones import scale_for
from model.evidence import Level, Reach, Target
from model.ranking import Scope
from model.standing import Standing

SULTRA = Field(Level.KABUPATEN, "Sulawesi Tenggara")


def standing(name: str, low: object, high: object = None, **more: object) -> Standing:
    """low None: not audited."""
    target = Target(
        name, f"Kabupaten {name.title()}", more.pop("level", Level.KABUPATEN), more.pop("province", SULTRA.province),
        f"https://{name}.test/", parent=more.pop("parent", ""), unit_type=more.pop("unit", ""),
    )  # fmt: skip
    first = None if low is None else F(str(low))
    last = first if high is None else F(str(high))
    reach = Reach.BLOCKED if low is None else Reach.READ
    return Standing(target, "000001", "2026-08", low is not None, first, last, None, None, reach, "publikasi-web", "1")


def contest(*standings: Standing, period: str = "2026-08", **more: object) -> Contest:
    return Contest(period, "publikasi-web", "1", standings, **more)


def places(ranking) -> dict[str, int]:
    return {p.agency: p.place for p in ranking.places}


def test_the_thirteenth_of_fifteen():
    now = [standing(f"k{n:02}", 100 - n) for n in range(15)]
    before = [standing(f"k{n:02}", n) for n in range(15)]
    ranking = rank(SULTRA, contest(*now), contest(*before, period="2026-07"))
    thirteenth = ranking.places[12]
    assert (thirteenth.agency, thirteenth.place, thirteenth.of) == ("k12", 13, 15)
    assert place_words(thirteenth) == "tempat 13 dari 15; Juli 2026: tempat 3 dari 15"


def test_equal_intervals_share_a_place_and_the_next_is_left_free():
    ranking = rank(SULTRA, contest(standing("a", 80), standing("b", 70), standing("c", 70), standing("d", 60)))
    assert places(ranking) == {"a": 1, "b": 2, "c": 2, "d": 4}
    assert [p.shared for p in ranking.places] == [1, 2, 2, 1]
    assert place_words(ranking.places[1]) == "tempat 2 dari 4 (bersama 1 lainnya)"


def test_the_certain_score_counts_and_the_interval_says_what_is_possible():
    ranking = rank(SULTRA, contest(standing("a", 60, 60), standing("b", 50, 90), standing("c", 40, 45)))
    assert [(p.agency, p.place, p.best, p.worst) for p in ranking.places] == [
        ("a", 1, 1, 2),
        ("b", 2, 1, 2),
        ("c", 3, 3, 3),
    ]


def test_an_agency_that_was_not_audited_has_no_place_and_is_listed_apart():
    ranking = rank(SULTRA, contest(standing("a", 60), standing("mati", None)))
    assert places(ranking) == {"a": 1}
    assert [(u.agency, u.reach, str(u.says)) for u in ranking.unplaced] == [
        ("mati", Reach.BLOCKED, "Belum dinilai: diblokir.")
    ]
    assert ranking.places[0].of == 1


def test_who_was_not_ranked_before_has_no_earlier_place():
    ranking = rank(SULTRA, contest(standing("a", 60)), contest(standing("a", None), period="2026-07"))
    assert ranking.places[0].before is None
    assert place_words(ranking.places[0]) == "tempat 1 dari 1"


def test_each_field_has_its_own_ranking():
    field = Field(Level.KOTA, "Maluku", units=True)
    everybody = (
        standing("a", 60), standing("b", 50, province="Maluku"),
        standing("c", 40, level=Level.KOTA, province="Maluku", unit="puskesmas"),
    )  # fmt: skip
    assert fields_of(everybody) == (
        Field(Level.KABUPATEN, "Maluku"), field, SULTRA, Field(Level.KABUPATEN), Field(Level.KOTA, units=True),
    )  # fmt: skip
    assert places(rank(field, contest(*everybody))) == {"c": 1}
    assert places(rank(Field(Level.KABUPATEN), contest(*everybody))) == {"a": 1, "b": 2}
    assert rank(Field(Level.KABUPATEN), contest(*everybody)).scope is Scope.LEVEL


spans = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)).map(sorted), min_size=1, max_size=8)


@given(spans, st.randoms())
def test_places_are_fair_in_whatever_order_agencies_come(given_spans, chance):
    everybody = [standing(f"k{n}", low, high) for n, (low, high) in enumerate(given_spans)]
    ranking = rank(SULTRA, contest(*everybody))
    chance.shuffle(everybody)
    assert rank(SULTRA, contest(*everybody)).places == ranking.places
    for place in ranking.places:
        better = sum((p.low, p.high) > (place.low, place.high) for p in ranking.places)
        assert place.place == better + 1
        assert place.best <= place.place <= place.worst <= place.of


SCALE = scale_for(2024)
ARU = Target("kab-aru", "Kabupaten Kepulauan Aru", Level.KABUPATEN, "Maluku", "https://aru.test/")


def unit(name: str, low: object, high: object = None, kind: str = "dinas") -> Standing:
    return standing(name, low, high, parent="kab-aru", unit=kind, province="Maluku")


def test_the_mean_of_the_loci_takes_dinas_and_puskesmas_together():
    told = rollup(ARU, [unit("dinkes", 80), unit("dukcapil", 90), unit("pkm", 40, 60, "puskesmas")], SCALE)
    assert (told.low, told.high) == (70, F(230, 3))
    assert (told.zone, told.category, len(told.loci)) == ("kuning", "C", 3)
    assert "rata-rata indeks 3 lokus (perangkat daerah dan puskesmas bersama-sama)" in str(told.method)


def test_a_locus_that_was_not_audited_is_unknown_and_not_zero():
    told = rollup(ARU, [unit("dinkes", 80), unit("dukcapil", None)], SCALE)
    assert (told.low, told.high, told.zone) == (40, 90, None)
    assert (told.seen_low, told.seen_high) == (80, 80)
    assert "1 lokus belum dapat dinilai" in str(told.method)


def test_the_governments_own_site_stands_beside():
    own = standing("kab-aru", 10, province="Maluku")
    told = rollup(ARU, [unit("dinkes", 80)], SCALE, own)
    assert (told.low, told.own_low) == (80, 10)


def test_without_units_there_is_nothing_to_roll_up():
    assert rollup(ARU, [], SCALE) is None


def test_a_regency_is_no_unit_of_its_province():
    regency = standing("kab-aru", 10, parent="prov-maluku")
    assert units_of("prov-maluku", [regency, unit("dinkes", 80)]) == ()
    assert units_of("kab-aru", [regency, unit("dinkes", 80)]) == (unit("dinkes", 80),)


values = st.integers(0, 100)


@given(st.lists(st.one_of(st.none(), st.tuples(values, values).map(sorted)), min_size=1, max_size=7), st.randoms())
def test_the_roll_up_is_an_interval_that_order_does_not_change(given_units, chance):
    units = [unit(f"u{n}", *(pair or (None, None))) for n, pair in enumerate(given_units)]
    told = rollup(ARU, units, SCALE)
    assert 0 <= told.low <= told.high <= 100
    if told.seen_low is not None:
        assert told.seen_low <= told.seen_high
    chance.shuffle(units)
    assert rollup(ARU, units, SCALE) == told


@pytest.mark.parametrize("missing", [0, 1, 3])
def test_each_unaudited_unit_widens_the_interval(missing):
    seen = [unit("a", 50, 60), unit("b", 70, 80)]
    less, more = (rollup(ARU, [*seen, *(unit(f"x{n}", None) for n in range(k))], SCALE) for k in (missing, missing + 1))
    assert more.low < less.low
    assert more.high > less.high
