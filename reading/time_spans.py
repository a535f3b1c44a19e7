"""Lengths of time in text: "3 (tiga) hari kerja", "1 x 24 jam", "setengah jam"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.gated import compiled
from reading.number_words import NUMBER_WORDS, number_of_words
from reading.vocabulary import fold_signs, pairs

_UNITS = pairs("time_units")
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_NUMBER = (
    r"(?:(?<![\d.,:/])\d{1,3}(?:[.,]\d)?(?!\d)(?!\.\d)"
    rf"|(?<!\w){NUMBER_WORDS}(?!\w)(?:\s+setengah)?|(?<!\w)setengah)"
)
_ASIDE = r"(?:\s*\(\s*[^()\n]{1,40}\)?\s*\))?"
_UPTO = r"\s*(?:-|~|/|s\s*[/.]\s*d\.?|sd\.?|sampai(?:\s+dengan)?|hingga|to)\s*"
_DURATION = compiled(
    rf"(?P<low>{_NUMBER}){_ASIDE}(?:\s*(?P<low_unit>{_UNIT})(?=\s*(?:-|s\s*[/.]|sd\b|sampai|hingga)))?"
    rf"(?:{_UPTO}(?P<high>{_NUMBER}){_ASIDE})?"
    rf"(?:\s*[x*]\s*(?P<times>24|1))?\s*(?P<before>(?:working|business|calendar)\s+)?(?P<unit>{_UNIT})(?-i:(?![a-z]))"
    r"(?P<days>\s*\(?\s*(?:kerja|kalender|efektif|working|calendar))?\)?"
    r"(?:\s*(?:/|\bper\b|untuk setiap|untuk tiap|setiap|tiap)\s*(?P<per>[a-z]{3,20}))?",
    re.IGNORECASE,
)
_ONE = compiled(r"(?<!\w)se(?P<unit>hari|jam|minggu|bulan|pekan|menit)(?!\w)(?P<days>\s+kerja)?", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:(?:paling\s+(?:lambat|lama|cepat)|selambat\S*|maks(?:imal|imum|\.)?|kurang\s+lebih|kurang\s+dari|rata-rata|"
    r"estimasi|sekitar|±|≤|<=|<|\+/-|>)\s*)+$",
    re.IGNORECASE,
)
_CONDITION = compiled(
    r"\s*,?\s*\(?\s*(?:setelah|sejak|terhitung|apabila|jika|bila|dengan (?:catatan|ketentuan)|tergantung|sesudah"
    r"|dari|after)\b"
    r"[^.;\n\d]{0,140}",
    re.IGNORECASE,
)
_CALLED_NUMBER = compiled(
    r"(?:nomor|no\.?|pasal|ayat|angka|huruf|bab|kelas|tanggal|tgl\.?|rt|rw|jam|pukul)\s*:?\s*$", re.IGNORECASE
)
_YEAR_FOLLOWS = compiled(r"\s*(?:ke-?\s*)?(?:19|20)\d\d")
_OF_WEEK = compiled(
    r"\s*(?:dalam|per|/|tiap)?\s*(?:se)?minggu(?!\w)|\s*(?:dalam\s+)?(?:sebulan|setahun|sehari)(?!\w)|\s+(?:sekali|ke\s+depan)",
    re.IGNORECASE,
)
_HOW_OFTEN = compiled(r"(?:\d\s*(?:x|kali)?|kali|per|dalam|setiap|tiap|hari|jam)\s*$", re.IGNORECASE)
_AND_MINUTES = compiled(rf"\s*(?:dan\s+)?(?P<number>\d{{1,2}}|{NUMBER_WORDS}){_ASIDE}\s*menit(?!\w)", re.IGNORECASE)
_SMALLER = {
    "jam": ("menit", 60),
    "hari": ("jam", 24),
    "minggu": ("hari", 7),
    "bulan": ("hari", 30),
    "tahun": ("bulan", 12),
}


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something takes. text: as written. low, high: whole numbers of unit (menit, jam, hari, minggu, ...).

    working_days: True for "hari kerja", False for calendar days, None when the text does not say. conditional: the
    words that start or restrict it ("setelah berkas lengkap"), or "". per_case: "orang" in "5 menit/orang", or "".
    """

    text: str
    low: int
    high: int
    unit: str
    working_days: bool | None = None
    conditional: str = ""
    per_case: str = ""


def find_durations(text: str) -> tuple[Duration, ...]:
    """All lengths of time in a text, whatever they are about. Numbers of rules, ages of law and dates are left out."""
    return tuple(d for d, _, _ in located_durations(text))


def located_durations(text: str) -> list[tuple[Duration, int, int]]:
    """The same with their places in the text, from first to last letter."""
    plain = fold_signs(text)
    matches = list(_DURATION.finditer(plain))
    if not matches:
        return _single(plain, text)
    found: list[tuple[Duration, int, int]] = []
    taken = 0
    for m in matches:
        one = _duration(text, plain, m) if m.start() >= taken else None
        if one:
            found.append(one)
            # "1 jam dan 30 menit" took the minutes up; a condition takes up nothing
            taken = m.end() if one[0].conditional else one[2]
    return found


def _single(plain: str, text: str) -> list[tuple[Duration, int, int]]:
    return [
        (
            Duration(text[m.start() : m.end()], 1, 1, _UNITS[m["unit"].lower()], True if m["days"] else None),
            m.start(),
            m.end(),
        )
        for m in _ONE.finditer(plain)
        if not _HOW_OFTEN.search(plain[max(0, m.start() - 16) : m.start()])
    ]


def _duration(text: str, plain: str, m: re.Match[str]) -> tuple[Duration, int, int] | None:
    unit = _UNITS[m["unit"].lower()]
    if _CALLED_NUMBER.search(plain, max(0, m.start() - 12), m.start()) or _OF_WEEK.match(plain, m.end()):
        return None
    if unit in ("tahun", "bulan") and _YEAR_FOLLOWS.match(plain, m.end()):
        return None
    low, high = _amount(m["low"]), _amount(m["high"] or m["low"])
    if low is None or high is None or (low == high == 0):
        return None
    low, high, unit, working = _whole(low, high, unit, m)
    about = _ABOUT.search(plain, max(0, m.start() - 40), m.start())
    start, end = about.start() if about else m.start(), m.end()
    more = _AND_MINUTES.match(plain, end) if unit == "jam" else None
    if more:
        minutes = _amount(more["number"]) or 0
        low, high, unit, end = low * 60 + minutes, high * 60 + minutes, "menit", more.end()
    condition = _CONDITION.match(plain, end)
    said = _balanced(text[end : condition.end()].strip(" ,(")) if condition else ""
    end = condition.end() if condition else end
    written = _balanced(text[start:end].strip())
    return Duration(written, int(min(low, high)), int(high), unit, working, said, (m["per"] or "").lower()), start, end


def _balanced(text: str) -> str:
    """Without a closing bracket at the end that nothing opened."""
    return text[:-1].rstrip() if text.endswith(")") and text.count(")") > text.count("(") else text


def _whole(low: float, high: float, unit: str, m: re.Match[str]) -> tuple[float, float, str, bool | None]:
    """Whole numbers: half an hour is 30 minutes, 3 x 24 hours are 3 days, 30 minutes to 1 hour are 30 to 60 minutes."""
    days = (m["days"] or m["before"] or "").strip(" (").lower()
    working = True if days in ("kerja", "efektif", "working", "business") else False if days else None
    if m["times"] == "24" and unit == "jam":
        return low, high, "hari", bool(working)
    first = _UNITS[m["low_unit"].lower()] if m["low_unit"] else unit
    if first != unit:
        same_scale = _SMALLER.get(unit, ("", 0))
        if same_scale[0] != first:
            return high, high, unit, working  # "1 hari s.d. 1 bulan": said by its upper end
        high, unit = high * same_scale[1], first
    if low % 1 or high % 1:
        unit, factor = _SMALLER.get(unit, (unit, 1))
        low, high = round(low * factor), max(1, round(high * factor))
    return low, high, unit, working


def _amount(text: str) -> float | None:
    """A number in digits or words; "setengah" is 0.5."""
    text = text.strip().lower()
    if text[:1].isdigit():
        return float(text.replace(",", "."))
    whole, half, _ = text.partition("setengah")
    if not half:
        return number_of_words(text)
    return (number_of_words(whole) or 0) + 0.5
