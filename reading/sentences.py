"""Persyaratan told in a sentence: "datang ke kantor dengan membawa fotokopi KTP, fotokopi KK, dan surat pengantar"."""

from __future__ import annotations

import re

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.context import sentence_around
from reading.gated import Root, compiled
from reading.judged import Judged
from reading.label_rules import is_link
from reading.parts import Part
from reading.requirements import Requirements
from reading.vocabulary import pattern

IN_SENTENCE = "in_sentence"

BRINGING = Root(
    "membawa", "melampirkan", "menyerahkan", "menyertakan", "menyiapkan", "dilampiri", "disertai", "menunjukkan"
)
_BRINGS = compiled(
    r"\b(?:dengan\s+|cukup\s+|harus\s+|wajib\s+|silah?kan\s+)?"
    r"(?:membawa|melampirkan|menyerahkan|menyertakan|menyiapkan|dilampiri|disertai|menunjukkan)\s+(?:dokumen\s+|berkas\s+|berupa\s+|dengan\s+)*",
    re.I,
)
_COPIES = compiled(r"foto\s*[ck]op|salinan|\basli\b|\bsurat\b|\bkartu\b|formulir|\bktp\b|\bkk\b|akta|akte|ijazah", re.I)
_AND = re.compile(r"\s*(?:,|;|\bdan\b|\bserta\b|\bbeserta\b)\s*", re.I)
_SPOKEN = re.compile(r"[\"“”]|\b(?:ujar|kata|tutur|jelas|ungkap)(?:nya)?\b", re.I)
_FEWEST = 2


def told_requirements(part: Part) -> Judged | None:
    """At least two papers that a sentence asks to bring. It counts only on a page about a service."""
    if part.component not in ("", "definition", "procedure", "service_name") or not BRINGING.stands_in(part.text):
        return None
    for block in part.blocks:
        if block.kind is BlockKind.IMAGE or is_link(block) or _SPOKEN.search(block.text):
            continue
        if items := _papers(block):
            says = say("Berkas yang harus dibawa disebut dalam kalimat, antara lain {item}.", item=items[0][:100])
            return Judged(Topic.REQUIREMENTS, Grade.CLEAR, says, ((block, items[0]),), Requirements(items), IN_SENTENCE)
    return None


def _papers(block: Block) -> tuple[str, ...]:
    for found in _BRINGS.finditer(block.text):
        after = sentence_around(block.text, found.start(), found.end(), 400)
        after = after[after.find(found.group()) + len(found.group()) :]
        items = tuple(i.strip(" .") for i in _AND.split(after) if _is_paper(i))
        if len(items) >= _FEWEST:
            return items
    return ()


def _is_paper(text: str) -> bool:
    return len(text.split()) <= 14 and bool(_COPIES.search(text)) and bool(pattern("document_nouns").search(text))
