"""Cuts running text into the items of a list: lines, inline numbering, bullets, arrows, semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from model.reading import Block, BlockKind
from reading.gated import compiled

_BULLET = re.compile(r"(?:^|\s)[•●▪■◆►➢✓✔▸·*](?=\s?\S)")
_MARK = compiled(r"(?:(?<=^)|(?<=[\s.;:,)]))\(?(?P<mark>\d{1,2}|[a-z])[.)](?!\d)\s*(?=[^\W\d_(\"'])", re.IGNORECASE)
_LEADING = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s*|[-–—•●▪■◆►➢✓✔▸·*]+\s*)+")
_NOISE = re.compile(r"^[\s\-–—_.…:;,*•|/()]*$")


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The texts of blocks in order. Of a row of a table, its cells one by one."""
    for block in blocks:
        if block.kind == BlockKind.IMAGE:
            continue
        if block.kind == BlockKind.ROW and block.cells:
            yield from (cell for cell in block.cells if cell.strip())
        elif block.text.strip():
            yield block.text


def items_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Every item in blocks, without its marker; empty ones and dashes are left out."""
    return tuple(item for block in blocks for text in texts_of((block,)) for item in split_items(_counted(block, text)))


def _counted(block: Block, text: str) -> str:
    """A text with the marker that was taken off it, when a list may go on within its line: "1." and "A ... 2. B"."""
    return f"{block.marker} {text}" if block.marker in _FIRST_MARKS and block.kind is not BlockKind.ROW else text


_FIRST_MARKS = frozenset({"1.", "1)", "a.", "a)"})


def split_items(text: str) -> tuple[str, ...]:
    """The items of one text. A text without any list sign is one item."""
    found: list[str] = []
    for line in text.splitlines():
        for bulleted in _BULLET.split(line):
            for dashed in _dashed(bulleted):
                found += _numbered(dashed)
    pieces = [p for f in found for p in (f.split(";") if f.count(";") >= 1 else [f])]
    return tuple(c for p in pieces if (c := clean_item(p)))


def clean_item(text: str) -> str:
    """An item without its marker and its closing sign, "" when nothing but dashes is left."""
    text = _LEADING.sub("", text.strip()).strip(" ;,\t")
    return "" if _NOISE.match(text) else text


def _dashed(line: str) -> list[str]:
    """Cut at dashes that begin sentences: "...: - Untuk pelayanan tatap muka ... . - Dinas tidak menarik ..."."""
    pieces = _DASH.split(line)
    return pieces if len(pieces) > 2 else [line]


_DASH = re.compile(r"(?<=[.:;])\s+[-–]\s+(?=[A-Z])")


def _numbered(line: str) -> list[str]:
    """Cut at "1. ... 2. ..." or "a. ... b. ..." when the marks follow one another."""
    marks = [(m.start(), m["mark"].lower()) for m in _MARK.finditer(line)]
    cuts = _rising(marks, ("1", "a"))
    if len(cuts) < 2:
        cuts = _rising(marks, ("a",))  # "1. Prosedur pasien baru: a. ... b. ..."
    if len(cuts) < 2:
        return [line]
    edges = [0, *cuts, len(line)]
    return [line[a:b] for a, b in pairwise(edges)]


def _rising(marks: Sequence[tuple[int, str]], first: tuple[str, ...]) -> list[int]:
    """Where the marks of one count stand; it begins with one of the first marks."""
    cuts: list[int] = []
    last = ""
    for place, mark in marks:
        if mark in first if not last else _follows(last, mark):
            cuts.append(place)
            last = mark
    return cuts


def _follows(last: str, mark: str) -> bool:
    if last.isdigit() != mark.isdigit():
        return False
    return int(mark) == int(last) + 1 if mark.isdigit() else ord(mark) == ord(last) + 1
