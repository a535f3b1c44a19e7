"""Maklumat pelayanan and dasar hukum: what the agency promises, and the rules that its services stand on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from model.reading import Block, BlockKind, Grade, Section, Topic, Zone
from model.sentence import say
from reading.gated import Root, compiled
from reading.judged import Judged
from reading.label_rules import is_lead_in
from reading.legal import find_decree, find_legal_basis, find_regulations
from reading.parts import Part
from reading.pledge import find_pledge
from reading.vocabulary import topic_of_label

_BASED_ON = compiled(
    r"\b(?:berdasarkan|berdasar|mengacu|dasar\s+hukum|sesuai\s+dengan|sesuai|merujuk|sebagaimana)\b", re.I
)
RULE = compiled(r"\bno(?:mor\b|\.)|\btahun\s+(?:19|20)\d\d|\d/(?:19|20)\d\d", re.I)
_BEGUN = compiled(r"\b(?:keputusan|peraturan|perda|undang-undang)\b[^\d:;.]*$", re.I)
_ON_SERVICE = compiled(r"tentang\b.{0,80}\b(?:pelayanan|layanan|pengaduan|maklumat|perizinan)", re.I | re.S)
_OWN_DECREE = frozenset({"pledge", "service_list", "decree"})
"""Parts in which the agency's own decree is that of its standard."""

_WILLING = compiled(r"s[ae4]ngg?[uo][pb]", re.I)
_WILLING_ROOTS = Root("sanggup", "janji", "siap", "bersedia", "berkomitmen", "maklumat")


def judge_pledge(sections: Sequence[Section]) -> Judged | None:
    """The pledge of a page, read over its main content: it often runs over several short lines."""
    main = [s for s in sections if s.zone in (Zone.MAIN, Zone.DIALOG)]
    if not any(_promises(s.heading) or any(_promises(b.text) for b in s.blocks) for s in main):
        return None
    blocks = [b for s in main for b in _lines(s)]
    pledge = find_pledge("\n".join(b.text for b in blocks))
    if pledge is None:
        return _only_named(sections)
    block = _where_said(blocks, pledge.text)
    if block is None:
        return None
    if pledge.trap == "definition":
        says = say("Halaman ini menjelaskan arti maklumat, bukan maklumat instansi ini.")
        return Judged(Topic.PLEDGE, Grade.NAMED, says, ((block, ""),), pledge, "definition")
    if pledge.trap:
        says = say("Janji di halaman ini semboyan; tidak menyebut standar pelayanan, kewajiban, atau sanksi.")
        return Judged(Topic.PLEDGE, Grade.PARTIAL, says, ((block, ""),), pledge, pledge.trap)
    lacking = [
        name
        for name, there in (("janji perbaikan", pledge.improvement), ("kesediaan menerima sanksi", pledge.sanction))
        if not there
    ]
    if lacking:
        says = say("Maklumat pelayanan tertulis; belum memuat {lacking}.", lacking=" dan ".join(lacking))
    else:
        says = say("Maklumat pelayanan tertulis lengkap: kesanggupan, perbaikan, dan sanksi.")
    return Judged(Topic.PLEDGE, Grade.CLEAR, says, ((block, ""),), pledge)


def _promises(text: str) -> bool:
    """Whether a word of willingness may stand in a line."""
    return _WILLING_ROOTS.stands_in(text) or _WILLING.search(text) is not None


def _lines(section: Section) -> Iterator[Block]:
    if section.heading:
        yield Block(BlockKind.TEXT, section.heading, where=section.where)
    yield from (b for b in section.blocks if b.kind is not BlockKind.IMAGE)


def _where_said(blocks: Sequence[Block], words: str) -> Block | None:
    """The block in which a quote that may run over several lines begins."""
    start = " ".join(words.split())[:24]
    for block in blocks:
        if start and start in " ".join(block.text.split()):
            return block
    for block in blocks:
        text = " ".join(block.text.split())
        if len(text) > 8 and (words.startswith(text) or _runs_into(text, words)):
            return block
    return None


def _runs_into(text: str, words: str) -> bool:
    """Whether the end of a line is the beginning of the words: "... dengan ini berjanji:" before a list."""
    return any(text.endswith(words[:n]) for n in range(9, min(len(text), len(words)) + 1))


def _only_named(sections: Sequence[Section]) -> Judged | None:
    for section in sections:
        if section.zone is Zone.MAIN and topic_of_label(section.heading) is Topic.PLEDGE:
            says = say("Maklumat hanya disebut judulnya; isi janji tidak tertulis.")
            label = Block(BlockKind.TEXT, section.heading, where=section.where)
            return Judged(Topic.PLEDGE, Grade.NAMED, says, ((label, ""),), None, "label_only")
    return None


def judge_legal(part: Part) -> Judged | None:
    """Under "Dasar Hukum": numbered regulations that are not on the agency's own organisation."""
    for block in part.blocks:
        if block.kind is BlockKind.IMAGE:
            continue
        if rules := find_legal_basis(block.text):
            says = say("Dasar hukum tertulis: {rule}.", rule=rules[0].text[:150])
            return Judged(Topic.LEGAL_BASIS, Grade.CLEAR, says, ((block, rules[0].text),), rules)
    for block in part.blocks:
        if rules := find_regulations(block.text):
            says = say("Peraturan yang disebut mengatur organisasi, bukan dasar layanan.")
            return Judged(Topic.LEGAL_BASIS, Grade.NAMED, says, ((block, rules[0].text),), rules, "organisation")
    return None


def stray_legal(part: Part) -> Judged | None:
    """A decree on the standard, or "berdasarkan Permenkes Nomor ...", outside a part of its own."""
    leads_in = (Block(BlockKind.TEXT, part.label, where=part.where),) if is_lead_in(part.label) else ()
    if not (leads_in or RULE.may_match(part.text)):
        return None
    for before, block in pairwise((Block(BlockKind.TEXT, ""), *leads_in, *part.blocks)):
        text = block.text
        if block.kind is BlockKind.IMAGE or not RULE.search(text):
            continue
        if _BEGUN.search(before.text):
            text = f"{before.text} {text}"  # lines of a picture or a column break in the midst of a name
        if decree := find_decree(text):
            says = say("Keputusan tentang standar pelayanan disebut: {rule}.", rule=decree.text[:150])
            return Judged(Topic.LEGAL_BASIS, Grade.CLEAR, says, ((block, decree.text),), decree)
        rules = find_legal_basis(text)
        if rules and rules[0].kind == "decree" and _ON_SERVICE.search(rules[0].text):
            says = say("Keputusan tentang pelayanan disebut: {rule}.", rule=rules[0].text[:150])
            return Judged(Topic.LEGAL_BASIS, Grade.CLEAR, says, ((block, rules[0].text),), rules)
        if rules and (_BASED_ON.search(text) or (part.component in _OWN_DECREE and rules[0].kind == "decree")):
            says = say("Layanan didasarkan pada {rule}.", rule=rules[0].text[:150])
            return Judged(Topic.LEGAL_BASIS, Grade.CLEAR, says, ((block, rules[0].text),), rules, "cited")
    return None
