"""Reports of events: they name every component of a standard and give none."""

from __future__ import annotations

import re

from reading.vocabulary import pattern

_DATELINE = re.compile(r"^\W*[A-Z][A-Za-z .,/()-]{2,40}(?:,|\s+[-–—])\s*(?:[A-Z][a-z]+ ?\(|\(?\d{1,2}[/ ]|[A-Z])")
_LONG_DATE = re.compile(
    r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\s*,?\s*\(?\d{1,2}(?:[/-]\d{1,2}|\s+[a-z]+\s+\d{4})", re.I
)


def is_news(main: str, sentences: int) -> bool:
    """Whether the text reads like a report of an event: speech, visits, a dateline. sentences: how many it has."""
    text = main[:12_000]
    speech = len(pattern("speech_verbs").findall(text))
    cues = {" ".join(m.lower().split()) for m in pattern("news_cues").findall(text)}
    dated = bool(_LONG_DATE.search(text)) or any(
        _DATELINE.match(line) for line in text.split("\n")[:6] if len(line) > 120
    )
    score = min(speech, 3) + min(len(cues), 4) + 2 * dated
    return score >= 4 and sentences >= 3


def is_dated(main: str) -> bool:
    """Whether a date, a place line or a by-line stands near the beginning, as over an article."""
    beginning = main[:700]
    return bool(_DAY.search(beginning) or _BY_LINE.search(beginning))


_DAY = re.compile(
    r"\b\d{1,2}\s+(?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*\.?,?\s+20\d\d\b"
    r"|\b(?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*\.?\s+\d{1,2},\s+20\d\d",
    re.I,
)
_BY_LINE = re.compile(r"\b(?:diposting|posted|penulis|ditulis oleh|dibaca|views|admin)\b", re.I)
