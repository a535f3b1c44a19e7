"""The standard says what its staff must be able to do (kompetensi pelaksana)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._inner import inner_answer
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.STAFF_COMPETENCE,), near=(SERVICE,), version=1)
def staff_competence(site: Reading) -> Answer:
    """
    Looks at the competence asked of the staff (kompetensi pelaksana), component 8.

    Met: a qualification or skill, under a label of its own, on a page or document of the standard.
    Partly met: named there without what it should say.
    Not met: not published. It need not be: the component stays in the decree, so this is reported without weight.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, manufacturing component.
    """
    return inner_answer(site, Topic.STAFF_COMPETENCE, say("Kompetensi pelaksana belum ditemukan di situs ini."))
