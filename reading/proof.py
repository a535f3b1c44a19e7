"""From a block to an exhibit: the words exactly as they stand, cut to size, and their place for people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from model.reading import Block, BlockKind, Exhibit

LONGEST = 300


@dataclass(frozen=True, slots=True)
class Witness:
    """The document that proves something. at: when its bytes were kept, UTC."""

    url: str
    digest: str
    at: datetime
    medium: str = "text"


def exhibit(witness: Witness, block: Block, wanted: str = "", where: str = "") -> Exhibit:
    """The proof that a block gives. wanted: words that the quote must hold when the block has them.

    where: place of the part that the block stands in, e.g. "bagian 'Persyaratan'".
    """
    place = ", ".join(p for p in (where, block.where or (f"halaman {block.page}" if block.page else "")) if p)
    return Exhibit(
        witness.url,
        quote(block, wanted),
        place or "teks halaman",
        witness.digest,
        witness.at,
        witness.medium,
        block.confidence,
    )


def quote(block: Block, wanted: str = "") -> str:
    """Words of one line or one cell, whitespace folded, at most 300 characters; never joined from two places."""
    wanted = " ".join(wanted.split())
    pieces = [" ".join(c.split()) for c in block.cells if c.strip()] if block.kind is BlockKind.ROW else []
    pieces = pieces or [" ".join(block.text.split())]
    piece = next((p for p in pieces if wanted and wanted in p), "") or max(pieces, key=len)
    return cut(piece, piece.find(wanted) if wanted else 0, len(wanted))


def cut(text: str, start: int = 0, length: int = 0) -> str:
    """At most 300 characters of a text around a place, between words."""
    if len(text) <= LONGEST:
        return text
    first = max(0, min(start, start + length - LONGEST // 2)) if start > LONGEST - length - 20 else 0
    if first:
        space = text.find(" ", first)
        first = space + 1 if 0 <= space < start else first
    piece = text[first : first + LONGEST]
    if first + LONGEST < len(text) and (end := piece.rfind(" ")) > LONGEST // 2:
        piece = piece[:end]
    return piece.strip()
