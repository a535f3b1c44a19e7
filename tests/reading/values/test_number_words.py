"""Numbers in words and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.number_words import number_of_words, words_of_number


@given(st.integers(0, 999_999))
def test_every_number_survives_its_words(number):
    assert number_of_words(words_of_number(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("sebelas", 11),
        ("empatbelas", 14),
        ("Dua Puluh Lima", 25),
        ("seratus dua", 102),
        ("seribu lima ratus", 1500),
        ("dua juta", 2_000_000),
    ],
)
def test_spellings(text, number):
    assert number_of_words(text) == number


@pytest.mark.parametrize("text", ["", "hari", "tiga hari", "belas kasihan", "satu-satunya"])
def test_no_numbers(text):
    assert number_of_words(text) is None


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_numbers_out_of_range(number):
    with pytest.raises(ValueError, match="not from 0"):
        words_of_number(number)
