"""The components that a standard keeps for the inside of the office: told where a standard is, and nowhere else."""

from __future__ import annotations

from checks._check import Answer
from checks._services import OWN_PAGE_KINDS
from checks._topic import answer_from
from model.reading import Reading, Statement, Topic
from model.sentence import Sentence


def inner_answer(site: Reading, topic: Topic, absent: Sentence) -> Answer:
    """The answer of one manufacturing component (komponen manufacturing).

    "Fasilitas", "Pengawasan" or "Evaluasi" on a page of the profile is no part of a standard and does not count.
    """
    kinds = {page.url: page.kind for page in site.pages}

    def in_a_standard(statement: Statement) -> bool:
        return any(e.url not in kinds or kinds[e.url] in OWN_PAGE_KINDS for e in statement.exhibits)

    return answer_from((s for s in site.about(topic) if in_a_standard(s)), absent)
