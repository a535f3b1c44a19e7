"""The agency publishes its satisfaction survey (SKM/IKM)."""

from __future__ import annotations

from checks._check import Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.SURVEY,), version=1)
def satisfaction_survey(site: Reading) -> Answer:
    """
    Looks at the result of the public satisfaction survey (survei kepuasan masyarakat, indeks kepuasan masyarakat).

    Met: a value with its period.
    Partly met: a value without a period, or a survey form without a result.
    Not met: no survey.
    Law: PermenPANRB 14/2017.
    """
    absent = say("Hasil survei kepuasan masyarakat belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.SURVEY), absent)
