"""What kind of service unit a link, a host or a part of an address speaks of (jenis unit), by units.toml."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.columns import words


@dataclass(frozen=True, slots=True)
class Kind:
    """text: whole words. label: beginnings of a host's first label, or of a part of a path."""

    name: str
    text: re.Pattern[str]
    label: tuple[str, ...]


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("units.toml").read_text(encoding="utf-8"))


@functools.cache
def kinds() -> tuple[Kind, ...]:
    return tuple(Kind(row["kind"], _whole(row["text"]), tuple(row["label"])) for row in _data()["units"])


def _whole(said: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in sorted(said, key=len, reverse=True)) + r")(?!\w)")


@functools.cache
def _listings() -> re.Pattern[str]:
    return _whole(_data()["listings"])


def kind_in_text(text: str) -> str:
    """ "puskesmas" for "UPTD Puskesmas Poka"; "" when the words name no kind."""
    said = words(text)
    return next((kind.name for kind in kinds() if kind.text.search(said)), "")


def kind_of_label(label: str) -> str:
    """ "puskesmas" for "pkmpokarumahtiga": the kind whose word is the longest beginning of it."""
    plain = label.lower()
    found = [(len(start), kind.name) for kind in kinds() for start in kind.label if plain.startswith(start)]
    return max(found, key=lambda pair: pair[0])[1] if found else ""


def is_no_unit(label: str) -> bool:
    """Hosts that serve machines or staff: mail, storage, procurement, staff records."""
    return label.lower() in _data()["no_units"]


def lists_units(text: str) -> bool:
    """Whether a link promises a list of units."""
    return bool(_listings().search(words(text)))
