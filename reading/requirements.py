"""Persyaratan: what a citizen must bring or fulfil."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from model.reading import COMPONENTS, Block
from reading.gated import compiled
from reading.items import items_of
from reading.vocabulary import pattern, split_label

MAX_WORDS = 60
_WORDS = re.compile(r"[^\W_]+")
_LINK_ONLY = compiled(
    r"^(?:(?:silah?kan\s+)?(?:klik|download|unduh|lihat|selengkapnya|baca selengkapnya|read more|disini"
    r"|di sini)\b.{0,60}"
    r"|detail|link|https?:\S+.{0,60}|www\.\S+.{0,60})$",
    re.IGNORECASE,
)
_DEFINITION = compiled(
    r"syarat\w*\s+(?:\(?dokumen[^.]*\)?\s*)?(?:yang\s+harus\s+dipenuhi|teknis\s+maupun)"
    r"|syarat\w*\s+administrati[fv]\s+yang\s+(?:harus|diperlukan)|dalam\s+pengurusan\s+suatu\s+jenis"
    r"|(?:persyaratan|syarat)\s+(?:adalah|merupakan|ialah|yaitu)|persyaratan\s+teknis\s+(?:dan|maupun|atau)\s+administrati",
    re.IGNORECASE,
)
# An item that only repeats the name of a part tells nothing: "persyaratan teknis", "waktu penyelesaian".
_PARTS_OF_A_STANDARD = frozenset(
    {t.value for t in COMPONENTS}
    | {
        "facilities",
        "staff_competence",
        "internal_supervision",
        "staff_number",
        "service_guarantee",
        "safety_guarantee",
    }
    | {"performance_evaluation", "compensation"}
)
_POINTER = compiled(
    r"^(?:sesuai|terlampir|sebagaimana|lihat|tercantum|berdasarkan)\b(?!.*(?:ktp|kk|fotokop|surat))", re.IGNORECASE
)
_STEP = compiled(
    r"^(?:petugas|pemohon\s+(?:datang|menuju|mengambil|menerima|menunggu|dipanggil)|verifikator|kepala|kasi|kabid|operator"
    r"|front office|back office|loket)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Requirements:
    """The concrete items, as written, without their markers. steps: how many items were steps of a procedure."""

    items: tuple[str, ...]
    steps: int = 0


def find_requirements(blocks: Sequence[Block], *, labelled: bool = True) -> Requirements | None:
    """The requirements in blocks. None when no concrete item stands there.

    labelled: the blocks stand under a label such as "Persyaratan"; else at least two items must name documents.
    """
    items = items_of(blocks)
    steps = sum(1 for i in items if _STEP.match(i))
    if labelled:
        kept = tuple(i for i in items if is_requirement(i, many=len(items) > 1))
    else:
        kept = tuple(i for i in items if is_requirement(i) and pattern("document_nouns").search(i))
        if len(kept) < 2:
            return None
    if not kept or steps > len(kept):
        return None
    return Requirements(kept, steps)


def is_requirement(item: str, *, many: bool = True) -> bool:
    """Whether one item names something to bring or to fulfil. many: it is one of several in a list."""
    count = len(_WORDS.findall(item))
    if not count or count > MAX_WORDS or _LINK_ONLY.match(item) or _DEFINITION.search(item) or _POINTER.match(item):
        return False
    if item.rstrip().endswith("?"):
        return False
    if pattern("placeholder_words").search(item) and count < 12:
        return False
    if _STEP.match(item) and not pattern("requirement_verbs").search(item):
        return False
    label = split_label(item)
    if label and label.component in _PARTS_OF_A_STANDARD:
        return bool(label.rest) and label.component == "requirements" and is_requirement(label.rest, many=many)
    if pattern("requirement_nouns").search(item):
        return True
    return many and 2 <= count <= 25 and not item.rstrip().endswith(":")
