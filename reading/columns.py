"""Lines of a region -> reading order: columns of prose one after the other, unruled tables as rows, scattered boxes."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reading.layout import Line, lines_of, segments_of
from reading.passages import split_marker

GUTTER = 1.2  # times the type size: the narrowest blank between two columns
WIDE_GAP = 1.6  # times the type size: a blank that parts a line of a PDF
ROUGH_GAP = 0.7  # the same between the boxes of an OCR, which are higher than the type
MAX_DEPTH = 4
_HEADER_WORDS = frozenset(
    {"no", "no.", "nomor", "komponen", "uraian", "keterangan", "indikator", "jenis", "biaya", "tarif", "waktu"}
    | {"persyaratan", "kegiatan", "layanan"}
)
_TABLE_WORDS = frozenset({"no", "no.", "nomor", "komponen", "uraian", "keterangan"})  # never the title of a card
_NUMBERED = re.compile(r"\d{1,3}\b[.)]?(\s|$)")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table that is drawn without lines: the lines of each cell."""

    cells: tuple[tuple[Line, ...], ...]
    header: bool = False


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
        end, edges = _band(rows, start)
        if edges:
            begin = _value_begin(rows, taken, start, edges)
            del flow[len(flow) - (start - begin) :]
            end = taken = _read_band(rows, begin, end, edges, flow, rough, depth)
        else:
            flow.extend(rows[start])
            end = start + 1
        start = end
    return flow


def _value_begin(rows: Sequence[list[Line]], taken: int, start: int, edges: list[float]) -> int:
    """The first row of a band: values may begin above the label that stands in their middle."""
    begin = start
    while begin > taken and len(rows[begin - 1]) == 1 and _near(rows[begin - 1], rows[begin]):
        line = rows[begin - 1][0]
        between = begin - 1 > taken and line.top < rows[begin - 2][0].bottom  # a label between two lines of its value
        if line.left < edges[0] and not (between and line.right < edges[0]):
            break
        begin -= 1
    return begin


def _band(rows: Sequence[list[Line]], start: int) -> tuple[int, list[float]]:
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
        counts = [len(column) for column in _columns(rows, edges)]
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


def _part(row: list[Line], edges: list[float], column: int) -> list[Line]:
    low = edges[column - 1] if column else float("-inf")
    high = edges[column] if column < len(edges) else float("inf")
    return [line for line in row if low <= (line.left + line.right) / 2 < high]


def _read_band(
    rows: Sequence[list[Line]], start: int, end: int, edges: list[float], flow: list[Flow], rough: bool, depth: int
) -> int:
    """Write the band out to `flow`; returns the row after the last one that was taken."""
    columns = _columns(rows[start:end], edges)
    if _read_down(columns) or (rough and not _is_table(rows[start:end], columns)):
        for column in columns:
            flow.extend(_down(column, len(columns), rough, depth))
        return end
    end = _value_end(rows, start, end, edges)
    band = rows[start:end]
    columns = _columns(band, edges)
    if not all(columns):
        flow.extend(line for row in band for line in row)
    elif _scattered(band, columns):
        flow.extend(_boxes([line for row in band for line in row]))
    else:
        flow.extend(_pair(band, columns, edges))
    return end


def _columns(rows: Sequence[list[Line]], edges: list[float]) -> list[list[Line]]:
    return [[line for row in rows for line in _part(row, edges, i)] for i in range(len(edges) + 1)]


def _down(column: list[Line], among: int, rough: bool, depth: int) -> list[Flow]:
    """One column of several, which may hold columns itself. Many short columns are the boxes of a flow chart."""
    if depth < MAX_DEPTH and any(a.middle + 0.5 * a.size > b.middle for a, b in pairwise(column)):
        return reading_order(lines_of(word for line in column for word in line.words), rough, depth + 1)
    if among >= 3 and len(column) <= 4 and not any(split_marker(line.text)[0] for line in column):
        return list(_boxes(column))
    return list(column)


def _value_end(rows: Sequence[list[Line]], start: int, end: int, edges: list[float]) -> int:
    """A table ends where its last column does: the rest only happens to leave that side blank."""
    last = start + 1
    for i in range(start, end):
        if _part(rows[i], edges, len(edges)):
            last = i + 1
        elif i - last >= 4:
            break
    return last


def _is_table(rows: Sequence[list[Line]], columns: list[list[Line]]) -> bool:
    """Labels at the left, each beside the first line of its longer value; or column titles above."""
    first, last = columns[0], columns[-1]
    beside = sum(any(abs(v.middle - line.middle) < 0.5 * line.size for v in last) for line in first) / len(first)
    if _is_header(rows[0]):
        titles = {word for line in rows[0] for word in line.text.lower().split()}
        return bool(titles & _TABLE_WORDS) or (beside >= 0.8 and len(first) >= 4)
    if len(columns) > 3 or len(first) < 3 or statistics.median(len(line.text.split()) for line in first) > 4:
        return False
    width = [max(x.right for x in c) - min(x.left for x in c) for c in (first, last)]
    return beside >= 0.9 and len(last) >= len(first) and width[0] < 0.6 * width[1]


def _read_down(columns: list[list[Line]]) -> bool:
    """Whether columns are read one after the other: prose that fills its column, or lists with markers of their own."""
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
    if len(columns) < 3 or _is_header(rows[0]):
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


def _is_header(row: list[Line]) -> bool:
    words = [word for line in row for word in line.text.lower().split()]
    return len(row) >= 2 and len(words) <= 3 * len(row) and sum(w in _HEADER_WORDS for w in words) * 2 >= len(words)


def _pair(rows: Sequence[list[Line]], columns: list[list[Line]], edges: list[float]) -> list[TableRow]:
    """Rows of an unruled table. The labels of the sparsest column but the last decide where a row begins."""
    table: list[TableRow] = []
    if _is_header(rows[0]):
        table.append(TableRow(tuple(tuple(_part(rows[0], edges, i)) for i in range(len(columns))), header=True))
        head = {id(line) for line in rows[0]}
        columns = [[line for line in column if id(line) not in head] for column in columns]
    column = min(range(len(columns) - 1), key=lambda i: (len(_labels(columns[i])) or 99, i))
    labels = _labels(columns[column])
    if not labels:
        return table
    others = [line for i, c in enumerate(columns) if i != column for line in c]
    cuts = _cuts(labels, others)
    for i in range(len(labels)):
        low = cuts[i - 1] if i else float("-inf")
        high = cuts[i] if i < len(cuts) else float("inf")
        cells = [
            tuple(labels[i]) if c == column else tuple(line for line in columns[c] if low <= line.middle < high)
            for c in range(len(columns))
        ]
        table.append(TableRow(tuple(cells)))
    return table


def _labels(column: list[Line]) -> list[list[Line]]:
    """Lines of a label column, those of one label together."""
    labels: list[list[Line]] = []
    numbered = sum(bool(_NUMBERED.match(line.text)) for line in column)
    for line in sorted(column, key=lambda x: x.middle):
        if numbered >= 3 and numbered * 3 >= len(column):
            goes_on = not _NUMBERED.match(line.text)
        else:
            goes_on = bool(labels) and not split_marker(line.text)[0] and _continues(labels[-1][-1], line)
        if labels and goes_on:
            labels[-1].append(line)
        else:
            labels.append([line])
    return labels


def _continues(above: Line, below: Line) -> bool:
    tight = below.top - above.bottom < 0.35 * above.size
    first = below.text[:1]
    return tight and (first.islower() or above.text.endswith((",", "-", "/", " dan", "&")) or first in "(&")


def _cuts(labels: list[list[Line]], values: list[Line]) -> list[float]:
    """Heights between the rows. Labels may stand at the top of their row or in its middle."""
    ordered = sorted(values, key=lambda line: line.middle)
    tops = sum(any(abs(v.middle - label[0].middle) < 0.5 * v.size for v in ordered) for label in labels)
    first_above = bool(ordered) and ordered[0].middle < labels[0][0].top
    if tops >= 0.8 * len(labels) and not first_above:
        return [label[0].top - 0.3 * label[0].size for label in labels[1:]]
    return [_widest_gap(a, b, ordered) for a, b in pairwise(labels)]


def _widest_gap(above: list[Line], below: list[Line], values: list[Line]) -> float:
    """Between two labels: the widest blank of the value column; a list that starts anew outweighs a blank."""
    low = statistics.fmean(line.middle for line in above)
    high = statistics.fmean(line.middle for line in below)
    best, cut = -1.0, (low + high) / 2
    for a, b in pairwise(values):
        if a.middle < low - 0.5 * a.size or b.middle > high + 0.5 * b.size:
            continue
        restart = split_marker(b.text)[0].strip("().").lower() in ("1", "a", "i")
        blank = b.top - a.bottom + (1.5 * b.size if restart else 0)
        if blank > best + 0.01:
            best, cut = blank, (a.middle + b.middle) / 2
    return cut
