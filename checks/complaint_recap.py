"""The agency publishes what became of complaints (rekapitulasi pengaduan)."""

from __future__ import annotations

from checks._check import Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.COMPLAINT_RECAP,), near=(Topic.COMPLAINT_HANDLING.value,), version=1)
def complaint_recap(site: Reading) -> Answer:
    """
    Looks at the published summary of complaints (rekapitulasi pengaduan).

    Met: a table or report with its period.
    Partly met: figures without a period, or a report that is only linked.
    Not met: no summary.
    Law: UU 25/2009 article 37(3); practice of the Ombudsman's assessment of 2025.
    """
    absent = say("Rekapitulasi pengaduan belum diumumkan di situs ini.")
    return answer_from(site.about(Topic.COMPLAINT_RECAP), absent)
