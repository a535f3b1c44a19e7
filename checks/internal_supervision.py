"""The standard says who supervises the service (pengawasan internal)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._inner import inner_answer
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.INTERNAL_SUPERVISION,), near=(SERVICE,), version=1)
def internal_supervision(site: Reading) -> Answer:
    """
    Looks at internal supervision (pengawasan internal), component 9.

    Met: who supervises or how, under a label of its own, on a page or document of the standard.
    Partly met: named there without what it should say.
    Not met: not published. It need not be: the component stays in the decree, so this is reported without weight.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, manufacturing component.
    """
    return inner_answer(site, Topic.INTERNAL_SUPERVISION, say("Pengawasan internal belum ditemukan di situs ini."))
