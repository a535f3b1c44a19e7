"""Texts that explain what a part of a standard is."""

from __future__ import annotations

import re

from reading.gated import compiled


def is_definition(text: str) -> bool:
    """Whether a text explains what a part of a standard is, instead of giving it."""
    return bool(_DEFINITION.search(text))


_DEFINITION = compiled(
    r"(?<!berikut )\b(?:adalah|merupakan|ialah)\s+"
    r"(?:syarat|persyaratan|dokumen|tata cara|rangkaian|serangkaian|ongkos|biaya|jangka waktu|waktu"
    r"|hasil|pernyataan|prosedur|mekanisme|kemampuan|keluaran|proses|mekanisme|langkah|tolok ukur|peraturan)\b"
    r"[^.\n]{0,200}"
    r"\b(?:pelayanan|layanan|penyelenggara|penerima|pengaduan|dipenuhi)\b"
    r"|yang dimaksud dengan|\b(?:syarat|ongkos|tata cara) yang (?:harus dipenuhi|dikenakan|dibakukan)[^.\n]{0,40}"
    r"\b(?:dalam pengurusan suatu jenis pelayanan|kepada penerima (?:layanan|pelayanan)|bagi pemberi dan penerima)",
    re.I,
)
