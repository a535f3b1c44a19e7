"""The service pledge says what the law asks of it (substansi maklumat)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check, saw, saw_none
from checks._topic import exhibits_of
from model.finding import Verdict
from model.reading import Grade, Reading, Statement, Topic
from model.sentence import say

PARTS = ("willing", "improvement", "sanction")
LACKING = {
    "willing": "kesanggupan memberi pelayanan sesuai standar",
    "improvement": "kewajiban dan perbaikan terus-menerus",
    "sanction": "kesediaan menerima sanksi atau memberi kompensasi",
    "signer": "nama pimpinan yang menandatangani",
}


@check(needs=(Topic.PLEDGE,), near=(SERVICE,), version=1)
def pledge_substance(site: Reading) -> Answer:
    """
    Looks at what the published pledge (maklumat pelayanan) promises.

    Met: willingness to follow the standard, duty and steady improvement, readiness for sanctions or compensation,
    and the head who signs.
    Partly met: at least one of the three parts.
    Not met: no pledge, or none of the three parts in it.
    Law: UU 25/2009 article 22; indicator 6b of the Ombudsman's process dimension, 2022-2024.
    """
    pledges = [s for s in site.about(Topic.PLEDGE) if s.grade is not Grade.NAMED and s.exhibits]
    if not pledges:
        return saw_none(
            Verdict.NOT_MET, say("Maklumat pelayanan belum ditemukan, sehingga isinya belum dapat dinilai.")
        )
    fullest = max(pledges, key=lambda s: len(held(s)))
    parts = held(fullest)
    lacking = [LACKING[p] for p in (*PARTS, "signer") if p not in parts]
    proof = exhibits_of([fullest])
    if not lacking:
        return saw(Verdict.MET, say("Maklumat memuat ketiga bagian dan ditandatangani pimpinan."), proof)
    says = say("Maklumat belum memuat {lacking}.", lacking="; ".join(lacking))
    if set(parts) & set(PARTS):
        return saw(Verdict.PARTLY_MET, says, proof)
    return saw_none(Verdict.NOT_MET, says, proof)


def held(pledge: Statement) -> tuple[str, ...]:
    """Which of the parts the reader found in a pledge. The reader's value is known by its attribute names only."""
    return tuple(p for p in (*PARTS, "signer") if getattr(pledge.value, p, None))
