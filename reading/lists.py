"""Persyaratan and prosedur: lists of what to bring, and of steps to follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.gated import Root, compiled
from reading.judged import Judged
from reading.label_rules import is_lead_in, is_link
from reading.parts import Part
from reading.procedures import find_procedure
from reading.products import find_product
from reading.requirements import find_requirements
from reading.traps_of_parts import is_definition


def judge_requirements(part: Part) -> Judged | None:
    """Under "Persyaratan": concrete items, or why none counts."""
    blocks = [b for b in part.blocks if not (_LOOK.match(b.text) or (is_link(b) and not _BRING.search(b.text)))]
    found = find_requirements(blocks, labelled=True)
    if found is None or _is_list_of_activities(found.items):
        return label_only(part, Topic.REQUIREMENTS, "Persyaratan")
    if is_lead_in(part.label) and not any(_BRING.search(i) for i in found.items):
        return None  # a sentence leads into many a list
    shown = shown_items(part.blocks, found.items)
    if is_definition(part.text) and sum(1 for i in found.items if _BRING.search(i)) < 2:
        says = say("Bagian ini menjelaskan arti persyaratan, bukan persyaratan suatu layanan.")
        return Judged(Topic.REQUIREMENTS, Grade.NAMED, says, shown, found, "definition")
    says = say("Persyaratan tertulis: {n} butir, antara lain {item}.", n=len(found.items), item=found.items[0][:100])
    return Judged(Topic.REQUIREMENTS, Grade.CLEAR, says, shown, found)


def stray_requirements(part: Part) -> Judged | None:
    """A list of papers under no label, or under the name of a service."""
    if part.component not in _MAY_HOLD_PAPERS or len(part.blocks) < 2:
        return None
    if not may_list_papers(part.text):
        return None
    blocks = [b for b in part.blocks if not is_link(b)]
    if not any(_BRING.search(b.text) for b in blocks if len(b.text) <= _LONGEST_ITEM or _FIRST.search(b.text)):
        return None
    found = find_requirements(blocks, labelled=False)
    if found is None or is_definition(part.text) or not _is_list_of_papers(found.items):
        return None
    shown = shown_items(part.blocks, found.items)
    says = say("Daftar berkas tertulis: {n} butir, antara lain {item}.", n=len(found.items), item=found.items[0][:100])
    return Judged(Topic.REQUIREMENTS, Grade.CLEAR, says, shown, found)


def may_list_papers(text: str) -> bool:
    """A cheap look before the dear one: whether papers may be listed here without a label."""
    return PAPERS.stands_in(text)


_MAY_HOLD_PAPERS = frozenset({"", "service_list", "downloads", "definition", "procedure", "service_name"})
_BRING = compiled(
    r"(?:foto\s*[ck]op|fc\b|copy|salinan|scan\b|rekaman|asli\b|pas\s*(?:foto|photo)|melampirkan|membawa|dilampiri|rangkap|lembar"
    r"|surat\s+(?:pengantar|keterangan|pernyataan|kuasa|permohonan|rekomendasi|izin|tugas)|bukti\s|formulir|mater?ai|ktp\b|kartu\s+keluarga|kk\b)",
    re.I,
)


_LONGEST_ITEM = 160
_FIRST = compiled(r"\b(?:1|a)[.)]\s?\S")  # a list within a paragraph
PAPERS = Root(
    "fc",
    "copy",
    "salinan",
    "asli",
    "foto",
    "lampir",
    "bawa",
    "rangkap",
    "lembar",
    "pengantar",
    "terai",
)
_LOOK = compiled(r"(?:cek|lihat|klik|unduh|download|selengkapnya|detail)\b.{0,40}$", re.I)  # words of a button
_SURE = compiled(
    r"foto\s*[ck]op|fc\b|salinan|asli\b|pas\s*foto|lampir|membawa|\bbawa\b|rangkap|lembar|mater?ai"
    r"|pengantar(?=.{0,24}\b(?:rt|rw|dari|desa|kelurahan|lurah|kades|kepala|kecamatan|dusun|sekolah|instansi|asli|setempat)\b)",
    re.I,
)


def _is_list_of_papers(items: Sequence[str]) -> bool:
    """Whether most items are papers to bring, and not names of services ("Pembuatan Akta Kelahiran")."""
    papers = [i for i in items if _is_paper(i)]
    return len(papers) >= 2 and 5 * len(papers) >= 2 * len(items) and any(_SURE.search(i) for i in papers)


def _is_paper(item: str) -> bool:
    found = _BRING.search(item)
    if found is None or _NAMES.match(item) or _ANSWER.match(item):
        return False
    return found.start() <= 12 or bool(_HAND_IN.match(item)) or bool(_COPY.search(item))


_ANSWER = compiled(r"(?:ya|tidak|bisa|belum|boleh|dapat)\b", re.I)  # to a question: "Tidak, fotokopi KTP ..."
_HAND_IN = compiled(r"(?:meng|men|mem|me)(?:isi|unjukkan|yerahkan|andatangani|lampirkan|bawa|yertakan|yiapkan)\b", re.I)
_COPY = compiled(r"\((?:foto\s*)?[ck]op[yi]\)|\(asli\)", re.I)


def _is_list_of_activities(items: Sequence[str]) -> bool:
    """ "Pemberian informasi; Pendaftaran permohonan; Penerimaan pengaduan": what the agency does."""
    if sum(1 for i in items if _BRING.search(i)) * 5 > len(items):
        return False
    return len(items) >= 2 and sum(1 for i in items if _ACTIVITY.match(_bare(i))) * 5 >= 3 * len(items)


def _bare(item: str) -> str:
    """An item without the number that stands before it in a copied table: "12 Izin Usaha"."""
    return item.lstrip("0123456789 ")


_ACTIVITY = compiled(r"pe(?:m|n|ng|ny|r|l)\w+an\b|(?:surat\s+)?i[zj]in\b|layanan\b", re.I)


_NAMES = compiled(
    r"(?:(?:surat\s+(?:pengantar|keterangan|rekomendasi)\s+(?:untuk\s+)?)?(?:pembuatan|penerbitan|pengurusan|perubahan)\b"
    r"|pembuatan|penerbitan|pengurusan|pelayanan|layanan|sp\b|standar|pencatatan|pendaftaran|jumlah|unduh|download)\b",
    re.I,
)


def judge_procedure(part: Part) -> Judged | None:
    """Under "Prosedur" or "Alur": at least two steps, or a picture of the flow."""
    found = find_procedure(part.blocks, labelled=True)
    if found is None:
        return label_only(part, Topic.PROCEDURE, "Prosedur")
    if found.steps and is_definition(part.text):
        says = say("Bagian ini menjelaskan arti prosedur, bukan prosedur suatu layanan.")
        return Judged(Topic.PROCEDURE, Grade.NAMED, says, shown_items(part.blocks, found.steps), found, "definition")
    if found.steps and _COMPLAINT.search(" ".join(found.steps[:2])):
        says = say("Langkah di bagian ini untuk pengaduan, bukan untuk layanan.")
        shown = shown_items(part.blocks, found.steps)
        return Judged(Topic.PROCEDURE, Grade.NAMED, says, shown, found, "complaint_steps")
    if found.steps:
        says = say("Prosedur tertulis dalam {n} langkah.", n=len(found.steps))
        return Judged(Topic.PROCEDURE, Grade.CLEAR, says, shown_items(part.blocks, found.steps), found)
    picture = next(b for b in part.blocks if b.src == found.picture)
    label = picture if picture.text else Block(BlockKind.TEXT, part.label, where=part.where)
    says = say("Alur ditampilkan sebagai gambar; isinya perlu dilihat pada gambarnya.")
    return Judged(Topic.PROCEDURE, Grade.PARTIAL, says, ((label, ""),), found, "picture_only")


_COMPLAINT = compiled(r"\b(?:pengaduan|aduan|keluhan|pengadu|klaim)\b", re.I)


def stray_procedure(part: Part) -> Judged | None:
    """Steps under no label: who does what, at least three in a row."""
    if part.component not in _MAY_HOLD_STEPS or len(part.blocks) < 3:
        return None
    ordered = [b for b in part.blocks if b.kind is BlockKind.ITEM and b.marker not in ("", "-", "•")]
    if len(ordered) < 3 or part.component == "component_column":
        ordered = _steps_of_citizen(part.blocks) or _below_ordinals(part.blocks)
    if len(ordered) < 3:
        return None
    # Numbered cards stand each under a heading of its own; "Pertama", "Kedua" say that steps follow.
    cards = ordered[0].where != ordered[-1].where or ordered[0].kind is not BlockKind.ITEM
    found = find_procedure(ordered, labelled=cards)
    if found is None or len(found.steps) < 3 or _COMPLAINT.search(" ".join(found.steps)):
        return None
    says = say("Langkah layanan tertulis: {n} langkah.", n=len(found.steps))
    return Judged(Topic.PROCEDURE, Grade.CLEAR, says, shown_items(part.blocks, found.steps), found)


_MAY_HOLD_STEPS = frozenset({"", "service_list", "definition", "service_name", "ppid", "component_column"})
_ASKS = compiled(
    r"(?:pemohon|penduduk|pasien|warga|pelapor|pengunjung|masyarakat|wajib pajak|calon pengantin)\s+(?:\w+\s+)?"
    r"(?:datang|mengajukan|mendaftar|membawa|mengisi|menyerahkan|mengambil|melapor|menyampaikan|mengunggah|login|masuk)",
    re.I,
)


def _below_ordinals(blocks: Sequence[Block]) -> list[Block]:
    """The lines below "Pertama", "Kedua", "Langkah 3": steps whose numbers stand on lines of their own."""
    return [b for above, b in pairwise(blocks) if _ORDINAL.fullmatch(above.text) and not _ORDINAL.fullmatch(b.text)]


_ORDINAL = compiled(
    r"\W*(?:pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan"
    r"|(?:langkah|tahap|step)\s+(?:ke\s*-?\s*)?\d{1,2})\W*",
    re.I,
)


def _steps_of_citizen(blocks: Sequence[Block]) -> list[Block]:
    """The items of a list with bullets that begins with what a citizen does, to apply for a service."""
    items = [b for b in blocks if b.kind is BlockKind.ITEM and not is_link(b)]
    return items if items and _ASKS.match(items[0].text) else []


def judge_product(part: Part) -> Judged | None:
    """Under "Produk Pelayanan": the document or service that a citizen gets."""
    for block in part.blocks:
        found = None if block.kind is BlockKind.IMAGE else find_product(block.text, field=True)
        if found is not None:
            says = say("Produk layanan tertulis: {name}.", name=found.names[0][:120])
            return Judged(Topic.PRODUCT, Grade.CLEAR, says, ((block, found.names[0]),), found)
    return label_only(part, Topic.PRODUCT, "Produk layanan")


def label_only(part: Part, topic: Topic, name: str) -> Judged | None:
    """A label without a value."""
    if not part.label.strip():
        return None
    label = Block(BlockKind.TEXT, part.label, where=part.where)
    if is_definition(part.text):
        says = say("Bagian ini menjelaskan arti {name}, bukan {name} suatu layanan.", name=name.lower())
        return Judged(topic, Grade.NAMED, says, ((label, ""),), None, "definition")
    says = say("{name} hanya disebut namanya; isinya kosong atau tidak menjawab.", name=name)
    return Judged(topic, Grade.NAMED, says, ((label, ""),), None, "label_only")


def shown_items(blocks: Sequence[Block], items: Sequence[str]) -> tuple[tuple[Block, str], ...]:
    """The blocks in which the first items stand."""
    found: list[tuple[Block, str]] = []
    for item in items[:3]:
        words = " ".join(item.split())
        block = next((b for b in blocks if words in " ".join(b.text.split())), None)
        if block is not None:
            found.append((block, words))
    return tuple(found) or tuple((b, "") for b in blocks[:1])
