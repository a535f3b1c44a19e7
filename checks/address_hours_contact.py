"""Citizens can find and reach the office (alamat, jam layanan, kontak)."""

from __future__ import annotations

from checks._check import Answer, check, saw, saw_none
from checks._topic import exhibits_of
from model.finding import Verdict
from model.reading import Grade, Reading, Topic
from model.sentence import say

ASKED = {Topic.ADDRESS: "alamat kantor", Topic.OFFICE_HOURS: "jam layanan", Topic.CONTACT: "kontak"}


@check(needs=tuple(ASKED), version=1)
def address_hours_contact(site: Reading) -> Answer:
    """
    Looks at the office's address, its hours (jam layanan) and its general contact.

    Met: all three.
    Partly met: one or two of them.
    Not met: none.
    Basis: the variable on ease of use in the Ombudsman's regulation 17/2015.
    """
    found = {t: [s for s in site.about(t) if s.grade is not Grade.NAMED and s.exhibits] for t in ASKED}
    lacking = [name for topic, name in ASKED.items() if not found[topic]]
    # one proof of each, so that none of the three is crowded out
    proof = exhibits_of(s for statements in found.values() for s in statements[:1])
    if not proof:
        return saw_none(Verdict.NOT_MET, say("Alamat, jam layanan, dan kontak belum ditemukan di situs ini."))
    if not lacking:
        return saw(Verdict.MET, say("Alamat, jam layanan, dan kontak tercantum."), proof)
    return saw(Verdict.PARTLY_MET, say("Belum ditemukan: {lacking}.", lacking=", ".join(lacking)), proof)
