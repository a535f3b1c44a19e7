"""What a text must hold before a regular expression can match in it: pieces of words, one of which is always there.

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

Roots = frozenset[str]
_MOST = 96
"""Pieces above which parts of a pattern are no longer multiplied with each other."""

_COMMON_SIGNS = frozenset(".,:-()/")
_FEW = 6
"""Signs of a character class that are worth telling apart."""


def roots_of(pattern: re.Pattern[str]) -> Roots | None:
    """Pieces without spaces, in folded case, one of which stands in every text that the pattern matches in.

    None when no such pieces are known. DIGIT among them means any digit.
    """
    found = _sequence(_parser.parse(pattern.pattern, pattern.flags))
    return _better(found.candidates())


class _Found:
    """What is known of a piece of a pattern. exact: all texts that it can be, folded; None when they are too many."""

    __slots__ = ("exact", "needed")

    def __init__(self, exact: Roots | None, needed: Iterable[Roots] = ()) -> None:
        self.exact = exact
        self.needed = tuple(needed)

    def candidates(self) -> tuple[Roots, ...]:
        own = (self.exact,) if self.exact is not None and all(self.exact) else ()
        return (*self.needed, *own)


_NOTHING = _Found(frozenset({""}))


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
        if all(run):
            needed.append(run)
        run = found.exact if found.exact is not None and len(found.exact) <= _MOST else frozenset({""})
    if whole:
        return _Found(run, needed)
    return _Found(None, [*needed, *([run] if all(run) else [])])


def _item(kind: Any, value: Any) -> _Found:
    if kind is op.LITERAL:
        sign = chr(value).casefold()
        return _Found(None) if sign.isspace() else _Found(frozenset({sign}))
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
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
        return _NOTHING  # they take no sign: what stands around them stands side by side
    return _Found(None)


def _signs(choices: Any) -> _Found:
    if all(kind is op.LITERAL for kind, _ in choices):
        signs = frozenset(chr(code).casefold() for _, code in choices)
        if len(signs) <= _FEW and not any(s.isspace() for s in signs):
            return _Found(signs)
    digits = all(kind is op.CATEGORY and code is op.CATEGORY_DIGIT for kind, code in choices)
    return _Found(None, [frozenset({DIGIT})] if digits else ())


def _either(branches: list[_Found]) -> _Found:
    exact: Roots | None = None
    if all(b.exact is not None for b in branches):
        exact = frozenset().union(*(b.exact for b in branches if b.exact is not None))
        if len(exact) <= _MOST and not any(b.needed for b in branches):
            return _Found(exact)
    best = [_better(b.candidates()) for b in branches]
    known = [b for b in best if b is not None]
    return _Found(None, [frozenset().union(*known)] if len(known) == len(branches) else ())


def _repeated(least: int, most: int, items: Any) -> _Found:
    found = _sequence(items)
    if least == most == 1:
        return found
    if least == 0:
        optional = most == 1 and found.exact is not None and not found.needed
        return _Found(found.exact | {""} if optional and found.exact is not None else None)
    return _Found(None, found.candidates())


def _better(candidates: Iterable[Roots]) -> Roots | None:
    """Of several sets of which each must hold, the one that is met least often: its shortest piece is the longest."""
    return max((c for c in candidates if c), key=_worth, default=None)


def _worth(roots: Roots) -> tuple[int, int, list[str]]:
    return min(map(_weight, roots)), -len(roots), sorted(roots)


def _weight(root: str) -> int:
    """How much a piece tells: its letters; any digit as much as one, and a full stop nothing."""
    return 0 if root in _COMMON_SIGNS else 1 if root == DIGIT else len(root)
