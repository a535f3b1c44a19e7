"""Every part of a page to what it says: the labelled ones by their label, the others by the words in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from model.reading import Document, Grade, Topic, Zone
from reading.agency import judge_agency
from reading.by_order import parts_by_order
from reading.cards import cards_as_parts
from reading.commitments import judge_legal, judge_pledge, stray_legal
from reading.complaints import judge_complaint_page, judge_complaints, stray_complaints
from reading.descriptions import describe_product
from reading.flow_pictures import judge_flow
from reading.inner_parts import INNER, judge_inner
from reading.judged import Judged
from reading.lists import judge_procedure, judge_product, judge_requirements, stray_procedure, stray_requirements
from reading.parts import Part, parts_of
from reading.proof import Witness
from reading.scalars import judge_fee, judge_time, stray_fee, stray_time
from reading.sentences import told_requirements

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

STRAY: dict[str, Judge] = {
    Topic.REQUIREMENTS: stray_requirements,
    Topic.PROCEDURE: stray_procedure,
    Topic.PRODUCT: describe_product,
    Topic.COMPLETION_TIME: stray_time,
    Topic.FEE: stray_fee,
    Topic.COMPLAINT_HANDLING: stray_complaints,
    Topic.LEGAL_BASIS: stray_legal,
}
"""Judges of what stands under another label or none."""

_READ = frozenset({Zone.MAIN, Zone.DIALOG})


@dataclass(frozen=True, slots=True)
class Found:
    """A judgement, the part that it was made from, and the document that proves it."""

    part: Part
    judged: Judged
    witness: Witness


def judge_document(document: Document, titles: Sequence[str], witness: Witness) -> Iterator[Found]:
    """What the main content says, in reading order; an umbrella label counts as a label.

    titles: of the page, and its first headings.
    """
    parts = parts_of(document)
    if not parts:
        return
    for judged in judge_agency(document, witness.at.year):
        yield Found(parts[0], judged, witness)
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


_OF_LISTS = frozenset({Topic.REQUIREMENTS, Topic.PROCEDURE})
_ALL = frozenset(Topic)


def judge_part(part: Part, witness: Witness, topics: frozenset[Topic] = _ALL) -> Iterator[Found]:
    """What one part of the main content says on these topics."""
    if part.zone in _READ:
        yield from (f for f in _judged(part, witness, topics) if f.judged.topic in topics)
    elif part.zone is Zone.FOOTER and part.component == Topic.COMPLAINT_HANDLING:
        yield from _in_footer(part, witness)


def _in_footer(part: Part, witness: Witness) -> Iterator[Found]:
    """A channel that the foot of every page offers for complaints, under a label that says so."""
    judged = judge_complaints(part)
    if judged is not None and judged.grade is Grade.CLEAR:
        yield Found(part, judged, witness)


def _judged(part: Part, witness: Witness, topics: frozenset[Topic]) -> Iterator[Found]:
    heading_only = all(b.text == part.label for b in part.blocks)
    component = part.component or ("" if heading_only else part.umbrella)
    judge = BY_LABEL.get(component)
    if judge is not None and (judged := judge(part)) is not None:
        yield Found(part, judged, witness)
    if not part.blocks:
        return
    for topic, stray in STRAY.items():
        if topic != component and topic in topics and (judged := stray(part)) is not None:
            yield Found(part, judged, witness)
    if (judged := told_requirements(part)) is not None:
        yield Found(part, judged, witness)
