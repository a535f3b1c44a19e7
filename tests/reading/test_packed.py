"""A document crosses the pipe unchanged, and what is no document is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.reading import Block, BlockKind, Document, Link, Section, Zone
from reading.packed import pack, unpack

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@settings(max_examples=25)
@given(st.from_type(Document))
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert unpack(pack(document)) == document


def test_what_is_usual_takes_no_room() -> None:
    blocks = (Block(BlockKind.TEXT, "Gratis"), Block(BlockKind.TEXT, "Nihil"))
    section = Section("Biaya", 2, (), Zone.MAIN, blocks)
    sections = [["Biaya"], [2], [[0], []], ["main"], [[2], [["text", "text"], ["Gratis", "Nihil"]]]]
    assert json.loads(pack(Document("u", "html", "t", (section,)))) == [["u"], ["html"], ["t"], [[1], sections]]


def table(**changed: object) -> str:
    """A document of one section, with some of its columns changed."""
    section = {"heading": ["h"], "level": [2], "trail": [[0], []], "zone": ["main"], "blocks": [[0], [[], []]]}
    document = {"url": ["u"], "medium": ["html"], "title": ["t"], "sizes": [1]}
    document |= {k: v for k, v in changed.items() if k in document}
    section |= {k: v for k, v in changed.items() if k in section}
    return json.dumps([*list(document.values())[:3], [document["sizes"], list(section.values())]])


def test_the_document_that_the_refused_ones_change_is_one() -> None:
    assert unpack(table()) == Document("u", "html", "t", (Section("h", 2, (), Zone.MAIN, ()),))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{}",
        "[]",
        '[["u"],["html"],["t"]]',
        '[["u"],["html"],["t"],[[0],[[],[],[[],[]],[],[[],[[],[]]]]],[],[],[],[],[],[],[],[]]',
        table(title=[1]),
        table(title=["t", "t"]),
        table(title=None),
        table(sizes=[2]),
        table(sizes=[-1]),
        table(sizes=[1.0]),
        table(sizes=[True]),
        table(sizes=[1, 0]),
        table(sizes=[10**15]),
        table(sizes=1),
        table(heading=[["h"]]),
        table(heading=[]),
        table(level=[True]),
        table(level=["2"]),
        table(trail=[[1], []]),
        table(trail=[[0], ["h"]]),
        table(trail=[[0]]),
        table(zone=["nowhere"]),
        table(zone=[["main"]]),
        table(blocks=[[1], [["text"], []]]),
        table(blocks=[[1], [["text"]]]),
        table(blocks=[[0], "x"]),
        "[" * 100_000,
    ],
)
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"packed document|Expecting|Extra data"):
        unpack(text)


def test_links_keep_their_order() -> None:
    links = (Link("b", "2"), Link("a", "1"))
    assert unpack(pack(Document("u", "html", "t", (), links=links))).links == links
