"""Where an agency is, when it is open, how it is reached, and the national systems that it links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.reading import Block, BlockKind, Document, Grade, Link, Section, Topic, Zone
from model.sentence import say
from reading.addresses import find_addresses
from reading.contacts import ContactKind, find_contacts
from reading.hours import find_hours
from reading.judged import Judged
from reading.vocabulary import pattern

_ADDRESS_CUE = re.compile(r"\b(?:jl|jln|jalan|alamat|kompleks|gedung|desa|kelurahan|rt)\b", re.I)
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d|(?:pukul|jam)\s*\d", re.I)
_REACH = re.compile(r"@|\d{3}|whats|telp|telepon|mailto", re.I)
_REACH_LINK = re.compile(r"mailto:|tel:|https?://(?:wa\.me|api\.whatsapp)", re.I)
_LAPOR = re.compile(r"\blapor\.go\.id|\b1708\b|sp4n|span?\s*-?\s*lapor|\bLAPOR!")
_SIPPN = re.compile(r"//sipp(?:n)?\.menpan\.go\.id", re.I)
_REACHED = frozenset({ContactKind.PHONE, ContactKind.WHATSAPP, ContactKind.EMAIL})
_NOT_MENU = frozenset({Zone.MAIN, Zone.HEADER, Zone.FOOTER, Zone.ASIDE, Zone.DIALOG})


def judge_contacts(document: Document) -> Iterator[Judged]:
    """Address, hours and contacts of the agency wherever they stand on the page, the first of each kind."""
    wanted = {Topic.ADDRESS, Topic.OFFICE_HOURS, Topic.CONTACT}
    for _, block in _lines(document.sections):
        for topic, judged in _in_line(block, wanted):
            wanted.discard(topic)
            yield judged
        if not wanted:
            return


def _in_line(block: Block, wanted: set[Topic]) -> Iterator[tuple[Topic, Judged]]:
    text = block.text
    if Topic.ADDRESS in wanted and _ADDRESS_CUE.search(text) and (found := find_addresses(text)):
        says = say("Alamat kantor tertulis: {address}.", address=found[0])
        yield Topic.ADDRESS, Judged(Topic.ADDRESS, Grade.CLEAR, says, ((block, found[0]),), found)
    if Topic.OFFICE_HOURS in wanted and _CLOCK.search(text) and (hours := find_hours(text)) and hours[0].days:
        says = say("Jam layanan tertulis: {hours}.", hours=" ".join(hours[0].text.split()))
        yield Topic.OFFICE_HOURS, Judged(Topic.OFFICE_HOURS, Grade.CLEAR, says, ((block, hours[0].text),), hours)
    if Topic.CONTACT in wanted and (_REACH.search(text) or any(_REACH_LINK.match(k.url) for k in block.links)):
        reached = tuple(c for c in find_contacts(text, block.links) if c.kind in _REACHED)
        if reached:
            says = say("Kontak tertulis: {contact}.", contact=reached[0].text[:100])
            yield Topic.CONTACT, Judged(Topic.CONTACT, Grade.CLEAR, says, ((block, reached[0].text),), reached)


def judge_links(document: Document) -> Iterator[Judged]:
    """SP4N-LAPOR!, SIPPN and online services that the page links or names."""
    if judged := _lapor(document):
        yield judged
    for link in document.links:
        if _SIPPN.search(link.url):
            says = say("Tautan ke SIPPN tersedia: {url}.", url=link.url[:200])
            yield Judged(Topic.SIPPN, Grade.CLEAR, says, ((_of_link(link), ""),), link)
            break
    systems = pattern("integrated_systems")
    for link in document.links:
        if link.text and link.url.startswith("http") and systems.search(link.text):
            says = say("Layanan terpadu atau daring tersedia: {name}.", name=link.text[:100])
            yield Judged(Topic.INTEGRATED_SERVICE, Grade.CLEAR, says, ((_of_link(link), ""),), link)
            return
    for _, block in _lines(document.sections):
        if block.text and (found := systems.search(block.text)):
            says = say('Layanan terpadu atau daring disebut ("{name}"), tanpa tautan.', name=found.group()[:100])
            yield Judged(Topic.INTEGRATED_SERVICE, Grade.PARTIAL, says, ((block, found.group()),), None, "no_link")
            return


def _lapor(document: Document) -> Judged | None:
    for link in document.links:
        if "lapor.go.id" in link.url.lower():
            says = say("Tautan ke SP4N-LAPOR! tersedia: {url}.", url=link.url[:200])
            return Judged(Topic.LAPOR, Grade.CLEAR, says, ((_of_link(link), ""),), link)
    for _, block in _lines(document.sections):
        if found := _LAPOR.search(block.text):
            reachable = "1708" in block.text or "lapor.go.id" in block.text.lower()
            says = (
                say("SP4N-LAPOR! dapat dicapai melalui {name}.", name=found.group())
                if reachable
                else say("SP4N-LAPOR! hanya disebut namanya, tanpa tautan atau nomor 1708.")
            )
            grade = Grade.CLEAR if reachable else Grade.PARTIAL
            return Judged(Topic.LAPOR, grade, says, ((block, found.group()),), None, "" if reachable else "no_link")
    return None


def _of_link(link: Link) -> Block:
    """A link as a block: its words are the quote, or its address when it is a picture."""
    return Block(BlockKind.TEXT, link.text or link.url, where="tautan", links=(link,))


def _lines(sections: Sequence[Section]) -> Iterator[tuple[Section, Block]]:
    for section in sections:
        if section.zone in _NOT_MENU:
            for block in section.blocks:
                if block.kind is not BlockKind.IMAGE:
                    yield section, block
