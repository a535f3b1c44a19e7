"""The agency publishes its vision and mission (visi dan misi)."""

from __future__ import annotations

from checks._check import Answer, check
from checks._topic import answer_from
from model.reading import Reading, Topic
from model.sentence import say


@check(needs=(Topic.VISION_MISSION,), version=1)
def vision_mission(site: Reading) -> Answer:
    """
    Looks at the agency's vision and mission (visi dan misi).

    Met: the text of this agency's vision and mission.
    Partly met: one of the two.
    Not met: no text, or a bare heading.
    Basis: indicator 8 of the Ombudsman's process dimension, 2022-2024.
    """
    absent = say("Visi dan misi instansi belum ditemukan di situs ini.")
    return answer_from(site.about(Topic.VISION_MISSION), absent)
