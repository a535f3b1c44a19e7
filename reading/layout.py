"""Words with places -> lines and segments. Pure geometry, shared by PDF and OCR.

Coordinates grow to the right and downwards; units are those of the page (points or pixels).
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from reading.once import once

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

    @once
    def text(self) -> str:
        return " ".join([w.text for w in self.words])

    @once
    def left(self) -> float:
        return self.words[0].left

    @once
    def right(self) -> float:
        return max([w.right for w in self.words])

    @once
    def top(self) -> float:
        return min([w.top for w in self.words])

    @once
    def bottom(self) -> float:
        return max([w.bottom for w in self.words])

    @once
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @once
    def size(self) -> float:
        return max([w.size for w in self.words])

    @once
    def bold(self) -> bool:
        return all(w.bold for w in self.words)

    @once
    def confidence(self) -> float:
        """Of the least certain word."""
        return min([w.confidence for w in self.words])


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words gathered to lines, top to bottom. Words are on one line when half the lower one's height overlaps."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=_by_height):
        for row in rows[:-5:-1]:
            if _beside(row, word):
                row.append(word)
                break
        else:
            rows.append([word])
    if len(rows) > 1:
        rows.sort(key=lambda row: statistics.fmean([w.middle for w in row]))
    return [Line(tuple(sorted(row, key=_from_left))) for row in rows]


_from_left = attrgetter("left", "top")


def _by_height(word: Word) -> tuple[float, float]:
    return (word.top + word.bottom) / 2, word.left


def _beside(row: list[Word], word: Word) -> bool:
    near = row[-1]
    top, bottom = word.top, word.bottom
    if near.top == top and near.bottom == bottom and word.left >= near.right and bottom >= top:
        return True  # nearly always, in a line of one type
    lower = min(near.bottom - near.top, bottom - top)
    overlap = min(near.bottom, bottom) - max(near.top, top)
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
    last = line.words[0]
    before = [last]
    parts = [before]
    reach = last.right
    for word in line.words[1:]:
        blank = word.left - reach
        if (
            blank > gap * word.size
            and blank > gap * last.size
            and not _bound(before, word, blank, max(word.size, last.size))
        ):
            before = [word]
            parts.append(before)
            reach = word.right
        else:
            before.append(word)
            reach = max(reach, word.right)
        last = word
    return [Line(tuple(part)) for part in parts] if len(parts) > 1 else [line]


def _bound(before: list[Word], word: Word, blank: float, size: float) -> bool:
    """Whether a word belongs to what stands before a wide blank: the text of a marker, or what a colon parts."""
    marker = len(before) == 1 and blank < 5 * size and bool(_BARE_MARKER.fullmatch(before[0].text))
    return marker or word.text.startswith(":") or before[-1].text == ":"


def body_size(lines: Sequence[Line] | Sequence[Word]) -> float:
    """The type size of most of the text, by lines or by words."""
    letters: dict[float, int] = {}
    for line in lines:
        letters[line.size] = letters.get(line.size, 0) + len(line.text)
    half = sum(letters.values()) / 2
    for size in sorted(letters):
        half -= letters[size]
        if half <= 0:
            return size
    return 0.0
