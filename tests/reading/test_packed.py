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
    block = Block(BlockKind.TEXT, "Gratis")
    section = Section("Biaya", 2, (), Zone.MAIN, (block,))
    assert json.loads(pack(Document("u", "html", "t", (section,)))) == [
        "u", "html", "t", [["Biaya", 2, [], "main", [["text", "Gratis"]]]]
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{}",
        "[]",
        '["u","html","t"]',
        '["u","html",1,[]]',
        '["u","html","t",["x"]]',
        '["u","html","t",[["h",2,[],"nowhere",[]]]]',
        '["u","html","t",[["h",2,[],["main"],[]]]]',
        '["u","html","t",[["h",true,[],"main",[]]]]',
        '["u","html","t",[],[],[],[],[],"",0,"",1]',
        "[" * 100_000,
    ],
)
def test_what_is_no_document_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"packed document|Expecting|Extra data"):
        unpack(text)


def test_links_keep_their_order() -> None:
    links = (Link("b", "2"), Link("a", "1"))
    assert unpack(pack(Document("u", "html", "t", (), links=links))).links == links
