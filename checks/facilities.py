"""The standard names the facilities of the service (sarana, prasarana, dan/atau fasilitas)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._inner import inner_answer
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.FACILITIES,), near=(SERVICE,), version=1)
def facilities(site: Reading) -> Answer:
    """
    Looks at the facilities of the service (sarana, prasarana, dan/atau fasilitas), component 7.

    Met: what is provided, under a label of its own, on a page or document of the standard.
    Partly met: named there without what it should say.
    Not met: not published. It need not be: the component stays in the decree, so this is reported without weight.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, manufacturing component.
    """
    return inner_answer(
        site, Topic.FACILITIES, say("Sarana, prasarana, dan/atau fasilitas pelayanan belum ditemukan di situs ini.")
    )
