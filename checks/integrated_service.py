"""The site leads to integrated or online services (pelayanan terpadu/daring)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.INTEGRATED_SERVICE,), near=(SERVICE,), version=1)
def integrated_service(site: Reading) -> Answer:
    """
    Looks at information on integrated services (PTSP, MPP) and online services.

    Met: information with a link that leads to the service.
    Partly met: it is named without a link.
    Not met: nothing is said.
    Basis: indicator 11 of the Ombudsman's process dimension, 2022-2024.
    """
    absent = say("Keterangan tentang pelayanan terpadu atau layanan daring belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.INTEGRATED_SERVICE), absent)
