"""Numbers and dates as Indonesian readers write them."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from reports.figures import (
    date_words,
    half_up,
    interval,
    month_number,
    number,
    period_words,
    score_words,
    short_number,
    signed,
)
from reports.zone_time import WIB, WIT, WITA, zone_time


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("77.69", "77,69"),
        ("77.685", "77,69"),
        ("77.6849", "77,68"),
        ("0.005", "0,01"),
        ("0", "0,00"),
        ("100", "100,00"),
        ("1234567.5", "1.234.567,50"),
        ("-2.005", "-2,01"),
    ],
)
def test_numbers_have_a_comma_and_are_rounded_half_up(value: str, text: str) -> None:
    assert number(Fraction(value)) == text


def test_rounding_is_exact_where_floats_are_not() -> None:
    assert str(half_up(Fraction(2675, 1000))) == "2.68"


@pytest.mark.parametrize(
    ("value", "text"),
    [("77.996", "77,99"), ("77.685", "77,69"), ("78", "78,00"), ("99.9999", "99,99"), ("0.001", "0,00")],
)
def test_a_score_never_looks_like_a_limit_that_it_missed(value: str, text: str) -> None:
    assert score_words(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "text"), [("12", "12"), ("7.5", "7,5"), ("100", "100"), ("2.25", "2,25"), ("0", "0")]
)
def test_points_have_no_needless_zeros(value: str, text: str) -> None:
    assert short_number(Fraction(value)) == text


def test_an_interval_without_width_is_one_number() -> None:
    assert interval(Fraction(60), Fraction(60)) == "60,00"


def test_an_interval_shows_both_ends() -> None:
    assert interval(Fraction(60), Fraction(121, 2)) == "60,00–60,50"


def test_a_loss_has_a_true_minus_sign() -> None:
    assert signed(Fraction(-5, 4)) == "−1,25"


def test_a_date_is_the_agencys_own_day() -> None:
    late = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
    assert [date_words(late, zone) for zone in (WIB, WITA, WIT)] == [
        "21 November 2026",
        "22 November 2026",
        "22 November 2026",
    ]


def test_a_period_in_words() -> None:
    assert period_words("2026-05") == "Mei 2026"


def test_months_count_across_years() -> None:
    assert month_number("2027-01") - month_number("2026-12") == 1


@pytest.mark.parametrize(
    ("province", "name"),
    [
        ("Maluku", "WIT"),
        ("Provinsi Maluku Utara", "WIT"),
        ("PAPUA BARAT DAYA", "WIT"),
        ("Sulawesi Tenggara", "WITA"),
        ("Prov. Sultra", "WITA"),
        ("Kalimantan Selatan", "WITA"),
        ("Kalimantan Tengah", "WIB"),
        ("Kalimantan Barat", "WIB"),
        ("Nusa Tenggara Timur", "WITA"),
        ("NTB", "WITA"),
        ("Bali", "WITA"),
        ("D.I. Yogyakarta", "WIB"),
        ("Kepulauan Riau", "WIB"),
        ("", "WIB"),
    ],
)
def test_the_clock_of_a_province(province: str, name: str) -> None:
    assert zone_time(province).name == name
