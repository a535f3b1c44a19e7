"""Maklumat pelayanan: the agency's own commitment, in the first person."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.dates import MONTH
from reading.gated import compiled
from reading.vocabulary import pattern

_SPACES = re.compile(r"\s+")
_PERSON = compiled(
    r"\b(?:kam[il1]|saya|dengan\s+ini|pimpinan\s+dan\s+seluruh|seluruh\s+(?:pegawai|aparatur|jajaran|karyawan))\b",
    re.IGNORECASE,
)
_SIGNER = compiled(
    r"(?:(?:plt\.?|pj\.?|a\.n\.?)\s+)?(?<!\w)(?:kepala|camat|lurah|bupati|wali\s?kota|gubernur|direktur|sekretaris|inspektur|ketua"
    r"|wali\s+nagari|menteri)(?!\w)[^.;:!?]{0,90}?\s*,?\s*(?:(?:ttd|nip)\b.{0,80}|$)",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:[Dd]r[sa]?|Ir|Hj?|Prof)\.\s*[A-Z][\w'. ]+"
    r"|[A-Z][\w'. ]{4,40},\s*(?:S\.?\s?[A-Z]|M\.?\s?[A-Z]|A\.?P|SE\b|SH\b|ST\b)[\w.,\s]{0,30}"
)
_PLACE_DATE = compiled(
    rf"(?-i:[A-Z])[\w ]{{2,30}},\s*(?:tanggal\s*)?\d{{0,2}}\s*{MONTH}\s*\d{{4}}|ditetapkan\s+di\s+\w+[\w ]{{0,30}}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pledge:
    """A service pledge. text: the words of the commitment, at most 300 characters.

    willing: it says that the agency is able and willing to follow its standard. improvement: it promises to improve.
    sanction: it accepts sanctions. signer, place_date: as written, or "". trap: "definition" when the text tells what
    a pledge is, "slogan" when it promises good service without naming a standard, a duty or a sanction, else "".
    """

    text: str
    willing: bool
    improvement: bool
    sanction: bool
    signer: str = ""
    place_date: str = ""
    trap: str = ""

    @property
    def clear(self) -> bool:
        return not self.trap


def find_pledge(text: str) -> Pledge | None:
    """The pledge in a text (a page, a section or the words of a picture). None when nothing is promised or defined."""
    flat = _SPACES.sub(" ", text)
    willing = _commitment(flat)
    defined = pattern("pledge_definition").search(flat)
    if willing is None:
        return Pledge(_quote(flat, defined.start()), False, False, False, trap="definition") if defined else None
    after = flat[willing.start() : willing.start() + 900]
    improvement = bool(pattern("pledge_improvement").search(after))
    sanction = bool(pattern("pledge_sanction").search(after))
    strong = improvement or sanction or bool(_OF_STANDARD.search(flat, willing.start(), willing.start() + 400))
    trap = ""
    if not strong:
        trap = "slogan"
    elif defined and defined.start() < willing.start() and not _says_we(flat, willing):
        trap = "definition"
    place = _PLACE_DATE.search(after)
    return Pledge(
        _quote(flat, _start(flat, willing)),
        True,
        improvement,
        sanction,
        _signer(after),
        place.group().strip() if place else "",
        trap,
    )


_OF_STANDARD = compiled(
    r"standa[rt]\w*(?:\s+operasional)?\s+(?:pelayanan|layanan|prosedur|minimal|yang)|\bSOP\b|peraturan\s+perundang"
    r"|ketentuan\s+(?:yang\s+)?berlaku"
    # the solemn form, even where the picture or the quotation ends before the standard is named
    r"|menyatakan\s+(?:\w+\s+)?(?:sanggup|siap|bersedia)|berjanji\s+dan\s+sanggup"
    r"|sanggup\s+(?:untuk\s+|dan\s+siap\s+)?(?:menyeleng|melaksana)",
    re.IGNORECASE,
)
_SANGGUP = compiled(
    r"(?<!\w)(?:s[ae4]ng+[uo][pb]|menyat[ae]kan\s+s[il1]ap)(?!\w)", re.IGNORECASE
)  # as OCR spells it too


def _commitment(flat: str) -> re.Match[str] | None:
    """Where the promise itself stands: words of willingness near a first person."""
    for m in (*pattern("pledge_willing").finditer(flat), *_SANGGUP.finditer(flat)):
        around = flat[max(0, m.start() - 160) : m.end() + 80]
        if not _SERVING.search(flat, m.start(), m.end() + 140):
            continue  # someone else's promise: "menyatakan sanggup menaati peraturan lomba"
        titled = _TITLE.search(flat, max(0, m.start() - 300), m.start()) and not pattern("pledge_definition").search(
            flat
        )
        if (titled or _PERSON.search(around)) and not _REPORTED.search(flat[max(0, m.start() - 60) : m.start()]):
            return m
    return None


_SERVING = compiled(r"melayani|(?:pe)?layanan|standa[rt]", re.IGNORECASE)
_TITLE = compiled(r"maklumat|janji\s+(?:pe)?layanan", re.IGNORECASE)
_REPORTED = compiled(
    r"(?:\bkata\b|ujar|tutur|menurut|mengatakan|menegaskan|harus|wajib|penyelenggara\s+(?:untuk|yang)|pernyataan\s+kesanggupan"
    r"|berisi|memuat)[^.]*$",
    re.IGNORECASE,
)


def _says_we(flat: str, willing: re.Match[str]) -> bool:
    near = flat[max(0, willing.start() - 60) : willing.end() + 30]
    return bool(re.search(r"\bkami\b|dengan\s+ini", near, re.IGNORECASE))


def _start(flat: str, willing: re.Match[str]) -> int:
    lead = re.search(r"(?:dengan\s+ini|kami|saya)\b[^.:;]{0,60}$", flat[: willing.start()], re.IGNORECASE)
    return lead.start() if lead else willing.start()


def _signer(after: str) -> str:
    """Name or post under the pledge, looked for behind its last promise."""
    tail = after[-500:] if len(after) > 500 else after[120:]
    name, post = _DEGREE.search(tail), _SIGNER.search(tail)
    if name:
        return name.group().strip(" ,.")[:80]
    return post.group().strip(" ,.")[:80] if post else ""


def _quote(flat: str, start: int) -> str:
    return flat[start : start + 300].strip()
