"""Flows that are drawn: posters with "Langkah 1, Langkah 2 ...", and pictures of boxes that are called a flow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from model.reading import Block, BlockKind, Document, Grade, Topic, Zone
from model.sentence import say
from reading.gated import compiled
from reading.judged import Judged
from reading.vocabulary import pattern

_STEP = compiled(r"^\W*(?:langkah|tahap|step)\s*(?:ke\W?)?\s*(\d{1,2}|[ivx]{1,4})\b", re.I)
_COMPLAINT = compiled(r"\b(?:pengaduan|aduan|keluhan)\b", re.I)
BOXES = 3
"""Words in so many places make a flow of a picture that is called one."""


def judge_flow(document: Document, address: str) -> Judged | None:
    """A procedure by its look. address: of the document, whose file name may call it a flow."""
    if document.medium != "image" and not any(map(_STEP.may_match, _texts(document))):
        return None  # only of a picture something else than numbered steps makes a flow
    lines = list(_lines(document))
    if any(_COMPLAINT.search(b.text) for b in lines[:12]):
        return None  # how complaints are dealt with is another matter
    steps = {m.group(1).lower(): b for b in lines if (m := _STEP.match(b.text))}
    if len(steps) >= 2 and (document.medium == "image" or len(steps) >= 3):
        says = say("Prosedur tertulis dalam {n} langkah.", n=len(steps))
        return Judged(Topic.PROCEDURE, Grade.CLEAR, says, tuple((b, "") for b in steps.values())[:3])
    if document.medium != "image" or len(lines) < BOXES or not _called_flow(document.title, address):
        return None
    boxes = ", ".join(b.text for b in lines[:4])
    says = say("Alur ditampilkan dalam gambar: {boxes}.", boxes=boxes[:150])
    return Judged(Topic.PROCEDURE, Grade.CLEAR, says, tuple((b, "") for b in lines[:3]), None, "picture_only")


def _texts(document: Document) -> Iterator[str]:
    for section in document.sections:
        if section.zone is Zone.MAIN:
            yield section.heading
            yield from (b.text for b in section.blocks)


def _called_flow(title: str, address: str) -> bool:
    name = re.sub(r"[_\-.%\d]+", " ", unquote(urlsplit(address).path.rsplit("/", 1)[-1]))
    return bool(pattern("flow_picture").search(f"{title}\n{name}"))


def _lines(document: Document) -> Iterator[Block]:
    for section in document.sections:
        if section.zone is Zone.MAIN:
            if section.heading:
                yield Block(BlockKind.TEXT, section.heading, where=section.where)
            yield from (b for b in section.blocks if b.kind is not BlockKind.IMAGE and b.text.strip())
