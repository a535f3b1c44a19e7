"""The site shows its public information officer (PPID). For information only."""

from __future__ import annotations

from checks._check import Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.PPID,), version=1)
def public_information_officer(site: Reading) -> Answer:
    """
    Looks at the page of the public information officer (pejabat pengelola informasi dan dokumentasi, PPID).

    Met: a page of the officer with its procedure.
    Partly met: a page or link without a procedure.
    Not met: nothing is said.
    Law: UU 14/2008; Perki 1/2021. Reported without weight.
    """
    absent = say("Keterangan tentang PPID belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.PPID), absent)
