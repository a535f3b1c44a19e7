"""The eight components that a standard keeps for the inside of the office (komponen manufacturing), as published.

The dasar hukum has a reader of its own; here are the other seven. They are reported and not scored, so it is enough
that something of their own stands under their label.
"""

from __future__ import annotations

import re

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.judged import Judged
from reading.parts import Part
from reading.vocabulary import pattern

INNER: dict[Topic, str] = {
    Topic.FACILITIES: "Sarana, prasarana, dan/atau fasilitas",
    Topic.STAFF_COMPETENCE: "Kompetensi pelaksana",
    Topic.INTERNAL_SUPERVISION: "Pengawasan internal",
    Topic.STAFF_NUMBER: "Jumlah pelaksana",
    Topic.SERVICE_GUARANTEE: "Jaminan pelayanan",
    Topic.SAFETY_GUARANTEE: "Jaminan keamanan dan keselamatan pelayanan",
    Topic.PERFORMANCE_EVALUATION: "Evaluasi kinerja pelaksana",
}
LONGEST = 120
_WORD = re.compile(r"[^\W\d_]{2,}")
_COUNT = re.compile(
    r"\b\d{1,4}\b|\b(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\w+ ?belas|\w+ ?puluh)\b",
    re.I,
)


def judge_inner(part: Part) -> Judged | None:
    """What stands under the label of one of the seven; None for a part of something else."""
    if part.component not in INNER:
        return None
    topic = Topic(part.component)
    blocks = [b for b in part.blocks if b.kind is not BlockKind.IMAGE and b.text != part.label and _says_something(b)]
    if not blocks:
        return None
    first = blocks[0]
    if topic is Topic.STAFF_NUMBER and not any(_COUNT.search(b.text) for b in blocks):
        says = say("Jumlah pelaksana disebut tanpa bilangan.")
        return Judged(topic, Grade.PARTIAL, says, ((first, ""),))
    says = say("{name}: {text}.", name=INNER[topic], text=_short(first.text))
    return Judged(topic, Grade.CLEAR, says, tuple((b, "") for b in blocks[:3]))


def _says_something(block: Block) -> bool:
    """Words of its own: no dash, no placeholder, no bare link of a menu."""
    text = block.text.strip()
    linked = sum(len(link.text) for link in block.links) >= len(text) - 2 if block.links else False
    counted = _COUNT.search(text) and len(text) < LONGEST
    return bool((_WORD.search(text) or counted) and not linked and not pattern("placeholder_words").fullmatch(text))


def _short(text: str) -> str:
    folded = " ".join(text.split()).rstrip(".;")
    return folded if len(folded) <= LONGEST else folded[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
