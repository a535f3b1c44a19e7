"""The agency explains how a complaint is handled (tata cara pengaduan)."""

from __future__ import annotations

from checks._check import Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.COMPLAINT_PROCEDURE,), near=(Topic.COMPLAINT_HANDLING.value,), version=1)
def complaint_procedure(site: Reading) -> Answer:
    """
    Looks at the procedure for complaints (prosedur dan tata cara pengaduan). The objection procedure of the public
    information officer (keberatan informasi) is another matter and does not count.

    Met: steps for complaining, or a time limit for the answer.
    Partly met: the procedure is only begun or only named in a sentence.
    Not met: no procedure.
    Law: UU 25/2009 article 37; Perpres 76/2013.
    """
    absent = say("Tata cara pengaduan belum dijelaskan di situs ini.")
    return answer_from(site.about(Topic.COMPLAINT_PROCEDURE), absent)
