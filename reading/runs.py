"""The blocks of a section as runs: rows of one table, and everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.reading import Block, BlockKind
from reading.gated import compiled


def tables_apart(blocks: Iterable[Block]) -> Iterator[tuple[list[Block], list[Block]]]:
    """Runs of rows of one table, and runs of other blocks."""
    rows: list[Block] = []
    others: list[Block] = []
    table = ""
    for block in blocks:
        if block.kind is BlockKind.ROW:
            if others:
                yield [], others
                others = []
            name = _table_of(block)
            if rows and name != table:
                yield rows, []
                rows = []
            table = name
            rows.append(block)
            continue
        if rows and block.kind is not BlockKind.IMAGE:
            yield rows, []
            rows = []
        others.append(block) if not rows else None
    if rows:
        yield rows, []
    if others:
        yield [], others


def _table_of(block: Block) -> str:
    """Which table a row belongs to; one that runs over pages is one table."""
    found = _TABLE.search(block.where)
    return found.group() if found else block.where.split(", baris")[0]


_TABLE = compiled(r"tabel \d+")
