"""DOCX -> headings and blocks: paragraphs, numbered lists, tables in tables, in the order of the file."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from docx import Document as open_docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from model.reading import Block, BlockKind
from reading.numbering import Numbering
from reading.passages import Heading, Piece, clean, paragraph, row, split_marker

MAX_DEPTH = 6
_HEADING_STYLE = re.compile(r"(?i)^(?:heading|judul|title)\s*(\d)?")


def read_docx_pieces(body: bytes) -> Iterator[Piece]:
    """The pieces of a DOCX. Raises what python-docx raises for files that are none."""
    document = open_docx(io.BytesIO(body))
    reader = _Reader(Numbering.of(document))
    yield from reader.read(document, 0)


class _Reader:
    """Carries what runs on through a document: list counters and the number of tables."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._tables = 0
        self._paragraphs = 0

    def read(self, container: Any, depth: int) -> Iterator[Piece]:
        for item in container.iter_inner_content():
            if isinstance(item, Paragraph):
                self._paragraphs += 1
                yield from self._paragraph(item)
            elif isinstance(item, Table) and depth < MAX_DEPTH:
                yield from self._table(item, depth)

    def _paragraph(self, item: Paragraph) -> Iterator[Piece]:
        text = clean(_text(item))
        if not text:
            return
        where = f"paragraf {self._paragraphs}"
        marker, level = self._numbering.marker(item)
        heading = _heading_level(item, text, bool(marker))
        if heading:
            yield Heading(" ".join(text.split()), heading, where)
        elif marker:
            yield Block(BlockKind.ITEM, text, marker=marker, depth=level, where=where)
        else:
            for line in text.split("\n"):
                yield paragraph(line, where)

    def _table(self, table: Table, depth: int) -> Iterator[Piece]:
        rows = [_unique(r.cells) for r in table.rows]
        if max((len(cells) for cells in rows), default=0) <= 1:
            for cells in rows:  # a frame around text, not a table
                for cell in cells:
                    yield from self.read(cell, depth + 1)
            return
        self._tables += 1
        number = self._tables
        for line, cells in enumerate(rows, start=1):
            where = f"tabel {number}, baris {line}"
            texts = [self._cell(cell, depth + 1) for cell in cells]
            if any(texts):
                yield row(texts, where, header=line == 1 and _header(table, texts))

    def _cell(self, cell: Any, depth: int) -> str:
        lines = []
        for piece in self.read(cell, depth):
            marked = isinstance(piece, Block) and piece.marker
            lines.append(f"{marked} {piece.text}" if marked else piece.text)
        return "\n".join(lines)


def _text(item: Paragraph) -> str:
    """Text with tracked insertions, hyperlinks and content controls; python-docx leaves some of them out."""
    parts = []
    for node in item._p.iter():
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag in (qn("w:tab"), qn("w:ptab")):
            parent = node.getparent()
            parts.append("\t" if parent is not None and parent.tag == qn("w:r") else "")
        elif node.tag in (qn("w:br"), qn("w:cr")):
            parts.append("\n")
        elif node.tag == qn("w:noBreakHyphen"):
            parts.append("-")
    return "".join(parts)


def _unique(cells: Any) -> list[Any]:
    """The cells of a row; a merged cell, which python-docx gives once per column, only once."""
    return list({id(cell._tc): cell for cell in cells}.values())


def _header(table: Table, texts: list[str]) -> bool:
    properties = table.rows[0]._tr.trPr
    marked = properties is not None and properties.find(qn("w:tblHeader")) is not None
    short = all(len(text) <= 40 and not split_marker(text)[0] for text in texts)
    return bool(marked or (short and len(table.rows) > 1 and all(texts) and _all_bold(table)))


def _all_bold(table: Table) -> bool:
    runs = [r for cell in table.rows[0].cells for p in cell.paragraphs for r in p.runs if r.text.strip()]
    return bool(runs) and all(r.bold for r in runs)


def _heading_level(item: Paragraph, text: str, listed: bool) -> int:
    """By style; without one, a short bold or capital line that stands alone."""
    match = _HEADING_STYLE.match(str(item.style.name)) if item.style is not None and item.style.name else None
    if match:
        return min(int(match[1] or 1), 6)
    if len(text) > 100 or len(text.split()) > 14 or text.endswith((".", ";", ",")) or ": " in text or listed:
        return 0
    if sum(char.isalpha() for char in text) < 4:
        return 0
    if text.isupper():
        return 2
    runs = [r for r in item.runs if r.text.strip()]
    return 3 if runs and all(r.bold for r in runs) else 0
