"""Biaya/tarif: what a service costs, or that it is free."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from reading.context import clause_after, clause_before, sentence_around
from reading.gated import compiled
from reading.money import Money, find_amounts
from reading.vocabulary import normalise, pattern, words

TABLE_SIZE = 3
"""From so many different amounts on, a text is a tariff table."""


class FeeKind(StrEnum):
    FREE = "free"  # gratis
    AMOUNT = "amount"
    TARIFF_TABLE = "tariff_table"
    REGULATION_ONLY = "regulation_only"  # "sesuai Perda": the tariff itself is not told
    SOME_FREE = "some_free"  # free for some, and the others are not told what they pay
    CONDITIONAL = "conditional"  # a way to compute it, or "tergantung", without an amount


@dataclass(frozen=True, slots=True)
class Fee:
    """What a text says about the cost of a service.

    text: words as written, at most 300 characters. amounts: different amounts in rupiah, as ordered in the text, free
    ones (0) left out. also_free: the words that say that some pay nothing, beside an amount.
    """

    kind: FeeKind
    text: str
    amounts: tuple[int, ...] = ()
    also_free: str = ""

    @property
    def clear(self) -> bool:
        """Whether a citizen knows what to pay."""
        return self.kind in (FeeKind.FREE, FeeKind.AMOUNT, FeeKind.TARIFF_TABLE)


_NOTHING = re.compile(r"[\s\-–—_.:;,/|]*(?:rp\.?)?[\s\-–—_.:;,/|]*", re.IGNORECASE)
_ZERO = compiled(r"(?:^|[:\s])(?:rp\s*[.,]?\s*)?0(?:[.,]-+|[.,]00)?\s*$", re.IGNORECASE)  # "Tarif: 0"
_PERCENT = compiled(r"(?<!\d)\d{1,3}(?:[.,]\d+)?\s*%(?!\s*(?:gratis|free))\s*(?:x|dari|\(|per)?", re.IGNORECASE)
_NEGATED = compiled(r"(?:tidak|bukan|belum)\s+(?:\w+\s+)?$", re.IGNORECASE)
_IF = compiled(
    r"(?:termasuk\s+)?(?:bila|apabila|jika|kalau)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)  # "termasuk bila biayanya gratis"
_FOR_ALL = compiled(r"(?:untuk|bagi|kepada)\s+(?:masyarakat\s+|warga\s+)?umum|masyarakat umum", re.IGNORECASE)
_STAMP_BEHIND = compiled(r"\s*[,(]?\s*(?:untuk\s+)?(?:\w+\s+)?(?:ber)?m[ae]terai", re.IGNORECASE)
_SOME = compiled(r"\b(?:beberapa|sebagian)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)  # "Beberapa izin gratis"
_ASK = compiled(r"(?:apakah|berapa)\b[^?]*\?", re.IGNORECASE)


def find_fee(text: str, *, field: bool = False) -> Fee | None:
    """The fee that a text names. None when it names none.

    field: the text is known to be about the fee (a cell beside "Biaya/Tarif"); else words around must say so.
    """
    if _NOTHING.fullmatch(text):
        return None
    free = _free_words(text, field)
    money = [m for m in find_amounts(text, bare=field) if _is_fee(text, m, field)]
    if not free:
        free = next((m.text for m in money if m.rupiah == 0), "")
    amounts = tuple(dict.fromkeys(m.rupiah for m in money if m.rupiah))
    if amounts:
        kind = FeeKind.TARIFF_TABLE if len(amounts) >= TABLE_SIZE else FeeKind.AMOUNT
        return Fee(kind, _around(text, next(m for m in money if m.rupiah)), amounts, free)
    if free:
        return Fee(FeeKind.SOME_FREE if _only_for_some(text, free) else FeeKind.FREE, free)
    return _without_amount(text, field)


def _free_words(text: str, field: bool) -> str:
    """The words that say "free", or ""."""
    if field and normalise(text).strip(" .:;,-()") in _free_answers():
        return text.strip()
    if field and (paid := pattern("free_by_budget").search(text) or _ZERO.search(text)):
        return paid.group().strip()
    others = [m.span() for m in pattern("free_other").finditer(text)]
    for found in pattern("free", "free_weak").finditer(text):
        if any(start < found.end() and found.start() < end for start, end in others):
            continue
        denied = _NEGATED.search(text, max(0, found.start() - 20), found.start())
        if denied and not found.group().lower().startswith("tidak"):
            continue
        if (supposed := _IF.search(text, max(0, found.start() - 40), found.start())) and (
            not field or supposed.group().lower().startswith("termasuk")
        ):
            continue
        if field or not pattern("free_weak").fullmatch(found.group()) or _speaks_of_service(text, found):
            return found.group()
    return ""


@cache
def _free_answers() -> frozenset[str]:
    return frozenset(normalise(w).strip(" -") for w in words("free_in_field"))


def _speaks_of_service(text: str, found: re.Match[str]) -> bool:
    around = sentence_around(text, found.start(), found.end(), 80)
    return bool(pattern("fee_cues", "service_words").search(around))


def _is_fee(text: str, money: Money, field: bool) -> bool:
    before = clause_before(text, money.start)
    after = clause_after(text, money.end, 30)
    if pattern("fee_other").search(before) or _STAMP_BEHIND.match(after):
        return False
    return field or bool(pattern("fee_cues").search(before) or pattern("fee_cues").search(after))


def _only_for_some(text: str, free: str) -> bool:
    """Whether the words "free" reach only some payers, while others are left without an amount."""
    at = text.index(free)
    if _SOME.search(text, max(0, at - 40), at):
        return True
    around = _FOR_ALL.sub(" ", sentence_around(text, at, at + len(free), 200))
    others = pattern("free", "free_weak").sub(" ", around)
    return bool(pattern("payer_insured").search(others) or pattern("payer_rest", "paid_words").search(others))


def _without_amount(text: str, field: bool) -> Fee | None:
    if not field and not pattern("fee_cues").search(text):
        return None
    if field:
        computed = pattern("fee_conditional").search(text) or _PERCENT.search(text)
        by_rule = pattern("fee_regulation").search(text)
    else:
        # In running text a rule is about the fee only when it stands right behind it.
        by_rule = next((m for m in pattern("fee_regulation").finditer(text) if _fee_before(text, m)), None)
        computed = next((m for m in pattern("fee_conditional").finditer(text) if _fee_before(text, m)), None)
    if computed and (not by_rule or computed.start() < by_rule.start()):
        return Fee(FeeKind.CONDITIONAL, _clip(text, computed.start()))
    if by_rule:
        return Fee(FeeKind.REGULATION_ONLY, _clip(text, by_rule.start()))
    paid = pattern("paid_words").search(text) if field else None
    if paid and not _ASK.search(text):
        return Fee(FeeKind.CONDITIONAL, _clip(text, paid.start()))
    return None


def _fee_before(text: str, found: re.Match[str]) -> bool:
    return bool(pattern("fee_cues").search(clause_before(text, found.start(), 50)))


def _around(text: str, money: Money) -> str:
    before = clause_before(text, money.start, 60).lstrip()
    start = money.start - len(before)
    return text[start : money.end].strip()


def _clip(text: str, at: int) -> str:
    start = at - len(clause_before(text, at, 60))
    return text[start : start + 200].strip()
