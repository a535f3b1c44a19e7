"""A document as parts: a label of a service standard ("Persyaratan", "Biaya") and what stands under it.

Labels are headings, lines, list items, the first part of "label: value", or table cells. What stands under no label
becomes parts without a component, so that nothing of the text is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from model.reading import Block, BlockKind, Document, Section, Zone
from reading.counting import carries_on, counts_labels, counts_on, follows
from reading.label_rules import CHANNELS, STANDARD, Mark, heading_mark, is_link, line_mark
from reading.once import once
from reading.runs import tables_apart
from reading.table_parts import TablePart, cell_blocks, read_table
from reading.vocabulary import goes_on

_ONE_LINE = frozenset({"fee", "completion_time", "contact", "address", "office_hours"})
"""Labels whose value stands on the line of the label: what follows is about something else."""

_VALUE = re.compile(r"\d|@|gratis|nihil|tidak|bebas|nol\b|free|jl\b|jalan", re.I)


_UNREAD = frozenset({Zone.MENU, Zone.HEADER, Zone.ASIDE})
"""Zones in which no part of a standard is looked for: their sections are not cut."""


@dataclass(frozen=True)  # without slots: its text is joined once
class Part:
    """component: a topic's value, another part of a standard ("service_guarantee"), or "" under no label.

    label: as written. service: name of the service by table, or "". headings: the headings that it stands under, the
    nearest last, labels left out. umbrella: component of a label above that had no body of its own, or "".
    """

    component: str
    label: str
    service: str
    headings: tuple[str, ...]
    blocks: tuple[Block, ...]
    zone: Zone
    where: str = ""
    umbrella: str = ""
    table: bool = False

    @once
    def text(self) -> str:
        return "\n".join([b.text for b in self.blocks if b.text])


@dataclass(slots=True)
class _Open:
    component: str
    label: str
    level: float
    headings: tuple[str, ...]
    zone: Zone
    where: str
    marker: str = ""
    depth: int = 0  # of the list item that is the label
    closes_on_text: bool = False
    umbrella: str = ""
    service: str = ""
    blocks: list[Block] = field(default_factory=list)


def parts_of(document: Document) -> tuple[Part, ...]:
    """All parts in reading order."""
    cutter = _Cutter()
    for section in document.sections:
        cutter.section(section)
    cutter.close()
    return tuple(cutter.parts)


class _Cutter:
    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._open: _Open | None = None
        self._headings: list[tuple[float, str]] = []
        self._umbrella: list[tuple[float, str]] = []
        self._zone = Zone.MAIN

    def section(self, section: Section) -> None:
        if section.zone is not self._zone:
            self.close()
            self._zone, self._headings, self._umbrella = section.zone, [], []
        if section.zone in _UNREAD:
            self._furniture(section)
            return
        if section.heading:
            self._heading(section)
        for rows, blocks in tables_apart(section.blocks):
            if rows:
                self._table(rows, section)
            else:
                for block in blocks:
                    self._block(block, section)

    def _furniture(self, section: Section) -> None:
        heading = Block(BlockKind.TEXT, section.heading, where=section.where)
        blocks = section.blocks or (heading,)
        headings = (*section.trail, section.heading) if section.heading else section.trail
        self.parts.append(Part("", section.heading, "", headings, blocks, section.zone, section.where))

    def _heading(self, section: Section) -> None:
        mark = heading_mark(section.heading)
        level = float(section.level)
        if self._open and _takes_up(self._open, section.heading):
            return
        if mark is not None and self._open and _only_announces(self._open, mark):
            return
        if mark is not None and self._open and self._is_channel(mark, level):
            self._open.blocks.append(Block(BlockKind.TEXT, section.heading, where=section.where))
            return
        if mark is None and self._open and self._open.component and self._open.blocks and level > self._open.level:
            # a heading below the label's own: a group inside that part
            self._open.blocks.append(Block(BlockKind.TEXT, section.heading, where=section.where))
            return
        self.close()
        while self._umbrella and self._umbrella[-1][0] > level - (0.1 if mark else 0.0):
            self._umbrella.pop()
        if mark is None:
            while self._headings and self._headings[-1][0] >= level:
                self._headings.pop()
            self._headings.append((level, section.heading))
            self._start("", section.heading, level, section.where)
            return
        while self._headings and self._headings[-1][0] > level:
            self._headings.pop()
        self._start(mark.component, mark.label, level, section.where)
        self._put_rest(mark, Block(BlockKind.TEXT, section.heading, where=section.where))

    def _is_channel(self, mark: Mark, level: float) -> bool:
        """A heading such as "Telepon" or "Alamat" below or beside "Pengaduan": one of its channels."""
        current = self._open
        return (
            current is not None
            and current.component in CHANNELS
            and mark.component in ("contact", "address", "office_hours")
            and level >= current.level
        )

    def _start(self, component: str, label: str, level: float, where: str, item: Block | None = None) -> None:
        headings = tuple(text for _, text in self._headings)
        umbrella = self._umbrella[-1][1] if self._umbrella and not component else ""
        marker, depth = (item.marker, item.depth) if item else ("", 0)
        self._open = _Open(component, label, level, headings, self._zone, where, marker, depth, umbrella=umbrella)

    def _put_rest(self, mark: Mark, block: Block) -> None:
        if mark.rest and self._open and not mark.rest.endswith("?"):
            self._open.blocks.append(replace(block, text=mark.rest, marker="", kind=BlockKind.TEXT))
            self._open.closes_on_text = mark.component in _ONE_LINE and bool(_VALUE.search(mark.rest))

    def _block(self, block: Block, section: Section) -> None:
        current = self._open
        if current and block.kind is BlockKind.TEXT and _takes_up(current, block.text):
            return
        inside = "" if current is None or counts_labels(current.marker, current.blocks, block) else current.component
        carried = current is not None and current.component and carries_on(current.marker, current.blocks, block)
        mark = None if carried else line_mark(block, inside)
        if mark is not None and current and _only_announces(current, mark):
            return
        if mark is not None:
            self.close()
            self._start(mark.component, mark.label, section.level + 0.5, section.where, block)
            self._put_rest(mark, block)
            return
        if current is None or self._ends(current, block):
            self.close()
            self._start("", section.heading, section.level + 0.5, section.where)
            current = self._open
        if current is not None:
            current.blocks.append(block)

    def _ends(self, current: _Open, block: Block) -> bool:
        if not current.component:
            return False
        if current.marker == "-" and block.marker == "-" and is_link(block):
            current.component = ""  # the label was an item of a menu
            return True
        beside = block.kind is BlockKind.ITEM and block.depth <= current.depth
        if current.marker and beside and follows(current.marker, block.marker) and current.blocks:
            return not counts_on(current.blocks, block)
        return current.closes_on_text and block.kind is BlockKind.TEXT

    def _table(self, rows: list[Block], section: Section) -> None:
        current = self._open
        found = read_table(rows)
        if found is None:
            for row in rows:
                self._plain_row(row, section)
            return
        self.close()
        headings = tuple(text for _, text in self._headings)
        for part in found:
            self.parts.append(_part_of(part, headings, self._zone))
        self._start(
            current.component if current and current.component and not current.blocks else "",
            section.heading,
            section.level + 0.5,
            section.where,
        )

    def _plain_row(self, row: Block, section: Section) -> None:
        if any(_holds_label(cell) for cell in row.cells):
            for index in range(len(row.cells)):
                for block in cell_blocks(row, index):
                    self._block(block, section)
            return
        if self._open is None:
            self._start("", section.heading, section.level + 0.5, section.where)
        if self._open is not None:
            self._open.blocks.append(row)

    def close(self) -> None:
        current, self._open = self._open, None
        if current is None:
            return
        if not current.blocks:
            if current.component:
                self._umbrella.append((current.level, current.component))  # it may head the sections that follow
                self.parts.append(_closed(current))
            elif current.label:
                current.blocks.append(Block(BlockKind.TEXT, current.label, where=current.where))
                self.parts.append(_closed(current))
            return
        self.parts.append(_closed(current))


def _takes_up(current: _Open, text: str) -> bool:
    """Take a line into the label above it, when it is the rest of that label. False when it is not."""
    if not current.component or current.blocks or len(text) > _REST:
        return False
    if not text.replace(",", "").replace(" ", "").isalpha() or not goes_on(current.label, text, current.component):
        return False
    current.label = f"{current.label} {text}"
    return True


_REST = 40
"""Characters of the rest of a label."""


def _only_announces(current: _Open, mark: Mark) -> bool:
    """Whether a line such as "Keterangan:" right under a label only says that its value follows."""
    column = mark.component == "component_column" and not mark.rest
    return column and current.component in STANDARD and not current.blocks


def _holds_label(cell: str) -> bool:
    """Whether a cell is a small page of its own: "Persyaratan :" and a list below it."""
    first, _, rest = cell.partition("\n")
    return bool(rest.strip()) and line_mark(Block(BlockKind.TEXT, first), "") is not None


def _closed(current: _Open) -> Part:
    return Part(
        current.component,
        current.label,
        current.service,
        current.headings,
        tuple(current.blocks),
        current.zone,
        current.where,
        current.umbrella,
    )


def _part_of(part: TablePart, headings: tuple[str, ...], zone: Zone) -> Part:
    return Part(part.component, part.label, part.service, headings, part.blocks, zone, part.where, table=True)
