"""A page as lines in reading order, and lines as sections. Shared by everything that has headings in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.reading import Block, BlockKind, Section, Zone
from reading.passages import split_marker


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


def with_items(lines: Sequence[Line]) -> Sequence[Line]:
    """The same lines; three or more headings in a row that only count ("1. Pengantar RT", "2. ...") are list items."""
    numbers = [_number(line) for line in lines]
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and numbers[start] and numbers[end] > numbers[end - 1] and _beside(lines, start, end):
            end += 1
        if end - start >= _FEWEST:
            for line in lines[start:end]:
                marker, text = split_marker(line.block.text)
                line.block, line.level = Block(BlockKind.ITEM, text, marker, links=line.block.links), 0
        start = end
    return lines


_FEWEST = 3


def _number(line: Line) -> int:
    """What a heading counts, or 0."""
    text = line.block.text
    if not line.level or not text[:1].isdigit():
        return 0
    marker = split_marker(text)[0].strip("().")
    return int(marker) if marker.isdigit() else 0


def _beside(lines: Sequence[Line], one: int, other: int) -> bool:
    return lines[one].level == lines[other].level and lines[one].zone is lines[other].zone


def text_block(text: str, where: str = "") -> Block:
    return Block(BlockKind.TEXT, text, where=where)
