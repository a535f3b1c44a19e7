"""The sentence that says why nothing can be concluded: what could not be looked at, and what happened there."""

from __future__ import annotations

from checks._plan import Plan
from model.evidence import Reach
from model.finding import Coverage
from model.sentence import Sentence, say

REASONS: dict[Reach, str] = {
    Reach.BLOCKED: "situs menolak pembaca otomatis",
    Reach.TIMED_OUT: "situs tidak menjawab dalam batas waktu",
    Reach.UNREACHABLE: "alamat tidak dapat dihubungi",
    Reach.TLS_FAILED: "sambungan aman (TLS) gagal",
    Reach.SERVER_ERROR: "server situs sedang bermasalah",
    Reach.DISALLOWED: "robots.txt meminta pembaca otomatis tidak membukanya",
    Reach.UNREADABLE: "isinya tidak dapat dibaca sebagai teks",
    Reach.NOT_TRIED: "berada di luar batas pemeriksaan ini",
    Reach.MISSING: "halamannya tidak ada",
    Reach.READ: "isinya berupa halaman pemeriksaan keamanan",
}
"""What happened, in words for people (Bahasa Indonesia)."""


def unknown_says(coverage: Coverage, home: Reach, plan: Plan) -> Sentence:
    """Name the first unseen address that bears on the question, or what cut the site off."""
    if home is not Reach.READ:
        return say("Belum dapat disimpulkan: halaman utama situs belum terbaca (" + REASONS[home] + ").")
    if plan.stopped:
        return say(
            "Belum dapat disimpulkan: situs berhenti menjawab saat diperiksa; {count} alamat belum sempat dibuka.",
            count=plan.stopped,
        )
    if not coverage.unread:
        return say(
            "Belum dapat disimpulkan: {failed} dari {asked} halaman situs tidak dapat dibuka.",
            failed=plan.failed,
            asked=plan.asked,
        )
    first = coverage.unread[0]
    cause = "alamat {url} belum terbaca (" + REASONS[first.reach] + ")"
    others = len(coverage.unread) - 1
    if others:
        return say(
            "Belum dapat disimpulkan: " + cause + ", begitu pula {others} alamat lain.", url=first.url, others=others
        )
    return say("Belum dapat disimpulkan: " + cause + ".", url=first.url)
