"""Zones by year, at their limits."""

from fractions import Fraction as F

import pytest

from audit.zones import next_limit, scale_for, zone_of


@pytest.mark.parametrize(
    ("year", "value", "zone", "category"),
    [
        (2019, "50.04", "merah", ""),
        (2016, "68.06", "kuning", ""),
        (2018, "97.16", "hijau", ""),
        (2021, "50.99", "merah", ""),
        (2021, "51", "kuning", ""),
        (2021, "80.99", "kuning", ""),
        (2021, "81", "hijau", ""),
        (2022, "49.09", "merah", "D"),
        (2022, "31.99", "merah", "E"),
        (2022, "32", "merah", "D"),
        (2023, "53.99", "merah", "D"),
        (2023, "54", "kuning", "C"),
        (2024, "77.69", "kuning", "C"),
        (2024, "77.99", "kuning", "C"),
        (2024, "78", "hijau", "B"),
        (2024, "87.99", "hijau", "B"),
        (2024, "88", "hijau", "A"),
        (2024, "100", "hijau", "A"),
        (2024, "0", "merah", "E"),
        (2025, "53.38", "merah", "D"),
        (2025, "81.20", "hijau", "B"),
    ],
)
def test_published_scores_lie_in_their_zones(year, value, zone, category):
    found = zone_of(F(value), scale_for(year))
    assert (found.zone, found.category) == (zone, category)


def test_there_was_no_assessment_in_2020():
    assert zone_of(F(90), scale_for(2020)) is None


def test_dark_green_is_a_word_for_display_and_no_zone():
    top = zone_of(F(90), scale_for(2024))
    assert (top.zone, top.alias) == ("hijau", "hijau tua")


def test_years_to_come_take_the_last_scale():
    assert scale_for(2031).id == "2025"


@pytest.mark.parametrize("year", [2013, 2014, 1999])
def test_years_with_unknown_limits_are_refused(year):
    with pytest.raises(LookupError, match=str(year)):
        scale_for(year)


@pytest.mark.parametrize("value", ["-0.01", "100.01"])
def test_values_outside_the_scale_are_refused(value):
    with pytest.raises(ValueError, match="di luar"):
        zone_of(F(value), scale_for(2024))


def test_the_next_limit_lies_above_the_value():
    scale = scale_for(2024)
    assert next_limit(F("77.99"), scale).floor == 78
    assert next_limit(F(78), scale).floor == 88
    assert next_limit(F(88), scale) is None
