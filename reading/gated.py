"""Patterns behind a gate: most lines hold none of the words that a pattern is about, and never reach it.

What a text holds is found once, word by word: each word is known by the gates that it opens, and words come again and
again. A gate lets every text pass in which its pattern could match, and a few more; so it changes no result.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reading.roots import DIGIT, roots_of

Regex = re.Pattern[str]
Match = re.Match[str]
_MOST_WORDS = 50_000
_MOST_TEXTS = 6_000
_LONGEST_WORD = 40
"""Letters above which a word (an address, mostly) is not taken apart: it opens all gates."""

_ANY_DIGIT = re.compile(r"\d")


class _Words(dict[str, int]):
    """A word in folded case -> the gates that it opens, as bits."""

    def __init__(self) -> None:
        self.roots: dict[str, int] = {}
        self.sizes: tuple[int, ...] = ()
        self.digit = 0
        self.every = 1

    def __missing__(self, word: str) -> int:
        if len(word) > _LONGEST_WORD:
            return self.every
        opened = self.digit if _ANY_DIGIT.search(word) else 0
        roots = self.roots
        for size in self.sizes:
            for start in range(len(word) - size + 1):
                opened |= roots.get(word[start : start + size], 0)
        if len(self) > _MOST_WORDS:
            self.clear()
        self[word] = opened
        return opened


class _Gates:
    """All gates of this process: one bit each."""

    def __init__(self) -> None:
        self._words = _Words()
        self._texts: dict[str, int] = {}
        self._count = 1  # the first bit is every text's: a pattern without a gate meets it

    def add(self, roots: Iterable[str]) -> int:
        """The bit of a new gate that one of the roots opens."""
        bit = 1 << self._count
        self._count += 1
        known = self._words.roots
        for root in roots:
            if root == DIGIT:
                self._words.digit |= bit
            else:
                known[root] = known.get(root, 0) | bit
        self._words.every |= bit
        self._words.sizes = tuple(sorted({len(root) for root in known}))
        self._words.clear()
        self._texts.clear()
        return bit

    def opened(self, text: str) -> int:
        """The gates that a text opens, as bits."""
        known = self._texts.get(text)
        if known is None:
            known = 1
            words = self._words
            for word in text.casefold().split():
                known |= words[word]
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            self._texts[text] = known
        return known


_GATES = _Gates()
_opened = _GATES.opened


class Gated:
    """A compiled pattern that is only run on texts in which it could match. Used like `re.Pattern`."""

    __slots__ = ("_bit", "_roots", "regex")

    def __init__(self, regex: Regex, roots: Iterable[str] | None = None) -> None:
        """roots: what a text must hold, where its author knows better than can be read from the pattern."""
        self.regex = regex
        self._roots = roots
        self._bit = 0

    def may_match(self, text: str) -> bool:
        """Whether a text holds what the pattern needs; if not, it matches nowhere in it."""
        return bool((self._bit or self._gate()) & _opened(text))

    def search(self, text: str, *span: int) -> Match | None:
        return self.regex.search(text, *span) if (self._bit or self._gate()) & _opened(text) else None

    def match(self, text: str, *span: int) -> Match | None:
        return self.regex.match(text, *span) if (self._bit or self._gate()) & _opened(text) else None

    def fullmatch(self, text: str, *span: int) -> Match | None:
        return self.regex.fullmatch(text, *span) if (self._bit or self._gate()) & _opened(text) else None

    def finditer(self, text: str, *span: int) -> Iterator[Match]:
        return self.regex.finditer(text, *span) if (self._bit or self._gate()) & _opened(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        return self.regex.findall(text) if (self._bit or self._gate()) & _opened(text) else []

    def sub(self, new: str, text: str) -> str:
        return self.regex.sub(new, text) if (self._bit or self._gate()) & _opened(text) else text

    def _gate(self) -> int:
        """The bit of this gate; all bits where nothing is known that every match needs."""
        roots = roots_of(self.regex) if self._roots is None else frozenset(self._roots)
        self._bit = _GATES.add(roots) if roots and all(roots) else -1
        return self._bit


class Root(Gated):
    """Pieces of words, of which a text may hold one: a cheap look before a dear one."""

    __slots__ = ()

    def __init__(self, *roots: str) -> None:
        super().__init__(re.compile("|".join(map(re.escape, roots)), re.IGNORECASE), roots)

    def stands_in(self, text: str) -> bool:
        return self.may_match(text)


def compiled(pattern: str, flags: int = 0) -> Gated:
    """A pattern behind the gate that can be read from it."""
    return Gated(re.compile(pattern, flags))
