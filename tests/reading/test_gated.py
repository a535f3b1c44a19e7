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
from reading.roots import DIGIT, EDGE, roots_of

PAGES = Path(__file__).parents[1] / "labelled" / "pages"


@pytest.mark.parametrize(
    ("pattern", "roots"),
    [
        (r"\b(?:hari|jam)\s+kerja", [{"|kerja"}, {"|hari|", "|jam|"}]),
        (r"\bja(?:m|lan)\b", [{"|jam|", "|jalan|"}]),
        (r"(?:ber)?m[ae]terai", [{"materai", "meterai", "bermaterai", "bermeterai"}]),
        (r"(?<!\w)sk(?!\w)", [{"|sk|"}]),
        (r"(?<!\d)sk(?!\d)", [{"sk"}]),
        (r"\be-?mail\b", [{"|e|-|mail|", "|email|"}]),
        (r"a[\s-]+b", [{"|b"}, {"a|"}]),
        (r"(?=biaya)\w+", []),
        (r"Rp\.?\s*\d+", [{"rp", "rp|."}, {DIGIT}]),
        (r"\d{1,2}[.:]\d\d", [{DIGIT}, {".", ":"}]),
        (r"(?:gratis)?", []),
        (r"gratis|\w+", []),
        (r"gratis|bebas\s+biaya", [{"gratis", "|biaya"}]),
        (r"(?-i:LAPOR)!", [{"lapor|!"}]),
    ],
)
def test_what_every_match_needs(pattern: str, roots: list[set[str]]) -> None:
    found = [{root.replace(EDGE, "|") for root in some} for some in roots_of(re.compile(pattern, re.I))]
    assert found == roots


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


def test_a_word_inside_another_does_not_open_the_gate_of_a_whole_word() -> None:
    assert compiled(r"\bsk\b").may_match("Nomor SK: 12")
    assert not compiled(r"\bsk\b").may_match("riskan")


def test_all_that_a_match_needs_must_be_there() -> None:
    assert compiled(r"paling\s+lambat\s+\d+\s+hari").may_match("hari 3, paling lambat")
    assert not compiled(r"paling\s+lambat\s+\d+\s+hari").may_match("paling lambat pada hari Senin")


def test_a_word_may_begin_with_an_underscore() -> None:
    assert compiled(r"\b_blank\b").search("target _blank") is not None


def test_letters_that_fold_into_two_open_every_gate() -> None:
    assert compiled("keluhan").may_match("TAR\u0130F")


def test_very_long_words_open_every_gate() -> None:
    assert compiled("pengaduan").search("https://" + "x" * 60 + "/pengaduan") is not None


_SIGNS = st.sampled_from(["a", "b", "kk", "ſ", "ß", "İ", "_", " ", "\n", "1", "-", "ab", "AB", "É"])
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
    sample = sorted(t for t in texts if 3 < len(t) < 400)[::10]
    hidden = [(g.regex.pattern, t) for g in gates for t in sample if not g.may_match(t) and g.regex.search(t)]
    assert not hidden
