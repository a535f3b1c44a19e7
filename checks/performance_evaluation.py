"""The standard says how its staff is evaluated (evaluasi kinerja pelaksana)."""

from __future__ import annotations

from checks._check import SERVICE, Answer, check
from checks._inner import inner_answer
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.PERFORMANCE_EVALUATION,), near=(SERVICE,), version=1)
def performance_evaluation(site: Reading) -> Answer:
    """
    Looks at the evaluation of the staff (evaluasi kinerja pelaksana), component 14.

    Met: how or when it is done, under a label of its own, on a page or document of the standard.
    Partly met: named there without what it should say.
    Not met: not published. It need not be: the component stays in the decree, so this is reported without weight.
    Law: UU 25/2009 article 21; PermenPANRB 15/2014, manufacturing component.
    """
    return inner_answer(
        site, Topic.PERFORMANCE_EVALUATION, say("Evaluasi kinerja pelaksana belum ditemukan di situs ini.")
    )
