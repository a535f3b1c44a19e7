"""The words readers see for verdicts, reasons, kinds and zones: Bahasa Indonesia, the msgids of other languages."""

from __future__ import annotations

from collections.abc import Callable

from model.change import Cause
from model.evidence import Level, Resource, Why
from model.finding import Verdict
from model.note import Bearing, Stance
from model.ranking import Scope
from model.reading import PageKind, Topic
from reports.reach_words import detail_words

VERDICTS: dict[Verdict, str] = {
    Verdict.MET: "Terpenuhi",
    Verdict.PARTLY_MET: "Sebagian",
    Verdict.NOT_MET: "Belum terpenuhi",
    Verdict.UNKNOWN: "Belum dapat disimpulkan",
    Verdict.NOT_APPLICABLE: "Tidak berlaku",
}

VERDICTS_SHORT: dict[Verdict, str] = {
    Verdict.MET: "Ada",
    Verdict.PARTLY_MET: "Sebagian",
    Verdict.NOT_MET: "Belum ada",
    Verdict.UNKNOWN: "Belum pasti",
    Verdict.NOT_APPLICABLE: "Tidak berlaku",
}

WHYS: dict[Why, str] = {
    Why.HOME: "halaman depan",
    Why.PROMISE: "tautannya menyebut layanan",
    Why.LINK: "tautan di situs",
    Why.SITEMAP: "tercantum di peta situs",
    Why.FRAME: "bingkai di dalam halaman",
    Why.SHOWN: "gambar di halaman",
    Why.GIVEN: "ditambahkan oleh petugas",
    Why.BUDGET: "batas jumlah halaman tercapai",
    Why.DEPTH: "terlalu dalam dari halaman depan",
    Why.OFF_SITE: "di luar situs ini",
    Why.EXTERNAL_DOCUMENT: "dokumen di layanan luar, dicatat saja",
    Why.TRAP: "alamat berulang tanpa akhir (kalender, pencarian)",
    Why.ROBOTS: "diminta tidak dibuka oleh robots.txt",
    Why.KIND: "jenis berkas tidak dibaca",
    Why.DUPLICATE: "sama dengan alamat lain",
    Why.TOO_LARGE: "terlalu besar",
    Why.SCRIPT: "hanya terbuka lewat skrip, tanpa alamat sendiri",
    Why.TAKEN_OVER: "isinya diambil dari audit sebelumnya",
}

RESOURCES: dict[Resource, str] = {
    Resource.PAGE: "halaman",
    Resource.FRAME: "bingkai",
    Resource.DOCUMENT: "dokumen",
    Resource.IMAGE: "gambar",
    Resource.ROBOTS: "robots.txt",
    Resource.SITEMAP: "peta situs",
}

LEVELS: dict[Level, str] = {
    Level.KEMENTERIAN: "Kementerian",
    Level.LEMBAGA: "Lembaga",
    Level.PROVINSI: "Pemerintah provinsi",
    Level.KABUPATEN: "Pemerintah kabupaten",
    Level.KOTA: "Pemerintah kota",
}

PAGE_KINDS: dict[PageKind, str] = {
    PageKind.SERVICE: "halaman layanan",
    PageKind.STANDARD: "standar pelayanan",
    PageKind.PLEDGE: "maklumat pelayanan",
    PageKind.COMPLAINTS: "pengaduan",
    PageKind.TARIFF: "tarif",
    PageKind.FAQ: "tanya jawab",
    PageKind.NEWS: "berita",
    PageKind.MENU: "halaman menu",
    PageKind.PLACEHOLDER: "halaman belum berisi",
    PageKind.PROFILE: "profil",
    PageKind.DOCUMENT: "dokumen",
    PageKind.LOGIN: "halaman masuk",
    PageKind.ERROR: "halaman galat",
    PageKind.PARKED: "domain terparkir",
    PageKind.HACKED: "diduga diretas",
    PageKind.CHALLENGE: "halaman tantangan",
    PageKind.OTHER: "lain-lain",
}

COMPONENTS: dict[Topic, str] = {
    Topic.REQUIREMENTS: "Persyaratan",
    Topic.PROCEDURE: "Prosedur",
    Topic.COMPLETION_TIME: "Jangka waktu",
    Topic.FEE: "Biaya",
    Topic.PRODUCT: "Produk",
    Topic.COMPLAINT_HANDLING: "Pengaduan",
}

ZONES: dict[str, str] = {"hijau": "Zona hijau", "kuning": "Zona kuning", "merah": "Zona merah"}

NOTES: dict[str, str] = {
    "robots_unreachable": "Berkas robots.txt tidak dapat dibaca; pemeriksaan dilakukan dengan hati-hati.",
    "insecure_tls": "Situs belum memakai sambungan aman yang sah (HTTPS).",
    "certificate": "Sertifikat situs tidak diterima peramban: {}.",
    "certificate_chain_incomplete": "Rantai sertifikat situs tidak lengkap; sebagian peramban menolaknya.",
    "seen_twice": "Situs ini dikunjungi dua kali, karena hasil kunjungan pertama lebih buruk dari sebelumnya.",
    "host_stopped_answering": "Server berhenti menjawab di tengah audit; sisa alamat tidak dibuka.",
    "site_seconds": "Batas waktu untuk satu situs tercapai; sisa alamat tidak dibuka.",
    "home_answers_at": "Halaman depan menjawab pada alamat lain: {}.",
    "home_redirected": "Halaman depan mengalihkan pembaca ke {}.",
    "sitemap_addresses": "Peta situs memuat {} alamat.",
    "recheck_of": "Pemeriksaan ulang: hanya yang kurang dan yang baru dibuka lagi, melanjutkan audit periode {}.",
    "taken_over": "Isi {} alamat diambil dari audit sebelumnya dan tidak dibuka lagi.",
    "ledger_full": "Ada {} alamat lain yang tidak dicatat karena buku halaman penuh.",
}

GAP_COLUMNS: dict[str, str] = {
    column: column
    for column in (
        *("No.", "Kelompok", "Indikator", "Layanan", "Putusan", "Kepastian", "Yang kurang", "Cara membenahi"),
        *("Contoh tulisan", "Alamat halaman", "Poin", "Jam kerja", "Dasar hukum"),
        *("Penanggung jawab", "Tenggat", "Keadaan"),
    )
}
"""Headings of the gap report as a table; the last three are for people to fill."""

STATES: dict[str, str] = {
    state: state for state in ("Belum mulai", "Dikerjakan", "Selesai", "Sudah ada di situs", "Tidak berlaku")
}
"""What a person may say about a task, in the drop-down of the spreadsheet."""

VERDICT_MARKS: dict[Verdict | None, str] = {
    Verdict.MET: "✓",
    Verdict.PARTLY_MET: "◐",
    Verdict.NOT_MET: "✕",
    Verdict.UNKNOWN: "?",
    Verdict.NOT_APPLICABLE: "–",
    None: "–",
}
"""One sign per verdict, for tables of very many."""

MAKERS: dict[str, str] = {"vendor": "pembuat", "theme": "tema", "template": "templat"}

REGION_COLUMNS: dict[str, str] = {
    column: column
    for column in (
        *("ID", "Instansi", "Tingkat", "Provinsi", "Induk", "Situs", "Audit", "Indeks terendah", "Indeks tertinggi"),
        *("Zona", "Kategori", "Tempat", "Dari", "Perubahan", "Selisih"),
    )
}
"""Headings of the table of all agencies; a column per indicator follows."""

COURSES: dict[str, str] = {"up": "naik", "down": "turun", "same": "tetap", "unsure": "belum pasti"}

CAUSES: dict[Cause, str] = {
    Cause.SITE: "Situs berubah",
    Cause.MOVED: "Halaman pindah",
    Cause.UNREACHED: "Halaman tidak terjangkau",
    Cause.UNCHOSEN: "Halaman tidak lagi dipilih untuk dibuka",
    Cause.RULE: "Aturan penilaian berubah",
    Cause.INSTRUMENT: "Instrumen berubah",
}

STANCES: dict[Stance, str] = {
    Stance.CONFIRM: "membenarkan",
    Stance.DISPUTE: "membantah",
    Stance.NOT_APPLICABLE: "tidak berlaku bagi instansi ini",
}

BEARINGS: dict[Bearing, str] = {
    Bearing.COUNTS: "Dihitung dalam rentang kedua.",
    Bearing.AGREES: "Sudah sesuai dengan hasil audit sekarang.",
    Bearing.OUTDATED: "Ditulis untuk putusan terdahulu; tidak dihitung.",
}

SCOPES: dict[Scope, str] = {
    Scope.PROVINCE: "di antara instansi setingkat di provinsi",
    Scope.LEVEL: "di antara instansi setingkat se-Indonesia",
}

SURENESS: dict[bool, str] = {True: "pasti", False: "belum pasti"}


def zone_word(zone: str) -> str:
    """ "Zona hijau" for "hijau"; a zone of a future scale is shown by its own name."""
    return ZONES.get(zone, f"Zona {zone}")


def zone_detail(zone: str, category: str | None, label: str) -> str:
    """What a label says beyond the zone's word: "C · kualitas sedang" of "Zona kuning (kualitas sedang)"."""
    rest = label.removeprefix(zone).strip(" (),").removesuffix(")")
    return " · ".join(part for part in (category, rest) if part)


def note_words(note: str, word: Callable[[str], str] = str) -> str:
    """A site-wide fact, "code" or "code:value", in words; an unknown code is shown as it is, not hidden."""
    code, _, value = note.partition(":")
    value = word(detail_words(value)) if code == "certificate" else value
    return word(NOTES[code]).replace("{}", value) if code in NOTES else note
