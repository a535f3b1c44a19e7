"""Amounts of rupiah in text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.gated import compiled
from reading.number_words import NUMBER_WORDS, number_of_words
from reading.vocabulary import fold_signs

_MANY = {"ribu": 1_000, "rb": 1_000, "k": 1_000, "juta": 1_000_000, "jt": 1_000_000, "miliar": 10**9, "milyar": 10**9}
_DIGITS = r"\d{1,3}(?:[.,]\s?\d{3}){1,4}(?!\d)|\d{1,12}(?!\d)(?:[.,]\d{1,2}(?!\d))?"
_SCALE = r"(?:\s*(?P<scale>ribu|rb|k|juta|jt|miliar|milyar)(?!\w))?"
_TAIL = r"(?:\s*[,.]\s?(?:-+|00(?!\d)|--)|\s*,-)?"
MARKED = compiled(
    rf"(?<!\w)(?:Rp|IDR|Rupiah)\s*[.:;]*\s*(?P<number>{_DIGITS}){_SCALE}{_TAIL}"
    rf"(?:\s*\(\s*(?:nol|{NUMBER_WORDS})[^()]{{0,40}}\))?(?:\s*rupiah)?",
    re.IGNORECASE,
)
NAMED = compiled(
    rf"(?<![\w.,/])(?:(?P<number>{_DIGITS}){_SCALE}{_TAIL}(?:\s*\([^()]{{1,60}}\))?\s*rupiah"
    rf"|(?P<words>{NUMBER_WORDS})\s+rupiah)(?!\w)",
    re.IGNORECASE,
)
_SCALED = compiled(r"(?<![\w.,/])(?P<number>\d{1,3}(?:[.,]\d)?)\s*(?P<scale>ribu|rb|k|juta|jt)(?!\w)", re.IGNORECASE)
_BARE = compiled(
    r"(?<![\w.,/:()\-])(?P<number>\d{1,3}(?:\.\d{3}){1,4}|\d{1,3}(?:,\d{3}){1,4}|[1-9]\d{2,8})"
    r"(?P<tail>,-+|,00|\.-|,--)?(?![\w/%]|[.,]\d)"
)
_NUMBER_OF = compiled(
    r"(?:nomor|no\.?|tahun|pasal|telp\.?|telepon|telpon|tlp\.?|phone|hp|wa|kode pos|nip|nik|fax|kotak pos|\+\d+)"
    r"\s*[.:]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole rupiah. text: as written. start: its place in the text."""

    text: str
    rupiah: int
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def find_amounts(text: str, *, bare: bool = False) -> tuple[Money, ...]:
    """Amounts of rupiah in the order of the text.

    bare: also numbers without "Rp", as in a tariff column: "9.000,-", "20000". Years and numbers of rules stay out.
    """
    plain = fold_signs(text)
    found: dict[int, Money] = {}
    patterns = (MARKED, NAMED, _SCALED, _BARE) if bare else (MARKED, NAMED)
    taken: list[tuple[int, int]] = []
    for pattern in patterns:
        for m in pattern.finditer(plain):
            if any(m.start() < end and start < m.end() for start, end in taken):
                continue
            rupiah = _rupiah(m, plain, sure=pattern is not _BARE)
            if rupiah is not None:
                taken.append((m.start(), m.end()))
                found[m.start()] = Money(text[m.start() : m.end()], rupiah, m.start())
    return tuple(found[k] for k in sorted(found))


def _rupiah(m: re.Match[str], plain: str, *, sure: bool) -> int | None:
    parts = m.groupdict()
    if parts.get("words"):
        return number_of_words(parts["words"])
    digits = parts["number"].replace(" ", "")
    scale = _MANY[parts["scale"].lower()] if parts.get("scale") else 1
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits)
    if grouped:
        whole = int(re.sub(r"[.,]", "", digits))
    else:
        value, _, cents = digits.replace(",", ".").partition(".")
        whole = int(value)
        if scale > 1 and cents:
            return round(float(f"{value}.{cents}") * scale)
    if not sure and (
        not _plausible(whole, bool(grouped or m["tail"])) or _NUMBER_OF.search(plain, max(0, m.start() - 12), m.start())
    ):
        return None
    return whole * scale


def _plausible(whole: int, written_as_money: bool) -> bool:
    """Whether a number without "Rp" can be an amount: no year, no small count."""
    return 500 <= whole <= 10**9 and (written_as_money or not 1900 <= whole <= 2100)
