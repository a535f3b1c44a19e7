"""Pejabat pengelola pengaduan: who answers for complaints, and how to reach that person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from model.reading import Link
from reading.contacts import Contact, find_contacts, has_own_channel
from reading.gated import compiled
from reading.vocabulary import pattern

_REACH = 260
MOST_PLACES = 25
"""Places in one text that are looked at."""
_NAME = re.compile(
    r"(?:\b(?:bapak|ibu|sdri?\.?|nama\s*:|a\.?n\.?)\s*)?(?P<name>(?:(?:Drs?|Dra|Ir|Hj?|dr|drg|Prof|Apt|Ns)\.\s*)*"
    r"[A-Z][A-Za-z'’]+(?:[ ]+(?:[A-Z]\.|[A-Z][A-Za-z'’]+)){1,4}"
    r"(?:,\s*(?:[A-Z][A-Za-z]*\.\s?){0,3}[A-Z][\w]*\.?(?:\s?[A-Z]\w*\.?){0,3}){0,3})"
)
_DEGREE = re.compile(
    r",\s*(?:A\.?Md|S\.?\s?[A-Z]|M\.?\s?[A-Z]|SE\b|SH\b|ST\b|MM\b|SKM\b|AP\b)|(?:\b(?:Drs?|Dra|Ir|Hj?|dr|drg)\.\s)"
)
_TITLED = compiled(r"(?:nama|bapak|ibu|sdr\.?|sdri\.?)\s*:?\s*$", re.IGNORECASE)
_NOT_NAMES = compiled(
    r"\b(?:Dinas|Badan|Kantor|Pelayanan|Layanan|Pengaduan|Kabupaten|Kota|Provinsi|Kecamatan|Kelurahan|Bidang|Seksi|Informasi|"
    r"Kepala|Petugas|Pejabat|Jalan|Nomor|Telepon|Email|Alamat|Jabatan|Unit|Sarana|Standar|Republik|Peraturan|Masyarakat|Publik|Tim|Admin|Senin|Jam|Whatsapp|WhatsApp|Hari)\b"
)


@dataclass(frozen=True, slots=True)
class ComplaintOfficer:
    """Who manages complaints. name: of the person, or "". post: as written, or "". contacts: that stand beside."""

    text: str
    name: str
    post: str
    contacts: tuple[Contact, ...]

    @property
    def clear(self) -> bool:
        """Whether a citizen knows both whom to turn to and how (UU 25/2009 art. 36)."""
        return bool(self.name or self.post) and has_own_channel(self.contacts)


def find_officer(text: str, links: Iterable[Link] = ()) -> ComplaintOfficer | None:
    """The officer that a text names as managing complaints, the fullest one. None when none is named."""
    links = tuple(links)
    found = [_officer(text, m, links) for m in islice(pattern("officer_roles").finditer(text), MOST_PLACES)]
    return max((f for f in found if f), key=lambda o: (o.clear, bool(o.name), bool(o.contacts)), default=None)


def _officer(text: str, role: re.Match[str], links: tuple[Link, ...]) -> ComplaintOfficer | None:
    area = text[role.start() : role.end() + _REACH]
    behind = text[role.end() : role.end() + _REACH]
    name = _person(behind)
    post = pattern("officer_posts").search(behind)
    contacts = find_contacts(area, links)
    if not (name or post):
        return None
    last = max((behind.find(w) + len(w) for w in (name, post.group() if post else "") if w), default=0)
    return ComplaintOfficer(
        text[role.start() : role.end() + last].strip()[:300], name, post.group() if post else "", contacts
    )


def _person(text: str) -> str:
    """A person's name: with a degree, or behind "Nama"."""
    for m in _NAME.finditer(text):
        name = m["name"]
        titled = _TITLED.search(text[: m.start("name")])
        if (_DEGREE.search(name) or titled) and not _NOT_NAMES.search(name):
            return name.strip(" ,")
    return ""
