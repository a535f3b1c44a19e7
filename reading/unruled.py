"""Tables drawn without lines: labels and values that stand side by side -> rows."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reading.bands import part_of
from reading.layout import Line
from reading.passages import split_marker
from reading.vocabulary import component_of_label

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


def is_header(row: list[Line]) -> bool:
    words = [word for line in row for word in line.text.lower().split()]
    return len(row) >= 2 and len(words) <= 3 * len(row) and sum(w in _HEADER_WORDS for w in words) * 2 >= len(words)


def is_table(rows: Sequence[list[Line]], columns: list[list[Line]]) -> bool:
    """Labels at the left, each beside the first line of its longer value; or column titles above."""
    first, last = columns[0], columns[-1]
    beside = sum(any(abs(v.middle - line.middle) < 0.5 * line.size for v in last) for line in first) / len(first)
    if is_header(rows[0]):
        titles = {word for line in rows[0] for word in line.text.lower().split()}
        return bool(titles & _TABLE_WORDS) or (beside >= 0.8 and len(first) >= 4)
    if len(columns) > 3 or len(first) < 3 or statistics.median(len(line.text.split()) for line in first) > 4:
        return False
    if beside >= 0.9 and len(last) >= len(first) and are_labels(first):
        return True
    width = [max(x.right for x in c) - min(x.left for x in c) for c in (first, last)]
    return beside >= 0.9 and len(last) >= len(first) and width[0] < 0.6 * width[1]


def are_labels(column: Sequence[Line]) -> bool:
    """Whether a left column names the parts of a standard: then it is no half of a text set in two columns."""
    known = sum(component_of_label(split_marker(line.text)[1]) is not None for line in column)
    return known >= 3 and known * 2 >= len(column)


def pair(rows: Sequence[list[Line]], columns: list[list[Line]], edges: list[float]) -> list[TableRow]:
    """Rows of an unruled table. The labels of the sparsest column but the last decide where a row begins."""
    table: list[TableRow] = []
    if is_header(rows[0]):
        table.append(TableRow(tuple(tuple(part_of(rows[0], edges, i)) for i in range(len(columns))), header=True))
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
