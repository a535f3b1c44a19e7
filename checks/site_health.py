"""What state the site is in (kesehatan situs). For information only, never a score."""

from __future__ import annotations

from checks._check import Answer, check, saw, saw_in_ledger, saw_none
from checks._plan import plan_of
from model.evidence import LedgerLine, Reach, Resource
from model.finding import Verdict
from model.reading import Exhibit, Page, PageKind, Reading
from model.sentence import Sentence, say

TAKEN = {
    PageKind.HACKED: "Halaman {url} memuat isi asing, kemungkinan disusupi pihak lain.",
    PageKind.PARKED: "Alamat {url} menampilkan halaman penyedia domain, bukan situs instansi.",
}
DEAD_LINKS = 5  # percent of the pages asked for, above which it is worth a word
BAD_TLS = "insecure_tls"
SHORT_CHAIN = "certificate_chain_incomplete"
CERTIFICATES = {
    "certificate:tls_expired": "Sertifikat situs sudah kedaluwarsa; peramban memperingatkan pengunjung.",
    "certificate:tls_not_yet_valid": "Sertifikat situs belum berlaku; peramban memperingatkan pengunjung.",
    "certificate:tls_wrong_host": "Sertifikat situs dibuat untuk nama lain; peramban memperingatkan pengunjung.",
    "certificate:tls_self_signed": "Sertifikat situs ditandatangani sendiri; peramban memperingatkan pengunjung.",
    "certificate:tls_incomplete_chain": "Rantai sertifikat situs tidak lengkap; peramban memperingatkan pengunjung.",
}
NOTHING = 40  # characters: not a page with little on it, but one with nothing


@check(needs=(), version=2)
def site_health(site: Reading) -> Answer:
    """
    Looks at the pages and the page ledger for signs of trouble.

    Met: no trouble seen.
    Partly met: pages that fail or lead nowhere, a site that stops answering, a certificate that browsers refuse, or
    pages without content.
    Not met: pages taken over by others, or a parked domain.
    Basis: practice of the field; reported without weight.
    """
    taken = [p for p in site.pages if p.kind in TAKEN]
    if taken:
        return _told(Verdict.NOT_MET, say(TAKEN[taken[0].kind], url=taken[0].url), taken, site.ledger)
    plan = plan_of(site)
    missing = sum(1 for ln in site.ledger if ln.resource is Resource.PAGE and ln.reach is Reach.MISSING)
    if BAD_TLS in site.notes:
        told = next((CERTIFICATES[n] for n in site.notes if n in CERTIFICATES), "")
        says = say(told) if told else say("Sertifikat situs tidak diterima peramban.")
        return saw_in_ledger(Verdict.PARTLY_MET, says)
    if SHORT_CHAIN in site.notes:
        return saw_in_ledger(
            Verdict.PARTLY_MET, say("Rantai sertifikat situs tidak lengkap; sebagian peramban menolaknya.")
        )
    if plan.stopped:
        says = say("Situs berhenti menjawab; {count} alamat belum sempat dibuka.", count=plan.stopped)
        return saw_in_ledger(Verdict.PARTLY_MET, says)
    if (plan.failed + missing) * 100 > DEAD_LINKS * plan.asked:
        says = say(
            "Dari {asked} halaman, {failed} tidak dapat dibuka dan {missing} tidak ada.",
            asked=plan.asked,
            failed=plan.failed,
            missing=missing,
        )
        return saw_in_ledger(Verdict.PARTLY_MET, says)
    empty = [p for p in site.pages if p.kind is PageKind.PLACEHOLDER and _is_empty(p)]
    if empty:
        says = say("{count} halaman belum berisi, misalnya {url}.", count=len(empty), url=empty[0].url)
        return _told(Verdict.PARTLY_MET, says, empty, site.ledger)
    return saw_none(Verdict.MET, say("Tidak terlihat gangguan pada halaman yang diperiksa."))


def _is_empty(page: Page) -> bool:
    """Whether nothing stands on a page, or words that say so ("segera hadir", filler text). Short is not empty."""
    said = page.kind_says is not None or any(s.trap == "placeholder" for s in page.statements)
    return said or page.chars < NOTHING


def _told(verdict: Verdict, says: Sentence, pages: list[Page], ledger: tuple[LedgerLine, ...]) -> Answer:
    """An answer proved by the titles of pages; without a title or a time, the ledger is the proof."""
    times = {line.url: line.at for line in ledger if line.at is not None}
    proof = tuple(
        Exhibit(p.url, p.title[:300], "judul halaman", p.digest, times[p.url], p.medium)
        for p in pages[:5]
        if p.title and p.url in times
    )
    return saw(verdict, says, proof) if proof else saw_in_ledger(verdict, says)
