"""ODT -> headings and blocks, from its content.xml alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from defusedxml.ElementTree import fromstring

from model.reading import Block, BlockKind
from reading.archive_limits import read_entry
from reading.passages import Heading, Piece, clean, paragraph, row

MAX_DEPTH = 12
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read_odt_pieces(body: bytes) -> Iterator[Piece]:
    """The pieces of an ODT. Raises KeyError or ParseError for files that are none, and for entities in the XML."""
    root = fromstring(read_entry(body, "content.xml"))
    text = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if text is not None:
        yield from _pieces(text, 0)


def _pieces(parent: Any, depth: int) -> Iterator[Piece]:
    if depth > MAX_DEPTH:
        return
    for node in parent:
        if node.tag == f"{_TEXT}h":
            level = node.get(f"{_TEXT}outline-level") or "1"
            if heading := clean(_words(node)):
                yield Heading(" ".join(heading.split()), min(int(level) if level.isdigit() else 1, 6))
        elif node.tag == f"{_TEXT}p":
            yield from (paragraph(line) for line in clean(_words(node)).split("\n") if line)
        elif node.tag == f"{_TEXT}list":
            yield from _items(node, 0)
        elif node.tag == f"{_TABLE}table":
            yield from _rows(node)
        elif node.tag in (f"{_TEXT}section", f"{_TEXT}index-body"):
            yield from _pieces(node, depth + 1)


def _items(parent: Any, depth: int) -> Iterator[Block]:
    if depth > MAX_DEPTH:
        return
    for number, item in enumerate(parent.findall(f"{_TEXT}list-item"), start=1):
        for node in item:
            if node.tag == f"{_TEXT}list":
                yield from _items(node, depth + 1)
            elif text := clean(_words(node)):
                own = paragraph(text, depth=depth)
                yield own if own.marker else Block(BlockKind.ITEM, text, marker=f"{number}.", depth=depth)


def _rows(table: Any) -> Iterator[Block]:
    for number, line in enumerate(table.iter(f"{_TABLE}table-row"), start=1):
        cells = [clean("\n".join(_cell_lines(cell))) for cell in line.findall(f"{_TABLE}table-cell")]
        if any(cells):
            yield row(cells, f"baris {number}")


def _cell_lines(cell: Any) -> Iterator[str]:
    for piece in _pieces(cell, 1):
        marked = isinstance(piece, Block) and piece.marker
        yield f"{marked} {piece.text}" if marked else piece.text


def _words(node: Any) -> str:
    """Text of an element with tabs and line breaks; notes and comments are left out."""
    parts = [node.text or ""]
    for child in node:
        if child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}s"):
            parts.append(" ")
        elif child.tag not in (f"{_OFFICE}annotation", f"{_TEXT}note"):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)
