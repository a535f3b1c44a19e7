"""What a heading, a table cell or a label before a colon names, in spite of numbering, case and misspelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from model.reading import Topic
from reading.vocabulary.load import label_entries, normalise, words
from reading.vocabulary.spelling import Spelling

MAX_CHARS = 140
MAX_WORDS = 14

_NUMBERING = re.compile(
    r"^(?:[\s•·●▪■◆►»✓✔>*#\-–—_|.:]+|(?:no\.?\s*)?\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,5}|[a-z])\s*[.)\]:]\s*"
    r"|(?:[ivx]{2,5}|\d{1,2}(?:\.\d{1,2})*)\s+(?=\D)|\d{1,2}(?-i:(?=[A-Z][a-z])))+",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z]{3})(?=[A-Z0-9])")  # words that lost the space between them
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_JOINING = frozenset(words("label_joining"))
_SERVICE = frozenset(words("label_service"))
_OPENING = frozenset(words("label_opening"))
_SENTENCE = frozenset(words("label_sentence"))
_QUESTION = frozenset(words("label_question"))
_PARTS = re.compile(r"\s*(?:,|/|&|\+|;|\bdan\b|\bserta\b|\band\b)\s*", re.IGNORECASE)
_COLON = re.compile(r"\s{0,3}(?::|\t|\s[=–—-]\s)")
# After these labels stands a value; after others, as in "Persyaratan Penerbitan KTP", more of the label.
_VALUE_FOLLOWS = frozenset({"fee", "completion_time", "product", "legal_basis", "staff_number", "validity"})


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a text. text: the label as written. rest: what follows it."""

    component: str
    topic: Topic | None
    text: str
    rest: str


def topic_of_label(text: str) -> Topic | None:
    """The topic that a label names. None for other parts of a standard, and for what is no label."""
    component = component_of_label(text)
    return _topics().get(component) if component else None


def goes_on(label: str, text: str, component: str | None) -> bool:
    """Whether a text is the rest of a label that a narrow column broke: "Jangka Waktu" above "Pelayanan".

    Together they must be a label as the vocabulary has it, of the same component.
    """
    joined = f"{label} {text}"
    return "".join(_tokens(joined)) in _exact() and component_of_label(joined) == component


@lru_cache(maxsize=8192)
def component_of_label(text: str) -> str | None:
    """The part of a service standard that a label names: a topic's value, or e.g. "service_guarantee"."""
    names = _tokens(text)
    if not names:
        return None
    return _whole(names) or _whole(_bare(names)) or _first_of_parts(text) or _head(names)


def components_of_label(text: str) -> tuple[str, ...]:
    """All that a label names, e.g. both for "Waktu dan Biaya". Empty when it is no label."""
    names = _tokens(text)
    if not names:
        return ()
    whole = _whole(names) or _whole(_bare(names))
    if whole:
        return (whole,)
    several = _named_parts(text)
    first = _head(names)
    return several or ((first,) if first else ())


def split_label(text: str) -> Label | None:
    """A text that begins with a label: "Biaya/Tarif : Gratis", "Waktu Penyelesaian 10 hari", "BiayaGratis".

    None when the text does not begin with a label. rest may be empty.
    """
    beginning = text[: MAX_CHARS * 2]
    colon = _COLON.search(beginning, 2)
    if colon:
        component = component_of_label(text[: colon.start()])
        if component:
            return _label(component, text, colon.start())
    names = _tokens(text)
    whole = (_whole(names) or _whole(_bare(names))) if names else None
    if whole:
        return _label(whole, text, len(text))
    glued = _glued(text)
    if glued and (glued.component in _VALUE_FOLLOWS or re.search(r"\d", glued.rest)):
        return glued
    component = component_of_label(text)
    return _label(component, text, len(text)) if component else glued


def _label(component: str, text: str, end: int) -> Label:
    rest = re.sub(r"^[\s:=;\-–—]+(?=\D|\d)", "", text[end:])
    return Label(component, _topics().get(component), text[:end].strip(), "" if rest.strip() in ":=" else rest.strip())


def _glued(text: str) -> Label | None:
    """A label with its value on the same line and nothing between: the longest label that the text begins with."""
    start = len(text) - len(_strip(text))
    camel = _CAMEL.sub("\x1f", text[:MAX_CHARS])
    ends = [m.end() for m in islice(_WORD.finditer(camel, start), 7)]
    for end in reversed(ends):
        piece = camel[start:end].replace("\x1f", " ")
        names = tuple(t for t in _WORD.findall(normalise(piece)) if t not in _JOINING)
        component = _exact().get("".join(names)) or _exact().get("".join(_bare(names)))
        if component and len("".join(names)) >= 5:
            plain_end = end - camel[:end].count("\x1f")
            return _label(component, text, plain_end)
    return None


def _strip(text: str) -> str:
    text = text.lstrip()
    return _NUMBERING.sub("", text[: MAX_CHARS * 2]) + text[MAX_CHARS * 2 :]


def _tokens(text: str) -> tuple[str, ...]:
    """The words of a label that count; empty when the text is too long for a label."""
    if len(text) > MAX_CHARS * 2:
        return ()
    text = _strip(text)
    text = _BRACKETS.sub(" ", text) if not text.startswith(("(", "[")) else text
    text = normalise(_CAMEL.sub(" ", text))
    found = _WORD.findall(text)
    if not found or len(found) > MAX_WORDS or len(text) > MAX_CHARS:
        return ()
    return tuple(t for t in found if t not in _JOINING)


def _bare(names: tuple[str, ...]) -> tuple[str, ...]:
    """Without "pelayanan" and its like at either end, and without opening words such as "informasi"."""
    first, last = 0, len(names)
    while first < last - 1 and names[first] in _OPENING:
        first += 1
    while last - 1 > first and names[last - 1] in _SERVICE:
        last -= 1
    return names[first:last]


def _whole(names: tuple[str, ...]) -> str | None:
    key = "".join(names)
    return _exact().get(key) or _near(_spelling(), key)


def _near(spelling: Spelling, key: str) -> str | None:
    """The label that a misspelt one means. "Pengajuan" is no misspelt "Pengaduan"."""
    found = spelling.nearest(key)
    return None if found and "ajuan" in key and found.startswith("complaint") else found


def _first_of_parts(text: str) -> str | None:
    several = _named_parts(text)
    return several[0] if several else None


def _named_parts(text: str) -> tuple[str, ...]:
    """What the parts of "Syarat & Prosedur" name, if every part is a label of its own."""
    parts = [_tokens(p) for p in _PARTS.split(_strip(text)) if p.strip()]
    if not 2 <= len(parts) <= 4:
        return ()
    found = [_whole(p) or _whole(_bare(p)) for p in parts if p]
    named = [f for f in found if f]
    return tuple(dict.fromkeys(named)) if len(named) == len(parts) else ()


def _head(names: tuple[str, ...]) -> str | None:
    """The longest head with which the label begins, when the rest does not make it a sentence."""
    if names[0] in _OPENING and len(names) > 1:
        names = names[1:]
    if _SENTENCE.intersection(names[:6]) and not set(names[:2]) & _QUESTION:
        return None
    for size in range(min(6, len(names)), 0, -1):
        key = "".join(names[:size])
        found = _heads().get(key) or (_near(_head_spelling(), key) if len(key) >= 7 else None)
        if found:
            return found
    return None


@cache
def _topics() -> dict[str, Topic]:
    return {e.component: e.topic for e in label_entries() if e.topic}


@cache
def _exact() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in label_entries():
        for label in entry.labels:
            found.setdefault(_key(label), entry.component)
    return found


@cache
def _heads() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in label_entries():
        for head in entry.heads:
            found.setdefault(_key(head), entry.component)
    return found


@cache
def _spelling() -> Spelling:
    return Spelling(_exact())


@cache
def _head_spelling() -> Spelling:
    return Spelling(_heads())


def _key(label: str) -> str:
    return "".join(t for t in _WORD.findall(normalise(label)) if t not in _JOINING)
