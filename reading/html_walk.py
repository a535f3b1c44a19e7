"""The walk over a page: elements become lines, in reading order, without recursion (pages nest thousands deep)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from model.reading import Block, BlockKind, Link, Zone
from reading import html_tables
from reading.hrefs import join
from reading.html_controls import is_control, is_title, panel_labels
from reading.html_pen import MOST_TEXT, Pen, fold
from reading.html_tags import BIG, DROPPED, HEADINGS, INLINE, LISTS, PSEUDO
from reading.lines import Line
from reading.pictures import leads_to_picture
from reading.zones import ZONE_TAGS, zone_opened

MOST_LINES = 20_000
_SHORT = 600
"""Characters of a page on which a menu can be nearly everything."""

Attributes = Mapping[str, str | None]

_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")  # lazy pages keep a blank picture in src


@dataclass(slots=True)
class _Open:
    """An element whose end is still to come, and what to restore there."""

    node: LexborNode
    tag: str
    zone: Zone
    level: int
    bold: bool
    link: str
    start: int
    form: bool


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
        stack: list[_Open] = []
        node = self._root.first_child
        while True:
            while node is not None:
                if len(self._pen.lines) >= MOST_LINES:
                    self.cut = True
                    return
                opened = self._enter(node)
                if opened is not None and (child := node.first_child) is not None:
                    stack.append(opened)
                    node = child
                    continue
                if opened is not None:
                    self._leave(opened)
                node = node.next
            if not stack:
                self._pen.flush()
                return
            last = stack.pop()
            self._leave(last)
            node = last.node.next

    def _enter(self, node: LexborNode) -> _Open | None:
        pen = self._pen
        tag = node.tag or ""
        if tag == "-text":
            pen.add(node.text_content or "")
            return None
        if not tag or tag in DROPPED or tag[0] in "-!":
            return None
        if tag == "br":
            pen.break_line()
            return None
        attributes = node.attributes
        if tag == "img":
            self._image(attributes)
            return None
        opened = _Open(node, tag, pen.zone, pen.level, False, "", len(pen.words), pen.form)
        if tag in INLINE:
            pen.edge = tag not in ("sub", "sup")
            self._enter_inline(tag, attributes, opened)
            return opened
        if pen.words:
            pen.flush()
        if (tag == "table" and self._table(node)) or (tag == "dl" and self._definitions(node)):
            return None
        self._enter_block(node, tag, attributes, opened)
        return opened

    def _enter_inline(self, tag: str, attributes: Attributes, opened: _Open) -> None:
        pen = self._pen
        if tag == "a":
            opened.link = self._link = attributes.get("href") or ""
            if is_control(attributes) and not pen.words:
                pen.level = pen.level or PSEUDO
        elif tag in ("b", "strong", "big") or _is_big(attributes):
            opened.bold = True
            pen.bold_depth += 1

    def _enter_block(self, node: LexborNode, tag: str, attributes: Attributes, opened: _Open) -> None:
        pen = self._pen
        if not self._in_cell and (attributes or tag in ZONE_TAGS):
            zone = zone_opened(tag, attributes, pen.zone)
            if zone is not None and zone is not pen.zone and self._may_be(zone, node, tag):
                pen.zone = zone
            if (label := self._panels.get(attributes.get("id") or "")) and not pen.just_said(label):
                pen.write(Block(BlockKind.TEXT, label), PSEUDO)
        if tag in HEADINGS:
            pen.level = HEADINGS[tag]
        elif attributes and ((tag == "button" and is_control(attributes)) or is_title(attributes)):
            pen.level = pen.level or PSEUDO
        elif tag in LISTS:
            pen.open_list(tag == "ol")
        elif tag == "li":
            pen.open_item()
        elif tag == "form":
            pen.form = True
        if tag == "th" or _is_big(attributes):
            opened.bold = True
            pen.bold_depth += 1

    def _leave(self, opened: _Open) -> None:
        pen = self._pen
        if opened.tag in INLINE:
            pen.edge = opened.tag not in ("sub", "sup")
            if opened.tag == "a":
                self._link = ""
            if opened.link and len(pen.words) > opened.start:
                pen.links.append(Link(join(self._base, opened.link), fold("".join(pen.words[opened.start :]))[:200]))
            if pen.level != opened.level:
                pen.flush()
        else:
            if pen.words:
                pen.flush()
            if opened.tag == "li":
                pen.close_item()
            elif opened.tag in LISTS:
                pen.close_list()
        pen.bold_depth -= opened.bold
        pen.zone, pen.level, pen.form = opened.zone, opened.level, opened.form

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


def _is_big(attributes: Attributes) -> bool:
    style = attributes.get("style")
    return bool(style) and BIG.search(style or "") is not None


def _within(node: LexborNode, tags: tuple[str, ...]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False
