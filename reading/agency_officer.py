"""Pejabat pengelola pengaduan: who answers for complaints, with an address or a contact (UU 25/2009 art. 36)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.agency_passages import Passage, Passages, beneath, speaks
from reading.contacts import OWN_CHANNELS, Contact, find_contacts
from reading.gated import compiled
from reading.judged import Judged
from reading.officers import ComplaintOfficer, find_officer
from reading.vocabulary import pattern

_REACH = 6
"""Lines below the words that name the officer in which a name and a contact may stand."""
_NAMED = compiled(
    r"\b(?:nama|penanggung\s*jawab|petugas|pejabat)\s*[:=]\s*"
    r"(?P<name>(?-i:[A-Z])[\w.'’,-]*(?:\s+(?-i:[A-Z])[\w.'’,-]*){1,6})",
    re.I,
)
_STAFF = compiled(r"\b(?:mencatat|menerima|meneruskan|memeriksa|menindaklanjuti|menelaah|menyampaikan)\b", re.I)
_TOPIC = Topic.COMPLAINT_OFFICER


def judge_officers(passages: Passages) -> Iterator[Judged]:
    """Officers under a label of their own, or named in a line about complaints."""
    officers = pattern("complaint_officers")
    if not passages.speak_of(officers, _TOPIC):
        return
    for i, passage in enumerate(passages):
        if _is_label(passage):
            near = [*beneath(passages, i), *_carried_on(passages[i + 1 : i + 4])]
            yield _told(passage, near)
            continue
        if not officers.may_match(passage.text):
            continue
        lines = [b for b in passage.blocks if b.kind is not BlockKind.IMAGE]
        for j, block in enumerate(lines):
            if officers.search(block.text) and not _STAFF.search(block.text):
                told = _in_lines(passage, lines[j : j + _REACH])
                if told is not None:
                    yield told
                break


def _is_label(passage: Passage) -> bool:
    heading = passage.heading
    return passage.component == _TOPIC or (
        len(heading.split()) <= 14 and bool(pattern("complaint_officers").search(heading))
    )


def _carried_on(behind: Sequence[Passage]) -> Iterator[Block]:
    """Blocks of the passages behind a label that lines such as "Pengaduan: 0812..." cut off."""
    for passage in behind:
        if not passage.own_line or passage.component not in (Topic.COMPLAINT_HANDLING, ""):
            return
        yield passage.label
        yield from passage.blocks


def _told(passage: Passage, near: Sequence[Block]) -> Judged:
    lines = [b for b in near if b.kind is not BlockKind.IMAGE][: _REACH * 2]
    told = _in_lines(passage, lines)
    if told is not None:
        return told
    contacts = _contacts(lines[:_REACH])
    if contacts:
        block, contact = contacts[0]
        says = say("Kontak pengelola pengaduan tertulis tanpa nama atau jabatan petugasnya.")
        return Judged(_TOPIC, Grade.PARTIAL, says, ((block, contact.text),), (contact,), "no_name")
    says = say("Pejabat pengelola pengaduan hanya disebut judulnya.")
    return Judged(_TOPIC, Grade.NAMED, says, ((passage.label, ""),), None, "label_only")


def _in_lines(passage: Passage, lines: Sequence[Block]) -> Judged | None:
    who = _who(passage, lines)
    if who is None:
        return None
    block, words = who
    contacts = _contacts(lines)
    value = ComplaintOfficer(words, words, "", tuple(c for _, c in contacts))
    if contacts:
        says = say("Pejabat pengelola pengaduan diumumkan dengan kontaknya: {who}.", who=words[:120])
        at, contact = contacts[0]
        return Judged(_TOPIC, Grade.CLEAR, says, ((block, words), (at, contact.text)), value)
    says = say("Pejabat pengelola pengaduan disebut ({who}) tanpa alamat atau kontak.", who=words[:120])
    return Judged(_TOPIC, Grade.PARTIAL, says, ((block, words),), value, "no_contact")


def _who(passage: Passage, lines: Sequence[Block]) -> tuple[Block, str] | None:
    """The line and the words that tell a person or a post."""
    for block in lines:
        if not speaks(block, 2):
            continue
        officer = find_officer(f"Pejabat pengelola pengaduan: {block.text}")
        if officer is not None and officer.name and officer.name in block.text:
            return block, officer.name
        if found := _NAMED.search(block.text):
            return block, found["name"].strip(" ,")
        post = pattern("answerable_posts").search(block.text)
        if post and not _STAFF.search(block.text):
            return block, block.text.strip(" .") if len(block.text) <= 120 else post.group()
    post = pattern("answerable_posts").search(passage.heading)
    return (passage.label, post.group()) if post else None


def _contacts(lines: Sequence[Block]) -> list[tuple[Block, Contact]]:
    return [(b, c) for b in lines for c in find_contacts(b.text, b.links) if c.kind in OWN_CHANNELS]
