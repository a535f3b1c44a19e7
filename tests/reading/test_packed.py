"""A document crosses the pipe unchanged, and what is no document is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.reading import Block, BlockKind, Document, Link, Section, Zone
from reading.packed import pack, unpack

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))

BLOCK = Block(BlockKind.ITEM, "KTP", "1.", links=(Link("http://a.test/", "KTP"),), confidence=0.5)
DOCUMENT = Document("u", "html", "t", (Section("Syarat", 2, ("Layanan",), Zone.MAIN, (BLOCK,)),))


@settings(max_examples=25)
@given(st.from_type(Document))
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    blocks = [block for section in document.sections for block in section.blocks]
    counts = [document.pages, *(s.level for s in document.sections), *(n for b in blocks for n in (b.depth, b.page))]
    assume(all(abs(count) < 2**63 for count in counts))  # no page is deeper, and no document longer
    assert unpack(pack(document)) == document


def test_half_a_letter_becomes_a_question_mark_and_the_rest_is_kept() -> None:
    torn = replace(DOCUMENT, title="Biaya \ud83d layanan", url="\udc00")
    assert unpack(pack(torn)) == replace(DOCUMENT, title="Biaya ? layanan", url="?")


def plain() -> dict[str, Any]:
    document: dict[str, Any] = msgspec.to_builtins(DOCUMENT)
    return document


def test_the_document_that_the_refused_ones_change_is_one() -> None:
    assert unpack(msgspec.msgpack.encode(plain())) == DOCUMENT


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("title",), 1),
        (("title",), None),
        (("title",), b"t"),
        (("sections",), {}),
        (("sections",), ["x"]),
        (("pages",), "2"),
        (("pages",), True),
        (("pages",), 2.5),
        (("sections", 0, "zone"), "nowhere"),
        (("sections", 0, "zone"), ["main"]),
        (("sections", 0, "trail"), [1]),
        (("sections", 0, "blocks", 0, "kind"), "image of something"),
        (("sections", 0, "blocks", 0, "header"), 1),
        (("sections", 0, "blocks", 0, "confidence"), "1"),
        (("sections", 0, "blocks", 0, "links", 0, "url"), 7),
    ],
)
def test_a_value_of_another_kind_is_refused(where: tuple[str | int, ...], value: object) -> None:
    document = plain()
    inner: Any = document
    for step in where[:-1]:
        inner = inner[step]
    inner[where[-1]] = value
    with pytest.raises(ValueError, match="packed document"):
        unpack(msgspec.msgpack.encode(document))


@pytest.mark.parametrize(
    "packed",
    [b"", b"\xc0", b"\x80", b"\x90", pack(DOCUMENT)[:-1], pack(DOCUMENT) + b"\x00", b"\x91" * 100_000, b"\xdb\xff\xff"],
)
def test_what_is_no_document_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="packed document"):
        unpack(packed)


def test_a_document_that_lacks_what_it_needs_is_refused() -> None:
    document = plain()
    del document["sections"]
    with pytest.raises(ValueError, match="packed document"):
        unpack(msgspec.msgpack.encode(document))
