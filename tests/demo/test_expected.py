"""What is expected of the sample province: complete, coherent with the instrument, and compared without mercy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from audit.instruments import load_instrument, load_scales
from audit.zones import zone_of
from checks._run import versions
from demo.comparison import compare
from demo.expected import INDICATORS, INNER, PRODUCT, Expected, load_expected
from demo.province import FOLDER, MONTHS, State, load_province
from model.audit import Audit
from model.evidence import Reach
from model.finding import Verdict
from model.reading import Topic
from tests.demo.conftest import audit_as_expected

EXPECTED = load_expected()
INSTRUMENTS = FOLDER.parent / "instruments"
SHARE = {Verdict.MET: Fraction(1), Verdict.PARTLY_MET: Fraction(1, 2), Verdict.NOT_MET: Fraction(0)}
SEKAR = ("kecamatan-sekar-arum", 3)
POSTERS = ("puskesmas-teluk-pandan", 1)


def test_every_agency_is_expected_in_every_month() -> None:
    assert EXPECTED.keys() == {(a.id, m) for a in load_province().agencies for m in MONTHS}


def test_the_indicators_are_those_of_the_checks() -> None:
    assert {*INDICATORS, *INNER} == set(versions())


def test_what_is_not_open_is_not_audited() -> None:
    for (agency, month), expected in EXPECTED.items():
        state = load_province().agency(agency).state(month)
        assert expected.audited is (state is State.OPEN)
        assert expected.home is {State.OPEN: Reach.READ, State.CHALLENGE: Reach.BLOCKED}.get(state, Reach.UNREACHABLE)


def low_and_high(expected: Expected) -> tuple[Fraction, Fraction]:
    """The score that follows from the verdicts expected, by the weights of the instrument alone."""
    low = high = Fraction(0)
    for criterion in load_instrument(INSTRUMENTS / "publikasi-web.toml").criteria:
        if not criterion.weight:
            continue
        shares = [expected.verdicts[criterion.id]]
        if criterion.id in PRODUCT and expected.services:
            shares = [service.components[criterion.id] for service in expected.services]
        low += criterion.weight * sum(min(SHARE.get(v, Fraction(0)) for v in right) for right in shares) / len(shares)
        high += criterion.weight * sum(max(SHARE.get(v, Fraction(1)) for v in right) for right in shares) / len(shares)
    return low, high


@pytest.mark.parametrize("key", [k for k, e in EXPECTED.items() if e.audited], ids=lambda k: f"{k[0]}-{k[1]}")
def test_the_zone_follows_from_the_verdicts(key: tuple[str, int]) -> None:
    scale = next(s for s in load_scales(INSTRUMENTS / "zones.toml") if 2024 in s.years)
    low, high = low_and_high(EXPECTED[key])
    lowest, highest = (zone_of(value, scale) for value in (low, high))
    assert lowest is not None
    assert highest is not None
    zone = lowest.zone if lowest.zone == highest.zone else None
    assert zone == EXPECTED[key].zone, f"{float(low)} to {float(high)}"


@pytest.mark.parametrize("key", [k for k, e in EXPECTED.items() if e.services], ids=lambda k: f"{k[0]}-{k[1]}")
def test_the_verdict_of_the_site_follows_from_its_services(key: tuple[str, int]) -> None:
    expected = EXPECTED[key]
    for component in PRODUCT:
        each = [service.components[component] for service in expected.services]
        if all(right == {Verdict.MET} for right in each):
            assert expected.verdicts[component] == {Verdict.MET}
        elif all(right == {Verdict.NOT_MET} for right in each):
            assert expected.verdicts[component] == {Verdict.NOT_MET}
        else:
            assert Verdict.PARTLY_MET in expected.verdicts[component]


def test_a_right_set_of_audits_has_no_difference() -> None:
    assert compare(EXPECTED, {key: audit_as_expected(e) for key, e in EXPECTED.items()}) == ()


def test_months_that_were_not_audited_yet_are_passed_over() -> None:
    assert compare(EXPECTED, {SEKAR: audit_as_expected(EXPECTED[SEKAR])}) == ()


def test_an_agency_that_nobody_expects_is_an_error() -> None:
    with pytest.raises(KeyError):
        compare(EXPECTED, {("dinas-lain", 1): audit_as_expected(EXPECTED[SEKAR])})


def without_finding(audit: Audit) -> Audit:
    return replace(audit, findings=tuple(f for f in audit.findings if f.check != "fee"))


def with_verdict(audit: Audit) -> Audit:
    found = tuple(replace(f, verdict=Verdict.MET) if f.check == "fee" else f for f in audit.findings)
    return replace(audit, findings=found)


def with_component(audit: Audit) -> Audit:
    first = audit.services[0]
    components = tuple((t, Verdict.MET if t is Topic.FEE else v) for t, v in first.components)
    return replace(audit, services=(replace(first, components=components), *audit.services[1:]))


def with_another_service(audit: Audit) -> Audit:
    more = replace(audit.services[0], key="lomba", name="Lomba Video")
    return replace(audit, services=(*audit.services, more))


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda a: replace(a, home=Reach.BLOCKED), "the home page is blocked, not read"),
        (lambda a: replace(a, scorecard=replace(a.scorecard, audited=False)), "audited is False"),
        (lambda a: replace(a, scorecard=replace(a.scorecard, zone="hijau")), "the zone is hijau (no score), not merah"),
        (without_finding, "fee was not answered"),
        (with_verdict, "fee is met, not not_met: kalimat"),
        (with_component, "service 'Surat Pengantar Pindah': fee is met, not not_met"),
        (with_another_service, "service 'Lomba Video' at http://kec-sekararum.test/ is none"),
        (lambda a: replace(a, services=()), "service 'Surat Pengantar Pindah' was found 0 times"),
    ],
)
def test_each_difference_is_told(spoil: Callable[[Audit], Audit], says: str) -> None:
    audit = spoil(audit_as_expected(EXPECTED[SEKAR]))
    assert compare(EXPECTED, {SEKAR: audit}) == (f"kecamatan-sekar-arum, month 3: {says}",)


def test_a_service_that_should_have_been_lost_is_missed() -> None:
    second, third = (audit_as_expected(EXPECTED[SEKAR[0], month]) for month in (2, 3))
    told = compare(EXPECTED, {(SEKAR[0], 2): second, SEKAR: replace(third, services=second.services)})
    assert "kecamatan-sekar-arum, month 3: service 'Surat Keterangan Tidak Mampu' should have been lost" in told


def test_a_loss_is_measured_against_the_last_month_that_was_audited() -> None:
    agency = "disdik-kemuning"
    first, second, third = (audit_as_expected(EXPECTED[agency, month]) for month in MONTHS)
    renamed = tuple(replace(s, key=f"lain-{s.key}") for s in third.services)
    told = compare(EXPECTED, dict(zip([(agency, m) for m in MONTHS], (first, second, replace(third, services=renamed)),
                                      strict=True)))  # fmt: skip
    assert told == tuple(f"{agency}, month 3: service {s.name!r} was lost" for s in first.services)


def test_without_a_reader_of_pictures_the_posters_must_stay_unknown() -> None:
    claimed = audit_as_expected(EXPECTED[POSTERS])
    told = compare(EXPECTED, {POSTERS: claimed}, ocr=False)
    assert len(told) == 1 + len(EXPECTED[POSTERS].without_ocr)  # the zone, and every verdict that needs a picture
    honest = replace(
        claimed,
        scorecard=replace(claimed.scorecard, zone=None),
        findings=tuple(replace(f, verdict=Verdict.UNKNOWN) for f in claimed.findings),
        services=(),
    )
    assert compare(EXPECTED, {POSTERS: honest}, ocr=False) == ()
