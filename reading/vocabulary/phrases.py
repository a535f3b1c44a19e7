"""Many phrases as one fast regular expression: a tree of their letters, so that text is looked at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from reading.gated import Gated
from reading.roots import EDGE, mark_edges
from reading.vocabulary.load import words

_END = ""  # key of a branch that may end here
_GAP = r"[\s\-]+"  # a space in a phrase: any spacing, or a hyphen ("terus-menerus")


@cache
def pattern(*names: str) -> Gated:
    """One pattern for the phrases of the named lists. Matches whole words in any case; longest phrase first."""
    phrases = [phrase for name in names for phrase in words(name)]
    told = [_tellingest(phrase) for phrase in phrases]
    return Gated(compile_phrases(phrases), [words[0] for words in told], [words[-1] for words in told])


@cache
def _common() -> frozenset[str]:
    return frozenset(words("words_of_every_page"))


def _tellingest(phrase: str) -> list[str]:
    """The two longest words of a phrase that are not met on every page, or its only one, as roots."""
    pieces = re.findall(r"\*?[^\s*-]+\*?", phrase.casefold()) or [""]
    pieces.sort(key=lambda p: (p.strip("*") not in _common(), len(p)), reverse=True)
    return [_root(piece) for piece in pieces[:2]]


def _root(piece: str) -> str:
    """A word with its edges, where no "*" lets it go on there."""
    bare = piece.strip("*")
    begins = EDGE * (piece[:1] != "*" and bare[:1].isalnum())
    ends = EDGE * (piece[-1:] != "*" and bare[-1:].isalnum())
    return f"{begins}{mark_edges(bare)}{ends}"


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for phrases. "*" at an end of a phrase lets the word go on there."""
    tree: dict[str, Any] = {}
    for phrase in sorted({" ".join(p.lower().split()) for p in phrases}):
        branch = tree
        for sign in phrase:
            branch = branch.setdefault(_letter(sign), {})
        branch[_END] = {}
    return re.compile(rf"(?<!\w){_source(tree)}(?!\w)", re.IGNORECASE)


def _letter(sign: str) -> str:
    if sign == " ":
        return _GAP
    return r"\w*" if sign == "*" else re.escape(sign)


def _source(tree: dict[str, Any]) -> str:
    # Longer phrases come first: the end of a phrase is the last choice of its branch.
    options = [letter + _source(branch) for letter, branch in tree.items() if letter != _END]
    if not options:
        return ""
    if _END in tree:
        return f"(?:{'|'.join(options)})?"
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"
