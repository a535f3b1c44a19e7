"""What stands beside a place in a text, up to the end of its clause."""

from __future__ import annotations

import re

_CLAUSE_END = re.compile(r"[;\n•|]|(?<=[^\WA-Z\d_]{3})\.\s|\.\s+(?=[A-Z][a-z]{3})|,\s+(?=[a-zA-Z])")
_SENTENCE_END = re.compile(r"[\n•|]|(?<=[^\W\d_]{4})[.?!]\s|(?<=\d)\.\s+(?=[A-Z])")


def clause_before(text: str, at: int, reach: int = 60) -> str:
    """The words of the same clause before a place, at most `reach` characters."""
    piece = text[max(0, at - reach) : at]
    return _after_last(_CLAUSE_END, piece)


def clause_after(text: str, at: int, reach: int = 40) -> str:
    """The words of the same clause behind a place, at most `reach` characters."""
    piece = text[at : at + reach]
    end = _CLAUSE_END.search(piece)
    return piece[: end.start()] if end else piece


def sentence_around(text: str, start: int, end: int, reach: int = 120) -> str:
    """The sentence that holds a match, at most `reach` characters to each side."""
    before = _after_last(_SENTENCE_END, text[max(0, start - reach) : start])
    after = text[end : end + reach]
    stop = _SENTENCE_END.search(after)
    return before + text[start:end] + (after[: stop.start()] if stop else after)


def _after_last(border: re.Pattern[str], piece: str) -> str:
    last = 0
    for found in border.finditer(piece):
        last = found.end()
    return piece[last:]
