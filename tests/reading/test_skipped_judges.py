"""A judge that is not asked would have said nothing: what is left out costs no judgement."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest

from model.reading import Document
from reading.agency_contacts import judge_contacts
from reading.agency_passages import passages_of
from reading.components import STRAY, stray_judges
from reading.gated import AnyOf, Choice, compiled
from reading.html import parse_html
from reading.parts import parts_of
from reading.text import read_text
from reading.tidying import seldom_tidied
from reading.vocabulary import pattern

HERE = Path(__file__).parents[1] / "labelled"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    pages = [parse_html(p.read_bytes(), "http://contoh.test/") for p in sorted(HERE.rglob("*.html"))[::3]]
    return pages + [read_text(p.read_bytes(), "http://contoh.test/") for p in sorted(HERE.rglob("*.txt"))]


def test_no_judge_of_stray_values_that_is_left_out_had_something_to_say(documents: list[Document]) -> None:
    parts = [part for document in documents for part in parts_of(document) if part.blocks]
    every = [judge for (_, judge), _ in STRAY.options]
    asked = [(judge, part) for part in parts for _, judge in stray_judges(part)]
    assert len(asked) < 0.5 * len(every) * len(parts)
    missed = [
        (judge.__name__, part.text)
        for part in parts
        for judge in every
        if judge not in {asked for _, asked in stray_judges(part)} and judge(part) is not None
    ]
    assert not missed


def test_a_page_speaks_of_nothing_only_because_some_passage_has_no_label() -> None:
    passages = passages_of(parse_html(b"<main><h1>Kabar</h1><p>Pasar buka pagi.</p></main>", ""))
    assert not passages.speak_of(pattern("survey_names"))
    assert passages.speak_of(compiled("pasar", re.I))


def test_a_link_reaches_someone_where_its_words_do_not() -> None:
    page = parse_html(b'<main><p>Kontak</p></main><footer><p><a href="tel:0999123456">Sapa</a></p></footer>', "")
    assert [j.topic for j in judge_contacts(page)] == ["contact"]


def test_any_of_several_patterns_opens_their_gate() -> None:
    either = AnyOf(compiled("biaya"), compiled(r"\bsk\b"))
    assert [either.may_match(text) for text in ("tanpa biaya", "SK 12", "riskan", "")] == [True, True, False, False]


def test_a_pattern_of_which_nothing_is_known_opens_the_gate_everywhere() -> None:
    assert AnyOf(compiled("biaya"), compiled(r"\w+")).may_match("apa saja")


def test_a_choice_is_made_among_all_texts() -> None:
    of_time = (compiled(r"\d+\s+hari"), compiled("sehari"))
    choice = Choice(("always", ()), ("time", of_time), ("fee", (compiled("biaya"),)))
    assert choice.of("pasar") == ("always",)
    assert choice.of("hari Senin") == ("always",)
    assert choice.of("sehari", "biaya") == ("always", "time", "fee")
    assert choice.of("hari", "3") == ("always", "time")
    assert choice.of() == ("always",)


def test_the_usual_tidying_comes_back_when_the_last_reader_is_done() -> None:
    usual = gc.get_threshold()
    with seldom_tidied():
        with seldom_tidied():
            assert gc.get_threshold()[0] > usual[0]
        assert gc.get_threshold()[0] > usual[0]
    assert gc.get_threshold() == usual
