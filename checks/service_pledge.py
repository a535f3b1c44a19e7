"""The agency publishes its service pledge (maklumat pelayanan)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.PLEDGE,), near=(SERVICE,), version=1)
def service_pledge(site: Reading) -> Answer:
    """
    Looks at the service pledge (maklumat pelayanan), as text or as a picture.

    Met: the agency's own commitment, in the first person.
    Partly met: a pledge of which only a part could be read, or that is not clearly the agency's own.
    Not met: no pledge, a page that explains what a pledge is, or a bare heading.
    Law: UU 25/2009 article 22.
    """
    absent = say("Maklumat pelayanan belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.PLEDGE), absent)
