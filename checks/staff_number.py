"""The standard says how many people serve (jumlah pelaksana)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._inner import inner_answer
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.STAFF_NUMBER,), near=(SERVICE,), version=1)
def staff_number(site: Reading) -> Answer:
    """
    Looks at the number of staff (jumlah pelaksana), component 11.

    Met: a number, under a label of its own, on a page or document of the standard.
    Partly met: named there without what it should say.
    Not met: not published. It need not be: the component stays in the decree, so this is reported without weight.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, manufacturing component.
    """
    return inner_answer(site, Topic.STAFF_NUMBER, say("Jumlah pelaksana belum ditemukan di situs ini."))
