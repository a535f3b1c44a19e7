"""Every part of a page to what it says: the labelled ones by their label, the others by the words in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from model.reading import Topic, Zone
from reading.judged import Judged
from reading.parts import Part
from reading.proof import Witness
from reading.scalars import judge_fee, judge_time, stray_fee, stray_time

Judge = Callable[[Part], Judged | None]

BY_LABEL: dict[str, Judge] = {
    Topic.COMPLETION_TIME: judge_time,
    Topic.FEE: judge_fee,
}
"""Judges of the parts that stand under a label."""

STRAY: dict[str, Judge] = {
    Topic.COMPLETION_TIME: stray_time,
    Topic.FEE: stray_fee,
}
"""Judges of what stands under another label or none."""

_READ = frozenset({Zone.MAIN, Zone.DIALOG})


@dataclass(frozen=True, slots=True)
class Found:
    """A judgement, the part that it was made from, and the document that proves it."""

    part: Part
    judged: Judged
    witness: Witness


def judge_parts(parts: tuple[Part, ...], witness: Witness) -> Iterator[Found]:
    """What the parts of the main content say, in reading order; an umbrella label counts as a label."""
    for part in parts:
        if part.zone not in _READ:
            continue
        component = part.component or part.umbrella
        judge = BY_LABEL.get(component)
        if judge is not None and (judged := judge(part)) is not None:
            yield Found(part, judged, witness)
        if not part.blocks:
            continue
        for topic, stray in STRAY.items():
            if topic != component and (judged := stray(part)) is not None:
                yield Found(part, judged, witness)
