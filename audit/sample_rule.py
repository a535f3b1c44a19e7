"""An older form of one rule, with which the first month of the sample is judged.

Rules change from year to year. In the second month the same site is judged by the present rule; the points that it
loses then are the rule's doing, and the trend must say so.
"""

from __future__ import annotations

from checks._check import SERVICE, Answer, Check, check
from checks._run import all_checks
from checks._topic import answer_from
from model.finding import Verdict
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.DECREE, Topic.LEGAL_BASIS), near=(SERVICE,), version=0)
def standard_decree(site: Reading) -> Answer:
    """
    Looks at the decree of the standard, as the rule was before version 1.

    Met: the decree, or any regulation on which services rest. Version 1 asks for the decree itself.
    """
    absent = say("Keputusan (SK) penetapan standar pelayanan belum ditemukan di situs ini.")
    decree = answer_from(site.about(Topic.DECREE), absent)
    return decree if decree.verdict is not Verdict.NOT_MET else answer_from(site.about(Topic.LEGAL_BASIS), absent)


def older_checks() -> tuple[Check, ...]:
    """All checks, this one in place of its successor."""
    return tuple(standard_decree if one.id == standard_decree.id else one for one in all_checks())
