"""A gate may let through too much, and never too little: it changes what a pattern costs, not what it finds."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reading.read  # loads every reader, and with it every gated pattern
from reading.gated import Gated, Root, compiled
from reading.roots import DIGIT, roots_of

PAGES = Path(__file__).parents[1] / "labelled" / "pages"


@pytest.mark.parametrize(
    ("pattern", "roots"),
    [
        (r"\b(?:hari|jam)\s+kerja", {"kerja"}),
        (r"\bja(?:m|lan)\b", {"jam", "jalan"}),
        (r"(?:ber)?m[ae]terai", {"materai", "meterai", "bermaterai", "bermeterai"}),
        (r"(?=biaya)\w+", None),
        (r"Rp\.?\s*\d+", {"rp", "rp."}),
        (r"\d{1,2}[.:]\d\d", {DIGIT}),
        (r"(?:gratis)?", None),
        (r"gratis|\w+", None),
        (r"(?:ya\s+)+tidak", {"tidak"}),
        (r"(?-i:LAPOR)!", {"lapor!"}),
    ],
)
def test_what_every_match_needs(pattern: str, roots: set[str] | None) -> None:
    assert roots_of(re.compile(pattern, re.I)) == roots


def test_a_closed_gate_answers_as_the_pattern_would() -> None:
    fee = compiled(r"\bbiaya\s+(\d+)", re.I)
    text = "Kepala dinas meninjau pasar."
    assert (fee.search(text), fee.match(text), fee.fullmatch(text), fee.findall(text), list(fee.finditer(text))) == (
        None,
        None,
        None,
        [],
        [],
    )
    assert fee.sub("-", text) == text


def test_an_open_gate_leaves_it_to_the_pattern() -> None:
    fee = compiled(r"\bbiaya\s+(\d+)", re.I)
    assert fee.findall("BIAYA 500, biaya 700") == ["500", "700"]
    assert fee.search("tanpa biaya") is None
    assert fee.search("biaya 500", 3) is None


def test_a_pattern_that_needs_nothing_is_always_run() -> None:
    assert compiled(r"\w+").search("apa saja") is not None
    assert compiled(r"").search("") is not None


def test_a_gate_that_is_new_sees_words_that_are_old() -> None:
    text = "kata kata lama sekali"
    assert compiled("lama").search(text) is not None
    assert compiled("sekali").search(text) is not None
    assert Root("kali").stands_in(text)


def test_very_long_words_open_every_gate() -> None:
    assert compiled("pengaduan").search("https://" + "x" * 60 + "/pengaduan") is not None


_SIGNS = st.sampled_from(["a", "b", "kk", "ſ", "ß", " ", "\n", "1", "-", "ab", "AB", "É"])
_PIECES = st.sampled_from(
    [
        "a",
        "b",
        "k",
        r"\s",
        r"\s+",
        r"\d",
        "[ab]",
        r"\w*",
        "(?:a|bk)",
        "(?:ab)?",
        "(?:a|b)+",
        r"\b",
        "(?!k)",
        "(?<=a)",
        "é",
        "-",
    ]
)


@given(st.lists(_PIECES, max_size=5), st.lists(_SIGNS, max_size=8))
def test_no_gate_hides_a_match(pieces: list[str], signs: list[str]) -> None:
    pattern, text = re.compile("".join(pieces), re.I), "".join(signs)
    assert bool(Gated(pattern).search(text)) == bool(pattern.search(text))


def test_no_gate_of_the_reader_hides_a_match_on_the_labelled_pages() -> None:
    assert reading.read.RULES
    gates = [g for g in gc.get_objects() if isinstance(g, Gated) and not isinstance(g, Root)]
    assert len(gates) > 100
    texts = {line.strip() for page in sorted(PAGES.rglob("*.html")) for line in page.read_text().splitlines()}
    sample = sorted(t for t in texts if 3 < len(t) < 400)[::4]
    hidden = [(g.regex.pattern, t) for g in gates for t in sample if not g.may_match(t) and g.regex.search(t)]
    assert not hidden
