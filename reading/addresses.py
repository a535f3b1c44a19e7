"""Alamat: postal addresses in text."""

from __future__ import annotations

import re

from reading.gated import compiled

_STREET = compiled(
    r"(?<![\w])(?P<street>Jl\.?|JL\.?|Jln\.?|JLN\.?|Jalan|JALAN|Komp(?:lek)?s?\.?|Kompleks|KOMPLEKS|Gedung|GEDUNG|Gd\.|Dusun|Dsn\.)\s*"
    r"(?P<rest>[A-Z0-9][^\n;|•]{4,150})"
)
_LABEL = compiled(
    r"(?<!\w)alamat(?:\s+(?:kantor|surat|pengaduan|kami|lengkap))?\s*[:=]\s*(?P<rest>[A-Z][^\n;|•]{9,150})",
    re.IGNORECASE,
)
_PLACE = compiled(
    r"\bno\.?\s*\d|(?-i:\b[A-Z][a-z]+)\s\d{1,3}\b|\bnomor\s*\d|\d{5}(?!\d)|\bkel\.?\b|\bkec\.?\b|kelurahan|kecamatan|kabupaten|\bkab\.|\bkota\b|\bdesa\b|\bkm\.?\s*\d|\brt\.?\s*[\d/]|\blt\.|lantai",
    re.IGNORECASE,
)
_ENDS = compiled(
    r"\s*(?:,|\(|-|–|\.|/|\|)?\s*\b(?:telp|tlp|telepon|telpon|phone|hp\b|wa\b|whatsapp|fax|faks|faksimile|e-?mail|surel|website"
    r"|web\b|laman|situs|instagram|call center|hotline|http|www\.|jam\b|senin).*",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = compiled(r"(?<=[a-z]{4})\.\s+[A-Z].*", re.DOTALL)
_ROAD_TALK = compiled(
    r"^(?:raya\s+)?(?:rusak|tol|lingkungan|kabupaten|provinsi|nasional|umum|desa|usaha tani)\b", re.IGNORECASE
)


def find_addresses(text: str) -> tuple[str, ...]:
    """Postal addresses as written: a street with a name and a number, village or post code. At most 160 characters."""
    found: list[str] = []
    for m in (*_STREET.finditer(text), *_LABEL.finditer(text)):
        address = _trimmed(m.group() if "street" in m.groupdict() else m["rest"])
        street = m.groupdict().get("street", "")
        if _is_address(text, m, street, address) and not any(address in other for other in found):
            found.append(address)
    return tuple(found)


def _trimmed(text: str) -> str:
    return _SENTENCE.sub("", _ENDS.sub("", text)).strip(" ,.-–(:/")[:160]


def _is_address(text: str, m: re.Match[str], street: str, address: str) -> bool:
    if len(address) < 8 or text[max(0, m.start() - 8) : m.start()].lower().rstrip().endswith("rawat"):
        return False
    if not street:
        return bool(_PLACE.search(address) or re.search(r"(?i)\bj(?:l|ln|alan)\b", address))
    if _ROAD_TALK.match(m["rest"]):
        return False
    abbreviated = street.lower().startswith(("jl", "jln"))
    return bool(_PLACE.search(address)) or (abbreviated and len(address.split()) >= 2)
