"""Patterns behind a gate: most lines hold none of the words that a pattern is about, and never reach it.

What a text holds is found once, word by word: each word is known by the gates that it opens, and words come again and
again. A gate lets every text pass in which its pattern could match, and a few more; so it changes no result.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from reading.roots import DIGIT, EDGE, Roots, mark_edges, roots_of

T = TypeVar("T")
Regex = re.Pattern[str]
Match = re.Match[str]
_MOST_WORDS = 50_000
_MOST_TEXTS = 6_000
_MOST_SETS = 4
"""Sets of roots that a gate asks for: the best few keep out nearly all that all would."""

_LONGEST_WORD = 40
"""Letters above which a word (an address, mostly) is not taken apart: it opens all gates."""

_ANY_DIGIT = re.compile(r"\d")


class _Words(dict[str, int]):
    """A word in folded case -> the gates that it opens, as bits."""

    def __init__(self, roots: Mapping[str, int], every: int) -> None:
        """roots: each with its gates. every: all gates."""
        self.every = every
        self._roots = roots
        self._digit = roots.get(DIGIT, 0)
        self._sizes = tuple(sorted({len(root) for root in roots if root != DIGIT}))

    def __missing__(self, word: str) -> int:
        if len(word) > _LONGEST_WORD:
            return self.every
        opened = self._digit if _ANY_DIGIT.search(word) else 0
        roots = self._roots
        marked = f"{_edge(word[0])}{mark_edges(word)}{_edge(word[-1])}"
        for size in self._sizes:
            for start in range(len(marked) - size + 1):
                opened |= roots.get(marked[start : start + size], 0)
        if len(self) > _MOST_WORDS:
            self.clear()
        self[word] = opened
        return opened


def _edge(sign: str) -> str:
    return EDGE if sign.isalnum() or sign == "_" else ""


class _Gates:
    """All gates of this process: one bit each. Several threads may read while one adds.

    turn: held by the one that makes the gate of a pattern, so that no pattern ever changes its gate: what was learnt
    with the first would be asked with the second.
    """

    def __init__(self) -> None:
        self._roots: dict[str, int] = {}
        self._every = 1  # the first bit is every text's: a pattern without a gate meets it
        self.turn = threading.RLock()
        self._now: tuple[dict[str, int], _Words] = ({}, _Words({}, 1))

    def add(self, roots: Iterable[str]) -> int:
        """The bit of a new gate that one of the roots opens."""
        with self.turn:
            bit = self._every + 1
            self._every |= bit
            for root in roots:
                self._roots[root] = self._roots.get(root, 0) | bit
            # What is known of texts and words begins anew, in new places: a thread that is still filling the old
            # ones cannot leave there what knows nothing of this gate.
            self._now = ({}, _Words(dict(self._roots), self._every))
            return bit

    def opened(self, text: str) -> int:
        """The gates that a text opens, as bits."""
        texts, words = self._now
        known = texts.get(text)
        if known is None:
            folded = text.casefold()
            known = 1 if len(folded) == len(text) else words.every  # letters that fold into two hide the edges
            for word in folded.split():
                known |= words[word]
            if len(texts) > _MOST_TEXTS:
                texts.clear()
            texts[text] = known
        return known


_GATES = _Gates()
_opened = _GATES.opened


class Gated:
    """A compiled pattern that is only run on texts in which it could match. Used like `re.Pattern`."""

    __slots__ = ("_bits", "_sets", "regex")

    def __init__(self, regex: Regex, *sets: Iterable[str]) -> None:
        """sets: of roots, of each of which a text must hold one, where that is not to be read from the pattern."""
        self.regex = regex
        self._sets = tuple(map(frozenset, sets))
        self._bits = 0

    @property
    def bits(self) -> int:
        """All that a text must open to pass."""
        return self._bits or self._gate()

    def may_match(self, text: str) -> bool:
        """Whether a text holds what the pattern needs; if not, it matches nowhere in it."""
        bits = self._bits or self._gate()
        return (_opened(text) & bits) == bits

    def search(self, text: str, *span: int) -> Match | None:
        bits = self._bits or self._gate()
        return self.regex.search(text, *span) if (_opened(text) & bits) == bits else None

    def match(self, text: str, *span: int) -> Match | None:
        bits = self._bits or self._gate()
        return self.regex.match(text, *span) if (_opened(text) & bits) == bits else None

    def fullmatch(self, text: str, *span: int) -> Match | None:
        bits = self._bits or self._gate()
        return self.regex.fullmatch(text, *span) if (_opened(text) & bits) == bits else None

    def finditer(self, text: str, *span: int) -> Iterator[Match]:
        bits = self._bits or self._gate()
        return self.regex.finditer(text, *span) if (_opened(text) & bits) == bits else iter(())

    def findall(self, text: str) -> list[Any]:
        bits = self._bits or self._gate()
        return self.regex.findall(text) if (_opened(text) & bits) == bits else []

    def sub(self, new: str, text: str) -> str:
        bits = self._bits or self._gate()
        return self.regex.sub(new, text) if (_opened(text) & bits) == bits else text

    def _gate(self) -> int:
        """All that a text must open to pass, as bits; the first of them is open in every text."""
        with _GATES.turn:
            if not self._bits:  # else another thread was first
                bits = 1
                for roots in self.needs()[:_MOST_SETS]:
                    bits |= _GATES.add(roots)
                self._bits = bits
            return self._bits

    def needs(self) -> tuple[Roots, ...]:
        """Sets of roots, of each of which one stands in every text that matches; the most telling set first."""
        own = tuple(roots for roots in self._sets if roots and all(roots))
        return own or roots_of(self.regex)


class Root(Gated):
    """Pieces of words, of which a text may hold one: a cheap look before a dear one."""

    __slots__ = ()

    def __init__(self, *roots: str) -> None:
        super().__init__(re.compile("|".join(map(re.escape, roots)), re.IGNORECASE), roots)

    stands_in = Gated.may_match


class AnyOf:
    """Several patterns behind one gate: a cheap look before they are asked one by one."""

    __slots__ = ("_bit", "_patterns")

    def __init__(self, *patterns: Gated) -> None:
        self._patterns = patterns
        self._bit = 0

    def may_match(self, text: str) -> bool:
        """Whether one of the patterns could match in the text."""
        bit = self._bit or self._gate()  # before: a gate that is added later is not known of the text
        return _opened(text) & bit != 0

    def _gate(self) -> int:
        with _GATES.turn:
            if not self._bit:
                needed = [pattern.needs()[:1] for pattern in self._patterns]
                known = all(needed)  # what is said of a pattern without roots is nothing: it lets every text pass
                self._bit = _GATES.add(frozenset().union(*(roots for sets in needed for roots in sets))) if known else 1
            return self._bit


class Choice(Generic[T]):
    """Things that each have a use only where one of some patterns could match: which of them have one in some texts.

    Things without patterns have one everywhere.
    """

    def __init__(self, *options: tuple[T, tuple[Gated, ...]]) -> None:
        self.options = options
        self._mask = 0
        self._known: dict[int, tuple[T, ...]] = {}

    def of(self, *texts: str) -> tuple[T, ...]:
        """In the order in which they were given."""
        mask = self._mask or self._gates()
        opened = 1
        for text in texts:
            opened |= _opened(text)
        opened &= mask
        found = self._known.get(opened)
        if found is None:
            found = tuple(
                thing
                for thing, patterns in self.options
                if not patterns or any((opened & p.bits) == p.bits for p in patterns)
            )
            self._known[opened] = found
        return found

    def _gates(self) -> int:
        mask = 1
        for _, patterns in self.options:
            for pattern in patterns:
                mask |= pattern.bits
        self._mask = mask
        return mask


def compiled(pattern: str, flags: int = 0) -> Gated:
    """A pattern behind the gate that can be read from it."""
    return Gated(re.compile(pattern, flags))
