"""The standard guarantees the service (jaminan pelayanan)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._inner import inner_answer
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.SERVICE_GUARANTEE,), near=(SERVICE,), version=1)
def service_guarantee(site: Reading) -> Answer:
    """
    Looks at the guarantee of the service (jaminan pelayanan), component 12.

    Met: what is guaranteed, under a label of its own, on a page or document of the standard.
    Partly met: named there without what it should say.
    Not met: not published. It need not be: the component stays in the decree, so this is reported without weight.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, manufacturing component.
    """
    return inner_answer(site, Topic.SERVICE_GUARANTEE, say("Jaminan pelayanan belum ditemukan di situs ini."))
