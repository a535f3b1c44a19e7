"""Words in the order of a page to lines: paragraphs, list items, headings, with the links in them."""

from __future__ import annotations

import re

from model.reading import Block, BlockKind, Link, Zone
from reading.html_tags import PSEUDO
from reading.lines import Line
from reading.passages import split_marker

MOST_TEXT = 20_000
"""Characters kept of one line."""

_SHORTCODE = re.compile(r"\[/?[a-z]+_[a-z_]+[^\]\n]{0,400}\]|\[/[a-z]+\]")


class Pen:
    """Writes `lines`. What the walk sets: zone, level (of the open heading), form, link and the depth of bold type.

    words, links: of the line that is not finished.
    """

    def __init__(self, in_cell: bool = False) -> None:
        self.lines: list[Line] = []
        self.words: list[str] = []
        self.links: list[Link] = []
        self.edge = False  # an inline element has just begun or ended
        self.bold_depth = 0
        self.zone = Zone.MAIN
        self.level = 0
        self.form = False
        self._in_cell = in_cell
        self._all_bold = True
        self._lists: list[tuple[bool, int]] = []
        self._marker: str | None = None  # of the list item that waits for its text
        self._items = 0  # how many list items are open

    def open_list(self, ordered: bool) -> None:
        self._lists.append((ordered, 0))

    def close_list(self) -> None:
        if self._lists:
            self._lists.pop()

    def open_item(self) -> None:
        ordered, count = self._lists.pop() if self._lists else (False, 0)
        self._lists.append((ordered, count + 1))
        self._marker = f"{count + 1}." if ordered else "-"
        self._items += 1

    def close_item(self) -> None:
        self._items -= 1
        self._marker = None

    def add(self, text: str) -> None:
        """A piece of text as it stands in the page."""
        if "[" in text and _SHORTCODE.search(text):
            for i, part in enumerate(_SHORTCODE.split(text)):
                if i:
                    self.flush()
                self.add(part)
            return
        if not text or text.isspace():
            if self.words:
                self.words.append(" ")
            return
        if self.edge and self.words and _abuts(self.words[-1][-1:], text[0]):
            self.words.append(" ")
        self.edge = False
        self.words.append(text)
        if not self.bold_depth:
            self._all_bold = False

    def break_line(self) -> None:
        """A <br>: in a heading it is a space."""
        if self.level:
            self.words.append(" ")
        else:
            self.flush()

    def flush(self) -> None:
        """Finish the line."""
        if not self.words:
            return
        text = fold("".join(self.words))[:MOST_TEXT]
        links, bold = tuple(self.links), self._all_bold
        self.words, self.links, self._all_bold = [], [], True
        if not text:
            return
        if self.level and len(text) <= 300:
            self.write(Block(BlockKind.TEXT, text, links=links), self.level)
            return
        kind, marker = (BlockKind.ITEM, self._marker or "") if self._items else (BlockKind.TEXT, "")
        written, rest = ("", "") if self._in_cell else split_marker(text)
        if written and rest:
            kind, marker, text = BlockKind.ITEM, written, rest
        where = "formulir" if self.form else ""
        block = Block(kind, text, marker, max(0, len(self._lists) - 1), where=where, links=links)
        heading = bold and not (self._items or self._in_cell or _is_linked(text, links)) and _looks_like_heading(text)
        if heading:
            block = Block(BlockKind.TEXT, f"{marker} {text}".strip(), links=links)
        self._marker = "" if self._marker is not None else None
        self.write(block, PSEUDO if heading else 0)

    def write(self, block: Block, level: int = 0) -> None:
        """A line that is whole."""
        self.lines.append(Line(block, self.zone, level))

    def just_said(self, label: str) -> bool:
        """Whether one of the last lines is this heading."""
        return any(line.level and line.block.text == label for line in self.lines[-3:])


def fold(text: str) -> str:
    """Text without soft hyphens, blanks folded."""
    if not text.isascii():
        text = text.replace("\u200b", "").replace("\xad", "")
    return " ".join(text.split())


def _abuts(before: str, after: str) -> bool:
    """Whether two inline elements that touch are two words on the screen: "Telepon" and "(0741)"; "1" and "Klaster"."""
    if before.isdigit():
        return after.isupper()
    return (before.islower() or before == ")") and (after.isupper() or after.isdigit() or after == "(")


def _is_linked(text: str, links: tuple[Link, ...]) -> bool:
    return bool(links) and sum(len(k.text) for k in links) >= len(text) - 2


def _looks_like_heading(text: str) -> bool:
    return len(text) <= 120 and text[-1] not in ".;,!" and any(c.isalpha() for c in text)
