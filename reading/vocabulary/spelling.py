"""Finds the known word nearest to a misspelt one, by looking up both with letters left out."""

from __future__ import annotations

from collections.abc import Mapping

SHORTEST = 7  # below this a single letter makes another word: "jalur" is not "alur"
LONG = 14  # from here on two letters may differ


class Spelling:
    """An index over known words with a meaning each. Words are compared as runs of letters, without spaces."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = dict(known)
        self._index: dict[str, list[str]] = {}
        for word in self._known:
            if len(word) >= SHORTEST:
                for form in _without_one(word):
                    self._index.setdefault(form, []).append(word)
        long = [word for word in self._known if len(word) >= SHORTEST]
        self._beginnings = {word[:3] for word in long}
        self._ends = {word[-3:] for word in long}

    def nearest(self, word: str) -> str | None:
        """The meaning of the one known word at most one slip away (two in long words). None when unsure."""
        if len(word) < SHORTEST or not (word[:3] in self._beginnings or word[-3:] in self._ends):
            return None  # a slip at both ends is no slip: most words stop here, which makes this cheap
        near: dict[str, int] = {}
        for form in _without_one(word):
            for known in self._index.get(form, ()):
                near[known] = slips(word, known)
        allowed = 2 if len(word) >= LONG else 1
        close = [(distance, known) for known, distance in near.items() if distance <= allowed]
        if not close:
            return None
        least = min(distance for distance, _ in close)
        meanings = {self._known[known] for distance, known in close if distance == least}
        return meanings.pop() if len(meanings) == 1 else None


def _without_one(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))} | {word}


def slips(a: str, b: str) -> int:
    """How many letters were left out, added, changed or swapped with their neighbour to make one of the other."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, before_last, row = row, before, [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]
