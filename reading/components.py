"""Every part of a page to what it says: the labelled ones by their label, the others by the words in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from model.reading import Document, Grade, Topic, Zone
from reading.agency import as_news as news_of_agency
from reading.agency import judge_agency
from reading.by_order import parts_by_order
from reading.cards import cards_as_parts
from reading.commitments import RULE, judge_legal, judge_pledge, stray_legal
from reading.complaints import judge_complaint_page, judge_complaints, stray_complaints
from reading.descriptions import DESCRIBING, describe_product
from reading.flow_pictures import judge_flow
from reading.gated import Choice
from reading.handed_over import HANDING_OVER, product_handed_over
from reading.inner_parts import INNER, judge_inner
from reading.judged import Judged
from reading.lists import (
    PAPERS,
    judge_procedure,
    judge_product,
    judge_requirements,
    stray_procedure,
    stray_requirements,
)
from reading.parts import Part, parts_of
from reading.proof import Witness
from reading.scalars import A_FEE, A_TIME, judge_fee, judge_time, stray_fee, stray_time
from reading.sentences import BRINGING, told_requirements
from reading.vocabulary import pattern

Judge = Callable[[Part], Judged | None]

BY_LABEL: dict[str, Judge] = {
    Topic.REQUIREMENTS: judge_requirements,
    Topic.PROCEDURE: judge_procedure,
    Topic.PRODUCT: judge_product,
    Topic.COMPLETION_TIME: judge_time,
    Topic.FEE: judge_fee,
    Topic.COMPLAINT_HANDLING: judge_complaints,
    Topic.COMPLAINT_PROCEDURE: judge_complaints,
    Topic.LEGAL_BASIS: judge_legal,
    **dict.fromkeys(INNER, judge_inner),
}
"""Judges of the parts that stand under a label."""

STRAY: Choice[tuple[str | None, Judge]] = Choice(
    ((Topic.REQUIREMENTS, stray_requirements), (PAPERS,)),
    ((Topic.PROCEDURE, stray_procedure), ()),
    ((Topic.PRODUCT, describe_product), DESCRIBING),
    ((Topic.COMPLETION_TIME, stray_time), A_TIME),
    ((Topic.FEE, stray_fee), A_FEE),
    ((Topic.COMPLAINT_HANDLING, stray_complaints), (pattern("complaint_nouns"),)),
    ((Topic.LEGAL_BASIS, stray_legal), (RULE,)),
    ((None, told_requirements), (BRINGING,)),  # under its own label, too
    ((None, product_handed_over), HANDING_OVER),
)
"""Judges of what stands under another label or none, each with the patterns without which it has nothing to say."""

_READ = frozenset({Zone.MAIN, Zone.DIALOG})


@dataclass(frozen=True, slots=True)
class Found:
    """A judgement, the part that it was made from, and the document that proves it. agency: it is about the agency."""

    part: Part
    judged: Judged
    witness: Witness
    agency: bool = False


def judge_document(document: Document, titles: Sequence[str], witness: Witness) -> Iterator[Found]:
    """What the main content says, in reading order; an umbrella label counts as a label.

    titles: of the page, and its first headings.
    """
    parts = parts_of(document)
    if not parts:
        return
    for judged in judge_agency(document, witness.at.year):
        yield Found(parts[0], judged, witness, agency=True)
    for of_page in (judge_pledge(document.sections), judge_complaint_page(parts, titles)):
        if of_page is not None:
            yield Found(parts[0], of_page, witness)
    if (flow := judge_flow(document, witness.url)) is not None:
        yield Found(replace(parts[0], component=Topic.PROCEDURE), flow, witness)
    for part in parts:
        yield from judge_part(part, witness)
    for part in parts_by_order(document):
        yield from judge_part(part, witness)
    for part in cards_as_parts(parts):
        yield from judge_part(part, witness, _OF_LISTS)


def as_news(found: Sequence[Found], document: Document) -> list[Found]:
    """The same, when the page turns out to report an event: of the agency it proves only what surrounds the report."""
    told = [f for f in found if f.agency]
    if not told:
        return list(found)
    again = [replace(told[0], judged=judged) for judged in news_of_agency((f.judged for f in told), document)]
    return [*again, *(f for f in found if not f.agency)]


_OF_LISTS = frozenset({Topic.REQUIREMENTS, Topic.PROCEDURE})
_ALL = frozenset(Topic)


def judge_part(part: Part, witness: Witness, topics: frozenset[Topic] = _ALL) -> Iterator[Found]:
    """What one part of the main content says on these topics."""
    if part.zone in _READ:
        for judged in _judged(part):
            if judged.topic in topics:
                yield Found(part, judged, witness)
    elif part.zone is Zone.FOOTER and part.component == Topic.COMPLAINT_HANDLING:
        yield from _in_footer(part, witness)


def _in_footer(part: Part, witness: Witness) -> Iterator[Found]:
    """A channel that the foot of every page offers for complaints, under a label that says so."""
    judged = judge_complaints(part)
    if judged is not None and judged.grade is Grade.CLEAR:
        yield Found(part, judged, witness)


def _judged(part: Part) -> Iterator[Judged]:
    component = part.component
    if part.umbrella and not component and any(b.text != part.label for b in part.blocks):
        component = part.umbrella
    judge = BY_LABEL.get(component)
    if judge is not None and (judged := judge(part)) is not None:
        yield judged
    if not part.blocks:
        return
    for topic, stray in stray_judges(part):
        if topic != component and (judged := stray(part)) is not None:
            yield judged


def stray_judges(part: Part) -> tuple[tuple[str | None, Judge], ...]:
    """The judges, each with its topic, to whom the words of a part and those above it may say something."""
    cells = [cell for block in part.blocks for cell in block.cells]  # a row is cut where its text gets too long
    return STRAY.of(part.text, part.label, *part.headings[-2:], *cells)
