"""The quick way back from an outline's text gives what the codec would give."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.codec import from_json
from model.outline import Outline
from store import outline_text

st.register_type_strategy(Fraction, st.fractions(max_denominator=10**6))


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.from_type(Outline))
def test_an_outline_comes_back_as_it_was(outline: Outline) -> None:
    text = outline_text.write(outline)
    assert outline_text.read(text) == outline == from_json(Outline, text)


@pytest.mark.parametrize("text", ["{}", "[]", '{"agency": "x"}', "3"])
def test_what_is_no_outline_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Outline"):
        outline_text.read(text)
