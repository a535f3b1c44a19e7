"""When a heading, a line or a list item is taken for a label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from model.reading import PRODUCT_COMPONENTS, Block, BlockKind, Topic
from reading.gated import compiled
from reading.vocabulary import Label, component_of_label, split_label
from reading.vocabulary.load import label_entries

STANDARD = frozenset(
    (
        *(t.value for t in PRODUCT_COMPONENTS),
        *("legal_basis", "pledge", "facilities", "staff_competence", "internal_supervision", "staff_number"),
        *("service_guarantee", "safety_guarantee", "performance_evaluation", "validity", "complaint_procedure"),
    )
)
"""What a service standard has parts for; other labels do not cut a list in two."""

CHANNELS = frozenset({"complaint_handling", "complaint_procedure", "complaint_officer"})
"""Parts with labels of their own inside: "Telepon", "E-mail", "Alamat"."""

_VALUE_FOLLOWS = frozenset({"fee", "completion_time", "validity", "staff_number"})
_LISTS = frozenset({"requirements", "procedure", "legal_basis", "complaint_procedure", "product"})
LONGEST = 140
_PROCEDURE = compiled(r"\b(?:prosedur|alur|tata\s*cara|mekanisme)\b", re.I)  # of asking for public information
_COMPLAINT = compiled(r"\b(?:pengaduan|aduan|keluhan|kompensasi|klaim)\b", re.I)
_LENGTH = compiled(r"\W*\d{1,3}(?:\s*\([\w ]+\))?(?:\s*[-–]\s*\d+)?\s*(?:hari|jam)", re.I)  # "5 Hari Kerja": a value
_COLON = compiled(r"\s*[:=]")
_DASHED = re.compile(r"\s+[–—-]\s")
_TITLED = frozenset({"requirements", "procedure"})
"""After these and a dash stands more of the title: "Alur layanan - langkah demi langkah"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """component, label as written, rest: value on the same line."""

    component: str
    label: str
    rest: str = ""


def heading_mark(text: str) -> Mark | None:
    """The label that a heading is, e.g. "Persyaratan Pembuatan KTP" or "Biaya: Gratis"."""
    if len(text) > LONGEST or _is_sentence(text):
        return None
    component = component_of_label(text)
    if component == "office_hours" and _LENGTH.match(text):
        return None
    if component == "ppid" and _PROCEDURE.search(text):
        component = "procedure"
    if component:
        return Mark(_of_complaints(component, text), text)
    found = split_label(text) if ":" in text else None
    return Mark(_of_complaints(found.component, text), found.text, found.rest) if found else None


def _of_complaints(component: str, label: str) -> str:
    """ "Mekanisme Konsultasi dan Pengaduan" is no procedure of a service."""
    if component == "procedure" and _COMPLAINT.search(label):
        return "complaint_procedure"
    if component == "complaint_procedure" and not _COMPLAINT.search(label):
        return "procedure"  # "Prosedur Pengajuan" is one letter away from "Prosedur Pengaduan"
    return component


def line_mark(block: Block, inside: str) -> Mark | None:
    """The label that a line is or begins with. inside: component of the part that is open."""
    text = block.text
    if block.kind is BlockKind.TEXT and text.endswith(":") and (mark := _lead_in(text)) is not None:
        return mark if inside not in CHANNELS else None
    if block.kind not in (BlockKind.TEXT, BlockKind.ITEM) or not _may_be_label(text):
        return None
    if text.endswith(";") and ":" not in text:
        return None  # the rest of an item that was broken into lines
    if block.where == "formulir" and block.marker.strip("().").isdigit():
        return None  # a question of a survey
    if is_link(block) and ":" not in text:
        # an item of a menu or a card: what follows is not about it
        return Mark("", text) if component_of_label(text) else None
    found = split_label(text)
    if (
        found is None
        or (found.component == "office_hours" and _LENGTH.match(text))
        or (inside == "fee" and found.component == "fee")
    ):
        return None
    in_list = inside in _LISTS
    if (in_list or inside in CHANNELS) and found.component not in STANDARD:
        return None
    if found.rest and found.component in _TITLED and _DASHED.match(text[text.find(found.text) + len(found.text) :]):
        return None if _is_sentence(text) or block.kind is BlockKind.ITEM else Mark(found.component, text)
    if found.rest:
        component = _of_complaints(found.component, found.text)
        return Mark(component, found.text, found.rest) if _is_value_line(block, text, found, in_list) else None
    if _is_sentence(text) or (len(text) > 90 and not text.rstrip().endswith(":")):
        return None
    if in_list and block.kind is BlockKind.ITEM and found.component == inside and not text.endswith(":"):
        return None
    return Mark(_of_complaints(found.component, text), found.text)


def is_lead_in(label: str) -> bool:
    """Whether a label is a sentence that leads into a list."""
    return bool(_LEADS_IN.search(label) or _ENCLOSED.search(label))


def _lead_in(text: str) -> Mark | None:
    """ "Adapun persyaratan yang harus dibawa sebagai berikut:": a sentence that says what the list below it holds."""
    if len(text) > _LONGEST_LEAD:
        return None
    if _ENCLOSED.search(text):
        return Mark("requirements", text)
    if _COMPLAIN_BY.search(text):
        return Mark("complaint_handling", text)
    if not (_LEADS_IN.search(text) and _OF_SERVICE.search(text)):
        return None
    named = [] if _COMPLAINT.search(text) else [m.group().lower() for m in _LISTED.finditer(text)]
    if not named:
        return None
    last = named[0] if _BOTH.search(text) else named[-1]
    return Mark("requirements" if "syarat" in last else "procedure", text)


_ENCLOSED = compiled(r"^\W*pemenuhan\s+komitmen\b[^.:]{0,120}:+\s*$|\b(?:me|di)?lampirkan\b[^.:]{0,80}:+\s*$", re.I)
"""Above the papers of a permit that was given online ("Pemenuhan Komitmen TDUP :"), or in the letter that asks for one
("bersama ini kami lampirkan :").
"""

_COMPLAIN_BY = compiled(
    r"\b(?:pe?ngaduan|aduan|keluhan)\b[^.:]{0,80}\b(?:dapat|bisa|silah?kan)\b[^.:]{0,60}\b(?:melalui|lewat|via)\b[^.:]{0,40}:+\s*$",
    re.I,
)
_LONGEST_LEAD = 240
_LEADS_IN = compiled(
    r"(?:adalah|yaitu|yakni|ialah|meliputi|antara\s+lain|di\s?antaranya|berikut(?:\s+ini)?|ini)\s*:$", re.I
)
_LISTED = compiled(
    r"\b(?:persyaratan|syarat(?:-syarat)?(?:nya)?|prosedur(?:nya)?|mekanisme(?:nya)?|alur(?:nya)?|langkah(?:-langkah)?(?:nya)?"
    r"|tahap(?:an)?(?:-tahapan)?(?:nya)?|tata\s*cara(?:nya)?)\b",
    re.I,
)
_BOTH = compiled(r"\b(?:per)?syarat\w*\s+(?:dan|serta|,)\s+\w+", re.I)  # "syarat dan prosedur": the papers come first
_OF_SERVICE = compiled(
    r"\b(?:pe?layanan|permohonan|pengajuan|pendaftaran|pembuatan|pengurusan|penerbitan|pencatatan|perpanjangan|mengurus"
    r"|mengajukan|mendaftar|membuat|memperoleh|mendapatkan|surat|izin|ijin|rekomendasi|legalisir|legalisasi|kunjungan"
    r"|berobat|akta|akte|ktp|kartu)\b",
    re.I,
)


def is_link(block: Block) -> bool:
    """Whether the whole line is a link, or nothing but links."""
    if not block.links:
        return False
    linked = sum(len("".join(link.text.split())) for link in block.links)
    return linked >= len("".join(block.text.split())) - 2


def _is_value_line(block: Block, text: str, found: Label, in_list: bool) -> bool:
    after = text[text.find(found.text) + len(found.text) :]
    if _COLON.match(after) or (after[:1].isupper() and found.text[-1:].islower()):
        return True  # "Dasar HukumPeraturan Menteri ...": two cells that lost what parted them
    if found.component == "product" and " " in found.text and found.rest[:1].isupper():
        return True  # "Produk layanan Surat Keterangan Pindah"
    return found.component in _VALUE_FOLLOWS and not (in_list and block.kind is BlockKind.ITEM)


def _is_sentence(text: str) -> bool:
    return text.rstrip()[-1:] in (".", "!") and len(text.split()) > 5


def _may_be_label(text: str) -> bool:
    """A cheap look before the dear one: most lines begin with no word that a label begins with."""
    if len(text) > 90 and ":" not in text[:LONGEST] and not _CELLS.match(text):
        return False
    found = _FIRST_WORD.search(text)
    return found is not None and found.group()[:3].casefold() in _beginnings()


_FIRST_WORD = re.compile(r"[^\W\d_]{3,}")
_CELLS = re.compile(r"\d{1,2}[A-Z][a-z]")  # the cells of a row without what parted them: "1Dasar HukumPeraturan"


@cache
def _beginnings() -> frozenset[str]:
    """The first three letters of every word that a label can begin with."""
    phrases = (p for entry in label_entries() for p in (*entry.labels, *entry.heads))
    return frozenset(_FIRST_WORDS_OF_RUNS | {w[:3].casefold() for p in phrases for w in _FIRST_WORD.findall(p)[:1]})


_FIRST_WORDS_OF_RUNS = frozenset({"pen", "inf", "rin", "ura", "ket", "kom", "unt", "men", "ten"})
"""Of words that may stand before a label: "Penjelasan Persyaratan", "Rincian Biaya"."""


def is_topic(component: str) -> bool:
    return component in {t.value for t in Topic}
