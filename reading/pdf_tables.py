"""Ruled tables of PDF pages -> rows of text, and the two halves of a table across a page break."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from model.reading import Block
from reading.flow import cell_text
from reading.grids import SNAP, Cell, Grid
from reading.passages import row, split_marker

_HEADER = re.compile(r"(?i)^(no\.?|nomor|komponen.*|uraian.*|keterangan|indikator|jenis.*|kegiatan|biaya|tarif|waktu)$")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one ruled table. edges: where its columns begin; top, bottom: its place, page: from 1."""

    rows: tuple[Block, ...]
    edges: tuple[float, ...]
    top: float
    bottom: float
    page: int


def table_of(grid: Grid, page: int) -> Table:
    """The filled grid as rows; a cell that spans rows is joined with, or repeated for, what stands beside it."""
    texts = {id(cell): cell_text(cell.words, grid.xs[cell.columns[1]]) for cell in grid.cells if cell.words}
    cells = [cell for cell in grid.cells if texts.get(id(cell))]
    starts = sorted({cell.columns[0] for cell in cells})
    rows: list[list[str]] = []
    for group in _groups(cells):
        for line in _split(group):
            values = ["\n".join(texts[id(c)] for c in line if c.columns[0] == start) for start in starts]
            rows.append([_label(value) for value in values[:-1]] + values[-1:])
    _push_down(rows)
    blocks = tuple(row(values, page=page, header=is_header(values)) for values in rows)
    edges = tuple(grid.xs[start] for start in starts)
    return Table(blocks, edges, grid.ys[0], grid.ys[-1], page)


def _label(text: str) -> str:
    """The text of a cell that is not the last: one line, unless it is a list."""
    lines = text.split("\n")
    listed = any(split_marker(line)[0] for line in lines)
    return text if listed or len(text) > 120 else " ".join(lines)


def _push_down(rows: list[list[str]]) -> None:
    """Words that a spreadsheet squeezed up into the header row go back to the first row of the table."""
    for above, below in pairwise(rows):
        title, _, rest = above[-1].partition("\n")
        if rest and is_header([*above[:-1], title]):
            above[-1] = title
            below[-1] = "\n".join(filter(None, (rest, below[-1])))


def is_header(values: list[str]) -> bool:
    """Whether all cells hold column titles such as No, Komponen, Uraian."""
    filled = [value for value in values if value]
    return len(filled) >= 2 and all(_HEADER.match(value) for value in filled)


def _groups(cells: list[Cell]) -> list[list[Cell]]:
    """Cells whose rows overlap, together, from the top."""
    groups: list[list[Cell]] = []
    end = -1
    for cell in sorted(cells, key=lambda c: (c.rows[0], c.columns[0])):
        if cell.rows[0] < end and groups:
            groups[-1].append(cell)
        else:
            groups.append([cell])
        end = max(end, cell.rows[1])
    return groups


def _split(group: list[Cell]) -> list[list[Cell]]:
    """One line per row. If only the last column is divided, its parts are the lines of one value."""
    counts: dict[int, int] = {}
    for cell in group:
        counts[cell.columns[0]] = counts.get(cell.columns[0], 0) + 1
    divided = [column for column, count in counts.items() if count > 1]
    if not divided or divided == [max(counts)]:
        return [group]
    starts = sorted({cell.rows[0] for cell in group if cell.columns[0] in divided})
    return [[c for c in group if c.rows[0] <= start < c.rows[1]] for start in starts]


def goes_on(above: Table, below: Table) -> bool:
    """Whether `below`, at the top of a page, continues `above`, at the end of the page before."""
    if not above.rows or not below.rows or below.page - above.page != 1 or len(above.edges) < 2:
        return False
    # A column that is empty on the later page left no trace there; those that did must stand where they stood.
    return all(_place(edge, above.edges) is not None for edge in below.edges) and (
        len(below.edges) > 1 or _place(below.edges[0], above.edges[1:]) is not None
    )


def _place(edge: float, edges: tuple[float, ...]) -> int | None:
    """The index of the column that begins at `edge`."""
    return next((i for i, other in enumerate(edges) if abs(edge - other) <= SNAP * 2), None)


def append(above: Table, below: Table) -> Table:
    """One table of both: repeated header rows dropped, a row that the page break divided made whole.

    A row is divided when its part on either page lacks the label.
    """
    below_rows = [_widen(r, below, above) for r in below.rows]
    if below_rows and below_rows[0].header and any(r.cells == below_rows[0].cells for r in above.rows):
        below_rows = below_rows[1:]
    rows = list(above.rows)
    if rows and below_rows and not rows[-1].header and _divided(rows[-1].cells, below_rows[0].cells):
        first = below_rows.pop(0)
        cells = ["\n".join(filter(None, pair)) for pair in zip(rows[-1].cells, first.cells, strict=True)]
        rows[-1] = replace(row(cells, page=rows[-1].page))
    # The joined table ends on the page of `below`, so that a third page can go on from it.
    return Table(tuple(rows + below_rows), above.edges, above.top, below.bottom, below.page)


def _widen(block: Block, table: Table, like: Table) -> Block:
    if table.edges == like.edges:
        return block
    cells = ["" for _ in like.edges]
    for edge, cell in zip(table.edges, block.cells, strict=True):
        place = _place(edge, like.edges)
        if place is not None:
            cells[place] = cell
    return row(cells, page=block.page, header=block.header)


def _divided(above: tuple[str, ...], below: tuple[str, ...]) -> bool:
    """Whether one of the two parts lacks the label, which stands in the first column or the first two."""
    labels = min(2, len(above) - 1)
    return any(above) and any(below) and any(above[:labels]) != any(below[:labels])
