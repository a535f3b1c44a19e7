"""Texts with the words of a service standard that are none: contests, recruitment, tenders, news, definitions.

Each guard answers with a code and a sentence that says why the words do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.reading import COMPONENTS, Grade, PageKind, Topic
from model.sentence import Sentence, say
from reading.components import Found
from reading.gated import compiled
from reading.judged import Judged
from reading.page_text import PageText
from reading.vocabulary import pattern


@dataclass(frozen=True, slots=True)
class Trap:
    """code: e.g. "recruitment". says: why the words do not count."""

    code: str
    says: Sentence


_SELECTIONS = (
    (
        "recruitment",
        "recruitment_cues",
        "Persyaratan dan tata cara di halaman ini untuk penerimaan pegawai atau anggota.",
    ),
    ("competition", "competition_cues", "Persyaratan dan tata cara di halaman ini untuk lomba, bukan layanan."),
    ("admission", "admission_cues", "Persyaratan dan tata cara di halaman ini untuk penerimaan peserta didik."),
    ("tender", "tender_cues", "Persyaratan dan tata cara di halaman ini untuk pengadaan barang dan jasa."),
    ("event", "event_cues", "Persyaratan dan biaya di halaman ini untuk peserta suatu acara, bukan layanan."),
    ("software", "software_cues", "Halaman ini menjelaskan cara kerja sebuah aplikasi, bukan standar layanan."),
    ("budget", "budget_cues", "Biaya dan waktu di halaman ini untuk pekerjaan instansi sendiri, bukan layanan."),
)


_LOOKED_AT = 12_000
"""Characters of the beginning by which a page is known for a selection."""


def selection_trap(title: str, main: str) -> Trap | None:
    """Recruitment, contests, school admission and tenders: their conditions are not those of a public service.

    One cue in the title is enough with two more in the text; else the text must be full of them.
    """
    for code, words, reason in _SELECTIONS:
        cues = pattern(words)
        in_title = bool(cues.search(title))
        found = cues.findall(main[:_LOOKED_AT])
        seen = {" ".join(m.lower().split()) for m in found}
        if (in_title and len(found) >= 2) or (len(seen) >= 4 and len(found) * 400 >= len(main[:_LOOKED_AT])):
            return Trap(code, say(reason))
    return None


def page_trap(title: str, text: PageText, kind: PageKind, found: Sequence[Found]) -> Trap | None:
    """Why nothing on a whole page counts, or None. A standard that is posted as a news item is one all the same."""
    clear = {f.judged.topic for f in found if f.judged.grade is Grade.CLEAR and f.judged.topic in COMPONENTS}
    if (trap := selection_trap("\n".join((title, *text.headings[:3])), text.main)) is not None:
        return trap
    if pattern("admin_cues").search(title):
        return Trap("admin", say("Halaman ini ruang kerja pengelola situs, bukan halaman untuk warga."))
    if _is_academic(text.main):
        return Trap("academic", say("Halaman ini tulisan ilmiah tentang layanan, bukan standar layanan."))
    if _is_statute(title, text.main):
        return Trap("statute", say("Dokumen ini peraturan atau keputusan, bukan standar layanan."))
    if (
        len(_CLUSTER.findall(text.main)) >= 3
        and len({w for w in _NONSENSE.findall(text.main) if "pmptsp" not in w}) >= 3
    ):
        return Trap("placeholder", say("Isi halaman ini ketikan uji coba tanpa arti."))
    if kind is PageKind.NEWS:
        return Trap("news", say("Halaman ini berita tentang suatu kegiatan, bukan standar layanan."))
    if kind is PageKind.PLACEHOLDER and (seen := pattern("placeholder_words").search(text.main)):
        return Trap("placeholder", say('Isi halaman ini belum jadi ("{found}").', found=seen.group()))
    if "lorem ipsum" in text.main.lower() and len(clear) < 3:
        return Trap("placeholder", say('Isi halaman ini belum jadi ("{found}").', found="lorem ipsum"))
    return None


_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{6}")  # a cheap look before the dear one
_NONSENSE = re.compile(r"\b[a-z]*[bcdfghjklmnpqrstvwxz]{6,}[a-z]*\b")  # letters typed at random


def _is_academic(main: str) -> bool:
    """A thesis or a paper: it quotes its sources, or speaks of its own study again and again."""
    if _SOURCE.search(main[:_LOOKED_AT]):
        return True
    return len({" ".join(m.lower().split()) for m in pattern("academic_cues").findall(main[:_LOOKED_AT])}) >= 3


_SOURCE = compiled(
    r"\b(?!tahun|nomor|triwulan|semester|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)(?-i:[A-Z][a-z]{3,})"
    r"(?:,|\s+et\s+al\.?)?\s+\(?(?:19|20)\d\d\s*:\s*\d{1,3}(?!\d|[.:]\d)",
    re.I,
)
"""An author, a year and a page: "Ratminto 2005: 71"; not "Tahun 2023: 45" or "Januari 2024: 10"."""


def _is_statute(title: str, main: str) -> bool:
    """A law or decree, unless it is the one that sets the standard: its annex is what citizens look for."""
    if len(_STANDARD.findall(f"{title}\n{main}")) >= 2:
        return False
    return len({m.lower() for m in pattern("statute_cues").findall(main[:40_000])}) >= 4


_STANDARD = compiled(
    r"standa?r[dt]?\s+(?:operasional\s+)?(?:pelayanan|layanan|prosedur)|persyaratan\s+(?:izin|pelayanan)", re.I
)


def demoted(judged: Judged, trap: Trap) -> Judged:
    """A judgement that names its words but does not count."""
    if judged.topic in _ALWAYS:
        return judged
    return replace(judged, grade=Grade.NAMED, says=trap.says, trap=trap.code)


# Facts about the agency are true on any page.
_ALWAYS = frozenset({Topic.ADDRESS, Topic.CONTACT, Topic.LAPOR, Topic.SIPPN})
