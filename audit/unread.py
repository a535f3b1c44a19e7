"""Why a document was not read, or only in part, in words for those who wrote it."""

from __future__ import annotations

from collections.abc import Iterable

WHY = {
    "broken": "Berkas ini rusak, sehingga tidak dapat dibaca. Simpan ulang dari program asalnya.",
    "crashed": "Berkas ini tidak dapat dibaca sampai selesai; isinya mungkin rusak.",
    "empty": "Tidak ada teks yang ditemukan di dalam berkas ini.",
    "encrypted": "Berkas ini dikunci dengan kata sandi, sehingga tidak dapat dibaca.",
    "endless_scroll": "Halaman ini terus memanjang saat digulir; hanya bagian awalnya yang dibaca.",
    "legacy_doc": "Berkas .doc lama ini tidak dapat dibaca di sini. Simpan ulang sebagai .docx atau PDF.",
    "media_mismatch": "Isi berkas ini tidak sesuai dengan jenis yang disebut namanya.",
    "no_text_layer": "Sebagian halaman hanya berupa hasil pindai yang teksnya tidak dapat dikenali.",
    "ocr_missing": "Gambar tidak dibaca karena program pengenal teks belum terpasang; jalankan patuh doctor.",
    "too_large": "Berkas ini terlalu besar: hanya bagian awalnya yang dibaca.",
    "too_many_pixels": "Gambar ini terlalu besar, sehingga tidak dibaca. Perkecil ukurannya.",
    "too_much_memory": "Berkas ini memerlukan terlalu banyak memori, sehingga tidak dibaca.",
    "too_slow": "Berkas ini tidak selesai dibaca dalam batas waktu.",
    "unsettled": "Halaman ini belum selesai dimuat dalam batas waktu; bagian yang datang terlambat tidak dibaca.",
    "unsupported": "Jenis berkas ini tidak dapat dibaca. Pakai HTML, PDF, gambar, atau berkas Office.",
    "zip_bomb": "Isi berkas ini mengembang menjadi terlalu besar saat dibuka, sehingga tidak dibaca.",
}
"""Of each problem of a document (see `reading.documents.read_document`) or of a page that the browser held."""


def reasons(problems: Iterable[str]) -> list[str]:
    """One sentence for each problem, in Indonesian."""
    return [WHY[problem] for problem in problems if problem in WHY]
