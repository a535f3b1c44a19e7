"""The cheap look that stands before dear patterns: it may let too much pass, and never too little."""

from __future__ import annotations

import pytest

from reading.mentions import mentions


@pytest.mark.parametrize("text", ["3 HARI kerja", "tiga hari", "sehari", "Harian"])
def test_a_root_is_seen_in_any_case_and_inside_words(text):
    assert mentions(text, ("menit", "hari"))


@pytest.mark.parametrize("text", ["", "lama sekali", "har i"])
def test_other_words_do_not_pass(text):
    assert not mentions(text, ("menit", "hari"))
