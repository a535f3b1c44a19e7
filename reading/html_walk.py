"""The walk over a page: elements become lines, in reading order, without recursion (pages nest thousands deep)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from model.reading import Block, BlockKind, Link, Zone
from reading import html_tables
from reading.hrefs import join
from reading.html_controls import is_control, is_title, panel_labels
from reading.html_tags import BIG, DROPPED, HEADINGS, INLINE, LISTS, PSEUDO
from reading.lines import Line
from reading.passages import split_marker
from reading.pictures import leads_to_picture
from reading.zones import ZONE_TAGS, zone_opened

MOST_LINES = 20_000
MOST_TEXT = 20_000
"""Characters kept of one line."""

_SHORT = 600
"""Characters of a page on which a menu can be nearly everything."""

Attributes = Mapping[str, str | None]

_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")  # lazy pages keep a blank picture in src
_SHORTCODE = re.compile(r"\[/?[a-z]+_[a-z_]+[^\]\n]{0,400}\]|\[/[a-z]+\]")


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
    """lines: what was found. cut: whether the page had more than is kept."""

    def __init__(self, root: LexborNode, base: str, in_cell: bool = False) -> None:
        self.lines: list[Line] = []
        self.cut = False
        self._root = root
        self._base = base
        self._in_cell = in_cell
        self._panels = {} if in_cell else panel_labels(root)
        self._words: list[str] = []
        self._links: list[Link] = []
        self._link = ""  # where the open <a> leads
        self._all_bold = True
        self._bold_depth = 0
        self._edge = False  # an inline element has just begun or ended
        self._zone = Zone.MAIN
        self._level = 0
        self._form = False
        self._tables = 0
        self._lists: list[tuple[bool, int]] = []
        self._marker: str | None = None  # of the list item that waits for its text
        self._items = 0  # how many list items are open
        self._total = 0 if in_cell else len(root.text(separator=" ")) or 1

    def run(self) -> None:
        """Fill `lines`."""
        stack: list[_Open] = []
        node = self._root.first_child
        while True:
            while node is not None:
                if len(self.lines) >= MOST_LINES:
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
                self._flush()
                return
            last = stack.pop()
            self._leave(last)
            node = last.node.next

    def _enter(self, node: LexborNode) -> _Open | None:
        tag = node.tag or ""
        if tag == "-text":
            self._add(node.text_content or "")
            return None
        if not tag or tag in DROPPED or tag[0] in "-!":
            return None
        if tag == "br":
            self._break()
            return None
        attributes = node.attributes
        if tag == "img":
            self._image(attributes)
            return None
        opened = _Open(node, tag, self._zone, self._level, False, "", len(self._words), self._form)
        if tag in INLINE:
            self._edge = tag not in ("sub", "sup")
            self._enter_inline(tag, attributes, opened)
            return opened
        if self._words:
            self._flush()
        if (tag == "table" and self._table(node)) or (tag == "dl" and self._definitions(node)):
            return None
        self._enter_block(node, tag, attributes, opened)
        return opened

    def _enter_inline(self, tag: str, attributes: Attributes, opened: _Open) -> None:
        if tag == "a":
            opened.link = self._link = attributes.get("href") or ""
            if is_control(attributes) and not self._words:
                self._level = self._level or PSEUDO
        elif tag in ("b", "strong", "big") or _is_big(attributes):
            opened.bold = True
            self._bold_depth += 1

    def _enter_block(self, node: LexborNode, tag: str, attributes: Attributes, opened: _Open) -> None:
        if not self._in_cell and (attributes or tag in ZONE_TAGS):
            zone = zone_opened(tag, attributes, self._zone)
            if zone is not None and zone is not self._zone and self._may_be(zone, node, tag):
                self._zone = zone
            if (label := self._panels.get(attributes.get("id") or "")) and not self._just_said(label):
                self._emit(Block(BlockKind.TEXT, label), PSEUDO)
        if tag in HEADINGS:
            self._level = HEADINGS[tag]
        elif attributes and ((tag == "button" and is_control(attributes)) or is_title(attributes)):
            self._level = self._level or PSEUDO
        elif tag in LISTS:
            self._lists.append((tag == "ol", 0))
        elif tag == "li":
            self._open_item()
        elif tag == "form":
            self._form = True
        if tag == "th" or _is_big(attributes):
            opened.bold = True
            self._bold_depth += 1

    def _leave(self, opened: _Open) -> None:
        if opened.tag in INLINE:
            self._edge = opened.tag not in ("sub", "sup")
            if opened.tag == "a":
                self._link = ""
            if opened.link and len(self._words) > opened.start:
                self._links.append(
                    Link(join(self._base, opened.link), _fold("".join(self._words[opened.start :]))[:200])
                )
            if self._level != opened.level:
                self._flush()
        else:
            if self._words:
                self._flush()
            if opened.tag == "li":
                self._items -= 1
                self._marker = None
            elif opened.tag in LISTS and self._lists:
                self._lists.pop()
        self._bold_depth -= opened.bold
        self._zone, self._level, self._form = opened.zone, opened.level, opened.form

    def _open_item(self) -> None:
        ordered, count = self._lists.pop() if self._lists else (False, 0)
        self._lists.append((ordered, count + 1))
        self._marker = f"{count + 1}." if ordered else "-"
        self._items += 1

    def _add(self, text: str) -> None:
        if "[" in text and _SHORTCODE.search(text):
            for i, part in enumerate(_SHORTCODE.split(text)):
                if i:
                    self._flush()
                self._add(part)
            return
        if not text or text.isspace():
            if self._words:
                self._words.append(" ")
            return
        if self._edge and self._words and _abuts(self._words[-1][-1:], text[0]):
            self._words.append(" ")
        self._edge = False
        self._words.append(text)
        if not self._bold_depth:
            self._all_bold = False

    def _break(self) -> None:
        if self._level:
            self._words.append(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        if not self._words:
            return
        text = _fold("".join(self._words))[:MOST_TEXT]
        links, bold = tuple(self._links), self._all_bold
        self._words, self._links, self._all_bold = [], [], True
        if not text:
            return
        if self._level and len(text) <= 300:
            self._emit(Block(BlockKind.TEXT, text, links=links), self._level)
            return
        kind, marker = (BlockKind.ITEM, self._marker or "") if self._items else (BlockKind.TEXT, "")
        written, rest = ("", "") if self._in_cell else split_marker(text)
        if written and rest:
            kind, marker, text = BlockKind.ITEM, written, rest
        where = "formulir" if self._form else ""
        block = Block(kind, text, marker, max(0, len(self._lists) - 1), where=where, links=links)
        linked = bool(links) and sum(len(k.text) for k in links) >= len(text) - 2
        heading = bold and not (self._items or self._in_cell or linked) and _looks_like_heading(text)
        if heading:
            block = Block(BlockKind.TEXT, f"{marker} {text}".strip(), links=links)
        self._marker = "" if self._marker is not None else None
        self._emit(block, PSEUDO if heading else 0)

    def _emit(self, block: Block, level: int = 0) -> None:
        self.lines.append(Line(block, self._zone, level))

    def _image(self, attributes: Attributes) -> None:
        source = next((v for k in _SOURCES if (v := attributes.get(k))), "")
        if source and not source.startswith("data:"):
            alt = _fold(attributes.get("alt") or attributes.get("title") or "")[:300]
            larger = (Link(join(self._base, self._link), ""),) if leads_to_picture(self._link) else ()
            self._emit(Block(BlockKind.IMAGE, alt, src=join(self._base, source), links=larger))

    def _table(self, table: LexborNode) -> bool:
        if self._in_cell or not html_tables.is_data_table(table):
            return False
        self._tables += 1
        caption = table.css_first("caption")
        if caption is not None and (text := _fold(caption.text(separator=" "))):
            self._emit(Block(BlockKind.TEXT, text[:300]), PSEUDO)
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
                    self._emit(line.block)
            cells.append("\n".join(line.block.text for line in inner.lines if line.block.kind is not BlockKind.IMAGE))
        if any(cells):
            text = " ".join(c for c in cells if c)[:MOST_TEXT]
            self._emit(Block(BlockKind.ROW, text, cells=tuple(cells), header=header, where=where, links=tuple(links)))

    def _may_be(self, zone: Zone, node: LexborNode, tag: str) -> bool:
        """Whether the element can be furniture: builders put "header" or "sidebar" around whole pages, too."""
        if zone is Zone.DIALOG:
            return True
        if self._zone is not Zone.MAIN or node.css_first("main, article") is not None:
            return False
        if tag == "header" and _within(node, ("article", "main", "section")):
            return False
        if tag not in ("nav", "footer", "aside", "header") and node.css_first("h1") is not None:
            return False
        share = len(node.text(separator=" ")) / self._total
        return share < 0.5 or (tag in ("nav", "footer") and (share < 0.9 or self._total < _SHORT))

    def _just_said(self, label: str) -> bool:
        return any(line.level and line.block.text == label for line in self.lines[-3:])


def _abuts(before: str, after: str) -> bool:
    """Whether two inline elements that touch are two words on the screen: "Telepon" and "(0741)"; "1" and "Klaster"."""
    if before.isdigit():
        return after.isupper()
    return (before.islower() or before == ")") and (after.isupper() or after.isdigit() or after == "(")


def _is_big(attributes: Attributes) -> bool:
    style = attributes.get("style")
    return bool(style) and BIG.search(style or "") is not None


def _fold(text: str) -> str:
    if not text.isascii():
        text = text.replace("\u200b", "").replace("\xad", "")
    return " ".join(text.split())


def _looks_like_heading(text: str) -> bool:
    return len(text) <= 120 and text[-1] not in ".;,!" and any(c.isalpha() for c in text)


def _within(node: LexborNode, tags: tuple[str, ...]) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in tags:
            return True
        parent = parent.parent
    return False
