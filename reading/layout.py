"""Words with places -> lines and segments. Pure geometry, shared by PDF and OCR.

Coordinates grow to the right and downwards; units are those of the page (points or pixels).
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

_BARE_MARKER = re.compile(
    r"\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]|[-–•●○▪■◦·✓✔➢➤►*\uf0b7\uf0a7\uf0d8\uf0fc]|\d{1,2}"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word (PDF) or a recognised line (OCR) and its box. size: height of the type. confidence: 0..1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool = False
    confidence: float = 1.0

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)  # without slots: what it is asked again and again is worked out once
class Line:
    """Words of one line of one column, from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join([w.text for w in self.words])

    @cached_property
    def left(self) -> float:
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        return max([w.right for w in self.words])

    @cached_property
    def top(self) -> float:
        return min([w.top for w in self.words])

    @cached_property
    def bottom(self) -> float:
        return max([w.bottom for w in self.words])

    @cached_property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @cached_property
    def size(self) -> float:
        return max([w.size for w in self.words])

    @cached_property
    def bold(self) -> bool:
        return all(w.bold for w in self.words)

    @cached_property
    def confidence(self) -> float:
        """Of the least certain word."""
        return min([w.confidence for w in self.words])


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words gathered to lines, top to bottom. Words are on one line when half the lower one's height overlaps."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.left)):
        home = next((r for r in reversed(rows[-4:]) if _beside(r, word)), None)
        if home is None:
            rows.append([word])
        else:
            home.append(word)
    rows.sort(key=lambda r: statistics.fmean(w.middle for w in r))
    return [Line(tuple(sorted(row, key=lambda w: (w.left, w.top)))) for row in rows]


def _beside(row: list[Word], word: Word) -> bool:
    near = row[-1]
    lower = min(near.bottom - near.top, word.bottom - word.top)
    overlap = min(near.bottom, word.bottom) - max(near.top, word.top)
    if overlap < 0.5 * lower:
        return False
    if overlap >= 0.9 * lower and word.left >= near.right:
        return True
    # Two words that lie one over the other in both directions are two lines set tight, not one.
    left, right = word.left, word.right
    return all(
        w.right <= left or right <= w.left or min(w.right, right) - max(w.left, left) < 0.5 * _narrower(w, word)
        for w in row
    )


def _narrower(a: Word, b: Word) -> float:
    return max(min(a.right - a.left, b.right - b.left), 0.01)


def segments_of(line: Line, gap: float = 1.6) -> list[Line]:
    """A line cut where the blank is wider than `gap` times its type; a marker or a colon is never parted from its text.

    "1.      Fotokopi" stays whole, and so does "Unit Kerja     : Bidang Perizinan".
    """
    parts: list[list[Word]] = [[line.words[0]]]
    reach = line.words[0].right
    for word in line.words[1:]:
        before = parts[-1]
        blank = word.left - reach
        size = max(word.size, before[-1].size)
        if blank > gap * size and not _bound(before, word, blank, size):
            parts.append([word])
            reach = word.right
        else:
            before.append(word)
            reach = max(reach, word.right)
    return [Line(tuple(part)) for part in parts]


def _bound(before: list[Word], word: Word, blank: float, size: float) -> bool:
    """Whether a word belongs to what stands before a wide blank: the text of a marker, or what a colon parts."""
    marker = len(before) == 1 and blank < 5 * size and bool(_BARE_MARKER.fullmatch(before[0].text))
    return marker or word.text.startswith(":") or before[-1].text == ":"


def body_size(lines: Sequence[Line] | Sequence[Word]) -> float:
    """The type size of most of the text, by lines or by words."""
    sizes = sorted((line.size, len(line.text)) for line in lines)
    half = sum(length for _, length in sizes) / 2
    for size, length in sizes:
        half -= length
        if half <= 0:
            return size
    return sizes[-1][0] if sizes else 0.0
