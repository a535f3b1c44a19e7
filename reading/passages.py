"""Headings and blocks in reading order -> sections. Shared by all readers of documents that are not HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from model.reading import Block, BlockKind, Section, Zone

_MARKER = re.compile(
    r"(?P<marker>\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)]"
    r"|[-–—•●○▪■◦·✓✔➢➤►*\uf0b7\uf0a7\uf0d8\uf0fc])"
    r"(?:\s+|(?<=[.)–-])(?=[A-Z][a-z]))(?P<rest>\S.*)",
    re.S,
)
MAX_TRAIL = 6
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\u200b\ufeff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on its way into a section. level: 1..6. page: of a PDF, from 1, else 0."""

    text: str
    level: int
    where: str = ""
    page: int = 0


Piece = Heading | Block


def clean(text: str) -> str:
    """Text without control characters, blanks folded; line breaks are kept, empty lines dropped."""
    text = _CONTROL.sub("", text.replace("\xa0", " ").replace("\xad", ""))
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def split_marker(text: str) -> tuple[str, str]:
    """("a.", "Fotokopi KTP") for "a. Fotokopi KTP"; ("", text) when it starts with no list marker."""
    match = _MARKER.fullmatch(text)
    return (match["marker"], match["rest"]) if match else ("", text)


def paragraph(text: str, where: str = "", page: int = 0, depth: int = 0, confidence: float = 1.0) -> Block:
    """A TEXT block, or an ITEM when the text starts with a list marker, which is then taken off."""
    marker, rest = split_marker(text)
    kind = BlockKind.ITEM if marker else BlockKind.TEXT
    return Block(kind, rest, marker=marker, depth=depth, where=where, page=page, confidence=confidence)


def row(cells: Sequence[str], where: str = "", page: int = 0, header: bool = False, confidence: float = 1.0) -> Block:
    """A ROW block; its text is the cells that are not empty, parted by " | "."""
    text = " | ".join(cell for cell in cells if cell)
    return Block(BlockKind.ROW, text, cells=tuple(cells), header=header, where=where, page=page, confidence=confidence)


def sections_of(pieces: Iterable[Piece]) -> tuple[Section, ...]:
    """Sections in reading order, each with the trail of headings above it. Text before any heading has level 0."""
    sections: list[Section] = []
    current = Section("", 0, (), Zone.MAIN, ())
    open_headings: list[Heading] = []
    blocks: list[Block] = []
    for piece in pieces:
        if isinstance(piece, Block):
            blocks.append(piece)
            continue
        _close(sections, current, blocks)
        above = open_headings[-1] if open_headings else None
        # A title of several lines comes as headings of one level with nothing between: the first lines stay above.
        title_goes_on = (
            above is not None
            and not blocks
            and above.level == piece.level
            and above.text.isupper()
            and len(open_headings) < MAX_TRAIL
        )
        while open_headings and open_headings[-1].level >= piece.level and not title_goes_on:
            open_headings.pop()
        blocks = []
        trail = tuple(h.text for h in open_headings)
        open_headings.append(piece)
        current = Section(piece.text, piece.level, trail, Zone.MAIN, (), piece.where)
    _close(sections, current, blocks)
    return tuple(sections)


def _close(sections: list[Section], current: Section, blocks: list[Block]) -> None:
    if current.heading or blocks:
        sections.append(replace(current, blocks=tuple(blocks)))


def plain_text(sections: Iterable[Section]) -> str:
    """All words of a document in reading order, one block a line."""
    lines: list[str] = []
    for section in sections:
        lines.append(section.heading)
        lines.extend(f"{b.marker} {b.text}" if b.marker else b.text for b in section.blocks)
    return "\n".join(line for line in lines if line)
