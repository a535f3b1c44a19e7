"""Produk pelayanan: the document or service that a citizen gets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.gated import compiled
from reading.items import split_items
from reading.vocabulary import component_of_label, pattern

MAX_WORDS = 60
_WORDS = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]{2}")  # "3,5" beside "Produk pelayanan" is the mark it got in a survey
_DEFINITION = compiled(
    r"produk\s+(?:pelayanan|layanan)\s+(?:adalah|merupakan|ialah)|hasil\s+(?:pelayanan\s+|layanan\s+)?yang\s+(?:akan\s+)?(?:diberikan\s+dan\s+)?diterima\s+(?:pengguna\s+)?sesuai"
    r"|sesuai\s+dengan\s+ketentuan\s+yang\s+telah\s+ditetapkan",
    re.IGNORECASE,
)
_POINTER = compiled(
    r"^(?:klik|download|unduh|lihat|selengkapnya|terlampir|sesuai\s+(?:dengan\s+)?(?:permohonan|ketentuan|kebutuhan)"
    r"|https?:|www\.|belum|tidak|nihil|kosong)",
    re.IGNORECASE,
)
_GIVEN = compiled(
    r"(?:[Pp]roduk(?:\s+(?:pelayanan|layanan))?\s+(?:berupa|yang\s+dihasilkan)|[Mm]enerbitkan|[Dd]iterbitkan(?:nya)?|mendapatkan"
    r"|memperoleh|menerima|[Oo]utput(?:nya)?\s*:?|berupa|[Tt]erbitnya)\s+(?P<name>[A-Z][^.;\n]{3,120})",
)


@dataclass(frozen=True, slots=True)
class Product:
    """What a service gives. names: as written, without markers."""

    names: tuple[str, ...]


def find_product(text: str, *, field: bool = True) -> Product | None:
    """The product that a text names. None when it names none.

    field: the text is known to name the product (a cell beside "Produk Pelayanan"); else words such as "menerbitkan"
    must stand before a document.
    """
    if field:
        names = tuple(i for i in split_items(text) if _is_product(i))
        return Product(names) if names else None
    found = _GIVEN.search(text)
    if found and pattern("output_documents").search(found["name"][:60]):
        return Product((found["name"].strip(" ,"),))
    return None


def _is_product(item: str) -> bool:
    count = len(_WORDS.findall(item))
    if not _LETTERS.search(item) or count > MAX_WORDS or _DEFINITION.search(item) or _POINTER.match(item):
        return False
    if pattern("placeholder_words").search(item) and count < 12:
        return False
    if pattern("output_nouns").search(item):
        return component_of_label(item) not in ("product", "requirements", "procedure", "fee", "completion_time")
    return (
        2 <= count <= 15
        and component_of_label(item) is None
        and not item[:1].islower()
        and not re.search(r"\d{4,}", item)
    )
