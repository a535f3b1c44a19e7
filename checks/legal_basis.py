"""The standard names the rules that the service rests on (dasar hukum)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._inner import inner_answer
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.LEGAL_BASIS,), near=(SERVICE,), version=1)
def legal_basis(site: Reading) -> Answer:
    """
    Looks at the legal basis of the services (dasar hukum), component 1.

    Met: a numbered regulation or decree, on a page or document of the standard.
    Partly met: named there without what it should say.
    Not met: not published. It need not be: the component stays in the decree, so this is reported without weight.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, manufacturing component.
    """
    return inner_answer(site, Topic.LEGAL_BASIS, say("Dasar hukum pelayanan belum ditemukan di situs ini."))
