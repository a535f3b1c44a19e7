"""Ruled tables: drawn lines -> cells, cells that span several rows included. Pure geometry."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reading.layout import Word

SNAP = 3.0  # drawn lines closer than this (points) are one
MAX_RULES = 3000  # a page with more drawn lines shows a map or a plan
MAX_EDGES = 300  # a drawing with more lines than this in one direction is a picture, not a table


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line, horizontal (top == bottom) or vertical (left == right)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def horizontal(self) -> bool:
        return self.top == self.bottom


@dataclass(slots=True)
class Cell:
    """Rows and columns are half-open ranges of the grid's bands."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    words: list[Word] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grid:
    """xs, ys: edges of the columns and rows, ascending. cells: in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]

    @property
    def area(self) -> float:
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """Every connected figure of lines that makes at least two cells, the largest first."""
    if len(rules) > MAX_RULES:
        return []
    grids = [g for figure in _figures(rules) if (g := _grid(figure)) is not None]
    return sorted(grids, key=lambda g: (-g.area, g.ys, g.xs))


def fill(grids: Sequence[Grid], words: Iterable[Word]) -> list[Word]:
    """Put each word into the cell under its start. Returns the words outside all grids."""
    outer = [(grid, _places(grid)) for grid in outermost(grids)]
    if not outer:
        return list(words)
    outside = []
    for word in words:
        x, y = word.left + min(word.size, word.right - word.left) / 2, word.middle
        found = (cells.get((bisect_right(g.ys, y) - 1, bisect_right(g.xs, x) - 1)) for g, cells in outer)
        cell = next((c for c in found if c is not None), None)
        if cell is None:
            outside.append(word)
        else:
            cell.words.append(word)
    return outside


def _places(grid: Grid) -> dict[tuple[int, int], Cell]:
    """(row band, column band) -> cell."""
    return {(r, c): cell for cell in grid.cells for r in range(*cell.rows) for c in range(*cell.columns)}


def _inside(small: Grid, big: Grid) -> bool:
    return (
        big.xs[0] - SNAP <= small.xs[0]
        and small.xs[-1] <= big.xs[-1] + SNAP
        and big.ys[0] - SNAP <= small.ys[0]
        and small.ys[-1] <= big.ys[-1] + SNAP
    )


def outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Grids that lie in no other: what lies in a cell of a table is a drawing there."""
    return [g for i, g in enumerate(grids) if not any(_inside(g, big) for big in grids[:i])]


def _figures(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Rules that touch each other, together."""
    parent = list(range(len(rules)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    order = sorted(range(len(rules)), key=lambda i: rules[i].left)
    active: list[int] = []
    for i in order:
        active = [j for j in active if rules[j].right >= rules[i].left - SNAP]
        for j in active:
            if rules[j].top <= rules[i].bottom + SNAP and rules[i].top <= rules[j].bottom + SNAP:
                parent[root(j)] = root(i)
        active.append(i)
    figures: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        figures.setdefault(root(i), []).append(rule)
    return list(figures.values())


def _grid(rules: list[Rule]) -> Grid | None:
    across = [r for r in rules if r.horizontal]
    down = [r for r in rules if not r.horizontal]
    ys = _edges([r.top for r in across])
    xs = _edges([r.left for r in down])
    if not (2 <= len(xs) <= MAX_EDGES and 2 <= len(ys) <= MAX_EDGES) or len(xs) + len(ys) < 5:
        return None
    walls = _covered(down, xs, ys, vertical=True)
    floors = _covered(across, ys, xs, vertical=False)
    cells = _merge(len(ys) - 1, len(xs) - 1, walls, floors)
    return Grid(tuple(xs), tuple(ys), cells) if len(cells) > 1 else None


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > SNAP:
            edges.append(value)
    return edges


def _covered(rules: list[Rule], edges: list[float], bands: list[float], vertical: bool) -> set[tuple[int, int]]:
    """(edge, band) pairs where a rule runs along the edge over most of the band."""
    found = set()
    for rule in rules:
        at = rule.left if vertical else rule.top
        start, end = (rule.top, rule.bottom) if vertical else (rule.left, rule.right)
        edge = max(bisect_right(edges, at + 0.01) - 1, 0)
        first = max(bisect_left(bands, start - SNAP) - 1, 0)
        for band in range(first, len(bands) - 1):
            if bands[band] > end:
                break
            overlap = min(end, bands[band + 1]) - max(start, bands[band])
            if overlap >= 0.6 * (bands[band + 1] - bands[band]):
                found.add((edge, band))
    return found


def _merge(rows: int, columns: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]) -> tuple[Cell, ...]:
    """Bands with no line between them are one cell."""
    seen: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in seen:
                continue
            right = column + 1
            while right < columns and (right, row) not in walls and (row, right) not in seen:
                right += 1
            low = row + 1
            while low < rows and not any((low, c) in floors for c in range(column, right)):
                low += 1
            seen.update((r, c) for r in range(row, low) for c in range(column, right))
            cells.append(Cell((row, low), (column, right)))
    return tuple(cells)
