"""What a statement needs around it: a free-standing "gratis" or a cited rule counts only on a page about a service."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from model.reading import Grade, Topic
from model.sentence import say
from reading.components import Found
from reading.descriptions import DESCRIPTION
from reading.gated import compiled
from reading.sentences import IN_SENTENCE
from reading.service_names import is_service_name

_VALUES = frozenset(
    {Topic.REQUIREMENTS, Topic.PROCEDURE, Topic.COMPLETION_TIME, Topic.FEE, Topic.PRODUCT, Topic.PLEDGE}
)

_PRICE_TAG = compiled(r"\W*(?:harga|price)\b", re.I)
"""A label of goods too: "Harga: Rp 10.000" below the name of what a village sells."""


def settle(found: Sequence[Found], page_name: str) -> list[Found]:
    """The same, with statements lowered that nothing on the page binds to a service. page_name: cleaned title or ""."""
    labelled = {f.judged.topic for f in found if f.part.component == f.judged.topic}
    clear = {f.judged.topic for f in found if f.judged.grade is Grade.CLEAR and f.judged.value != DESCRIPTION} & _VALUES
    about_service = bool(page_name and is_service_name(page_name))
    return [_settled(f, labelled, clear, about_service) for f in found]


def _settled(item: Found, labelled: set[Topic], clear: set[Topic], about_service: bool) -> Found:
    judged, topic = item.judged, item.judged.topic
    if judged.grade is not Grade.CLEAR or (item.part.component == topic and not _PRICE_TAG.match(item.part.label)):
        return item
    others = clear - {topic}
    if topic is Topic.LEGAL_BASIS and judged.trap == "cited" and not others & labelled:
        says = say("Peraturan disebut, tetapi bukan sebagai dasar suatu layanan di halaman ini.")
        return replace(item, judged=replace(judged, grade=Grade.PARTIAL, says=says, trap="cited"))
    goods = item.part.component == topic
    if topic is Topic.REQUIREMENTS and judged.trap == IN_SENTENCE and not (others & labelled or about_service):
        says = say("Berkas disebut dalam kalimat, tetapi tidak terikat pada suatu layanan.")
        return replace(item, judged=replace(judged, grade=Grade.PARTIAL, says=says))
    listed = len(getattr(judged.value, "amounts", ())) >= 2
    bound = others or about_service or (not goods and (listed or labelled & _VALUES))
    if topic in (Topic.FEE, Topic.COMPLETION_TIME) and not bound:
        says = say("Disebut di halaman ini, tetapi tidak terikat pada suatu layanan.")
        return replace(item, judged=replace(judged, grade=Grade.PARTIAL, says=says, trap="unbound"))
    return item
