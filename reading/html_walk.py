"""The walk over a page: elements become lines, in reading order, without recursion (pages nest thousands deep)."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from model.reading import Block, BlockKind, Link, Zone
from reading import html_tables
from reading.hrefs import join
from reading.html_controls import is_control, panel_labels
from reading.html_kinds import Attributes, Kind, Opens, kind_of
from reading.html_pen import MOST_TEXT, Pen, fold
from reading.html_tags import DROPPED, LISTS, PSEUDO
from reading.lines import Line
from reading.pictures import leads_to_picture

MOST_LINES = 20_000
_SHORT = 600
"""Characters of a page on which a menu can be nearly everything."""

_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")  # lazy pages keep a blank picture in src


@dataclass(slots=True)
class _Before:
    """What an element has changed, to be restored at its end. link: where it leads, start: its first word."""

    zone: Zone
    level: int
    form: bool
    link: str = ""
    start: int = 0


_Opened = tuple[Kind, _Before | None]


class Walk:
    """cut: whether the page had more than is kept."""

    def __init__(self, root: LexborNode, base: str, in_cell: bool = False) -> None:
        self.cut = False
        self._pen = Pen(in_cell)
        self._root = root
        self._base = base
        self._in_cell = in_cell
        self._panels = {} if in_cell else panel_labels(root)
        self._link = ""  # where the open <a> leads
        self._tables = 0
        self._total = 0 if in_cell else len(root.text(separator=" ")) or 1

    @property
    def lines(self) -> list[Line]:
        """What was found, in reading order."""
        return self._pen.lines

    def run(self) -> None:
        """Fill `lines`."""
        stack: list[tuple[LexborNode, _Opened]] = []
        pen = self._pen
        node = self._root.first_child
        while True:
            while node is not None:
                if len(pen.lines) >= MOST_LINES:
                    self.cut = True
                    return
                tag = node.tag
                if tag == "-text":
                    pen.add(node.text_content or "")
                elif (opened := self._enter(node, tag or "-")) is not None:
                    if (child := node.first_child) is not None:
                        stack.append((node, opened))
                        node = child
                        continue
                    self._leave(*opened)
                node = node.next
            if not stack:
                pen.flush()
                return
            last, (kind, before) = stack.pop()
            if before is not None or kind.inline:
                self._leave(kind, before)
            elif pen.words:  # a plain block only parts lines
                pen.flush()
            node = last.next

    def _enter(self, node: LexborNode, tag: str) -> _Opened | None:
        """What is open from here on; None for an element whose inside is not walked."""
        if tag in DROPPED or tag[0] in "-!":
            return None
        pen = self._pen
        if tag == "br":
            pen.break_line()
            return None
        attributes = node.attributes
        if tag == "img":
            self._image(attributes)
            return None
        kind = kind_of(tag, attributes)
        if kind.inline:
            pen.edge = tag not in ("sub", "sup")
            return kind, None if kind.plain else self._enter_inline(kind, attributes)
        if pen.words:
            pen.flush()
        if kind.plain and kind.id not in self._panels:
            return kind, None
        if (tag == "table" and self._table(node)) or (tag == "dl" and self._definitions(node)):
            return None
        return kind, self._enter_block(node, kind)

    def _enter_inline(self, kind: Kind, attributes: Attributes) -> _Before:
        pen = self._pen
        before = _Before(pen.zone, pen.level, pen.form)
        if kind.tag == "a":
            before.link = self._link = attributes.get("href") or ""
            before.start = len(pen.words)
            if not pen.words and is_control(attributes):
                pen.level = pen.level or PSEUDO
        pen.bold_depth += kind.bold
        return before

    def _enter_block(self, node: LexborNode, kind: Kind) -> _Before:
        pen = self._pen
        before = _Before(pen.zone, pen.level, pen.form)
        if not self._in_cell:
            zone = kind.in_main if pen.zone is Zone.MAIN else kind.elsewhere
            if zone is not None and zone is not pen.zone and self._may_be(zone, node, kind.tag):
                pen.zone = zone
            if (label := self._panels.get(kind.id)) and not pen.just_said(label):
                pen.write(Block(BlockKind.TEXT, label), PSEUDO)
        if kind.opens is Opens.HEADING:
            pen.level = kind.level
        elif kind.opens is Opens.TITLE:
            pen.level = pen.level or kind.level
        elif kind.opens is Opens.LIST:
            pen.open_list(kind.tag == "ol")
        elif kind.opens is Opens.ITEM:
            pen.open_item()
        elif kind.opens is Opens.FORM:
            pen.form = True
        pen.bold_depth += kind.bold
        return before

    def _leave(self, kind: Kind, before: _Before | None) -> None:
        pen = self._pen
        if kind.inline:
            pen.edge = kind.tag not in ("sub", "sup")
            if kind.tag == "a":
                self._link = ""
            if before is not None:
                if before.link and len(pen.words) > before.start:
                    words = fold("".join(pen.words[before.start :]))[:200]
                    pen.links.append(Link(join(self._base, before.link), words))
                if pen.level != before.level:
                    pen.flush()
        else:
            if pen.words:
                pen.flush()
            if kind.tag == "li":
                pen.close_item()
            elif kind.tag in LISTS:
                pen.close_list()
        if before is not None:
            pen.bold_depth -= kind.bold
            pen.zone, pen.level, pen.form = before.zone, before.level, before.form

    def _image(self, attributes: Attributes) -> None:
        source = next((v for k in _SOURCES if (v := attributes.get(k))), "")
        if source and not source.startswith("data:"):
            alt = fold(attributes.get("alt") or attributes.get("title") or "")[:300]
            larger = (Link(join(self._base, self._link), ""),) if leads_to_picture(self._link) else ()
            self._pen.write(Block(BlockKind.IMAGE, alt, src=join(self._base, source), links=larger))

    def _table(self, table: LexborNode) -> bool:
        if self._in_cell or not html_tables.is_data_table(table):
            return False
        self._tables += 1
        caption = table.css_first("caption")
        if caption is not None and (text := fold(caption.text(separator=" "))):
            self._pen.write(Block(BlockKind.TEXT, text[:300]), PSEUDO)
        for number, (nodes, header) in enumerate(html_tables.rows(table), 1):
            self._row(nodes, header, f"tabel {self._tables}, baris {number}")
        return True

    def _definitions(self, dl: LexborNode) -> bool:
        found = None if self._in_cell else html_tables.pairs(dl)
        for number, (term, meanings) in enumerate(found or (), 1):
            self._row([term, *meanings], False, f"daftar keterangan, baris {number}")
        return bool(found)

    def _row(self, nodes: list[LexborNode | None], header: bool, where: str) -> None:
        cells: list[str] = []
        links: list[Link] = []
        for cell in nodes:
            if cell is None:
                cells.append("")
                continue
            inner = Walk(cell, self._base, in_cell=True)
            inner.run()
            for line in inner.lines:
                links.extend(line.block.links)
                if line.block.kind is BlockKind.IMAGE:
                    self._pen.write(line.block)
            cells.append("\n".join(line.block.text for line in inner.lines if line.block.kind is not BlockKind.IMAGE))
        if any(cells):
            text = " ".join(c for c in cells if c)[:MOST_TEXT]
            self._pen.write(
                Block(BlockKind.ROW, text, cells=tuple(cells), header=header, where=where, links=tuple(links))
            )

    def _may_be(self, zone: Zone, node: LexborNode, tag: str) -> bool:
        """Whether the element can be furniture: builders put "header" or "sidebar" around whole pages, too."""
        if zone is Zone.DIALOG:
            return True
        if self._pen.zone is not Zone.MAIN or node.css_first("main, article") is not None:
            return False
        if tag == "header" and _within(node, ("article", "main", "section")):
            return False
        if tag not in ("nav", "footer", "aside", "header") and node.css_first("h1") is not None:
            return False
        share = len(node.text(separator=" ")) / self._total
        return share < 0.5 or (tag in ("nav", "footer") and (share < 0.9 or self._total < _SHORT))


def _within(node: LexborNode, tags: tuple[str, ...]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False
