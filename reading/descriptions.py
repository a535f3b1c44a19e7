"""Produk pelayanan that is described, not labelled: the sentence below the name of a service."""

from __future__ import annotations

import re

from model.reading import BlockKind, Grade, Topic
from model.sentence import say
from reading.gated import compiled
from reading.judged import Judged
from reading.label_rules import is_link
from reading.parts import Part
from reading.vocabulary import pattern

DESCRIPTION = "description"

_LEAD_IN = re.compile(
    r"^(?:berikut|silah?kan|untuk (?:informasi|melihat)|klik|persyaratan|syarat|adapun|catatan"
    r"|note|jika|apabila|standar\s+pelayanan\b|(?:surat\s+)?keputusan\s+(?:camat|lurah|kepala|bupati|wali|gubernur|menteri|direktur)"
    r"|[\w ]{3,30}\s[-–]\s)",
    re.I,
)
_IS = compiled(
    r"\b(?:adalah|merupakan|ialah)\s+(?:salah\s+satu\s+|suatu\s+|sebuah\s+)?"
    r"(?:perizinan|izin|ijin|surat|kartu|dokumen|layanan|pelayanan|bukti|unit\s+pelayanan|sertifikat|kutipan|akta|akte|identitas)\b",
    re.I,
)
_FIELD = compiled(r"\W*(?:deskripsi|description)\b", re.I)  # of the record of a service
DESCRIBING = (_IS, _FIELD, pattern("service_words", "output_nouns"))
_SECONDS = 12
_LONGEST = 90


_HOURS = compiled(r"\b\d{1,2}[.:]\d{2}\b")
_ANSWER = compiled(r"(?:a|j|jawab(?:an)?)\s*:|(?:jangka\s+)?waktu\b|biaya\b|tarif\b", re.I)


def _tells_else(text: str) -> bool:
    """Whether a sentence asks, or tells when the office is open or what a service costs, and not what it gives."""
    return bool(text.endswith("?") or _HOURS.search(text) or _ANSWER.match(text) or pattern("free").search(text))


def defines(text: str) -> bool:
    """Whether a sentence says what something is: "SKTM adalah surat yang ..."."""
    return bool(_IS.may_match(text) and _IS.search(" ".join(text.split()[: _SECONDS * 2])))


def describe_product(part: Part) -> Judged | None:
    """A sentence that tells what a service gives: "Pelayanan penerbitan surat pengantar bagi ...".

    The value is DESCRIPTION: it counts only beside other parts of the same service.
    """
    if part.component not in ("", "definition", "product") or part.label.rstrip().endswith("?"):
        return None
    for block in part.blocks[:4]:
        text = block.cells[-1] if len(block.cells) == 2 else block.text
        words = text.split()
        if block.kind is BlockKind.IMAGE or is_link(block) or not 4 <= len(words) <= _LONGEST or text.endswith(":"):
            continue
        if _LEAD_IN.match(text) or text == part.label or text[0].islower() or _tells_else(text):
            continue
        is_a = defines(text)
        opens = pattern("service_words", "output_nouns")
        starts = block.kind is not BlockKind.ITEM and opens.may_match(text) and opens.search(" ".join(words[:3]))
        field = part.component == "definition" and bool(_FIELD.match(part.label))
        if is_a or starts or field:
            says = say("Layanan dijelaskan: {text}.", text=text[:120].rstrip("."))
            return Judged(Topic.PRODUCT, Grade.CLEAR, says, ((block, text),), DESCRIPTION)
    return None
