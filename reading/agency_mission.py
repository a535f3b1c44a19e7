"""Visi dan misi, moto pelayanan: what the agency says of its aims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from model.reading import Block, BlockKind, Grade, Topic
from model.sentence import say
from reading.agency_passages import Passage, Passages, beneath, content, opening
from reading.gated import Root, compiled
from reading.judged import Judged
from reading.mission import Mission
from reading.vocabulary import pattern

_LABEL = compiled(r"^\W*(?:\d{1,2}[.)]\s*)?(?:visi|misi|vision|mission)\b", re.I)
_AIMS = Root("visi", "misi", "vision", "mission")
_VISION = compiled(r"\bvis(?:i|ion)\b", re.I)
_MISSION = compiled(r"\bmis(?:i|sion)\b", re.I)
_PPID = compiled(r"\bppid\b|informasi publik", re.I)
_SENTENCE = compiled(
    r"\b(?P<what>visi|misi)\b(?:\s+(?!dan\b|misi\b)[\w()]+){0,9}?\s*(?:adalah|yaitu|yakni|ialah|:)"
    r"\s*(?P<said>[\"“]?\w[^\n]{14,})",
    re.I,
)
_MOTTO = compiled(r"^\W*(?:\d{1,2}[.)]\s*)?mott?o\b", re.I)
_RESTATED = compiled(r"^\W*(?:mott?o|visi|misi)\b(?!.*\b(?:adalah|yaitu|ialah)\b)[^:\"“]{0,70}:?\s*$", re.I)
_AIM_VERB = compiled(r"\W*(?:\d+[.)]\s*)?me\w{4,}\b", re.I)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_MOTTO_SENTENCE = compiled(r"\bmott?o\b[^.\"“”\n]{0,70}[\"“](?P<said>[^\"“”\n]{4,150})[\"”]", re.I)
_LONGEST_MOTTO = 250
MOST_LABEL_WORDS = 9


@dataclass(slots=True)
class _Aims:
    vision: list[Block] = field(default_factory=list)
    missions: list[Block] = field(default_factory=list)
    named: Passage | None = None
    of_ppid: bool = False


def judge_mission(passages: Passages) -> Iterator[Judged]:
    """The vision and the missions of a page together: a citizen is told both, one, or only the headings."""
    if not passages.speak_of(_AIMS, Topic.VISION_MISSION):
        return
    aims = _Aims()
    labelled = [i for i, p in enumerate(passages) if _is_label(p)]
    for i in labelled:
        _take(aims, passages, i)
    if not (aims.vision or aims.missions):
        for i in labelled:
            _take_together(aims, passages, i)
    if not (aims.vision or aims.missions):
        for passage in passages:
            _take_sentences(aims, passage)
    if aims.vision or aims.missions:
        yield _aims_told(aims)
    elif aims.named is not None:
        says = say("Visi dan misi hanya disebut judulnya; isinya tidak tertulis.")
        yield Judged(Topic.VISION_MISSION, Grade.NAMED, says, ((aims.named.label, ""),), None, "label_only")


def _take(aims: _Aims, passages: Sequence[Passage], i: int) -> None:
    """What stands under "Visi" or under "Misi"."""
    passage = passages[i]
    aims.named = aims.named or passage
    aims.of_ppid = aims.of_ppid or bool(_PPID.search(" ".join((passage.heading, *passage.trail))))
    of_vision, of_mission = _VISION.search(passage.heading), _MISSION.search(passage.heading)
    if of_vision and of_mission:
        return
    said = _own(opening(beneath(passages, i)))
    if of_vision:
        aims.vision += said[:3]
    else:
        aims.missions += [b for b in said if b.kind is BlockKind.ITEM] or said


def _take_together(aims: _Aims, passages: Sequence[Passage], i: int) -> None:
    """Under "Visi dan Misi" without labels of their own: first the vision, then what begins with verbs."""
    if not (_VISION.search(passages[i].heading) and _MISSION.search(passages[i].heading)):
        return
    said = _own(opening(passages[i].blocks))
    missions = [b for b in said[1:] if _AIM_VERB.match(b.text)]
    if missions:
        aims.vision += said[:1]
        aims.missions += missions


def _own(blocks: Sequence[Block]) -> list[Block]:
    return [b for b in blocks if not _RESTATED.match(b.text)]


def _is_label(passage: Passage) -> bool:
    named = passage.component == Topic.VISION_MISSION and not pattern("mission_other").search(passage.heading)
    return bool(passage.heading) and (named or _is_aim(passage.heading))


def _is_aim(text: str) -> bool:
    return (
        bool(_LABEL.match(text)) and len(text.split()) <= MOST_LABEL_WORDS and not pattern("mission_other").search(text)
    )


def _take_sentences(aims: _Aims, passage: Passage) -> None:
    """ "Visi Dinas Sosial adalah terwujudnya ..." in running text."""
    for block in content(passage.blocks) if _SENTENCE.may_match(passage.text) else ():
        for found in _SENTENCE.finditer(block.text):
            if not pattern("mission_other").search(found.group()):
                (aims.vision if found["what"].lower() == "visi" else aims.missions).append(block)


def _aims_told(aims: _Aims) -> Judged:
    value = Mission(aims.vision[0].text[:300] if aims.vision else "", tuple(b.text[:300] for b in aims.missions[:20]))
    shown = tuple((b, "") for b in (*aims.vision[:1], *aims.missions[:1]))
    first = shown[0][0].text[:120].rstrip(".")
    topic = Topic.VISION_MISSION
    if aims.of_ppid:
        says = say("Visi dan misi yang tertulis milik PPID, bukan visi dan misi instansi: {text}.", text=first)
        return Judged(topic, Grade.PARTIAL, says, shown, value, "ppid_only")
    if aims.vision and aims.missions:
        return Judged(topic, Grade.CLEAR, say("Visi dan misi tertulis: {text}.", text=first), shown, value)
    there, lacking = ("Visi", "misi") if aims.vision else ("Misi", "visi")
    says = say("{there} tertulis, tetapi {lacking} tidak ada di halaman ini.", there=there, lacking=lacking)
    return Judged(topic, Grade.PARTIAL, says, shown, value, "one_of_two")


def judge_motto(passages: Passages) -> Iterator[Judged]:
    """The motto of the service, apart from slogans and from the motto on a coat of arms."""
    if not passages.speak_of(_MOTTO, Topic.MOTTO):
        return
    for i, passage in enumerate(passages):
        heading = passage.heading
        if passage.component == Topic.MOTTO or (_MOTTO.match(heading) and len(heading.split()) <= MOST_LABEL_WORDS):
            yield _motto_told(passage, beneath(passages, i))
        else:
            yield from _motto_in_sentence(passage)


def _motto_told(passage: Passage, blocks: Sequence[Block]) -> Judged:
    near = [b for b in blocks if b.text and b.kind is not BlockKind.IMAGE][:3]
    empty = next((i for i, b in enumerate(near) if not _LETTERS.search(b.text)), len(near))
    said = [b for b in content(near[:empty], 2) if not _RESTATED.match(b.text) and len(b.text) <= _LONGEST_MOTTO]
    if not said:
        says = say("Moto hanya disebut judulnya; isinya tidak tertulis.")
        return Judged(Topic.MOTTO, Grade.NAMED, says, ((passage.label, ""),), None, "label_only")
    block = said[0]
    context = "\n".join((passage.heading, *passage.trail, passage.text[:600]))
    if pattern("emblem_words").search(context):
        says = say('"{text}" adalah moto daerah, bukan moto pelayanan.', text=block.text[:120])
        return Judged(Topic.MOTTO, Grade.NAMED, says, ((block, ""),), block.text, "coat_of_arms")
    if pattern("slogan_words").search(passage.heading) and not re.search(r"mott?o", passage.heading, re.I):
        says = say('Tertulis semboyan "{text}"; tidak jelas apakah ini moto pelayanan.', text=block.text[:120])
        return Judged(Topic.MOTTO, Grade.PARTIAL, says, ((block, ""),), block.text, "slogan")
    says = say("Moto pelayanan tertulis: {text}.", text=block.text[:120].rstrip("."))
    return Judged(Topic.MOTTO, Grade.CLEAR, says, ((block, ""),), block.text[:_LONGEST_MOTTO])


def _motto_in_sentence(passage: Passage) -> Iterator[Judged]:
    for block in passage.blocks if _MOTTO_SENTENCE.may_match(passage.text) else ():
        found = _MOTTO_SENTENCE.search(block.text)
        if found and not pattern("emblem_words").search(f"{passage.heading}\n{passage.text[:600]}"):
            says = say("Moto pelayanan tertulis: {text}.", text=found["said"][:120])
            yield Judged(Topic.MOTTO, Grade.CLEAR, says, ((block, found["said"]),), found["said"])
