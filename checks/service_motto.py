"""The agency has a motto for its service (moto pelayanan)."""

from __future__ import annotations

from checks._check import Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.MOTTO,), version=1)
def service_motto(site: Reading) -> Answer:
    """
    Looks at the motto of the service (moto/motto pelayanan). A regency's motto on its coat of arms does not count.

    Met: the text of a service motto.
    Partly met: a slogan that is not clearly the service's.
    Not met: no motto.
    Basis: indicator 9 of the Ombudsman's process dimension, 2022-2024.
    """
    absent = say("Moto pelayanan belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.MOTTO), absent)
