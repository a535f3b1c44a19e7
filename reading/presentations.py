"""PPTX -> headings and blocks: one section per slide, shapes from top to bottom."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation

from model.reading import Block, BlockKind
from reading.passages import Heading, Piece, clean, paragraph, row

MAX_DEPTH = 5


def read_pptx_pieces(body: bytes) -> Iterator[Piece]:
    """The pieces of a PPTX. Raises what python-pptx raises for files that are none."""
    for number, slide in enumerate(Presentation(io.BytesIO(body)).slides, start=1):
        where = f"salindia {number}"
        title = slide.shapes.title
        heading = clean(title.text_frame.text) if title is not None and title.has_text_frame else ""
        yield Heading(" ".join(heading.split()) or f"Salindia {number}", 1, where)
        for shape in _sorted(slide.shapes):
            if title is None or shape.shape_id != title.shape_id:
                yield from _shape(shape, where, 0)


def _sorted(shapes: Any) -> list[Any]:
    return sorted(shapes, key=lambda s: ((s.top or 0) // 300_000, s.left or 0))


def _shape(shape: Any, where: str, depth: int) -> Iterator[Piece]:
    if depth > MAX_DEPTH:
        return
    if hasattr(shape, "shapes"):
        for inner in _sorted(shape.shapes):
            yield from _shape(inner, where, depth + 1)
    elif getattr(shape, "has_table", False) and shape.has_table:
        for line in shape.table.rows:
            cells = [clean(cell.text) for cell in line.cells]
            if any(cells):
                yield row(cells, where)
    elif getattr(shape, "has_text_frame", False) and shape.has_text_frame:
        for item in shape.text_frame.paragraphs:
            if text := clean(item.text):
                block = paragraph(text, where, depth=item.level)
                listed = item.level > 0 and not block.marker
                yield Block(BlockKind.ITEM, text, marker="•", depth=item.level, where=where) if listed else block
