"""Alamat, jam layanan, kontak: where an agency is, when it is open, how it is reached. They may stand in any zone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.reading import Block, BlockKind, Document, Grade, Topic, Zone
from model.sentence import say
from reading.addresses import find_addresses
from reading.contacts import ContactKind, find_contacts, may_reach
from reading.dates import find_dates
from reading.gated import AnyOf, compiled
from reading.hours import find_hours
from reading.judged import Judged
from reading.vocabulary import component_of_label

_ADDRESS_CUE = compiled(r"\b(?:jl|jln|jalan|alamat|kompleks|gedung|desa|kelurahan|rt)\b", re.I)
_CLOCK = compiled(r"\d{1,2}[.:]\d\d|(?:pukul|jam)\s*\d", re.I)
_REACH = compiled(r"@|\[at\]|\d{3}|whats|telp|telepon|mailto")
_TOLD = AnyOf(_ADDRESS_CUE, _CLOCK, _REACH)
_PLACES = compiled(r"\b(?:alamat|kontak|hubungi|lokasi|kantor|contact|address|telepon|sekretariat)\b", re.I)
_OPEN = compiled(r"\b(?:jam|waktu|layanan|pelayanan|operasional|buka|kerja|kantor|loket|jadwal|hours?)\b", re.I)
_EVENT = compiled(r"\b(?:acara|kegiatan|rapat|lomba|upacara|peserta|undangan|bertempat|tanggal|ujian|seleksi)\b", re.I)
_REACHED = frozenset({ContactKind.PHONE, ContactKind.WHATSAPP, ContactKind.EMAIL})
_EDGES = frozenset({Zone.HEADER, Zone.FOOTER, Zone.ASIDE})
_MAIN = frozenset({Zone.MAIN, Zone.DIALOG})
_SHORT = 200
"""Characters of a line that can be an address or hours by itself; longer ones are running text."""


def judge_contacts(document: Document, main: bool = True) -> Iterator[Judged]:
    """The first address, hours and contact of the page. main False: from header, footer and margins alone."""
    wanted = {Topic.ADDRESS, Topic.OFFICE_HOURS, Topic.CONTACT}
    for about, block, edge in _lines(document, main):
        if not (_TOLD.may_match(block.text) or (block.links and any(map(may_reach, block.links)))):
            continue
        for topic, judged in _in_line(about, block, edge, wanted):
            wanted.discard(topic)
            yield judged
        if not wanted:
            return


def _in_line(about: str, block: Block, edge: bool, wanted: set[Topic]) -> Iterator[tuple[Topic, Judged]]:
    text = block.text
    if Topic.ADDRESS in wanted and _ADDRESS_CUE.search(text) and (edge or _is_place(about, text)):
        found = find_addresses(text)
        if found:
            says = say("Alamat kantor tertulis: {address}.", address=found[0].rstrip(" ·"))
            yield Topic.ADDRESS, Judged(Topic.ADDRESS, Grade.CLEAR, says, ((block, found[0]),), found)
    if Topic.OFFICE_HOURS in wanted and _CLOCK.search(text) and _may_be_hours(about, text, edge):
        hours = [h for h in find_hours(text) if h.days]
        if hours:
            says = say("Jam layanan tertulis: {hours}.", hours=" ".join(hours[0].text.split()))
            shown = ((block, hours[0].text),)
            yield Topic.OFFICE_HOURS, Judged(Topic.OFFICE_HOURS, Grade.CLEAR, says, shown, tuple(hours))
    if Topic.CONTACT in wanted and (_reaches(text) or any(may_reach(li) for li in block.links)):
        reached = tuple(c for c in find_contacts(text, block.links) if c.kind in _REACHED)
        if reached:
            says = say("Kontak tertulis: {contact}.", contact=reached[0].text[:100])
            yield Topic.CONTACT, Judged(Topic.CONTACT, Grade.CLEAR, says, ((block, reached[0].text),), reached)


def _reaches(text: str) -> bool:
    return _REACH.may_match(text) and _REACH.search(text.lower()) is not None


def _is_place(about: str, text: str) -> bool:
    """Whether a line of the main content tells the place of the office, and not where something happened."""
    if _EVENT.search(text):
        return False
    return len(text) <= _SHORT or bool(_PLACES.search(about) or re.match(r"\W*alamat", text, re.I))


def _may_be_hours(about: str, text: str, edge: bool) -> bool:
    """Whether a range of clock times can be opening hours: no date stands there, and the words speak of opening."""
    if find_dates(text) or _EVENT.search(text):
        return False
    return edge or bool(_OPEN.search(f"{about}\n{text}")) or len(text) <= 60


def _lines(document: Document, main: bool) -> Iterator[tuple[str, Block, bool]]:
    """(words above, line, whether it stands in a header, footer or margin)."""
    for section in document.sections:
        edge = section.zone in _EDGES
        if not edge and not (main and section.zone in _MAIN):
            continue
        about = "\n".join((section.heading, *section.trail[-1:]))
        if component_of_label(section.heading) in ("contact", "address", "office_hours"):
            yield about, Block(BlockKind.TEXT, section.heading, where=section.where), edge
        for block in section.blocks:
            if block.kind is not BlockKind.IMAGE:
                yield about, block, edge
                if len(block.text) <= 60 and block.text.rstrip().endswith(":"):
                    about = block.text
