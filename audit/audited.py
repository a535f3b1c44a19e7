"""Was the site audited at all? A home page that was not read is "not audited", never a score of 0."""

from __future__ import annotations

from model.evidence import Reach, Why
from model.reading import PageKind, Reading
from model.sentence import Sentence, say

REACH_SAYS: dict[Reach, str] = {
    Reach.MISSING: "halaman utama tidak ada pada alamat itu",
    Reach.DISALLOWED: "robots.txt situs meminta pembaca otomatis tidak membukanya",
    Reach.BLOCKED: "situs menolak pembaca otomatis",
    Reach.TIMED_OUT: "situs tidak menjawab dalam batas waktu",
    Reach.UNREACHABLE: "alamat situs tidak dapat dihubungi",
    Reach.TLS_FAILED: "sambungan aman (TLS) ke situs gagal",
    Reach.SERVER_ERROR: "server situs sedang bermasalah",
    Reach.UNREADABLE: "halaman utama tidak dapat dibaca sebagai teks",
    Reach.NOT_TRIED: "halaman utama belum dicoba",
}
NOT_A_HOME: dict[PageKind, str] = {
    PageKind.CHALLENGE: "situs menampilkan halaman pemeriksaan keamanan",
    PageKind.PARKED: "alamat situs menampilkan halaman penyedia domain",
    PageKind.HACKED: "halaman utama memuat isi asing, kemungkinan disusupi pihak lain",
}
"""Pages that answered in place of the home page (kesehatan situs): a state of the site, not a score."""


def not_audited_says(reading: Reading) -> Sentence | None:
    """Why there is no score, or None when there is one."""
    if reading.home is not Reach.READ:
        return say("Belum dinilai: " + REACH_SAYS[reading.home] + ".")
    homes = {line.url for line in reading.ledger if line.why is Why.HOME}
    if reading.pages and all(page.kind is PageKind.LOGIN for page in reading.pages):
        return say("Belum dinilai: situs hanya menampilkan halaman masuk, tanpa isi yang terbuka untuk umum.")
    for page in reading.pages:
        if page.url in homes and page.kind in NOT_A_HOME:
            return say("Belum dinilai: " + NOT_A_HOME[page.kind] + ".")
    return None
