"""Numbers in Indonesian words: "empat belas" is 14, "dua puluh lima" is 25."""

from __future__ import annotations

import re

_DIGITS = {"nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8}
_DIGITS["sembilan"] = 9
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000, "kosong": 0}
_WORD = "|".join((*_WHOLE, *_DIGITS))
_TIMES = "puluh|belas|ratus|ribu|juta"

# Bounded, so that a text full of number words costs little more than its length. Not possessive: Python before 3.11.5
# (Debian 12 has 3.11.2) matches possessive groups wrongly (python/cpython#106052).
_ONE = rf"(?:{_WORD})(?:\s{{0,3}}(?:{_TIMES})){{0,3}}"
NUMBER_WORDS = rf"(?:{_ONE}(?:\s{{1,3}}{_ONE}){{0,7}})"
"""Source of a pattern for a number in words; to be compiled with IGNORECASE between word borders."""

_PART = re.compile(rf"{_WORD}|{_TIMES}", re.IGNORECASE)


def number_of_words(text: str) -> int | None:
    """The number that a text spells, from 0 to 999,999,999. None when the text is not a number in words."""
    rest = _PART.sub("", text)
    parts = [t.lower() for t in _PART.findall(text)]
    if not parts or rest.strip(" -\n\t"):
        return None
    total = thousands = part = 0
    for word in parts:
        if word in _DIGITS:
            part += _DIGITS[word]
        elif word in ("seribu", "ribu"):
            thousands, total, part = 0, total + (thousands + part or 1) * 1000, 0
        elif word == "juta":
            thousands, total, part = 0, total + (thousands + part or 1) * 1_000_000, 0
        elif word in _WHOLE:
            part += _WHOLE[word]
        elif word == "belas":
            part += 10
        else:
            last = part % 10
            part += last * ({"puluh": 10, "ratus": 100}[word] - 1)
    return total + thousands + part


def words_of_number(number: int) -> str:
    """A number from 0 to 999,999 in words. Raises ValueError outside."""
    if not 0 <= number < 1_000_000:
        raise ValueError(f"{number} is not from 0 to 999,999")
    units = list(_DIGITS)
    if number < 10:
        return units[number]
    if number < 12:
        return ("sepuluh", "sebelas")[number - 10]
    if number < 20:
        return f"{units[number - 10]} belas"
    for size, name, one in ((1000, "ribu", "seribu"), (100, "ratus", "seratus"), (10, "puluh", "sepuluh")):
        if number >= size:
            many, rest = divmod(number, size)
            head = one if many == 1 else f"{words_of_number(many)} {name}"
            return f"{head} {words_of_number(rest)}" if rest else head
    raise AssertionError("unreachable: every number above is covered")
