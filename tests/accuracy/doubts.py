"""Labels that we hold to be wrong, each with a reason that anyone can check on the page."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from audit.measures import Disagreement, Measures, Tally
from model.reading import Topic

FILE = Path(__file__).with_name("doubts.toml")


@dataclass(frozen=True, slots=True)
class Doubt:
    """path: as the labels name it. says: what the label says. reason: why it is wrong, in our own words."""

    path: str
    topic: Topic
    says: str
    reason: str


def read_doubts(file: Path = FILE) -> tuple[Doubt, ...]:
    rows = tomllib.loads(file.read_text(encoding="utf-8")).get("doubt", [])
    return tuple(Doubt(row["path"], Topic(row["component"]), row["says"], row["reason"]) for row in rows)


def doubted(one: Disagreement, doubts: Iterable[Doubt]) -> bool:
    return any(doubt.path == one.label.path and doubt.topic is one.topic for doubt in doubts)


def without(measures: Measures, doubts: Iterable[Doubt], medium: str) -> Tally:
    """All components of one medium, the disagreements on doubted labels left out."""
    kept = tuple(doubts)
    left = [d for d in measures.disagreements if d.medium == medium and doubted(d, kept)]
    whole = measures.all("image" if medium == "image" else "text")
    false = sum(d.claimed for d in left)
    return Tally(whole.hits, whole.false - false, whole.missed - (len(left) - false), whole.silent)
