"""Names of services (produk layanan): what a heading or title names, and the key by which two names are one."""

from __future__ import annotations

import re

from reading.vocabulary import normalise, pattern

_SITE = re.compile(r"\s+[|»·–—-]\s+|\s*\|\s*|\s+::\s+")
_LEAD = re.compile(
    r"^(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s*|(?:komponen\s+)?standa?r[dt]?\s+(?:operasional\s+prosedur|pelayanan|layanan)(?:\s+publik)?\b"
    r"|\(?sop\)?\b|sp\b(?=\s+izin)|persyaratan|syarat(?:\s*-\s*syarat)?|prosedur|mekanisme|alur|tata\s*cara|cara|langkah\s*-\s*langkah"
    r"|jangka\s+waktu|biaya|tarif|dasar\s+hukum|sistem|dan\b|serta\b|untuk\b|permohonan\s+baru\b|/|,|&|:|-|–)\s*",
    re.I,
)
_TAIL = re.compile(r"\s*(?:[:;,–-]|\((?:standar pelayanan|sop)\))\s*$", re.I)
_GENERIC = frozenset(
    {
        *(
            "",
            "beranda",
            "home",
            "index",
            "layanan",
            "pelayanan",
            "layanan publik",
            "pelayanan publik",
            "informasi layanan",
        ),
        *(
            "informasi",
            "profil",
            "detail",
            "detail layanan",
            "umum",
            "administrasi",
            "pelayanan umum",
            "untitled",
            "dokumen",
        ),
        *("layanan kami", "jenis layanan", "jenis pelayanan", "daftar layanan", "standar pelayanan", "page", "halaman"),
        *(
            "kami",
            "publikasi",
            "download",
            "unduh",
            "berita",
            "artikel",
            "menu",
            "website",
            "ppid",
            "penjelasan",
            "deskripsi",
        ),
    }
)
_NOT_NAME = re.compile(
    r"^(?:yang |pada |oleh |adalah |selamat datang|welcome|hubungi|tentang|kontak|galeri|visi|misi|jam |jadwal)|[.!?]$",
    re.I,
)
_WORDS = re.compile(r"[^\W_]+")


def clean_name(text: str) -> str:
    """A heading or title without "Persyaratan", "Standar Pelayanan" and the site's name; "" when nothing is left.

    "Persyaratan Pembuatan KTP | Kecamatan Sukamaju" gives "Pembuatan KTP".
    """
    name = " ".join(text.split())
    for piece in _SITE.split(name):
        if len(piece.strip()) > 2:
            name = piece.strip()
            break
    before = None
    while before != name:
        before = name
        name = _LEAD.sub("", name, count=1)
    name = _TAIL.sub("", name).strip(" \"'“”-–:")
    if normalise(name) in _GENERIC or _NOT_NAME.search(name) or not 3 <= len(name) <= 160:
        return ""
    return name


def is_service_name(name: str) -> bool:
    """Whether a name has a word that services have: izin, surat, pelayanan, pendaftaran ..."""
    return bool(pattern("service_words", "output_nouns").search(name))


def key_of(name: str) -> str:
    """One key for the ways of writing one name: case, punctuation, "pelayanan"/"penerbitan" at the front."""
    words = _WORDS.findall(normalise(name))
    while len(words) > 1 and words[0] in _FRONT:
        words = words[1:]
    return "-".join(_SAME.get(w, w) for w in words)[:120]


_FRONT = frozenset({"pelayanan", "layanan", "penerbitan", "pembuatan", "pengurusan", "permohonan", "standar", "jenis"})
_SAME = {"ijin": "izin", "akte": "akta", "praktek": "praktik", "fotocopy": "fotokopi", "e": "el"}
