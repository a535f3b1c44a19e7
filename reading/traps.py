"""Texts with the words of a service standard that are none: contests, recruitment, tenders, news, definitions.

Each guard answers with a code and a sentence that says why the words do not count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.sentence import Sentence, say
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
)
_DATELINE = re.compile(r"^\W*[A-Z][A-Za-z .,/()-]{2,40}(?:,|\s+[-–—])\s*(?:[A-Z][a-z]+ ?\(|\(?\d{1,2}[/ ]|[A-Z])")
_LONG_DATE = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\s*,?\s*\(?\d{1,2}(?:[/-]\d{1,2}|\s+[a-z]+\s+\d{4})", re.I
)


def selection_trap(title: str, main: str) -> Trap | None:
    """Recruitment, contests, school admission and tenders: their conditions are not those of a public service.

    One cue in the title is enough with two more in the text; else the text must be full of them.
    """
    for code, words, reason in _SELECTIONS:
        cues = pattern(words)
        in_title = bool(cues.search(title))
        seen = {" ".join(m.lower().split()) for m in cues.findall(main[:20_000])}
        hits = sum(1 for _ in cues.finditer(main[:20_000]))
        if (in_title and len(seen) >= 2) or (len(seen) >= 4 and hits * 400 >= len(main[:20_000])):
            return Trap(code, say(reason))
    return None


def is_news(main: str, sentences: int) -> bool:
    """Whether the text reads like a report of an event: speech, visits, a dateline. sentences: how many it has."""
    text = main[:12_000]
    speech = len(pattern("speech_verbs").findall(text))
    cues = {" ".join(m.lower().split()) for m in pattern("news_cues").findall(text)}
    dated = bool(_LONG_DATE.search(text)) or any(
        _DATELINE.match(line) for line in text.split("\n")[:6] if len(line) > 120
    )
    score = min(speech, 3) + min(len(cues), 4) + 2 * dated
    return score >= 4 and sentences >= 3


def is_definition(text: str) -> bool:
    """Whether a text explains what a part of a standard is, instead of giving it."""
    return bool(_DEFINITION.search(text))


_DEFINITION = re.compile(
    r"\b(?:adalah|merupakan|ialah)\s+(?:syarat|persyaratan|dokumen|tata cara|rangkaian|serangkaian|ongkos|biaya|jangka waktu|waktu"
    r"|hasil|pernyataan|prosedur|mekanisme|kemampuan|keluaran|proses|mekanisme|langkah|tolok ukur|peraturan)\b[^.\n]{0,200}"
    r"\b(?:pelayanan|layanan|penyelenggara|penerima|pengaduan|dipenuhi)\b"
    r"|yang dimaksud dengan|\b(?:syarat|ongkos|tata cara) yang (?:harus dipenuhi|dikenakan|dibakukan)[^.\n]{0,40}"
    r"\b(?:dalam pengurusan suatu jenis pelayanan|kepada penerima (?:layanan|pelayanan)|bagi pemberi dan penerima)",
    re.I,
)
