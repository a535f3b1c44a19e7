"""A table of a standard that lost its lines: "1. Persyaratan Fotokopi KTP 2. Sistem, Mekanisme dan Prosedur ..."."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from reading.label_rules import STANDARD
from reading.vocabulary.load import label_entries

_FEWEST = 3
_BETWEEN = r"[\s,/&-]*(?:(?:dan|atau)\b[\s,/&-]*)*"
_HEAD = re.compile(r"\s*\bNO\.?\s*KOMPONEN\s*(?:STANDAR\s*PELAYANAN\s*)?URAIAN\s*$", re.I)
_HEADED = re.compile(r"\bKOMPONEN\s+(?:STANDAR\s+PELAYANAN\s+)?URAIAN\s+1\s", re.I)
"""The head of such a table whose numbers carry no dots, as in "NO KOMPONEN URAIAN 1 Persyaratan"."""

_NUMBERED = re.compile(r"\d{1,2}\s*[.)]")  # a cheap look before the dear one


def labels_and_values(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """(what stands before, (label, value) pairs) of one line. No pairs when the line is no such table.

    A label counts when a number stands before it and the numbers rise; one alone must run into its value
    without a space, as copied table cells do ("4.Biaya/TarifGratis").
    """
    headed = bool(_HEADED.search(text))
    if not (headed or _NUMBERED.search(text)):
        return text, ()
    found = [m for m in _pattern(dotted=not headed).finditer(text) if m.end() < len(text)]
    rising = [m for i, m in enumerate(found) if not i or int(m["number"]) > int(found[i - 1]["number"])]
    glued = bool(rising) and rising[0].start() == 0 and text[rising[0].end()].isalnum()
    if len({m["label"].casefold() for m in rising}) < _FEWEST and not glued:
        return text, ()
    edges = [*(m.start() for m in rising), len(text)]
    pairs = tuple(
        (m["label"], text[m.end() : b].strip(" :")) for m, (_, b) in zip(rising, pairwise(edges), strict=True)
    )
    return _HEAD.sub("", text[: edges[0]]).strip(), pairs


def label_and_list(text: str) -> tuple[str, tuple[str, ...]]:
    """(label, items) of a row whose list was copied behind its label: "2 Persyaratan 1. KTP 2. KK". No items else."""
    if not text[0].isdigit() or not (first := _FIRST_ITEM.search(text)):
        return "", ()
    head, rest = text[: first.start()], text[first.start() :].strip()
    if not (row := _ROW.match(head)) or not (found := _pattern().fullmatch(f"1. {row['label'].strip(' :')}")):
        return "", ()
    return found["label"], tuple(i.strip() for i in _ITEM.split(rest) if i.strip())


_FIRST_ITEM = re.compile(r"(?<=[\s:])(?:1|[aA])\s*[.)]\s*(?=[^\W\d_])")
_ROW = re.compile(r"\d{1,2}\s*[.)]?\s+(?P<label>[^\d]{5,80})$")
_ITEM = re.compile(r"(?<=\s)(?=\d{1,2}\s*[.)]\s*[A-Z])")


@cache
def _pattern(*, dotted: bool = True) -> re.Pattern[str]:
    phrases = {p for e in label_entries() if e.component in STANDARD for p in e.labels if len(p) >= 5}
    longest = sorted(phrases, key=lambda p: (-len(p), p))
    one = "|".join(_BETWEEN.join(map(re.escape, re.sub(r"\bdan\b", " ", p).split())) for p in longest)
    sign = "" if dotted else "?"
    return re.compile(rf"(?<![\w.])(?P<number>\d{{1,2}})\s*[.)]{sign}\s*(?P<label>(?i:{one}))(?![a-z])")
