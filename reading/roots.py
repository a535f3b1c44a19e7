"""What a text must hold before a regular expression can match in it: pieces of words, some of which are always there.

Russ Cox, "Regular Expression Matching with a Trigram Index" (2012), in small: a pattern for "hari kerja" or "jam kerja"
can only match where "kerja" stands. Looking for a piece of a word is many times cheaper than running the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]  # the standard library's own reader of patterns
from re import _parser  # type: ignore[attr-defined]
from typing import Any

DIGIT = "\\d"
"""Stands for any digit among the roots."""

EDGE = "\0"
"""Stands where a run of letters or digits begins or ends: of words, "rt" is only in "RT 05", and not in "artikel"."""

Roots = frozenset[str]
_MOST = 96
"""Pieces above which parts of a pattern are no longer multiplied with each other."""

_FEW = 6
"""Signs of a character class that are worth telling apart."""

_COMMON_SIGNS = frozenset(".,:-()/")
_NO_WORD_BEFORE, _NO_WORD_BEHIND = "\1", "\2"  # an edge if the sign beside it is a letter or digit
_EDGES = re.compile(r"(?<=\w)(?=[^\w\0\1\2])|(?<=[^\w\0\1\2])(?=\w)")
_NON_WORD = frozenset((op.CATEGORY_SPACE, op.CATEGORY_NOT_WORD))


def mark_edges(word: str) -> str:
    """A piece of text without spaces, with EDGE at each edge inside it."""
    return word if word.isalnum() else _EDGES.sub(EDGE, word)


def roots_of(pattern: re.Pattern[str]) -> tuple[Roots, ...]:
    """Sets of pieces, in folded case, with their edges; of each set one piece stands in every text that matches.

    The set that is met least often comes first. Empty when nothing is known that every match needs.
    """
    found = _sequence(_parser.parse(pattern.pattern, pattern.flags))
    sets = {clean for candidate in found.candidates() if (clean := _cleaned(candidate))}
    return tuple(sorted(sets, key=_worth, reverse=True))


def _cleaned(roots: Roots) -> Roots | None:
    """The pieces as they stand in a marked text; None when one of them is in every text."""
    cleaned = frozenset(_settled(root) for root in roots)
    return cleaned if all(root.strip(EDGE) for root in cleaned) else None


def _settled(root: str) -> str:
    if root == DIGIT:
        return root
    root = re.sub(rf"{_NO_WORD_BEFORE}(?=\w)|(?<=\w){_NO_WORD_BEHIND}", EDGE, root)
    root = root.replace(_NO_WORD_BEFORE, "").replace(_NO_WORD_BEHIND, "")
    return re.sub(f"{EDGE}+", EDGE, _EDGES.sub(EDGE, root))


class _Found:
    """What is known of a piece of a pattern. exact: all texts that it can be, folded; None when they are too many.

    border: it surely takes a sign that is neither letter nor digit, so that its neighbours begin or end there.
    """

    __slots__ = ("border", "exact", "needed")

    def __init__(self, exact: Roots | None, needed: Iterable[Roots] = (), border: bool = False) -> None:
        self.exact = exact
        self.needed = tuple(needed)
        self.border = border

    def candidates(self) -> tuple[Roots, ...]:
        return (*self.needed, *_whole(self.exact))


_NOTHING = _Found(frozenset({""}))


def _whole(run: Roots | None) -> tuple[Roots, ...]:
    """A run as a set of pieces that is worth something: none of them is empty."""
    return (run,) if run is not None and all(piece.strip("\0\1\2") for piece in run) else ()


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Found:
    needed: list[Roots] = []
    run: Roots = frozenset({""})
    whole = True
    for kind, value in items:
        found = _item(kind, value)
        needed += found.needed
        if found.exact is not None and len(run) * len(found.exact) <= _MOST:
            run = frozenset(a + b for a in run for b in found.exact)
            continue
        whole = False
        needed += _whole(frozenset(piece + _NO_WORD_BEHIND for piece in run) if found.border else run)
        if found.exact is not None and len(found.exact) <= _MOST:
            run = found.exact
        else:
            run = frozenset({_NO_WORD_BEFORE if found.border else ""})
    return _Found(run, needed) if whole else _Found(None, [*needed, *_whole(run)])


def _item(kind: Any, value: Any) -> _Found:
    if kind is op.LITERAL:
        sign = chr(value).casefold()
        return _Found(None, border=True) if sign.isspace() else _Found(frozenset({sign}))
    if kind is op.IN:
        return _signs(value)
    if kind is op.SUBPATTERN:
        return _sequence(value[3])
    if kind is op.ATOMIC_GROUP:
        return _sequence(value)
    if kind is op.BRANCH:
        return _either([_sequence(branch) for branch in value[1]])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _repeated(*value)
    if kind is op.AT:
        return _Found(frozenset({EDGE})) if value is op.AT_BOUNDARY else _NOTHING
    if kind is op.ASSERT_NOT:
        return _not_beside(*value)
    return _NOTHING if kind is op.ASSERT else _Found(None)  # what looks around takes no sign


def _not_beside(direction: int, items: Any) -> _Found:
    """A look around that forbids letters and digits makes an edge of the place."""
    kind, value = items[0] if len(items) == 1 else (None, None)
    if kind is op.IN and value is not None and (op.CATEGORY, op.CATEGORY_WORD) in value:
        return _Found(frozenset({_NO_WORD_BEFORE if direction < 0 else _NO_WORD_BEHIND}))
    return _NOTHING


def _signs(choices: Any) -> _Found:
    if all(kind is op.LITERAL for kind, _ in choices):
        signs = frozenset(chr(code).casefold() for _, code in choices)
        if len(signs) <= _FEW and not any(s.isspace() for s in signs):
            return _Found(signs)
    digits = all(kind is op.CATEGORY and code is op.CATEGORY_DIGIT for kind, code in choices)
    return _Found(None, [frozenset({DIGIT})] if digits else (), border=all(_is_border(*c) for c in choices))


def _is_border(kind: Any, code: Any) -> bool:
    if kind is op.LITERAL:
        return not (chr(code).isalnum() or chr(code) == "_")
    return kind is op.CATEGORY and code in _NON_WORD


def _either(branches: list[_Found]) -> _Found:
    if all(b.exact is not None and not b.needed for b in branches):
        exact: Roots = frozenset().union(*(b.exact for b in branches if b.exact is not None))
        if len(exact) <= _MOST:
            return _Found(exact)
    best = [max(b.candidates(), key=_worth, default=None) for b in branches]
    known = [b for b in best if b is not None]
    border = all(b.border for b in branches)
    return _Found(None, [frozenset().union(*known)] if len(known) == len(branches) else (), border)


def _repeated(least: int, most: int, items: Any) -> _Found:
    found = _sequence(items)
    if least == most == 1:
        return found
    if least == 0:
        optional = most == 1 and found.exact is not None and not found.needed
        return _Found(found.exact | {""} if optional and found.exact is not None else None)
    border = len(items) == 1 and _item(*items[0]).border
    return _Found(None, found.candidates(), border)


def _worth(roots: Roots) -> tuple[int, int, list[str]]:
    """How seldom a set is met: by the piece of it that tells least, then by how few it has."""
    return min(_weight(_settled(root)) for root in roots), -len(roots), sorted(roots)


def _weight(root: str) -> int:
    """Letters; a known beginning counts three, a digit of a number two, any digit one, and a full stop nothing."""
    if root in _COMMON_SIGNS or root == DIGIT:
        return int(root == DIGIT)
    return len(root.replace(EDGE, "")) + sum(map(str.isdigit, root)) + 3 * (root[:1] == EDGE) + (root[-1:] == EDGE)
