"""XLSX, XLS and ODS -> rows. Cells are values as shown, never formulas."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from python_calamine import CalamineWorkbook

from reading.passages import Heading, Piece, clean, paragraph, row

MAX_ROWS = 20_000
MAX_COLUMNS = 100


def read_sheet_pieces(body: bytes) -> Iterator[Piece]:
    """One section per sheet; rows with one filled cell become text, others rows. Raises for files that are none."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(body))
    names = workbook.sheet_names
    for name in names:
        rows = [_cells(values) for values in workbook.get_sheet_by_name(name).to_python(nrows=MAX_ROWS)]
        used = [i for i in range(max(map(len, rows), default=0)) if any(i < len(r) and r[i] for r in rows)]
        if not used:
            continue
        yield Heading(clean(name), 1, f"lembar {clean(name)}")
        above: list[str] = []
        for number, cells in enumerate(rows, start=1):
            filled = [cells[i] if i < len(cells) else "" for i in used]
            where = f"lembar {clean(name)}, baris {number}"
            if _goes_on(filled, above):
                yield row(filled, where)
                continue
            yield from _piece(filled, where)
            above = filled


def _goes_on(cells: list[str], above: list[str]) -> bool:
    """Whether a row adds to the last cell of the row above: its other cells are left empty, as if they were merged."""
    if len(above) < 2 or sum(map(bool, above)) < 2 or not cells[-1] or any(cells[:-1]):
        return False
    return bool(above[-1])


def _piece(cells: list[str], where: str) -> Iterator[Piece]:
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        text = filled[0]
        if text.isupper() and len(text) > 5:
            yield Heading(" ".join(text.split()), 2, where)
        else:
            yield paragraph(text, where)
    elif filled:
        yield row(cells, where)


def _cells(values: Sequence[object]) -> list[str]:
    return [_shown(value) for value in values[:MAX_COLUMNS]]


def _shown(value: object) -> str:
    """3.0 -> "3"; dates as ISO 8601."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return clean(str(value))
