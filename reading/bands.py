"""Runs of lines that share a blank from top to bottom: where columns lie, and how far they go. Pure geometry."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reading.layout import Line

GUTTER = 1.2  # times the type size: the narrowest blank between two columns


def find_band(rows: Sequence[list[Line]], start: int) -> tuple[int, list[float]]:
    """The longest run of rows from `start` that shares a gutter, and the middles of its gutters ([] if none)."""
    if len(rows[start]) < 2:
        return start, []
    gaps = _gaps(rows[start])
    end = start + 1
    while end < len(rows) and _near(rows[end - 1], rows[end]):
        shared = _narrow(gaps, rows[end])
        if not shared:
            break
        gaps, end = shared, end + 1
    edges = _filled_edges(rows[start:end], gaps)
    return (end, edges) if end - start >= 2 else (start, [])


def _filled_edges(rows: Sequence[list[Line]], gaps: list[tuple[float, float]]) -> list[float]:
    """The middles of the gutters, without those that would part off a column of less than two lines."""
    while gaps:
        edges = [(a + b) / 2 for a, b in gaps]
        counts = [len(column) for column in columns_of(rows, edges)]
        if min(counts) >= 2:
            return edges
        poor = counts.index(min(counts))
        beside = [i for i in (poor - 1, poor) if 0 <= i < len(gaps)]
        narrowest = min(beside, key=lambda i: gaps[i][1] - gaps[i][0])
        gaps = gaps[:narrowest] + gaps[narrowest + 1 :]
    return []


def _near(above: list[Line], below: list[Line]) -> bool:
    size = max(line.size for line in (*above, *below))
    return min(line.top for line in below) - max(line.bottom for line in above) < 4 * size


def _gaps(row: list[Line]) -> list[tuple[float, float]]:
    return [(a.right, b.left) for a, b in pairwise(row)]


def _narrow(gaps: list[tuple[float, float]], row: list[Line]) -> list[tuple[float, float]]:
    """What of the gutters is still blank beside one more row; a line inside a gutter divides it."""
    least = 0.5 * GUTTER * min(line.size for line in row)
    for line in row:
        parts = []
        for left, right in gaps:
            if line.right <= left or line.left >= right:
                parts.append((left, right))
            else:
                parts.extend([(left, line.left), (line.right, right)])
        gaps = [(left, right) for left, right in parts if right - left >= least]
    return gaps


def part_of(row: list[Line], edges: list[float], column: int) -> list[Line]:
    low = edges[column - 1] if column else float("-inf")
    high = edges[column] if column < len(edges) else float("inf")
    return [line for line in row if low <= (line.left + line.right) / 2 < high]


def columns_of(rows: Sequence[list[Line]], edges: list[float]) -> list[list[Line]]:
    return [[line for row in rows for line in part_of(row, edges, i)] for i in range(len(edges) + 1)]


def value_begin(rows: Sequence[list[Line]], taken: int, start: int, edges: list[float]) -> int:
    """The first row of a band: values may begin above the label that stands in their middle."""
    begin = start
    while begin > taken and len(rows[begin - 1]) == 1 and _near(rows[begin - 1], rows[begin]):
        line = rows[begin - 1][0]
        between = begin - 1 > taken and line.top < rows[begin - 2][0].bottom  # a label between two lines of its value
        if line.left < edges[0] and not (between and line.right < edges[0]):
            break
        begin -= 1
    return begin


def value_end(rows: Sequence[list[Line]], start: int, end: int, edges: list[float]) -> int:
    """A table ends where its last column does: the rest only happens to leave that side blank."""
    last = start + 1
    for i in range(start, end):
        if part_of(rows[i], edges, len(edges)):
            last = i + 1
        elif i - last >= 4:
            break
    return last
