"""PPID: the public information officer, with the procedure or the contact by which information is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.reading import Block, BlockKind, Document, Grade, Topic
from model.sentence import say
from reading.agency_links import host_of, shown_link
from reading.agency_passages import Passage, Passages, beneath, content
from reading.contacts import OWN_CHANNELS, find_contacts
from reading.gated import compiled
from reading.judged import Judged
from reading.procedures import find_procedure
from reading.vocabulary import pattern

_REACH = compiled(r"kontak|hubungi|alamat|layanan|formulir", re.I)
_LONG_ENOUGH = 120
"""Characters of text about the officer that are more than a mention."""


def judge_ppid(passages: Passages, document: Document) -> Iterator[Judged]:
    """A procedure or contact is clear; a text or a link to a site of its own is partial; a heading is only a name."""
    named: Passage | None = None
    about = passages.speak_of(pattern("ppid_names")) or pattern("ppid_names").may_match(document.title)
    for i, passage in enumerate(passages) if about else ():
        if not _is_about(passage, document.title):
            continue
        told = _procedure(passage, beneath(passages, i)) or _contact(passage)
        if told is not None:
            yield told
        elif (text := _text(passage)) is not None:
            says = say("PPID dijelaskan, tetapi tata cara memperoleh informasi tidak tertulis di bagian ini.")
            yield Judged(Topic.PPID, Grade.PARTIAL, says, ((text, ""),), None, "no_procedure")
        elif passage.heading:
            named = named or passage
    yield from _linked(document)
    if named is not None:
        says = say("PPID hanya disebut; keterangannya tidak tertulis di bagian ini.")
        yield Judged(Topic.PPID, Grade.NAMED, says, ((named.label, ""),), None, "label_only")


def _is_about(passage: Passage, title: str) -> bool:
    names = pattern("ppid_names")
    return bool(names.search("\n".join((passage.heading, *passage.trail))) or (names.search(title) and passage.heading))


def _procedure(passage: Passage, blocks: Sequence[Block]) -> Judged | None:
    asked = pattern("ppid_requests").search(f"{passage.heading}\n{passage.text}")
    ways = pattern("complaint_ways").search(passage.heading)
    found = find_procedure(blocks, labelled=bool(ways)) if asked else None
    if found is None or len(found.steps) < 2:
        return None
    block = next((b for b in blocks if found.steps[0] in b.text), None)
    if block is None:
        return None
    says = say("Tata cara memperoleh informasi dari PPID tertulis dalam {n} langkah.", n=len(found.steps))
    return Judged(Topic.PPID, Grade.CLEAR, says, ((block, found.steps[0]),), found)


def _contact(passage: Passage) -> Judged | None:
    """A contact that the text says is that of the officer."""
    names = pattern("ppid_names")
    own = names.search(passage.heading) and (names.search(passage.text) or _REACH.search(passage.heading))
    for block in passage.blocks[: 8 if own else 40]:
        if block.kind is BlockKind.IMAGE or not (own or names.search(block.text)):
            continue
        found = [c for c in find_contacts(block.text, block.links) if c.kind in OWN_CHANNELS]
        if found:
            says = say("Kontak PPID tertulis: {contact}.", contact=found[0].text[:100])
            return Judged(Topic.PPID, Grade.CLEAR, says, ((block, found[0].text),), tuple(found))
    return None


def _text(passage: Passage) -> Block | None:
    said = [b for b in content(passage.blocks, 6) if pattern("ppid_names").search(b.text)]
    return next(iter(said), None) if sum(len(b.text) for b in said) >= _LONG_ENOUGH else None


def _linked(document: Document) -> Iterator[Judged]:
    """A link to a site of the officer's own."""
    here = host_of(document.url)
    for link in document.links:
        host = host_of(link.url)
        if host.startswith(("ppid.", "eppid.", "e-ppid.")) and host != here:
            says = say("Tautan ke situs PPID tersedia: {url}.", url=link.url[:200])
            yield Judged(Topic.PPID, Grade.PARTIAL, says, ((shown_link(link), ""),), link, "link_only")
            return
