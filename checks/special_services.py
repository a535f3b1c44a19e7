"""The agency announces help for vulnerable groups (pelayanan khusus)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.SPECIAL_SERVICES,), near=(SERVICE,), version=1)
def special_services(site: Reading) -> Answer:
    """
    Looks at services and facilities for persons with disabilities, the elderly, pregnant women and children
    (pelayanan khusus, kelompok rentan).

    Met: a service, facility or procedure is announced.
    Partly met: it is only promised or named in passing.
    Not met: nothing is announced.
    Law: UU 25/2009 articles 21 and 29.
    """
    absent = say("Pelayanan khusus bagi kelompok rentan belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.SPECIAL_SERVICES), absent)
