"""Dasar hukum: regulations named in text, and the decree that sets a service standard."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reading.gated import compiled
from reading.vocabulary import fold_signs, pairs, pattern

_KINDS = pairs("regulation_kinds")
_KIND = "|".join(re.escape(k).replace(r"\ ", r"[\s-]+") for k in sorted(_KINDS, key=len, reverse=True))
_ISSUER = r"(?:\s+(?!nomor\b|no\b|tahun\b|tentang\b|pasal\b)[\w.,()/&\-]+){0,14}?"
_NUMBER = r"(?:[:.]?\s*(?:nomor|no|nmr|number)\s*[.:]?\s*|\s+(?=\d))(?P<number>[\w.]*\d[\w./\-]*(?:\s?/\s?[\w.\-]+)*)"
_YEAR = r"(?:[\s,]*(?:tahun|thn|th\.?)\s*[:.]?\s*(?P<year>(?:19|20)\d\d))?"
# Looked at without being taken up, so that a regulation behind it on the same line is found too.
_TITLE = r"(?:(?=[\s,:.]*tentang\s+(?P<title>[^;]{4,220})))?"
_REGULATION = compiled(rf"(?<![\w])(?P<kind>{_KIND})(?!\w)(?P<issuer>{_ISSUER}){_NUMBER}{_YEAR}{_TITLE}", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_ANY_YEAR = compiled(r"(?<!\d)(?:19[4-9]\d|20[0-4]\d)(?!\d)")
_TITLE_END = re.compile(
    r"(?<=[a-z]{3})\.(?:\s|$)|\s+(?:\d{1,2}|[a-z])[.)]\s|\s\((?:lembaran|berita|tambahan)"
    r"|,\s*(?:sebagaimana|lembaran|tambahan)"
    r"|\n\s*\n|\n(?=\s*(?:\W|undang|peraturan|keputusan|per(?:da|bup|wal|pres)|pp\b|uu\b))"
    r"|(?-i:(?<!atas )(?<!dari )(?<!ksanaan )(?<!tentang )\b"
    r"(?=(?:Undang|Peraturan|Keputusan|Permen\w*|PP|UU|Perda)\b[^;]{3,60}?\d))",
    re.IGNORECASE,
)
_STANDARD = compiled(r"standar[dt]?\s+(?:operasional\s+)?(?:pelayanan|layanan|prosedur)|maklumat", re.IGNORECASE)
_OWN = frozenset({"decree", "mayor_decree"})
_BARE_DECREE = compiled(
    r"(?:no(?:mor|\.)?\s*sk|sk\s*(?:no(?:mor)?\.?|penetapan)|nomor\s+(?:surat\s+)?keputusan)\s*[.:]*\s*"
    r"(?P<number>[\w.]*\d[\w./\-]{2,40})",
    re.IGNORECASE,
)

RECENT_YEARS = 3
"""A decree of a standard that is older than this many years should be looked at again."""


@dataclass(frozen=True, slots=True)
class Regulation:
    """A regulation or decree. text: as written. kind: one of the meanings in the vocabulary, e.g. "law", "decree".

    number: as written, e.g. "060/U/2002". year: 0 when the text gives none. title: what stands after "tentang", or "".
    organisational: it orders the agency itself (structure, duties), and is no basis of a service.
    """

    text: str
    kind: str
    number: str
    year: int
    title: str = ""
    organisational: bool = False


@dataclass(frozen=True, slots=True)
class Decree:
    """The decree that sets a service standard (SK penetapan standar pelayanan). year: 0 when not told."""

    text: str
    number: str
    year: int
    title: str = ""

    def older_than_three_years(self, reference_year: int) -> bool:
        """Whether it is too old in a given year. False when its year is not known."""
        return bool(self.year) and reference_year - self.year > RECENT_YEARS


def find_regulations(text: str) -> tuple[Regulation, ...]:
    """Regulations with a number, in the order of the text, without repeats."""
    found: dict[tuple[str, str, int], Regulation] = {}
    for m in _REGULATION.finditer(fold_signs(text)):
        regulation = _regulation(text, m)
        if regulation:
            found.setdefault((regulation.kind, regulation.number.lower(), regulation.year), regulation)
    return tuple(found.values())


def find_legal_basis(text: str) -> tuple[Regulation, ...]:
    """Regulations that can be the basis of a service: those on the agency's own organisation are left out."""
    return tuple(r for r in find_regulations(text) if not r.organisational)


def find_decree(text: str) -> Decree | None:
    """The decree that sets the standard: a decree on "standar pelayanan", or one that the text calls "No. SK"."""
    for regulation in find_regulations(text):
        if regulation.kind in _OWN and _STANDARD.search(regulation.text):
            return Decree(regulation.text, regulation.number, regulation.year, regulation.title)
    bare = _BARE_DECREE.search(fold_signs(text))
    if bare:
        year = _ANY_YEAR.findall(text[bare.start() : bare.end() + 30])
        return Decree(text[bare.start() : bare.end()], bare["number"].rstrip(".,"), int(year[-1]) if year else 0)
    return None


def _regulation(text: str, m: re.Match[str]) -> Regulation | None:
    number = m["number"].rstrip(".,-/")
    if not any(c.isdigit() for c in number):
        return None
    kind = _KINDS[re.sub(r"[\s-]+", " ", m["kind"].lower())]
    title = m["title"] or ""
    stop = _TITLE_END.search(title)
    if stop:
        title = title[: stop.start()]
    year = int(m["year"]) if m["year"] else _year_in(number)
    # "PP 12", "5 km 2": a bare number behind a short name is a regulation only with its year or title.
    if not (year or title or re.search(r"\b(?:nomor|no)\b", m.group(), re.IGNORECASE)):
        return None
    title = _SPACES.sub(" ", title).strip(" ,.:")
    end = m.start("title") + len(m["title"][: stop.start()] if stop else m["title"]) if m["title"] else m.end()
    written = _SPACES.sub(" ", text[m.start() : end]).strip(" ,.:")
    return Regulation(written[:300], kind, number, year, title, bool(pattern("organisational_rules").search(title)))


def _year_in(number: str) -> int:
    years = _ANY_YEAR.findall(number)
    return int(years[-1]) if years and re.search(r"\W", number) else 0
