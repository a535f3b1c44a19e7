"""A kept page as text, with the quoted words marked, whatever markup and white space stood between them."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

_MOST_LINES = 4000
_LONGEST_LINE = 1000  # characters; what is longer is broken, for no string of a template may be endless


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class View:
    """lines: of pieces. absent: quotes that were not found in the text. picture: a data: address, or ""."""

    lines: tuple[tuple[Piece, ...], ...]
    absent: tuple[str, ...]
    picture: str


def view_of(text: str, quotes: tuple[str, ...]) -> View:
    """Blank lines are folded; long texts are cut, after the last quote where they hold one."""
    folded = (" ".join(raw.split()) for raw in text.splitlines())
    tidy = "\n".join(part for line in folded for part in textwrap.wrap(line, _LONGEST_LINE))
    spans, absent = [], []
    for quote in quotes:
        found = _find(tidy, quote)
        spans.append(found) if found else absent.append(quote)
    lines = tuple(_lines(tidy, _merged(spans)))
    return View(lines[:_MOST_LINES], tuple(absent), "")


def _find(text: str, quote: str) -> tuple[int, int] | None:
    """Where the quote's letters stand, white space aside."""
    words = quote.split()
    if not words:
        return None
    letters = r"\s*".join(re.escape(letter) for letter in "".join(words))
    found = re.search(letters, text)
    return found.span() if found else None


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _lines(text: str, spans: list[tuple[int, int]]) -> list[tuple[Piece, ...]]:
    found: list[tuple[Piece, ...]] = []
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        pieces, at = [], begin
        for start, stop in spans:
            first, last = max(start, begin), min(stop, end)
            if first >= last:
                continue
            if first > at:
                pieces.append(Piece(text[at:first], False))
            pieces.append(Piece(text[first:last], True))
            at = last
        if at < end:
            pieces.append(Piece(text[at:end], False))
        found.append(tuple(pieces))
        begin = end + 1
    return found
