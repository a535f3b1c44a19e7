"""Visi, misi, dan moto of this agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reading.gated import Root, compiled
from reading.items import split_items
from reading.vocabulary import pattern

_DEFINITION = compiled(
    r"(?:visi|misi|mott?o)\s+(?:adalah|merupakan|ialah)\s+(?:suatu|sebuah|rumusan|gambaran|pernyataan|cita|pandangan)",
    re.IGNORECASE,
)
_AIMS = Root("visi", "misi", "moto", "motto")
_LABEL = compiled(
    r"(?:^|\n|(?<=[.;\"”]\s))[ \t]*(?P<what>visi|misi|mott?o(?:\s+(?:pelayanan|layanan))?)[ \t]*[:\n]", re.IGNORECASE
)
_QUOTED = compiled(r"[\"“”](?P<words>[^\"“”]{4,200})[\"“”]")
_WORDS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Mission:
    """What an agency says of its aims. vision, motto: as written, or "". missions: one for each item."""

    vision: str
    missions: tuple[str, ...]
    motto: str = ""


def find_mission(text: str) -> Mission | None:
    """Vision, missions and motto that a text labels. None when none has content of its own."""
    labels = list(_LABEL.finditer(text))
    said: dict[str, str] = {}
    ends = [*(m.start() for m in labels[1:]), len(text)][: len(labels)]
    for label, end in zip(labels, ends, strict=True):
        body = text[label.end() : min(end, label.end() + 2000)].strip()
        what = label["what"].lower()[:4].replace("moto", "mott")
        if is_content(body):
            said.setdefault(what, body)
    if not said:
        return None
    return Mission(_first(said.get("visi", "")), split_items(said.get("misi", "")), _first(said.get("mott", "")))


def find_motto(text: str) -> str:
    """The motto in a text that stands under a label such as "Moto Pelayanan"; "" when there is none."""
    quoted = _QUOTED.search(text)
    if quoted:
        return quoted["words"].strip()
    first = _first(text)
    return first if is_content(first) and len(first) <= 200 else ""


@lru_cache(4_096)  # every line is asked for by several readers
def is_content(text: str) -> bool:
    """Whether a text says something of its own: two words or more, no placeholder, no definition."""
    if (_AIMS.stands_in(text) and _DEFINITION.search(text)) or len(_WORDS.findall(text)) < 2:
        return False
    return len(text) >= 120 or not pattern("placeholder_words").search(text)


def _first(text: str) -> str:
    return text.strip().split("\n\n")[0].strip().strip('"“” ')[:300]
