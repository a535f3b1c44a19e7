"""What the words of a link promise, by the vocabulary of promises.toml. Pure."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

DATED_PATH = re.compile(r"/(19|20)\d\d/(0?[1-9]|1[0-2])(/|$)")


@dataclass(frozen=True, slots=True)
class Promise:
    """topics: sorted values of model.reading.Topic, or "service". weight: 0 (nothing) to 10."""

    topics: tuple[str, ...] = ()
    weight: int = 0


@dataclass(frozen=True, slots=True)
class _Entry:
    pattern: re.Pattern[str]
    topics: tuple[str, ...]
    weight: int


@functools.cache
def _vocabulary() -> tuple[tuple[_Entry, ...], re.Pattern[str]]:
    data = tomllib.loads(Path(__file__).with_name("promises.toml").read_text("utf-8"))
    entries = tuple(_Entry(_pattern(p["words"]), tuple(p["topics"]), p["weight"]) for p in data["promise"])
    return entries, _pattern(data["news"]["words"])


def _pattern(words: list[str]) -> re.Pattern[str]:
    parts = [re.escape(w.removesuffix("*")) + (r"\w*" if w.endswith("*") else "") for w in words]
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(parts, key=len, reverse=True)) + r")(?!\w)")


@functools.lru_cache(maxsize=20000)
def promise_of(text: str) -> Promise:
    """All topics that the words promise, and the greatest of their weights."""
    words = " ".join(re.sub(r"[\W_]+", " ", text.lower()).split())
    found = [e for e in _vocabulary()[0] if e.pattern.search(words)]
    topics = sorted({t for e in found for t in e.topics})
    return Promise(tuple(topics), max((e.weight for e in found), default=0))


def is_news_path(path: str, words: str) -> bool:
    return bool(DATED_PATH.search(path)) or bool(_vocabulary()[1].search(words.lower()))
