"""List markers of DOCX: Word keeps "a.", "2)" as rules, not as text; here they are counted out again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """form: Word's number format, e.g. "decimal", "lowerLetter", "bullet". pattern: e.g. "%1." start: first number."""

    form: str
    pattern: str
    start: int = 1


@dataclass(slots=True)
class Numbering:
    """lists: list number -> levels. counters: what each list has counted so far."""

    lists: dict[str, dict[int, Level]]
    counters: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Numbering:
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return cls({})
        abstract = {node.get(qn("w:abstractNumId")): _levels(node) for node in root.findall(qn("w:abstractNum"))}
        lists = {}
        for node in root.findall(qn("w:num")):
            reference = node.find(qn("w:abstractNumId"))
            if reference is not None:
                lists[node.get(qn("w:numId"))] = abstract.get(reference.get(qn("w:val")), {})
        return cls(lists)

    def marker(self, paragraph: Paragraph) -> tuple[str, int]:
        """The marker that Word would show and the level from 0, or ("", 0) for a paragraph outside lists."""
        number, depth = _reference(paragraph)
        if number in ("", "0"):
            return "", 0
        level = self.lists.get(number, {}).get(depth, Level("decimal", f"%{depth + 1}."))
        if level.form == "bullet":
            return "•", depth
        if level.form == "none":
            return "", 0
        self.counters[number, depth] = self.counters.get((number, depth), level.start - 1) + 1
        for deeper in [key for key in self.counters if key[0] == number and key[1] > depth]:
            del self.counters[deeper]
        return self._shown(number, level, depth), depth

    def _shown(self, number: str, level: Level, depth: int) -> str:
        text = level.pattern
        for above in range(depth + 1):
            form = self.lists.get(number, {}).get(above, level).form
            text = text.replace(f"%{above + 1}", count_as(form, self.counters.get((number, above), 1)))
        return text.strip()[:12] or "•"


def _levels(node: Any) -> dict[int, Level]:
    levels = {}
    for item in node.findall(qn("w:lvl")):
        values = {child.tag: child.get(qn("w:val")) or "" for child in item}
        start = values.get(qn("w:start"), "1")
        levels[int(item.get(qn("w:ilvl")) or 0)] = Level(
            values.get(qn("w:numFmt"), "decimal"), values.get(qn("w:lvlText"), ""), int(start) if start.isdigit() else 1
        )
    return levels


def _reference(paragraph: Paragraph) -> tuple[str, int]:
    """The list and the level of a paragraph, its own or those of its style."""
    styles = [paragraph.style.element] if paragraph.style is not None else []
    for element in (paragraph._p, *styles):
        properties = element.find(qn("w:pPr"))
        listing = properties.find(qn("w:numPr")) if properties is not None else None
        if listing is not None:
            number, depth = listing.find(qn("w:numId")), listing.find(qn("w:ilvl"))
            level = depth.get(qn("w:val")) if depth is not None else "0"
            return (number.get(qn("w:val")) or "") if number is not None else "", int(level or 0)
    return "", 0


def count_as(form: str, number: int) -> str:
    """A counter as Word writes it: 3 -> "3", "c", "C", "iii" or "III"."""
    if form in ("lowerLetter", "upperLetter") and number >= 1:
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        text, rest = "", min(number, 50)
        for value, sign in _ROMAN:
            text += sign * (rest // value)
            rest %= value
        return text if form == "lowerRoman" else text.upper()
    return str(number)
