"""Lists whose every item is a heading with a line of text (cards): read together as one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from model.reading import Block, BlockKind
from reading.lists import may_list_papers
from reading.parts import Part

MOST_LINES = 4
"""Blocks under one heading above which it is a section of its own, and no card."""


def cards_as_parts(parts: Sequence[Part]) -> Iterator[Part]:
    """For each run of three or more cards below the same headings, one part with all their lines.

    A part under a label that heads them ("Cara Membuat KK" above numbered cards) stays under that label.
    """
    for (umbrella, above, component), run in groupby(parts, key=_place):
        if component or umbrella not in ("", "procedure", "complaint_procedure"):
            continue
        cards = [p for p in run if any(b.text != p.label for b in p.blocks)]
        if len(cards) < 3 or any(len(p.blocks) > MOST_LINES for p in cards):
            continue
        numbered = sum(1 for p in cards for b in p.blocks if b.text.isdigit()) >= 2
        if not (umbrella or numbered or any(may_list_papers(p.label) or may_list_papers(p.text) for p in cards)):
            continue  # a list that is neither counted nor of papers says nothing that its cards do not say
        blocks = tuple(b for n, p in enumerate(cards, 1) for b in _lines(p, f"{n}." if numbered else "•"))
        yield replace(cards[0], component=umbrella, label=above[-1] if above else "", headings=above, blocks=blocks)


def _place(part: Part) -> tuple[str, tuple[str, ...], str]:
    return part.umbrella, part.headings[:-1], part.component


def _lines(part: Part, marker: str) -> Iterator[Block]:
    yield Block(BlockKind.ITEM, part.label, marker=marker, where=part.where)
    for block in part.blocks:
        if len(block.text) > 3 and block.text != part.label:
            yield _item(block, marker, part.where)


def _item(block: Block, marker: str, where: str) -> Block:
    """The block as an item of the list; written out, because `replace` takes three times as long."""
    return Block(
        BlockKind.ITEM,
        block.text,
        marker,
        block.depth,
        block.cells,
        block.header,
        where,
        block.page,
        block.links,
        block.src,
        block.confidence,
    )
