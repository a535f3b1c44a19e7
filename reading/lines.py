"""A page as lines in reading order, and lines as sections. Shared by everything that has headings in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from model.reading import Block, BlockKind, Section, Zone


@dataclass(slots=True)
class Line:
    """A block on its way into a section. level: 1..6 for a heading, 0 for anything else."""

    block: Block
    zone: Zone
    level: int = 0


@dataclass(slots=True)
class _Open:
    heading: str
    level: int
    trail: tuple[str, ...]
    zone: Zone
    blocks: list[Block]
    where: str


def to_sections(lines: Iterable[Line]) -> tuple[Section, ...]:
    """Headings open sections; a change of zone closes them. Empty sections are kept when they have a heading."""
    found: list[_Open] = []
    above: list[tuple[int, str]] = []
    for line in lines:
        if not found or found[-1].zone is not line.zone:
            above = []
            found.append(_Open("", 0, (), line.zone, [], ""))
        if line.level:
            while above and above[-1][0] >= line.level:
                above.pop()
            trail = tuple(text for _, text in above)
            text = line.block.text
            found.append(_Open(text, line.level, trail, line.zone, [], f"bagian '{text[:80]}'"))
            above.append((line.level, text))
        else:
            found[-1].blocks.append(line.block)
    return tuple(
        Section(s.heading, s.level, s.trail, s.zone, tuple(s.blocks), s.where) for s in found if s.heading or s.blocks
    )


def text_block(text: str, where: str = "") -> Block:
    return Block(BlockKind.TEXT, text, where=where)
