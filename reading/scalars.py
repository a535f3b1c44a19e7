"""Time and fee of a service: under their labels, and in running text where the words around say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import Sentence, say
from reading.durations import norm_of_time
from reading.fees import Fee, FeeKind, find_fee
from reading.gated import Root, compiled
from reading.judged import Judged
from reading.label_rules import is_link
from reading.lists import label_only
from reading.money import MARKED, NAMED
from reading.parts import Part
from reading.vocabulary import fold_signs, pattern

_A_TIME = (
    compiled(
        r"\d\)?\s*(?:\([^()]{1,40}\)\s*)?(?:[-–x]\s*\d+\s*)?(?:menit|mnt|jam|hari|hri|minggu|pekan|bulan|bln|day|hour"
        r"|minute|week)",
        re.I,
    ),
    compiled(r"\b(?:satu|dua|tiga|empat|lima|enam|tujuh|sepuluh)\)?\s*(?:jam|hari|menit|minggu|bulan)", re.I),
    compiled(r"\bse(?:hari|jam)\b|langsung|ditunggu", re.I),
    compiled(r"hari\s+itu|hari\s+yang\s+sama", re.I),
)
"""A cheap look before the dear one; apart, because each has words of its own that it needs."""

_ONLY_TIME = compiled(
    r"(?:maks\w*\s+)?\d{1,3}\s*(?:\([\w ]+\)\s*)?(?:[-–]\s*\d+\s*)?(?:menit|jam|hari|minggu|bulan)(?:\s+kerja)?", re.I
)
_MONEY = Root("gratis", "pungut", "biaya", "tarif", "bayar", "free", "rupiah", "idr", "retribusi", "ribu")
_RP = compiled(r"\bR[Pp]|\brp")
_OTHER_MATTER = compiled(
    r"pengaduan|aduan|keluhan|kompensasi|tanggapan|lapor\b|kuesioner|kuisioner|survei|survey|pengembangan aplikasi",
    re.I,
)  # a time in running text that belongs to something else than the service
_COPIES = compiled(r"penggandaan|perekaman|salinan|fotokopi", re.I)
"""Information is free, its copies are paid for: the fee is told."""

_TORN = compiled(r"\[\s*(?:…|\.{3})\s*\]|^\s*(?:…|\.{3}).*(?:…|\.{3})\s*$")
"""A piece of another page, as in a list of search results."""

_UNITS = Root(
    "menit",
    "mnt",
    "jam",
    "hari",
    "hri",
    "minggu",
    "pekan",
    "bulan",
    "bln",
    "langsung",
    "ditunggu",
    "day",
    "hour",
    "minute",
    "week",
)
_PRICE = compiled(r"\b\d{1,3}(?:\.\d{3})+\s?[.,]?\s?-")
_NAME_OF_PAPER = compiled(r"(?:surat\s+)?(?:per)?nyata(?:an|kan)\b[^.\n]{0,60}$", re.I)


def judge_time(part: Part) -> Judged | None:
    """Jangka waktu penyelesaian under its own label: a number with a unit, or why there is none."""
    weaker: Judged | None = None
    for block, text in _texts(part):
        norm = norm_of_time(text, field=True)
        if norm is None:
            continue
        if norm.clear:
            says = say("Jangka waktu penyelesaian tertulis: {time}.", time=norm.durations[0].text)
            return Judged(Topic.COMPLETION_TIME, Grade.CLEAR, says, ((block, norm.text),), norm)
        weaker = weaker or _no_time(block, norm.text, norm.reason, norm)
    return weaker or label_only(part, Topic.COMPLETION_TIME, "Jangka waktu penyelesaian")


def _no_time(block: Block, text: str, reason: str, value: object) -> Judged:
    why = {
        "conditional": 'Waktu penyelesaian hanya disebut bersyarat ("{text}"), tanpa angka.',
        "office_hours": 'Yang tertulis jam layanan ("{text}"), bukan jangka waktu penyelesaian.',
        "around_the_clock": 'Yang tertulis jam buka ("{text}"), bukan jangka waktu penyelesaian.',
        "validity": 'Yang tertulis masa berlaku ("{text}"), bukan jangka waktu penyelesaian.',
    }
    grade = Grade.PARTIAL if reason == "conditional" else Grade.NAMED
    says = say(why.get(reason, why["conditional"]), text=text[:120])
    return Judged(Topic.COMPLETION_TIME, grade, says, ((block, text),), value, reason)


def judge_fee(part: Part) -> Judged | None:
    """Biaya/tarif under its own label: an amount, a tariff table or "free", or why it does not tell."""
    weaker: Judged | None = None
    amounts = 0
    for block, text in _texts(part):
        fee = find_fee(text, field=True)
        if fee is None or _named_in_link(part, block):
            continue
        if fee.clear or (fee.kind is FeeKind.SOME_FREE and _COPIES.search(text)):
            return Judged(Topic.FEE, Grade.CLEAR, _fee_says(fee), ((block, fee.text),), fee)
        amounts += 1
        weaker = weaker or Judged(Topic.FEE, Grade.PARTIAL, _fee_says(fee), ((block, fee.text),), fee, fee.kind.value)
    return weaker or label_only(part, Topic.FEE, "Biaya/tarif")


def _fee_says(fee: Fee) -> Sentence:
    text = fee.text[:120]
    match fee.kind:
        case FeeKind.FREE:
            return say('Layanan dinyatakan tanpa biaya ("{text}").', text=text)
        case FeeKind.AMOUNT:
            return say("Besaran biaya tertulis: {text}.", text=text)
        case FeeKind.TARIFF_TABLE:
            return say("Tarif tertulis untuk {n} besaran, antara lain {text}.", n=len(fee.amounts), text=text)
        case FeeKind.SOME_FREE:
            return say("Gratis hanya untuk sebagian pengguna; biaya bagi yang lain tidak tertulis.")
        case FeeKind.REGULATION_ONLY:
            return say('Biaya hanya merujuk peraturan ("{text}"); besarannya tidak tertulis.', text=text)
        case FeeKind.CONDITIONAL:
            return say('Biaya hanya disebut cara menghitungnya ("{text}"), tanpa besaran.', text=text)


def stray_time(part: Part) -> Judged | None:
    """A time norm outside a field of its own: "Estimasi: 1-2 hari kerja" at the end of a list."""
    if not _UNITS.stands_in(part.text):
        return None
    cues = pattern("time_cues", "time_cues_weak")
    for block, text in _texts(part):
        if not _UNITS.stands_in(text):
            continue
        alone = len(text) <= 30 and bool(_ONLY_TIME.fullmatch(text.strip(" .:")))
        if not alone and not (any(t.search(text) for t in _A_TIME) and cues.search(text)):
            continue
        norm = norm_of_time(text, field=alone)
        if norm is not None and norm.clear and not _OTHER_MATTER.search(text):
            says = say("Jangka waktu penyelesaian tertulis: {time}.", time=norm.durations[0].text)
            return Judged(Topic.COMPLETION_TIME, Grade.CLEAR, says, ((block, norm.text),), norm)
    return None


def stray_fee(part: Part) -> Judged | None:
    """A fee outside a field of its own: "Seluruh pelayanan GRATIS" in a note, or prices beside names."""
    if not (_MONEY.stands_in(part.text) or _RP.search(part.text) or "000" in part.text):
        return None
    prices = len(_PRICE.findall(part.text)) >= 2  # a list of prices, written as prices are: "15.000,-"
    if not prices and (amounts := _amounts_below_names(part)) is not None:
        return amounts
    for block, text in _texts(part):
        if prices and _PRICE.search(text) and (listed := find_fee(part.text, field=True)) and listed.clear:
            return Judged(Topic.FEE, Grade.CLEAR, _fee_says(listed), ((block, ""),), listed)
        if not (_MONEY.stands_in(text) or _RP.search(text)) or is_link(block) or _TORN.search(text):
            continue
        if not _states_fee(text):
            continue
        alone = part.component != "requirements" and bool(pattern("free", "free_weak").fullmatch(text.strip(" .!:")))
        fee = find_fee(text, field=alone or bool(_FOR_WHOM.match(text)))
        told = fee is not None and (fee.clear or (fee.kind is FeeKind.SOME_FREE and bool(_COPIES.search(text))))
        if fee is None or not told or (block.text == part.label and _is_name(fee, text)):
            continue
        if not _NAME_OF_PAPER.search(text[: max(0, text.find(fee.text))]):
            return Judged(Topic.FEE, Grade.CLEAR, _fee_says(fee), ((block, fee.text),), fee)
    return None


def _states_fee(text: str) -> bool:
    """Whether an amount or a word for "free" stands there; a fee told by a rule alone counts only in its field."""
    if pattern("free", "free_weak").search(text):
        return True
    plain = fold_signs(text)
    return bool(MARKED.search(plain) or NAMED.search(plain))


_FOR_WHOM = compiled(  # "Gratis: jika akad nikah dilaksanakan di kantor"
    r"(?:gratis|rp\s*\.?\s*\d[\d.]*(?:,-+|,00)?)\s*(?:\([^()]{1,20}\)\s*)?:\s*(?:jika|apabila|bila|bagi|untuk)\b", re.I
)


def _amounts_below_names(part: Part) -> Judged | None:
    """At least three lines that end in an amount, or are only one, under the name of a service or of tariffs."""
    alone = [b for b in part.blocks if b.kind is not BlockKind.ROW and _ONLY_RP.fullmatch(b.text)]
    if len(alone) < _LIST_OF_PRICES or 3 * len(alone) < len(part.blocks):
        return None
    about = "\n".join((part.label, *part.headings[-2:]))
    if not pattern("fee_cues", "service_words").search(about) or _NO_FEES.search(about):
        return None
    fee = find_fee("\n".join(b.text for b in alone), field=True)
    return Judged(Topic.FEE, Grade.CLEAR, _fee_says(fee), ((alone[0], ""),), fee) if fee and fee.clear else None


_LIST_OF_PRICES = 3
_ONLY_RP = compiled(r"[^\d:;.]{0,80}[:=]?\s*\bRp\s*\.?\s*\d[\d.,]*(?:,-+)?\W*", re.I)
_NO_FEES = compiled(r"anggaran|realisasi|pagu|belanja|target|pendapatan|harga|produk", re.I)


def _is_name(fee: Fee, heading: str) -> bool:
    """Whether "gratis" is only a word of a heading: "Biaya Layanan (Gratis)" in a list of pages."""
    return bool(pattern("free_weak").fullmatch(fee.text)) and fee.text != heading.strip(" .!:")


def _named_in_link(part: Part, block: Block) -> bool:
    """Whether label and value together are the words of a link: "Biaya Layanan (Gratis)" in a list of pages."""
    return is_link(block) and any(part.label in link.text and block.text in link.text for link in block.links)


def _texts(part: Part) -> Iterator[tuple[Block, str]]:
    for block in part.blocks:
        if block.kind is BlockKind.ROW:
            yield block, " ".join(" ".join(c.split()) for c in block.cells if c.strip())
        elif block.kind is not BlockKind.IMAGE:
            yield block, block.text


A_TIME = (_ONLY_TIME, *_A_TIME)
A_FEE = (pattern("free", "free_weak"), MARKED, NAMED, _FOR_WHOM, _ONLY_RP, _PRICE)
"""One of these matches where a time or a fee stands outside a field of its own."""
