"""By what a page is known again when its address has changed: fingerprints of its own words (sidik jari isi).

Bytes do not serve: every load of a page carries other tokens, counters and dates. Addresses do not either: some sites
encrypt the ids in them, others move their pages. The fingerprint is of all words, the sketch of the phrases: the
smallest hashes of all runs of four words, so that two sketches tell how many phrases two pages share.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from heapq import nsmallest
from zlib import crc32

from reading.vocabulary import normalise

SIZE = 24
"""Hashes in a sketch: the likeness of two pages is told within about a tenth."""

RUN = 4
LEAST_WORDS = 8
"""A page of fewer words ("Halaman tidak ada isi") is like too many others to be known by them."""

_WORD = re.compile(r"[^\W_]+")
_APART = {code: " " for code in range(128) if not chr(code).isalnum()}


def fingerprint(text: str) -> str:
    """16 hex digits for the words of a text, whatever its spaces and case; "" for too few words."""
    words = _words(text)
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:16] if len(words) >= LEAST_WORDS else ""


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of the runs of words, in rising order; empty for too few words."""
    words = _words(text)
    if len(words) < LEAST_WORDS:
        return ()
    runs = set(map(" ".join, zip(*(words[n:] for n in range(RUN)), strict=False)))
    return tuple(nsmallest(SIZE, set(map(crc32, map(str.encode, runs)))))


@lru_cache(maxsize=1)  # both are asked of the same page, one after the other
def _words(text: str) -> list[str]:
    plain = normalise(text)
    return plain.translate(_APART).split() if plain.isascii() else _WORD.findall(plain)  # the same, five times as fast
