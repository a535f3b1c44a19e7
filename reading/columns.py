"""Lines of a region -> reading order: columns of prose one after the other, unruled tables as rows, scattered boxes."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from itertools import pairwise

from reading.bands import columns_of, find_band, value_begin, value_end
from reading.layout import Line, lines_of, segments_of
from reading.passages import split_marker
from reading.unruled import TableRow, are_labels, is_header, is_table, pair

WIDE_GAP = 1.6  # times the type size: a blank that parts a line of a PDF
ROUGH_GAP = 0.7  # the same between the boxes of an OCR, which are higher than the type
MAX_DEPTH = 4

Flow = Line | TableRow


def reading_order(lines: Sequence[Line], rough: bool = False, depth: int = 0) -> list[Flow]:
    """The lines of a region as a person reads them.

    rough: the lines come from an OCR, which parts them at every wide blank; what stands side by side is then taken
    for columns or cards, unless it clearly is a table.
    """
    rows = [segments_of(line, ROUGH_GAP if rough else WIDE_GAP) for line in lines]
    flow: list[Flow] = []
    start = taken = 0
    while start < len(rows):
        end, edges = find_band(rows, start)
        if edges:
            begin = value_begin(rows, taken, start, edges)
            del flow[len(flow) - (start - begin) :]
            end = taken = _read_band(rows, begin, end, edges, flow, rough, depth)
        else:
            flow.extend(rows[start])
            end = start + 1
        start = end
    return flow


def _read_band(
    rows: Sequence[list[Line]], start: int, end: int, edges: list[float], flow: list[Flow], rough: bool, depth: int
) -> int:
    """Write the band out to `flow`; returns the row after the last one that was taken."""
    columns = columns_of(rows[start:end], edges)
    if _read_down(columns) or (rough and not is_table(rows[start:end], columns)):
        for column in columns:
            flow.extend(_down(column, len(columns), rough, depth))
        return end
    end = value_end(rows, start, end, edges)
    band = rows[start:end]
    columns = columns_of(band, edges)
    if not all(columns):
        flow.extend(line for row in band for line in row)
    elif _scattered(band, columns):
        flow.extend(_boxes([line for row in band for line in row]))
    else:
        flow.extend(pair(band, columns, edges))
    return end


def _down(column: list[Line], among: int, rough: bool, depth: int) -> list[Flow]:
    """One column of several, which may hold columns itself. Many short columns are the boxes of a flow chart."""
    if depth < MAX_DEPTH and any(a.middle + 0.5 * a.size > b.middle for a, b in pairwise(column)):
        return reading_order(lines_of(word for line in column for word in line.words), rough, depth + 1)
    if among >= 3 and len(column) <= 4 and not any(split_marker(line.text)[0] for line in column):
        return list(_boxes(column))
    return list(column)


def _read_down(columns: list[list[Line]]) -> bool:
    """Whether columns are read one after the other: prose that fills its column, or lists with markers of their own."""
    if are_labels(columns[0]):
        return False
    marked = [sum(bool(split_marker(line.text)[0]) for line in column) / len(column) for column in columns]
    if all(share >= 0.5 for share in marked):
        return True
    return all(_is_prose(column) for column in columns) and _alike(columns)


def _is_prose(column: list[Line]) -> bool:
    width = max(line.right for line in column) - min(line.left for line in column)
    filled = statistics.median(line.right - line.left for line in column) / max(width, 0.1)
    words = statistics.median(len(line.text.split()) for line in column)
    return len(column) >= 3 and filled >= 0.6 and words >= 3


def _alike(columns: list[list[Line]]) -> bool:
    widths = [max(line.right for line in c) - min(line.left for line in c) for c in columns]
    return min(widths) >= 0.6 * max(widths)


def _scattered(rows: Sequence[list[Line]], columns: list[list[Line]]) -> bool:
    """Boxes of a drawing: three or more columns whose lines stand on different heights, with few words each."""
    if len(columns) < 3 or is_header(rows[0]):
        return False
    full = sum(len(row) >= len(columns) for row in rows)
    return full < 0.5 * len(rows)


def _boxes(lines: list[Line]) -> list[Line]:
    """Lines that stand closely one under the other joined to one, as the words of one box; then row by row."""
    boxes: list[list[Line]] = []
    for line in sorted(lines, key=lambda x: (x.top, x.left)):
        home = next((b for b in boxes if _under(b[-1], line)), None)
        if home is None:
            boxes.append([line])
        else:
            home.append(line)
    joined = [Line(tuple(word for line in box for word in line.words)) for box in boxes]
    return [box for row in _side_by_side(joined) for box in sorted(row, key=lambda x: x.left)]


def _side_by_side(boxes: list[Line]) -> list[list[Line]]:
    """Boxes whose middles lie beside the first box of a row, row by row."""
    rows: list[list[Line]] = []
    for box in sorted(boxes, key=lambda x: x.middle):
        first = rows[-1][0] if rows else None
        if first is not None and box.middle < max(first.bottom, first.middle + 1.5 * first.size):
            rows[-1].append(box)
        else:
            rows.append([box])
    return rows


def _under(above: Line, below: Line) -> bool:
    shared = min(above.right, below.right) - max(above.left, below.left)
    narrower = min(above.right - above.left, below.right - below.left)
    return below.top - above.bottom < 0.5 * above.size and shared >= 0.5 * narrower and below.middle > above.middle
