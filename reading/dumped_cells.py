"""Tables that were copied with an upright line behind every cell, over as many lines as the cell had.

"Biaya/tarif |" stands above "Rp. 0 (Nol Rupiah)" and "|": so copies of web pages come, and so offices paste them.
"""

from __future__ import annotations

from collections.abc import Sequence

from reading.vocabulary import component_of_label

_FEWEST = 3
"""Cells of a standard, at least: a line or two that end so may be anything."""


def rejoined(lines: Sequence[str]) -> Sequence[str]:
    """The same lines where they are no such table; else each label and its value on one line, parted by a tab.

    What was joined stands on its first line, and the others are empty: the numbers of the lines still tell the place.
    """
    ends = [i for i, line in enumerate(lines) if _ends_cell(line)]
    if len(ends) < _FEWEST or any(line.count("|") > 1 for line in lines):
        return lines
    cells = [_cell(lines, start + 1, end) for start, end in zip([-1, *ends], ends, strict=False)]
    if sum(bool(component_of_label(text)) for _, _, text in cells) < _FEWEST:
        return lines
    joined = list(lines)
    label: tuple[int, str] | None = None
    for first, last, text in cells:
        joined[first : last + 1] = [""] * (last + 1 - first)
        if component_of_label(text):
            joined[first] = text
            label = first, text
        elif label is not None:
            joined[label[0]] = f"{label[1]}\t{text}"
            label = None
        else:
            joined[first] = text
    return joined


def _ends_cell(line: str) -> bool:
    return line.rstrip().endswith("|")


def _cell(lines: Sequence[str], first: int, last: int) -> tuple[int, int, str]:
    """(first line, last line, text) of the cell that ends there; a title above the first one is no part of it."""
    words = [line.replace("|", " ").strip() for line in lines[first : last + 1]]
    texts = [" ".join(filter(None, words[start:])) for start in range(len(words))]
    start = next((i for i, text in enumerate(texts) if text and component_of_label(text)), 0) if first == 0 else 0
    return first + start, last, texts[start]
