"""The words of a link, a title or a file name: do they speak of services in general, or of one service?"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from model.evidence import Target

WORD = re.compile(r"[^\W\d_]{2,}")

_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
GENERAL: frozenset[str] = frozenset(_DATA["general"])
NEUTRAL: frozenset[str] = frozenset(_DATA["neutral"])
FORMS: frozenset[str] = frozenset(_DATA["forms"])
TITLE_PROMISES: dict[str, str] = {word: promise for promise, told in _DATA["titles"].items() for word in told}
HEADLINE = 10  # a link of this many words is a headline or a sentence, not a label


def words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold()))


def label_of(url: str, text: str) -> str:
    """The link's text, or the last part of its path when it says nothing ("2", "Selengkapnya", a line of a sitemap)."""
    if words(text) - NEUTRAL:
        return text
    return unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]


def target_words(target: Target) -> frozenset[str]:
    """The agency's own names: they tell nothing about which service a link means."""
    host = urlsplit(target.url).hostname or ""
    return words(target.name) | words(target.province) | words(host.replace(".", " "))


def own_words(label: str, target: frozenset[str]) -> frozenset[str]:
    """Words that make a link about something in particular."""
    return words(label) - GENERAL - NEUTRAL - target


def is_general(label: str, target: frozenset[str]) -> bool:
    """Whether a label speaks of services in general: nothing in particular, and something all the same."""
    return bool(words(label) & GENERAL) and not own_words(label, target)


def naming_words(own: frozenset[str]) -> frozenset[str]:
    """Those of the own words by which a service is told from others."""
    return own - FORMS


def title_promises(text: str) -> frozenset[str]:
    return frozenset(TITLE_PROMISES[w] for w in words(text) if w in TITLE_PROMISES)
