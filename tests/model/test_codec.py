from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.audit import Audit
from model.codec import from_json, plain, read_plain, to_json
from model.evidence import Evidence, LedgerLine, Reach, Resource, Why
from model.instrument import Instrument, ZoneScale
from model.score import Scorecard
from model.sentence import Sentence, say

st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Fraction, st.fractions(max_denominator=10**6))


@pytest.mark.parametrize("kind", [Audit, Evidence, Scorecard, Instrument, ZoneScale, Sentence])
def test_a_noun_comes_back_as_it_was(kind: type) -> None:
    @settings(max_examples=25, deadline=None, derandomize=True, database=None)
    @given(st.from_type(kind))
    def check(noun: Any) -> None:
        text = to_json(noun)
        read = from_json(kind, text)
        assert read == noun
        assert to_json(read) == text
        assert read_plain(kind, plain(noun)) == noun

    check()


def test_the_text_is_canonical() -> None:
    assert to_json({"b": (1, 2), "a": "é"}) == '{"a":"é","b":[1,2]}'


def test_a_fraction_stays_exact() -> None:
    assert plain(Fraction(1, 3)) == "1/3"
    assert read_plain(Fraction, "1/3") == Fraction(1, 3)


def test_a_time_of_another_zone_keeps_its_instant_and_is_written_in_utc() -> None:
    noon = datetime(2026, 1, 5, 12, 0, 0, 5, tzinfo=timezone(timedelta(hours=9)))
    assert plain(noon) == "2026-01-05T03:00:00.000005Z"
    assert read_plain(datetime, plain(noon)) == noon


def test_a_time_without_a_zone_is_refused() -> None:
    """Whose noon is it? A guess would differ from machine to machine."""
    with pytest.raises(TypeError, match="zone"):
        plain(datetime(2026, 1, 5, 12))  # noqa: DTZ001 - the fault under test


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_json_has_not_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(value)


@pytest.mark.parametrize("value", [b"bytes", {1, 2}, object()])
def test_what_json_has_not_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot write"):
        to_json(value)


def test_an_enum_is_its_value() -> None:
    assert to_json(Reach.TIMED_OUT) == '"timed_out"'
    assert read_plain(Reach, "timed_out") is Reach.TIMED_OUT


def test_values_of_a_sentence_keep_their_type() -> None:
    sentence = say("{a} dari {b}", a=1, b="1")
    assert from_json(Sentence, to_json(sentence)).values == (("a", 1), ("b", "1"))


def test_a_field_added_later_takes_its_default_when_old_text_is_read() -> None:
    line = LedgerLine("https://a.test/", Resource.PAGE, True, Why.HOME, Reach.READ)
    data = plain(line)
    optional = {f.name for f in fields(LedgerLine) if f.name in ("promises", "size", "at", "detail")}
    assert read_plain(LedgerLine, {k: v for k, v in data.items() if k not in optional}) == line


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"x"', "{}", '{"pattern":1,"values":[]}', '{"pattern":"x","values":[["a"]]}', '{"new":1}'],
)
def test_text_that_is_no_such_noun_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the promise is the kind of error; its words differ
        from_json(Sentence, text)


def test_an_unknown_value_of_an_enum_is_refused() -> None:
    with pytest.raises(ValueError, match="'gone'"):
        read_plain(Reach, "gone")


class _Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class _Choice:
    value: _Colour | int | None
    any: Any = None


@pytest.mark.parametrize("choice", [_Choice(_Colour.RED), _Choice(3), _Choice(None), _Choice(1, ("a", ("b",)))])
def test_a_union_reads_the_kind_that_was_written(choice: _Choice) -> None:
    assert from_json(_Choice, to_json(choice)) == choice


def test_equal_nouns_give_equal_bytes_whatever_the_order_of_a_mapping() -> None:
    assert to_json({"a": 1, "b": 2}) == to_json(dict(reversed(list({"a": 1, "b": 2}.items()))))


def test_the_text_is_plain_json() -> None:
    assert json.loads(to_json(say("Biaya {fee}", fee="Rp10.000"))) == {
        "pattern": "Biaya {fee}",
        "values": [["fee", "Rp10.000"]],
    }
