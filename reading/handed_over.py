"""Produk pelayanan that the last step tells: "Petugas menyerahkan Kutipan Akta Kematian kepada pemohon"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.descriptions import DESCRIPTION
from reading.gated import compiled
from reading.items import split_items
from reading.judged import Judged
from reading.label_rules import is_link
from reading.parts import Part
from reading.vocabulary import pattern

_TAKER = r"(?:para\s+)?(?:pemohon|pelapor|penduduk|masyarakat|warga|pasien|pelanggan|pengguna|anda|yang\s+bersangkutan)"
_NAME = r"(?P<name>[^.;:,()\n]{2,90}?)"
HANDING_OVER = (
    compiled(
        rf"\b(?:menyerahkan|memberikan|mengirim(?:kan)?|menyampaikan)\s+{_NAME}\s+(?:yang\s+(?:sudah|telah)\s+\w+\s+)?"
        rf"(?:ke\s+loket\s+)?(?:untuk\s+diserahkan\s+)?(?:kepada|ke|pada)\s+{_TAKER}\b",
        re.I,
    ),
    compiled(
        rf"\b{_TAKER}\s+(?:akan\s+|dapat\s+)?(?:menerima|mengambil|mendapatkan|memperoleh)\s+"
        r"(?P<name>[^.;:,()\n]{2,90})",
        re.I,
    ),
    compiled(
        rf"(?:^|[,;.]\s*|\bmaka\s+){_NAME}\s+(?:yang\s+(?:sudah|telah)\s+(?:jadi|selesai|terbit|dicetak)\s+)?"
        r"(?:selesai\s+(?:dan|lalu)\s+)?(?:akan\s+|dapat\s+|siap\s+)?(?:diserahkan|diberikan|diambil|dikirim(?:kan)?)\s+"
        rf"(?:oleh\s+(?:petugas\s+)?(?:kepada\s+)?|kepada\s+|ke\s+){_TAKER}\b",
        re.I,
    ),
    compiled(r"\bdiberikan\s+(?P<name>(?:surat|kutipan|akta|kartu|sertifikat)\s+[^.;:,()\n]{3,90})", re.I),
)
"""How steps tell what is given out."""

_ON_THE_WAY = compiled(
    r"\b(?:tanda\s+terima|bukti|resi|antri\w*|antre\w*|formulir|form|blanko|berkas|persyaratan|kelengkapan|kuasa|skum|tagihan"
    r"|penolakan|tolak|pengantar|undangan|panggilan|permohonan|pernyataan|gugatan|balasan|keberatan|ketetapan|ktp\s+lama)\b",
    re.I,
)
"""Papers that go to and fro before the service is done."""

_COMPLAINT = compiled(r"\b(?:pengaduan|aduan|keluhan|pengadu)\b", re.I)
_LEAD = compiled(
    r"^(?:berkas\s+pengajuan|hasil(?:\s+\w+)?\s+berupa|dokumen\s+(?=surat|kartu|akta|izin|kutipan))\s*", re.I
)
_STEPS = frozenset({"procedure", "", "service_name", "component_column"})
_ALONE = frozenset({"surat", "dokumen", "kartu", "buku", "sk", "kk", "izin", "dokumennya", "suratnya"})


def product_handed_over(part: Part) -> Judged | None:
    """The document that a step gives to the citizen; of several, the last. Counts beside other parts of a service."""
    if part.component not in _STEPS or _COMPLAINT.search(part.label):
        return None
    found = [x for b in part.blocks for x in _given(b, part.component == "procedure")]
    if not found:
        return None
    block, name, words = found[-1]
    says = say("Hasil layanan yang diserahkan kepada pemohon: {name}.", name=name[:120])
    return Judged(Topic.PRODUCT, Grade.CLEAR, says, ((block, words),), DESCRIPTION)


def _given(block: Block, among_steps: bool) -> Iterator[tuple[Block, str, str]]:
    """(block, document, words that say so) of each step in a block."""
    if block.kind is BlockKind.IMAGE or is_link(block) or not (among_steps or block.kind is BlockKind.ITEM):
        return
    for step in split_items(block.text):
        if _COMPLAINT.search(step):
            continue
        for way in HANDING_OVER:
            if (said := way.search(step)) and (name := _document(said["name"])):
                yield block, name, said.group().strip(" ,;.")
                break


def _document(text: str) -> str:
    """The name of a document that an office gives out, or "" for anything else."""
    name = _LEAD.sub("", text.strip())
    named = pattern("output_documents").match(name)
    if not named or _ON_THE_WAY.search(name) or (name.casefold() in _ALONE and name.casefold() != "kk"):
        return ""
    return name
