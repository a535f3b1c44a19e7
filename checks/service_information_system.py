"""The site is a service information system (sistem informasi pelayanan publik)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check, saw, saw_none
from checks._services import counted_services
from checks._topic import exhibits_of
from model.finding import Verdict
from model.reading import Grade, Reading, Statement, Topic
from model.sentence import say

FEWEST = 2  # services with something published that make a list in themselves


@check(needs=(Topic.SERVICE_LIST, Topic.SIPPN), near=(SERVICE,), version=1)
def service_information_system(site: Reading) -> Answer:
    """
    Looks at the list of services (daftar layanan) and the link to the national system (SIPPN).

    Met: a list of services, or at least two services with something published, and a link to the agency's SIPPN
    profile.
    Partly met: one of the two.
    Not met: neither.
    Law: UU 25/2009 article 23; PermenPANRB 13/2017.
    """
    listed = _listed(site)
    linked = [s for s in site.about(Topic.SIPPN) if s.grade is Grade.CLEAR and s.exhibits]
    if listed and linked:
        proof = exhibits_of([*listed[:2], *linked[:1]])
        return saw(Verdict.MET, say("Situs memuat daftar layanan dan tautan ke SIPPN."), proof)
    if listed:
        says = say("Situs memuat daftar layanan, tetapi belum ada tautan ke profilnya di SIPPN.")
        return saw(Verdict.PARTLY_MET, says, exhibits_of(listed))
    if linked:
        says = say("Situs menautkan SIPPN, tetapi belum memuat daftar layanannya sendiri.")
        return saw(Verdict.PARTLY_MET, says, exhibits_of(linked))
    return saw_none(Verdict.NOT_MET, say("Daftar layanan dan tautan ke SIPPN belum ditemukan di situs ini."))


def _listed(site: Reading) -> list[Statement]:
    """What proves a list: the list itself, or the first statement of each of several services."""
    lists = [s for s in site.about(Topic.SERVICE_LIST) if s.grade is not Grade.NAMED and s.exhibits]
    if lists:
        return lists
    firsts = [next((s for s in v.statements if s.exhibits), None) for v in counted_services(site)]
    proven = [s for s in firsts if s is not None]
    return proven if len(proven) >= FEWEST else []
