"""Lines in reading order -> headings, paragraphs, list items and rows. Shared by PDF and OCR."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.reading import Block
from reading.columns import Flow, reading_order
from reading.gated import compiled
from reading.layout import Line, Word, lines_of
from reading.once import once
from reading.passages import Heading, Piece, clean, paragraph, row, split_marker
from reading.unruled import TableRow

LEAST_CERTAIN = 0.85  # of 1: headings that an OCR read worse are none
_LABELLED = compiled(r"[A-Z][\w /&.()-]{1,40}\s?:\s")
_CHAPTER = re.compile(r"(?i)^(BAB|BAGIAN|LAMPIRAN)\b|^[A-Z]\.\s+\S|^[IVX]{1,5}\.\s+\S")


@dataclass(frozen=True)  # without slots: its text is joined once
class Passage:
    """Lines that belong together because one is wrapped into the next."""

    lines: tuple[Line, ...]

    @once
    def text(self) -> str:
        return clean(" ".join([line.text for line in self.lines]))

    @once
    def confidence(self) -> float:
        return round(min([line.confidence for line in self.lines]), 3)


def passages_of(lines: Sequence[Line], right: float | None = None) -> list[Passage]:
    """Wrapped lines joined. right: the edge of the cell or column; by default that of the longest line."""
    edge = right if right is not None else max((line.right for line in lines), default=0.0)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _wraps(groups[-1], line, edge):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Passage(tuple(group)) for group in groups]


def _wraps(group: list[Line], line: Line, edge: float) -> bool:
    """Whether `line` goes on with the sentence of `group`: the word before would not have fitted on the line above."""
    above = group[-1]
    if split_marker(line.text)[0] or line.top - above.bottom > 0.9 * line.size or line.middle <= above.middle:
        return False
    if _LABELLED.match(line.text):
        return False
    if abs(line.size - above.size) > 0.25 * max(line.size, above.size) or line.bold != above.bold:
        return False
    if split_marker(group[0].text)[0] and line.left > group[0].left + 0.8 * line.size:
        return line.top - above.bottom <= 0.7 * line.size  # it hangs below the text of a list item
    if line.text[:1].isupper() and len(above.text.split()) < 5:
        return False  # short lines with capitals are a list without markers
    full = above.right + _first_width(line) >= edge - line.size
    return full or (line.text[:1].islower() and not above.text.endswith((".", ";", ":")))


def _first_width(line: Line) -> float:
    """How wide the first word of a line is; an OCR gives whole lines as one word."""
    word = line.words[0]
    return (word.right - word.left) * len(word.text.split(" ")[0]) / max(len(word.text), 1)


def cell_text(words: Iterable[Word], right: float | None = None) -> str:
    """The text of a table cell, one list item or paragraph a line."""
    return "\n".join(p.text for p in cell_passages(words, right) if p.text)


def cell_passages(words: Iterable[Word], right: float | None = None) -> list[Passage]:
    lines = lines_of(words)
    ordered = [line for item in reading_order(lines) for line in _lines_in(item)]
    in_columns = any(b.middle < a.middle - a.size for a, b in pairwise(ordered))
    return passages_of(ordered, None if in_columns else right)


def _lines_in(item: Flow) -> list[Line]:
    if isinstance(item, Line):
        return [item]
    return [Line(tuple(word for line in cell for word in line.words)) for cell in item.cells if cell]


def pieces_of(flow: Sequence[Flow], body: float, where: str, page: int, rough: bool = False) -> list[Piece]:
    """Headings and blocks of one region. body: type size of the running text. rough: sizes are guesses of an OCR."""
    pieces: list[Piece] = []
    lines: list[Line] = []
    for item in flow:
        if isinstance(item, Line):
            lines.append(item)
            continue
        if sum(map(bool, item.cells)) == 1:
            lines.extend(line for cell in item.cells for line in cell)
            continue
        pieces.extend(_running(lines, body, where, page, rough))
        lines = []
        pieces.append(_table_row(item, where, page))
    pieces.extend(_running(lines, body, where, page, rough))
    return pieces


def _running(lines: list[Line], body: float, where: str, page: int, rough: bool) -> list[Piece]:
    pieces: list[Piece] = []
    left = min((line.left for line in lines), default=0.0)
    for passage in passages_of(lines):
        if not passage.text:
            continue
        level = heading_level(passage, body * (1.15 if rough else 1.0))
        if passage.confidence < LEAST_CERTAIN:
            level = 0  # a logo or a drawing
        if level:
            pieces.append(Heading(passage.text.rstrip(" :"), level, where, page))
        else:
            depth = min(int((passage.lines[0].left - left) / max(2.5 * body, 1)), 5)
            marked = bool(split_marker(passage.text)[0])
            pieces.append(paragraph(passage.text, where, page, depth if marked else 0, passage.confidence))
    return pieces


def _table_row(item: TableRow, where: str, page: int) -> Block:
    texts, sure = [], 1.0
    for cell in item.cells:
        passages = passages_of(cell)
        texts.append("\n".join(p.text for p in passages))
        sure = min([sure, *(p.confidence for p in passages)])
    if not item.header and texts and (marked := split_marker(texts[0]))[0] and "\n" not in texts[0]:
        texts[:1] = [marked[0], marked[1]]
    return row(texts, where, page, header=item.header, confidence=sure)


def heading_level(passage: Passage, body: float) -> int:
    """0 for running text; else 1 for the largest type, 2 for large, 3 for bold or capital lines, 4 for bold labels."""
    text, first = passage.text, passage.lines[0]
    if len(text) > 120 or len(text.split()) > 16 or len(passage.lines) > 3 or not _has_word(text):
        return 0
    if text.endswith((".", ";", ",")) or ": " in text or sum(c.isdigit() for c in text) * 2 > len(text):
        return 0
    if first.size >= 1.6 * body:
        return 1
    if first.size >= 1.2 * body:
        return 2
    if text.isupper() and len(text) >= 4:
        return 3
    if first.bold:
        return 3 if _CHAPTER.match(text) else 4
    return 0


def calm(pieces: list[Piece]) -> list[Piece]:
    """Where capitals are the ordinary letters of a document they make no headings: those become text again."""
    shouted = sum(len(p.text) for p in pieces if isinstance(p, Heading) and p.level == 3)
    if shouted <= 0.6 * sum(len(p.text) for p in pieces):
        return pieces
    return [paragraph(p.text, p.where, p.page) if isinstance(p, Heading) and p.level == 3 else p for p in pieces]


def _has_word(text: str) -> bool:
    return any(len(word) >= 3 and word.isalpha() for word in re.split(r"[\s/&,.-]+", text))
