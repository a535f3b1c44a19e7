"""The words readers see for what happened when an address was asked for.

Three things are kept plainly apart everywhere: an address that is not there, one that we could not reach, and one
that turned us away. Only the first says anything about what the agency publishes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from model.evidence import Reach


@dataclass(frozen=True, slots=True)
class ReachWords:
    """short: a label of a few words. sentence: what it means. remedy: what the agency may do, or ""."""

    short: str
    sentence: str
    remedy: str = ""

    def by(self, word: Callable[[str], str]) -> ReachWords:
        """The same words in the language of `word`."""
        return ReachWords(word(self.short), word(self.sentence), word(self.remedy))


_OUR_ADDRESS = "Mintalah pengelola situs mengizinkan pemeriksa ini (nama dan kontaknya ada di user agent)."

REACHES: dict[Reach, ReachWords] = {
    Reach.READ: ReachWords("dibaca", "Halaman berhasil dibuka dan dibaca."),
    Reach.MISSING: ReachWords(
        "tidak ada",
        "Situs menjawab bahwa halaman ini tidak ada (tidak ditemukan atau sudah dihapus).",
        "Perbaiki tautannya atau terbitkan kembali halamannya.",
    ),
    Reach.DISALLOWED: ReachWords(
        "tidak diizinkan robots.txt",
        "Berkas robots.txt situs meminta mesin pembaca tidak membuka alamat ini, dan permintaan itu dipatuhi.",
        "Bila halaman ini untuk umum, izinkan alamatnya di robots.txt.",
    ),
    Reach.BLOCKED: ReachWords(
        "diblokir",
        "Situs menolak pemeriksa ini, misalnya lewat tembok api atau halaman tantangan. Isinya tidak terlihat.",
        _OUR_ADDRESS,
    ),
    Reach.TIMED_OUT: ReachWords(
        "tidak menjawab tepat waktu",
        "Situs tidak menjawab sampai batas waktu. Isinya tidak terlihat.",
        "Periksa kecepatan dan beban server.",
    ),
    Reach.UNREACHABLE: ReachWords(
        "tidak dapat dijangkau",
        "Alamat tidak dapat dihubungi: nama tidak ditemukan atau sambungan ditolak. Isinya tidak terlihat.",
        "Pastikan nama domain dan server aktif.",
    ),
    Reach.TLS_FAILED: ReachWords(
        "sertifikat bermasalah",
        "Sambungan aman gagal karena sertifikat situs bermasalah. Isinya tidak terlihat.",
        "Perbarui sertifikat TLS situs.",
    ),
    Reach.SERVER_ERROR: ReachWords(
        "gangguan di server",
        "Server situs menjawab dengan galat (kode 5xx). Isinya tidak terlihat.",
        "Mintalah pengelola memeriksa catatan galat server.",
    ),
    Reach.UNREADABLE: ReachWords(
        "tidak terbaca",
        "Berkas berhasil diambil, tetapi tulisannya tidak dapat dibaca.",
        "Terbitkan sebagai halaman web atau PDF yang tulisannya dapat disalin.",
    ),
    Reach.NOT_TRIED: ReachWords("tidak dikunjungi", "Alamat ini tidak dikunjungi pada audit ini."),
}

NOT_AUDITED: dict[Reach, ReachWords] = {
    **REACHES,
    Reach.READ: ReachWords(
        "bukan halaman instansi",
        "Alamat situs menjawab, tetapi halaman depannya bukan isi instansi ini.",
        "Mintalah pengelola memeriksa domain dan isi halaman depan.",
    ),
}
"""Why a site was not audited. READ: the home page answered, but something else stood there (parked, intruded)."""

DETAILS: dict[str, str] = {
    "dns_nxdomain": "nama domain tidak dikenal",
    "dns_failed": "nama domain gagal dicari",
    "dns_timed_out": "pencarian nama domain terlalu lama",
    "not_allowed": "alamat tidak boleh dibuka",
    "refused": "sambungan ditolak",
    "reset": "sambungan diputus",
    "unreachable": "tidak ada jalan ke server",
    "timed_out": "batas waktu terlampaui",
    "page_hung": "halaman tidak selesai dimuat",
    "dialog_loop": "halaman terus memunculkan dialog",
    "redirect_loop": "pengalihan berputar",
    "redirected_off_site": "dialihkan ke situs lain",
    "truncated": "kiriman terputus",
    "protocol_error": "jawaban server tidak sah",
    "bad_encoding": "pengodean isi rusak",
    "too_large": "terlalu besar",
    "empty_response": "jawaban kosong",
    "not_as_named": "isi tidak sesuai nama berkas",
    "crashed": "halaman menghentikan peramban",
    "too_much_memory": "halaman memakan terlalu banyak memori",
    "challenge_page": "halaman tantangan keamanan",
    "soft_404": "halaman berisi pesan tidak ditemukan",
    "site_seconds": "batas waktu situs tercapai",
    "host_stopped_answering": "server berhenti menjawab",
    "robots": "diatur oleh robots.txt",
    "same_page": "isi sama dengan halaman lain",
    "tls_expired": "sertifikat sudah kedaluwarsa",
    "tls_not_yet_valid": "sertifikat belum berlaku",
    "tls_self_signed": "sertifikat ditandatangani sendiri",
    "tls_unknown_authority": "penerbit sertifikat tidak dikenal",
    "tls_incomplete_chain": "rantai sertifikat tidak lengkap",
    "tls_not_trusted": "sertifikat tidak dipercaya",
    "tls_wrong_host": "sertifikat untuk nama lain",
    "tls_revoked": "sertifikat sudah dicabut",
    "tls_failed": "sambungan aman gagal",
    "maintenance": "situs sedang dalam pemeliharaan",
    "geo_block": "tertutup bagi pengunjung dari wilayah pemeriksa",
    "endless_scroll": "halaman bertambah panjang tanpa akhir",
    "unsettled": "halaman tidak berhenti berubah",
}


def detail_words(detail: str) -> str:
    """A technical reason in words; "HTTP 503" for "http_503"; an unknown code is shown as it is."""
    if detail.startswith("http_"):
        return f"HTTP {detail[5:]}"
    return DETAILS.get(detail, detail)
