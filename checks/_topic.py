"""From the strongest statement on a topic to an answer: the common form of many checks."""

from __future__ import annotations

from collections.abc import Iterable

from checks._check import Answer, saw, saw_none
from model.finding import Verdict
from model.reading import Exhibit, Grade, Statement, best
from model.sentence import Sentence, say

MOST_EXHIBITS = 5  # a reader checks a few; the statements stay in the reading


def answer_from(statements: Iterable[Statement], absent: Sentence) -> Answer:
    """Clear: met. Partial: partly met. Only named, or nothing: not met, drawn from seeing nothing.

    absent: what to say when there is no statement at all. A statement without proof counts as none.
    """
    proven = [s for s in statements if s.exhibits]
    found = best(proven)
    if found is None:
        return saw_none(Verdict.NOT_MET, absent)
    if found.grade is Grade.NAMED:
        return saw_none(Verdict.NOT_MET, found.says, exhibits_of(proven))
    verdict = Verdict.MET if found.grade is Grade.CLEAR else Verdict.PARTLY_MET
    return saw(verdict, found.says, exhibits_of(s for s in proven if s.grade is found.grade))


def exhibits_of(statements: Iterable[Statement]) -> tuple[Exhibit, ...]:
    """The proofs of some statements, each once, in their order, at most five."""
    return tuple(dict.fromkeys(e for s in statements for e in s.exhibits))[:MOST_EXHIBITS]


def lowered(answer: Answer, pattern: str, **values: str | int) -> Answer:
    """A met answer taken down to partly met, with the reason."""
    if answer.verdict is not Verdict.MET:
        return answer
    return saw(Verdict.PARTLY_MET, say(pattern, **values), answer.exhibits)
