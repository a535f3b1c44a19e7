"""The decree that sets the service standard is published (SK penetapan standar pelayanan)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._topic import answer_from, lowered
from model.finding import Verdict
from model.reading import Reading, Topic
from model.sentence import say

BASIS_ONLY = "Dasar hukum layanan disebut, tetapi keputusan yang menetapkan standar pelayanan belum ditemukan."


@check(needs=(Topic.DECREE, Topic.LEGAL_BASIS), near=(SERVICE,), version=1)
def standard_decree(site: Reading) -> Answer:
    """
    Looks at the decree that sets the standard (SK penetapan standar pelayanan) and the legal basis of services.

    Met: the decree with its number and year.
    Partly met: the decree without one of them, or only the regulations on which services rest.
    Not met: neither.
    Law: UU 25/2009 articles 20 and 21.
    """
    absent = say("Keputusan (SK) penetapan standar pelayanan belum ditemukan di situs ini.")
    decree = answer_from(site.about(Topic.DECREE), absent)
    if decree.verdict is not Verdict.NOT_MET:
        return decree
    basis = answer_from(site.about(Topic.LEGAL_BASIS), absent)
    return lowered(basis, BASIS_ONLY) if basis.verdict is Verdict.MET else decree
