"""Telephone numbers in text: landline, mobile and service numbers; invented ones are told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.gated import compiled
from reading.vocabulary import fold_signs

_GAP = r"[\s.\-–/]{0,3}"
_MOBILE = compiled(rf"(?<![\d\w.@/=])(?:\(?\+?\s?62\)?{_GAP}(?:\(0\){_GAP})?|0)8\d{{1,2}}(?:[\s.\-–]?\d){{6,9}}(?!\d)")
_LANDLINE = compiled(
    rf"(?<![\d\w.@/=])(?:\(\s?0[2-79]\d{{1,2}}\s?\)|0[2-79]\d{{1,2}}|\(?\+?62\)?{_GAP}(?:\(0\))?\(?[2-79]\d{{1,2}}\)?)"
    rf"{_GAP}(?:\d[\s.\-]?){{4,7}}\d(?![\d]|[.,]\d)"
)
_SERVICE = compiled(
    r"(?<![\d\w.,/\-])(?:1500[\s.\-]?\d{3}|0800[\s.\-]?\d[\s.\-]?\d{3}[\s.\-]?\d{3}|14\d{3}|1[1-3]\d)(?![\d\w.,/%-]*\d)"
)
_CALL = compiled(
    r"(?:telp|telepon|telpon|tlp|hp|call\s?cent(?:er|re)|hubungi|hotline|darurat|sms|panggilan|nomor|kontak|phone|layanan)\W*(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)
_OF_A_RULE = compiled(
    r"\b(?:lembaran|berita\s+negara|peraturan|undang-undang|keputusan|pasal|tahun\s+(?:19|20)\d\d)\b[^.;:\n]*$",
    re.IGNORECASE,
)
"""Before the number of a law: "Lembaran Negara Republik Indonesia Tahun 2009 Nomor 112"."""

_WHATSAPP = compiled(r"(?:\bwa\b|whats?\s?app?|whatsap)", re.IGNORECASE)
_FAX = compiled(r"(?:fax|faks|faksimil[ei])\W{0,4}$", re.IGNORECASE)
_RUNS = ("0123456789", "9876543210")


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number. digits: national form, e.g. "0911123456". whatsapp: the text offers it for WhatsApp."""

    text: str
    digits: str
    start: int
    whatsapp: bool = False


def find_phones(text: str) -> tuple[Phone, ...]:
    """Numbers that can be called, in the order of the text. Fax numbers and invented numbers are left out."""
    return tuple(p for p in _all_phones(text) if not is_invented(p.digits))


def find_invented_phones(text: str) -> tuple[Phone, ...]:
    """Numbers that stand for a number still to be filled in: "0812-3456-7890", "62 8000000000"."""
    return tuple(p for p in _all_phones(text) if is_invented(p.digits))


def national_digits(text: str) -> str:
    """Digits with the leading 0 of the country's own numbers: "+62 812" becomes "0812"."""
    digits = re.sub(r"\D", "", text)
    if digits.startswith("62"):
        return "0" + digits[2:].removeprefix("0")
    return "0" + digits if digits.startswith("8") and len(digits) >= 9 else digits


def is_invented(digits: str) -> bool:
    """Whether digits form a row that no exchange gives out: 12345678, 000000, 12121212."""
    tail = digits.lstrip("0")
    if len(digits) <= 7:
        return False
    if any(tail[i : i + 7] in run for run in _RUNS for i in range(max(1, len(tail) - 6))):
        return True
    return bool(re.search(r"(\d)\1{5,}", digits) or re.search(r"(\d\d)\1{3,}", digits))


def _all_phones(text: str) -> list[Phone]:
    plain = fold_signs(text)
    found: dict[int, Phone] = {}
    taken: list[tuple[int, int]] = []
    for pattern in (_MOBILE, _LANDLINE, _SERVICE):
        for m in pattern.finditer(plain):
            if any(m.start() < end and start < m.end() for start, end in taken):
                continue
            before = plain[max(0, m.start() - 40) : m.start()].rpartition("\n")[2]
            if pattern is _SERVICE and (not _CALL.search(before) or _OF_A_RULE.search(before)):
                continue
            taken.append(m.span())
            if _FAX.search(before):
                continue
            whatsapp = pattern is _MOBILE and bool(
                _WHATSAPP.search(before[-28:]) or _WHATSAPP.match(plain[m.end() :].lstrip(" (-/"))
            )
            found[m.start()] = Phone(text[m.start() : m.end()].strip(), national_digits(m.group()), m.start(), whatsapp)
    return [found[k] for k in sorted(found)]
