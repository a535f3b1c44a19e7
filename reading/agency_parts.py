"""What a page says about the agency as a whole: vision, motto, survey, officer, special services, PPID ..."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from model.reading import Block, BlockKind, Grade, Topic, Zone
from model.sentence import Sentence, say
from reading.dates import find_periods
from reading.judged import Judged
from reading.label_rules import is_link
from reading.legal import find_decree
from reading.mission import find_motto, is_content
from reading.officers import find_officer
from reading.parts import Part
from reading.procedures import find_procedure
from reading.survey import find_survey_result
from reading.vocabulary import pattern

_READ = frozenset({Zone.MAIN, Zone.DIALOG})
_NUMBERS = re.compile(r"\b\d{1,5}\b")


def judge_agency(parts: tuple[Part, ...]) -> Iterator[Judged]:
    """Facts about the agency in the main content, in reading order."""
    for part in parts:
        if part.zone not in _READ:
            continue
        judge = _BY_LABEL.get(part.component)
        if judge is not None and (judged := judge(part)) is not None:
            yield judged
        yield from _stray(part)


def _vision(part: Part) -> Judged | None:
    block = _content(part)
    if block is None:
        return _named(part, Topic.VISION_MISSION, say("Visi dan misi hanya disebut judulnya."))
    says = say("Visi atau misi tertulis: {text}.", text=block.text[:120].rstrip("."))
    return Judged(Topic.VISION_MISSION, Grade.CLEAR, says, ((block, ""),), block.text[:300])


def _motto(part: Part) -> Judged | None:
    text = find_motto(f"{part.label}: {part.text}")
    block = _content(part)
    if not text or block is None:
        return _named(part, Topic.MOTTO, say("Moto hanya disebut judulnya."))
    return Judged(
        Topic.MOTTO, Grade.CLEAR, say("Moto pelayanan tertulis: {text}.", text=text[:120]), ((block, ""),), text
    )


def _survey(part: Part) -> Judged | None:
    text = f"{part.label}\n{part.text}"
    result = find_survey_result(text)
    if result is None:
        return _named(part, Topic.SURVEY, say("Survei kepuasan disebut; nilainya tidak tertulis."))
    block = next(
        (b for b in part.blocks if result.text[:30] in b.text), part.blocks[0] if part.blocks else _label(part)
    )
    if result.period or result.year:
        says = say("Hasil survei kepuasan tertulis: {text}.", text=result.text[:150])
        return Judged(Topic.SURVEY, Grade.CLEAR, says, ((block, result.text),), result)
    says = say("Nilai survei kepuasan tertulis tanpa periode: {text}.", text=result.text[:150])
    return Judged(Topic.SURVEY, Grade.PARTIAL, says, ((block, result.text),), result, "no_period")


def _complaint_procedure(part: Part) -> Judged | None:
    found = find_procedure(part.blocks, labelled=True)
    if found is None:
        return _named(part, Topic.COMPLAINT_PROCEDURE, say("Tata cara pengaduan hanya disebut judulnya."))
    if found.steps:
        block = next((b for b in part.blocks if found.steps[0] in b.text), part.blocks[0])
        says = say("Tata cara pengaduan tertulis dalam {n} langkah.", n=len(found.steps))
        return Judged(Topic.COMPLAINT_PROCEDURE, Grade.CLEAR, says, ((block, found.steps[0]),), found)
    says = say("Alur pengaduan ditampilkan sebagai gambar.")
    return Judged(Topic.COMPLAINT_PROCEDURE, Grade.PARTIAL, says, ((_label(part), ""),), found, "picture_only")


def _recap(part: Part) -> Judged | None:
    for block in part.blocks:
        if find_periods(f"{part.label} {block.text}") and len(_NUMBERS.findall(block.text)) >= 2:
            says = say("Rekapitulasi pengaduan dengan periode tertulis.")
            return Judged(Topic.COMPLAINT_RECAP, Grade.CLEAR, says, ((block, ""),))
    linked = next((b for b in part.blocks if b.links), None)
    if linked is not None and linked.text:
        says = say('Rekapitulasi pengaduan hanya berupa tautan ("{text}").', text=linked.text[:100])
        return Judged(Topic.COMPLAINT_RECAP, Grade.PARTIAL, says, ((linked, ""),), None, "link_only")
    return _named(part, Topic.COMPLAINT_RECAP, say("Rekapitulasi pengaduan hanya disebut judulnya."))


def _special(part: Part) -> Judged | None:
    block = _content(part)
    if block is None:
        return _named(part, Topic.SPECIAL_SERVICES, say("Pelayanan khusus hanya disebut judulnya."))
    says = say("Pelayanan khusus bagi kelompok rentan tertulis: {text}.", text=block.text[:120].rstrip("."))
    return Judged(Topic.SPECIAL_SERVICES, Grade.CLEAR, says, ((block, ""),))


def _ppid(part: Part) -> Judged | None:
    text = part.text
    if len(text) > 150 and re.search(r"permohonan|pejabat pengelola|informasi publik", text, re.I) and _content(part):
        block = max((b for b in part.blocks if not is_link(b)), key=lambda b: len(b.text), default=None)
        if block is not None:
            says = say("Halaman PPID memuat penjelasan layanan informasi publik.")
            return Judged(Topic.PPID, Grade.CLEAR, says, ((block, ""),))
    return _named(part, Topic.PPID, say("PPID disebut; tata cara memperoleh informasi tidak tertulis di bagian ini."))


def _service_list(part: Part) -> Judged | None:
    words = pattern("service_words")
    names = [b for b in part.blocks if b.kind is not BlockKind.IMAGE and len(b.text) < 160 and words.search(b.text)]
    if len(names) < 3:
        return None
    says = say("Daftar layanan tertulis: {n} nama, antara lain {name}.", n=len(names), name=names[0].text[:100])
    shown = tuple((b, "") for b in names[:3])
    return Judged(Topic.SERVICE_LIST, Grade.CLEAR, says, shown, tuple(b.text for b in names))


_BY_LABEL: dict[str, Callable[[Part], Judged | None]] = {
    Topic.VISION_MISSION: _vision,
    Topic.MOTTO: _motto,
    Topic.SURVEY: _survey,
    Topic.COMPLAINT_PROCEDURE: _complaint_procedure,
    Topic.COMPLAINT_RECAP: _recap,
    Topic.SPECIAL_SERVICES: _special,
    Topic.PPID: _ppid,
    Topic.SERVICE_LIST: _service_list,
}


def _stray(part: Part) -> Iterator[Judged]:
    """Officer, decree and special facilities, which seldom stand under labels of their own."""
    text = part.text
    roles = pattern("officer_roles")
    if roles.search(f"{part.label}\n{text}"):
        links = tuple(link for b in part.blocks for link in b.links)
        officer = find_officer(f"{part.label}\n{text}", links)
        if officer is not None:
            yield _officer(part, officer.name or officer.post, bool(officer.contacts), officer)
    for block in part.blocks:
        if block.kind is BlockKind.IMAGE or len(block.text) < 12:
            continue
        if "tandar" in block.text.lower() and (decree := find_decree(block.text)):
            says = say("Keputusan tentang standar pelayanan: {text}.", text=decree.text[:150])
            yield Judged(Topic.DECREE, Grade.CLEAR, says, ((block, decree.text),), decree)
        if part.component != Topic.SPECIAL_SERVICES and (found := pattern("special_facilities").search(block.text)):
            says = say("Fasilitas khusus disebut: {text}.", text=found.group())
            yield Judged(Topic.SPECIAL_SERVICES, Grade.CLEAR, says, ((block, found.group()),))


def _officer(part: Part, who: str, reachable: bool, value: object) -> Judged:
    block = next((b for b in part.blocks if who and who in b.text), part.blocks[0] if part.blocks else _label(part))
    if reachable:
        says = say("Pejabat pengelola pengaduan diumumkan dengan kontaknya: {who}.", who=who[:120])
        return Judged(Topic.COMPLAINT_OFFICER, Grade.CLEAR, says, ((block, who),), value)
    says = say("Pejabat pengelola pengaduan disebut ({who}) tanpa alamat atau kontak.", who=who[:120])
    return Judged(Topic.COMPLAINT_OFFICER, Grade.PARTIAL, says, ((block, who),), value, "no_contact")


def _content(part: Part) -> Block | None:
    return next(
        (
            b
            for b in part.blocks
            if b.kind is not BlockKind.IMAGE and not is_link(b) and len(b.text) > 8 and is_content(b.text)
        ),
        None,
    )


def _label(part: Part) -> Block:
    return Block(BlockKind.TEXT, part.label, where=part.where)


def _named(part: Part, topic: Topic, says: Sentence) -> Judged | None:
    return Judged(topic, Grade.NAMED, says, ((_label(part), ""),), None, "label_only") if part.label.strip() else None
