"""Tata cara pengaduan and rekapitulasi pengaduan: how complaints are taken, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.agency_passages import Passage, Passages, beneath, speaks
from reading.dates import find_periods
from reading.gated import compiled
from reading.judged import Judged
from reading.label_rules import is_link
from reading.procedures import find_procedure, is_step
from reading.vocabulary import pattern

_LIMIT = compiled(
    r"(?:paling\s+(?:lambat|lama)|selambat\S*|maksimal|maksimum|dalam\s+waktu|kurang\s+dari|jangka\s+waktu)[^.\n]{0,40}?"
    r"\d+\s*(?:\([^)]{1,30}\)\s*)?(?:x\s*\d+\s*)?(?:hari|jam|minggu|menit)|\b\d\s*x\s*24\s*jam",
    re.I,
)
_YEAR = compiled(r"(?:19|20)\d\d")
_COUNT = compiled(r"(?<![\d./:-])\d{1,5}(?![\d/:-])(?!\.\d)")
_COUNTED = compiled(
    r"(?<![\d.])\d{1,5}\s+(?:\([^)]*\)\s*)?(?:buah\s+|laporan\s+)?(?:pengaduan|aduan|laporan|keluhan)\b", re.I
)
_FATE = compiled(r"\b(?:selesai|diselesaikan|ditindaklanjuti|ditindak\s+lanjuti|diterima|masuk|diproses|nihil)\b", re.I)
_CONTROL = compiled(r"klik\s+untuk|perbesar|selengkapnya|\bunduh\b", re.I)
_ABOUT = compiled(
    r"\b(?:pelapor|pengadu\w*|aduan|laporan|tiket|identitas|kronologi|bukti|klarifikasi|tanggapan)\b", re.I
)
_PROCEDURE = Topic.COMPLAINT_PROCEDURE
_RECAP = Topic.COMPLAINT_RECAP


def judge_complaint_procedures(passages: Passages) -> Iterator[Judged]:
    """Steps or time limits for complaints. The objection to an information decision is another matter."""
    if not passages.speak_of(pattern("complaint_nouns"), _PROCEDURE):
        return
    for i, passage in enumerate(passages):
        if _asks_how(passage):
            yield _steps(passage, beneath(passages, i))
        elif (limit := _limit(passage)) is not None:
            yield limit


def _asks_how(passage: Passage) -> bool:
    """Whether a heading is about the way of complaining: by itself, or "Alur" below "Pengaduan"."""
    heading, nouns = passage.heading, pattern("complaint_nouns")
    if len(heading.split()) > 14 or passage.component == _RECAP:
        return False
    if passage.component == _PROCEDURE or not pattern("complaint_ways").search(heading):
        return passage.component == _PROCEDURE
    bare = len(heading.split()) <= 3 and passage.trail and nouns.search(passage.trail[-1])
    return bool(nouns.search(heading) or bare)


def _steps(passage: Passage, blocks: Sequence[Block]) -> Judged:
    label = passage.label
    about = "\n".join((passage.heading, *passage.trail[-1:]))
    if pattern("objection_words").search(about) and not pattern("complaint_nouns").search(passage.heading):
        says = say("Tata cara ini untuk keberatan informasi publik, bukan pengaduan layanan.")
        return Judged(_PROCEDURE, Grade.NAMED, says, ((label, ""),), None, "objection")
    found = find_procedure(blocks, labelled=True)
    steps = [
        s for s in (found.steps if found is not None else ()) if len(s.split()) >= 2 and not _CONTROL.search(s)
    ] or _steps_in_rows(blocks)
    about_complaints = _ABOUT.search("\n".join(steps)) or pattern("complaint_nouns").search("\n".join(steps))
    shown = [(b, s) for s in steps[:2] if (b := next((x for x in blocks if s in x.text), None))]
    if len(steps) >= 2 and about_complaints and shown:
        says = say('Langkah-langkah pengaduan tertulis, dimulai dengan "{first}".', first=steps[0][:120])
        return Judged(_PROCEDURE, Grade.CLEAR, says, tuple(shown), found)
    if (limit := _limit(passage)) is not None:
        return limit
    if found is not None and found.picture:
        picture = next((b for b in blocks if b.src == found.picture and b.text), label)
        says = say("Alur pengaduan ditampilkan sebagai gambar.")
        return Judged(_PROCEDURE, Grade.PARTIAL, says, ((picture, ""),), found, "picture_only")
    begun = next((b for b in blocks if speaks(b, 5) and pattern("complaint_nouns").search(b.text)), None)
    if begun is not None:
        says = say("Tata cara pengaduan baru disinggung; langkahnya tidak tertulis.")
        return Judged(_PROCEDURE, Grade.PARTIAL, says, ((begun, ""),), None, "begun")
    says = say("Tata cara pengaduan hanya disebut judulnya.")
    return Judged(_PROCEDURE, Grade.NAMED, says, ((label, ""),), None, "label_only")


def _steps_in_rows(blocks: Sequence[Block]) -> list[str]:
    """The steps of a flow table: NO | KEGIATAN | PELAKSANA | WAKTU."""
    cells = [max(b.cells, key=len, default="") for b in blocks if b.kind is BlockKind.ROW and not b.header]
    return [" ".join(c.split()) for c in cells if len(c.split()) >= 2 and is_step(c)]


def _limit(passage: Passage) -> Judged | None:
    """A time limit for the answer to a complaint."""
    if not _LIMIT.may_match(passage.text):
        return None
    nouns, answers = pattern("complaint_nouns"), pattern("complaint_answers")
    under = bool(nouns.search(passage.heading))
    for block in passage.blocks:
        text = block.text
        if (
            block.kind is BlockKind.IMAGE
            or not (under or nouns.search(text))
            or pattern("objection_words").search(text)
        ):
            continue
        found = _LIMIT.search(text)
        if found and answers.search(text):
            says = say("Batas waktu jawaban atas pengaduan tertulis: {text}.", text=" ".join(found.group().split()))
            return Judged(_PROCEDURE, Grade.CLEAR, says, ((block, found.group()),), found.group())
    return None


def judge_recaps(passages: Passages) -> Iterator[Judged]:
    """Figures of complaints with their period, figures without one, or a report that is only linked."""
    if not passages.speak_of(pattern("complaint_nouns"), _RECAP):
        return
    for passage in passages:
        if _is_recap(passage):
            yield _recap(passage)
        elif pattern("complaint_nouns").search(passage.heading):
            yield from _told_in_words(passage)


def _is_recap(passage: Passage) -> bool:
    heading = passage.heading
    if len(heading.split()) > 16 or passage.component == _PROCEDURE:
        return False
    counted = pattern("complaint_counts").search(heading) and pattern("complaint_nouns").search(heading)
    return passage.component == _RECAP or bool(counted and find_periods(heading))


def _recap(passage: Passage) -> Judged:
    period = _dated(passage)
    figures = next((b for b in passage.blocks if _has_figures(b)), None)
    if figures is not None and period is not None:
        says = say("Rekapitulasi pengaduan tertulis untuk {period}.", period=period[1])
        return Judged(_RECAP, Grade.CLEAR, says, ((figures, ""), period), period[1])
    if figures is not None:
        says = say("Jumlah pengaduan tertulis tanpa periode.")
        return Judged(_RECAP, Grade.PARTIAL, says, ((figures, ""),), None, "no_period")
    for block in passage.blocks:
        link = next((li for li in block.links if li.url.startswith("http") and li.text.strip()), None)
        if link is not None:
            says = say('Rekapitulasi pengaduan hanya berupa tautan ("{text}").', text=link.text[:100])
            return Judged(_RECAP, Grade.PARTIAL, says, ((block, link.text),), None, "link_only")
    says = say("Rekapitulasi pengaduan hanya disebut judulnya.")
    return Judged(_RECAP, Grade.NAMED, says, ((passage.label, ""),), None, "label_only")


def _dated(passage: Passage) -> tuple[Block, str] | None:
    above = [Block(BlockKind.TEXT, h, where="judul") for h in passage.trail[-1:]]
    for block in (passage.label, *passage.blocks, *above):
        if block.kind is not BlockKind.IMAGE and (periods := find_periods(block.text)):
            return block, periods[0].text
    return None


def _has_figures(block: Block) -> bool:
    """A row of counts, or a sentence that counts complaints; years and links are no counts."""
    if block.kind is BlockKind.IMAGE or is_link(block):
        return False
    if block.kind is BlockKind.ROW and not block.header:
        cells = [c.strip() for c in block.cells]
        counts = sum(1 for c in cells[1:] if c.isdigit() and len(c) <= 5 and not _YEAR.fullmatch(c))
        return counts >= 1 and any(re.search(r"[^\W\d_]{3}", c) for c in cells)
    text = _YEAR.sub(" ", block.text)
    return bool(_COUNTED.search(text) or (_FATE.search(text) and re.search(r"[:=]\s*\d{1,5}\b", text)))


def _told_in_words(passage: Passage) -> Iterator[Judged]:
    """ "Sepanjang Triwulan I 2026 diterima 12 pengaduan, 11 di antaranya selesai" """
    for block in passage.blocks:
        if block.kind is BlockKind.IMAGE or not _COUNTED.search(block.text) or not _FATE.search(block.text):
            continue
        if periods := find_periods(block.text):
            says = say("Rekapitulasi pengaduan tertulis untuk {period}.", period=periods[0].text)
            yield Judged(_RECAP, Grade.CLEAR, says, ((block, periods[0].text),), periods[0].text)
            return
