"""Tables of a service standard: NO | KOMPONEN | URAIAN, one row for each service, or plain label and value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.reading import Block, BlockKind
from reading.gated import compiled
from reading.label_rules import STANDARD
from reading.passages import split_marker
from reading.vocabulary import component_of_label, components_of_label, normalise

_NUMBER = re.compile(r"\(?\d{0,3}[a-z]?[.)]?\s*")
_NAME_COLUMN = compiled(
    r"(?:nama|jenis|macam|judul|produk)?\s*(?:/?\s*(?:nama|jenis))?\s*"
    r"(?:pelayanan|layanan|perizinan|izin|ijin|permohonan|surat|dokumen"
    r"|kegiatan|pengajuan|pengujian|pemeriksaan|tindakan|uraian|retribusi)"
    r"(?:\s+(?:publik|kesehatan|dan non ?perizinan|/ kegiatan))?"
)


@dataclass(frozen=True, slots=True)
class TablePart:
    """One component of one service, from the cells of a table. service: "" when the table names none."""

    component: str
    label: str
    service: str
    blocks: tuple[Block, ...]
    where: str


def read_table(rows: Sequence[Block]) -> list[TablePart] | None:
    """The parts that a table holds; None when it is no table of components."""
    by_row = _by_row(rows)
    if by_row and len({p.component for p in by_row} & STANDARD) >= 3:
        return by_row
    return _by_column(rows) or _stacked(rows) or by_row


# --- components as rows -----------------------------------------------------------------------------------


def _by_row(rows: Sequence[Block]) -> list[TablePart] | None:
    labelled = [(i, *found) for i, row in enumerate(rows) if (found := _row_label(row)) is not None]
    real = [x for x in labelled if x[2] in STANDARD or x[2] == "service_name"]
    if not real or (len(real) < 2 and len(rows) > 3):
        return None
    column = _most_common([x[1] for x in real])
    names = _service_columns(rows[: real[0][0]], column)
    parts: list[TablePart] = []
    service = ""
    current: tuple[str, str] | None = None
    for row in rows[real[0][0] :]:
        label = row.cells[column] if column < len(row.cells) else ""
        component = component_of_label(label) if label.strip() and not _is_list(label) else None
        if component == "service_name":
            service = " ".join(c for c in row.cells[column + 1 :] if c.strip(" :-"))[:200]
            current = None
            continue
        if component is not None:
            current = (component, label)
        elif label.strip():
            current = None if _NUMBER.fullmatch(label.strip()) is None else current
        if current is not None:
            parts.extend(_row_parts(row, column, current, names, service))
    return _joined(parts)


def _row_label(row: Block) -> tuple[int, str] | None:
    """(column, component) of the first cell that is neither empty nor a number, when it is a label with a value."""
    for i, cell in enumerate(row.cells[:4]):
        if not cell.strip() or _NUMBER.fullmatch(cell.strip()):
            continue
        component = component_of_label(cell) if len(cell) <= 140 and not _is_list(cell) else None
        return (i, component) if component and component != "component_column" else None
    return None


def _is_list(cell: str) -> bool:
    """Whether a cell holds numbered lines: a value, although its first words may be a label."""
    return any(split_marker(line)[0] for line in cell.split("\n")[1:])


def _service_columns(above: Sequence[Block], column: int) -> dict[int, str]:
    """{column: service name} when the head row names several services beside the label column."""
    for row in reversed(above):
        named = {
            i: c
            for i, c in enumerate(row.cells)
            if i > column and c.strip() and component_of_label(c) is None and not _NUMBER.fullmatch(c.strip())
        }
        if len(named) > 1:
            return named
    return {}


def _row_parts(
    row: Block, column: int, current: tuple[str, str], names: dict[int, str], service: str
) -> list[TablePart]:
    component, label = current
    if names:
        return [
            TablePart(component, label, names[i], cell_blocks(row, i), row.where)
            for i in names
            if i < len(row.cells) and row.cells[i].strip()
        ]
    blocks = [b for i in range(column + 1, len(row.cells)) for b in cell_blocks(row, i)]
    blocks = [b for b in blocks if b.text.strip(" :")]
    return [TablePart(component, label, service, tuple(blocks), row.where)]


def _joined(found: list[TablePart]) -> list[TablePart]:
    """Rows that carry on a label become one part, at the place of the first."""
    joined: dict[tuple[str, str, str], TablePart] = {}
    for part in found:
        key = (part.service, part.component, part.label)
        before = joined.get(key)
        joined[key] = part if before is None else replace(before, blocks=before.blocks + part.blocks)
    return list(joined.values())


# --- components as columns --------------------------------------------------------------------------------


def _by_column(rows: Sequence[Block]) -> list[TablePart] | None:
    head = next((i for i, row in enumerate(rows[:4]) if _is_head(row)), None)
    if head is None:
        return None
    columns = {i: c for i, cell in enumerate(rows[head].cells) if (c := _column_component(cell))}
    name = None if _is_one_service(rows[head]) else _name_column(rows[head], columns)
    found: list[TablePart] = []
    service = ""
    for row in rows[head + 1 :]:
        if name is not None and name < len(row.cells) and row.cells[name].strip():
            service = _first_line(row.cells[name])
        for i, components in columns.items():
            if i < len(row.cells) and row.cells[i].strip():
                for component in components:
                    found.append(TablePart(component, rows[head].cells[i], service, cell_blocks(row, i), row.where))
    return _joined(found) or None


def _is_one_service(head: Block) -> bool:
    """Whether each row is a step of one service. A column of names before that of the steps means many services."""
    heads = [normalise(cell).strip(" :.") for cell in head.cells]
    steps = next((i for i, text in enumerate(heads) if _ACTIVITY.fullmatch(text)), None)
    return steps is not None and not any(_NAME_COLUMN.fullmatch(text) for text in heads[:steps])


def _stacked(rows: Sequence[Block]) -> list[TablePart] | None:
    """Rows of labels over rows of values, as on the cover of a standard operating procedure."""
    found: list[TablePart] = []
    heads: dict[int, str] = {}
    for row in rows:
        labels = {i: c for i, cell in enumerate(row.cells) if cell.strip() and (c := component_of_label(cell[:140]))}
        if len(labels) >= 2 and len(labels) == sum(1 for c in row.cells if c.strip()):
            heads = labels
            names = row.cells
            continue
        for i, component in heads.items():
            if i < len(row.cells) and row.cells[i].strip() and component in STANDARD:
                found.append(TablePart(component, names[i], "", cell_blocks(row, i), row.where))
    return _joined(found) if found else None


def _is_head(row: Block) -> bool:
    cells = [c for c in row.cells if c.strip()]
    if len(cells) < 2 or any(len(c) > 90 for c in cells):
        return False
    named = [c for c in cells if _column_component(c)]
    names = [c for c in cells if _NAME_COLUMN.fullmatch(normalise(c).strip(" :."))]
    return (len(named) >= 2 and len(cells) >= 3) or (bool(named) and bool(names))


def _column_component(cell: str) -> tuple[str, ...]:
    if _ACTIVITY.fullmatch(normalise(cell).strip(" :.")):
        return ("procedure",)
    return tuple(c for c in components_of_label(cell) if c in STANDARD) if 3 < len(cell) <= 90 else ()


_ACTIVITY = compiled(r"(?:uraian\s+)?(?:kegiatan|aktivitas|prosedur|tahapan|langkah)(?:\s*/\s*\w+)?|langkah[ -]langkah")
"""The head of the steps in a table of a standard operating procedure: one table, one service."""


def _name_column(head: Block, columns: dict[int, tuple[str, ...]]) -> int | None:
    for i, cell in enumerate(head.cells):
        if i not in columns and _NAME_COLUMN.fullmatch(normalise(cell).strip(" :.")):
            return i
    # else the first column that is not a number column
    for i, cell in enumerate(head.cells):
        if i not in columns and cell.strip() and normalise(cell).strip(" .") not in ("no", "nomor", "#"):
            return i
    return None


# --- cells ------------------------------------------------------------------------------------------------


def cell_blocks(row: Block, index: int) -> tuple[Block, ...]:
    """The lines of a cell as blocks of their own, at the row's place."""
    lines = [line.strip() for line in row.cells[index].split("\n") if line.strip()]
    kind = BlockKind.ITEM if len(lines) > 1 else BlockKind.TEXT
    links = row.links
    return tuple(
        Block(kind, text, marker, where=row.where, page=row.page, links=links, confidence=row.confidence)
        for marker, text in map(split_marker, lines)
    )


def _first_line(cell: str) -> str:
    return cell.strip().split("\n")[0][:200]


def _most_common(values: list[int]) -> int:
    return max(sorted(set(values)), key=values.count)
