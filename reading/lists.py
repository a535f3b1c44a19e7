"""Persyaratan and prosedur: lists of what to bring, and of steps to follow."""

from __future__ import annotations

from collections.abc import Sequence

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.judged import Judged
from reading.parts import Part
from reading.requirements import find_requirements
from reading.traps_of_parts import is_definition


def judge_requirements(part: Part) -> Judged | None:
    """Under "Persyaratan": concrete items, or why none counts."""
    found = find_requirements(part.blocks, labelled=True)
    if found is None:
        return label_only(part, Topic.REQUIREMENTS, "Persyaratan")
    shown = shown_items(part.blocks, found.items)
    if is_definition(part.text):
        says = say("Bagian ini menjelaskan arti persyaratan, bukan persyaratan suatu layanan.")
        return Judged(Topic.REQUIREMENTS, Grade.NAMED, says, shown, found, "definition")
    says = say("Persyaratan tertulis: {n} butir, antara lain {item}.", n=len(found.items), item=found.items[0][:100])
    return Judged(Topic.REQUIREMENTS, Grade.CLEAR, says, shown, found)


def stray_requirements(part: Part) -> Judged | None:
    """A list of papers under no label, or under the name of a service."""
    if part.component not in ("", "service_list", "downloads", "definition") or len(part.blocks) < 2:
        return None
    found = find_requirements(part.blocks, labelled=False)
    if found is None or is_definition(part.text):
        return None
    shown = shown_items(part.blocks, found.items)
    says = say("Daftar berkas tertulis: {n} butir, antara lain {item}.", n=len(found.items), item=found.items[0][:100])
    return Judged(Topic.REQUIREMENTS, Grade.CLEAR, says, shown, found)


def label_only(part: Part, topic: Topic, name: str) -> Judged | None:
    """A label without a value."""
    if not part.label.strip():
        return None
    label = Block(BlockKind.TEXT, part.label, where=part.where)
    says = say("{name} hanya disebut namanya; isinya kosong atau tidak menjawab.", name=name)
    return Judged(topic, Grade.NAMED, says, ((label, ""),), None, "label_only")


def shown_items(blocks: Sequence[Block], items: Sequence[str]) -> tuple[tuple[Block, str], ...]:
    """The blocks in which the first items stand."""
    found: list[tuple[Block, str]] = []
    for item in items[:3]:
        words = " ".join(item.split())
        block = next((b for b in blocks if words in " ".join(b.text.split())), None)
        if block is not None:
            found.append((block, words))
    return tuple(found) or tuple((b, "") for b in blocks[:1])
