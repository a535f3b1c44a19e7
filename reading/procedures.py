"""Sistem, mekanisme, dan prosedur: ordered steps, or a picture of the flow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.reading import Block, BlockKind
from reading.gated import compiled
from reading.items import clean_item, items_of, split_items, texts_of
from reading.vocabulary import component_of_label, pattern

MAX_WORDS = 90
_WORDS = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_ARROW = re.compile(r"\s*(?:->|=>|-->|[→⇒➔➜➡⟶►»↓⬇])\s*|(?<=\w)\s+>+\s+(?=\w)")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})[.!]\s+(?=[A-Z])")
_DEFINITION = compiled(
    r"(?:prosedur|mekanisme|alur|sistem|sop)\b[^.]{0,40}\b(?:adalah|merupakan|ialah)\b"
    r"|\b(?:indikator|variabel)\b|tata\s+cara\s+pelayanan\s+yang\s+dibakukan|dibakukan\s+bagi\s+pemberi|,\s*artinya\b",
    re.IGNORECASE,
)
_BRING = compiled(
    r"^(?:foto\s?co?k?p[iy]\w*|fotokop\w*|foto\s+cop\w*|fc\b|surat\b|ktp|kk\b|kartu\b|pas\s?(?:foto|photo)|akta|akte|ijazah|asli\b"
    r"|materai|meterai|formulir\b(?!\s+di)|salinan|scan\b|bukti\b|dokumen\b(?!\s+di)|sertifikat|npwp|buku\b|proposal|denah"
    r"|rekomendasi|izin)",
    re.IGNORECASE,
)

_NAMES_OF_PARTS = frozenset(
    {"requirements", "procedure", "completion_time", "fee", "legal_basis", "pledge", "facilities"}
)


# Verbs by their form ("merujuk", "memantau"), without the words that only look like them.
_ACTIVE = compiled(
    r"(?!menurut|menteri|mengenai|merupakan|melalui|mempunyai|memiliki|menjadi|memenuhi|mencakup|meliputi|meterai|mekanisme)"
    r"me(?:m[bfp]?|n[cdjt]?|ng|ny|[lrwy])[a-z]{4,}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Procedure:
    """The steps in order, as written, without their markers. picture: address of a picture of the flow, or ""."""

    steps: tuple[str, ...]
    picture: str = ""


def find_procedure(blocks: Sequence[Block], *, labelled: bool = True) -> Procedure | None:
    """The procedure in blocks: at least two steps, or a picture that is called a flow. None without either.

    labelled: the blocks stand under a label such as "Alur"; else the steps must name who does what.
    """
    steps = _steps(blocks, labelled)
    picture = find_flow_picture(blocks)
    if len(steps) >= 2:
        return Procedure(steps, picture)
    return Procedure((), picture) if picture else None


def find_flow_picture(blocks: Sequence[Block]) -> str:
    """The address of the first picture whose words or file name call it a flow ("alur", "bagan", "flowchart")."""
    for block in blocks:
        if block.kind == BlockKind.IMAGE and block.src:
            name = re.sub(r"[_\-./%\d]+", " ", block.src.rpartition("/")[2])
            if pattern("flow_picture").search(f"{block.text} {name}"):
                return block.src
    return ""


def split_steps(text: str) -> tuple[str, ...]:
    """The steps of a running text: cut at arrows, sentence ends and words such as "kemudian"."""
    pieces = [p for p in _ARROW.split(text) if p.strip()]
    if len(pieces) < 2:
        pieces = [p for s in _SENTENCE.split(text) for p in _at_connectors(s)]
    return tuple(c for p in pieces if (c := clean_item(p)))


def is_step(item: str, *, labelled: bool = True) -> bool:
    """Whether an item tells an action: a verb among its first words, or someone who acts."""
    names = _WORDS.findall(item)
    if not names or len(names) > MAX_WORDS or _DEFINITION.search(item) or item.rstrip().endswith("?"):
        return False
    if _BRING.match(item) and not pattern("procedure_passive").search(item):
        return False
    if len(names) <= 4 and component_of_label(item) in _NAMES_OF_PARTS:
        return False
    verb = pattern("procedure_verbs").search(" ".join(names[:9]))
    if labelled:
        return bool(verb or pattern("procedure_passive").search(item)) or any(_ACTIVE.fullmatch(n) for n in names[:9])
    return bool(verb and pattern("procedure_actors").search(" ".join(names[:5])))


def _steps(blocks: Sequence[Block], labelled: bool) -> tuple[str, ...]:
    items = items_of(blocks)
    steps = tuple(i for i in items if is_step(i, labelled=labelled))
    bring = sum(1 for i in items if _BRING.match(i))
    if len(steps) >= 2 and bring <= len(steps):
        return steps
    if len(ordered := [b for b in blocks if b.kind is BlockKind.ITEM and b.marker not in ("", "-", "•")]) >= 3:
        counted = tuple(i for i in items_of(ordered) if is_step(i, labelled=labelled))
        if len(counted) >= 3 and 2 * len(counted) >= len(ordered) and len(ordered) < len(blocks):
            return counted  # papers stand between the steps
    if labelled and len(deeds := _deeds(items)) >= 3:
        return deeds
    # One running text that holds several steps.
    if labelled and len(ordered) < 3 and len(broken := split_items(" ".join(texts_of(blocks)))) >= 3:
        again = tuple(i for i in broken if is_step(i))  # steps whose lines were broken anywhere
        if len(again) >= 2 and 2 * len(again) >= len(broken):
            return again
    found = tuple(s for text in texts_of(blocks) for s in split_steps(text) if is_step(s, labelled=labelled))
    return found if len(found) >= 2 and bring <= len(found) else ()


def _deeds(items: Sequence[str]) -> tuple[str, ...]:
    """The steps of one sentence of nouns: "Pendaftaran di loket, verifikasi berkas, dan penyerahan dokumen"."""
    if len(items) != 1 or len(items[0]) > _LONGEST_SENTENCE:
        return ()
    pieces = [p.strip(" .") for p in _COMMAS.split(items[0]) if p.strip(" .")]
    return tuple(pieces) if len(pieces) >= 3 and all(_DEED.match(p) for p in pieces) else ()


_LONGEST_SENTENCE = 400
_COMMAS = re.compile(r"\s*(?:[,;→]|\bdan\b|\blalu\b)\s*(?:dan\s+|lalu\s+)?")
_DEED = compiled(
    r"(?:proses\s+)?(?:pe(?:m|n|ng|ny|r|l)?[a-z]{3,}an|verifikasi|validasi|klarifikasi|registrasi|konsultasi|survei|survey|cetak)\b",
    re.IGNORECASE,
)


def _at_connectors(sentence: str) -> list[str]:
    edges = [0, *(m.start() for m in pattern("step_connectors").finditer(sentence) if m.start()), len(sentence)]
    return [sentence[a:b] for a, b in pairwise(edges)]
