"""The columns of targets.csv under the names that people give them, in Bahasa Indonesia and in English."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.evidence import Level

FIELDS: dict[str, str] = {
    "id": "id, kode, kode instansi, kode sasaran",
    "name": "name, nama, instansi, nama instansi, nama unit, nama unit kerja, unit, unit kerja, opd, nama opd, skpd, "
    "perangkat daerah, nama perangkat daerah, penyelenggara, penyelenggara layanan, organisasi, lembaga, badan publik, "
    "nama badan publik, agency, agency name, organisation, organization",
    "level": "level, tingkat, tingkatan, tingkat pemerintahan, jenis pemerintah, jenis instansi, kategori instansi",
    "province": "province, provinsi, propinsi, prov, nama provinsi",
    "parent": "parent, induk, instansi induk, id induk, kode induk, pemerintah daerah, pemda, kabupaten, kota, "
    "kabupaten kota, kab kota, kabkota, kab, nama kabupaten, nama kota, nama kabupaten kota, government",
    "unit_type": "unit type, jenis unit, tipe unit, jenis, jenis opd, jenis unit kerja, type",
    "url": "url, situs, alamat situs, situs web, alamat situs web, website, alamat website, web, alamat web, laman, "
    "alamat laman, laman resmi, situs resmi, website resmi, domain, alamat domain, tautan, link, link website, "
    "homepage, alamat url, site, address",
    "tags": "tags, tag, label, penanda",
    "confidence": "confidence, keyakinan, tingkat keyakinan",
    "note": "note, notes, catatan, keterangan, ket, remarks",
}
"""Field of a Target -> the names of its column."""

_FIELD_OF = {name.strip(): field for field, names in FIELDS.items() for name in names.split(",")}
_NUMBERING = frozenset(("", "no", "nomor", "nomor urut", "no urut", "#"))

_LEVELS = {
    Level.KEMENTERIAN: "kementerian ministry kementrian",
    Level.LEMBAGA: "lembaga agency institution badan",
    Level.PROVINSI: "provinsi propinsi prov pemprov province",
    Level.KABUPATEN: "kabupaten kab pemkab regency",
    Level.KOTA: "kota pemkot city kotamadya",
}
_LEVEL_OF = {word: level for level, words in _LEVELS.items() for word in words.split()}
_CONFIDENCE = {
    **dict.fromkeys(("tinggi", "high", "h", "t"), "tinggi"),
    **dict.fromkeys(("sedang", "medium", "m", "s"), "sedang"),
    **dict.fromkeys(("rendah", "low", "l", "r"), "rendah"),
}


def field_of(heading: str) -> str | None:
    """The field that a column heading names, None for a heading we do not know."""
    return _FIELD_OF.get(words(heading))


def is_numbering(heading: str) -> bool:
    """Whether the column only counts the rows, as lists kept in a spreadsheet do."""
    return words(heading) in _NUMBERING


def count_known(cells: Sequence[str]) -> int:
    """How many different fields the cells name, if they are column headings."""
    return len({field_of(cell) for cell in cells} - {None})


def find_level(text: str) -> Level | None:
    """The level of government that a cell names ("Kab.", "pemkot", "kabupaten/kota" is none)."""
    said = words(text).removeprefix("pemerintah ").removeprefix("daerah ")
    return _LEVEL_OF.get(said)


def level_in_name(name: str) -> Level | None:
    """The level that the name of a body begins with: "Kabupaten Muna Barat", "Pemkot Ambon", an id "kab-..."."""
    said = words(name).removeprefix("pemerintah ").removeprefix("daerah ")
    first = said.partition(" ")[0]
    return _LEVEL_OF.get(first) if first not in ("badan", "agency", "institution") else None


def find_confidence(text: str) -> str | None:
    """tinggi, sedang, rendah; None for another word."""
    return _CONFIDENCE.get(words(text))


def government_key(name: str) -> str:
    """Equal for the ways to write one government: "Pemkab Aru", "Kab. Aru", "Pemerintah Kabupaten Aru"."""
    said = words(name).removeprefix("pemerintah ").removeprefix("daerah ")
    first, _, rest = said.partition(" ")
    level = _LEVEL_OF.get(first)
    return f"{level.value} {rest}" if level and rest else said


def words(text: str) -> str:
    """Lower case, letters and digits only, one space between."""
    return " ".join(re.findall(r"[^\W_]+|#", text.casefold()))
