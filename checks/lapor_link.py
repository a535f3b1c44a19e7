"""The site leads to SP4N-LAPOR! (tautan SP4N-LAPOR!)."""

from __future__ import annotations

from checks._check import Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.LAPOR,), near=(Topic.COMPLAINT_HANDLING.value,), version=1)
def lapor_link(site: Reading) -> Answer:
    """
    Looks at references to the national complaint portal (SP4N-LAPOR!) on the agency's own pages.

    Met: a link to lapor.go.id, or its short number 1708.
    Partly met: the portal is named without a link or number.
    Not met: no reference.
    Law: Perpres 76/2013; PermenPANRB 3/2015.
    """
    absent = say("Tautan ke SP4N-LAPOR! belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.LAPOR), absent)
