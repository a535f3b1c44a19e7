"""Reports of events: they name every component of a standard and give none."""

from __future__ import annotations

import re

from reading.gated import compiled
from reading.page_text import PageText
from reading.vocabulary import pattern

_DATELINE = re.compile(r"^\W*[A-Z][A-Za-z .,/()-]{2,40}(?:,|\s+[-–—])\s*(?:[A-Z][a-z]+ ?\(|\(?\d{1,2}[/ ]|[A-Z])")
_LONG_DATE = compiled(
    r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\s*,?\s*\(?\d{1,2}(?:[/-]\d{1,2}|\s+[a-z]+\s+\d{4})", re.I
)


def is_news(main: str, sentences: int) -> bool:
    """Whether the text reads like a report of an event: speech, visits, a dateline. sentences: how many it has."""
    text = main[:12_000]
    if sentences < _FEWEST or not (pattern("news_cues").may_match(text) or pattern("speech_verbs").may_match(text)):
        return False
    speech = len(pattern("speech_verbs").findall(text))
    cues = {" ".join(m.lower().split()) for m in pattern("news_cues").findall(text)}
    score = min(speech, 3) + min(len(cues), 4)
    return score >= _ENOUGH or (score + _DATED >= _ENOUGH and _is_reported(text))


def _is_reported(text: str) -> bool:
    """Whether the text tells the day of an event, or begins with a place as reports do."""
    return bool(_LONG_DATE.search(text)) or any(
        _DATELINE.match(line) for line in text.split("\n")[:6] if len(line) > 120
    )


_FEWEST = 3
"""Sentences of a report."""

_ENOUGH, _DATED = 4, 2
"""Signs that make a report, and how many of them a date is worth."""


def is_dated(main: str) -> bool:
    """Whether a date, a place line or a by-line stands near the beginning, as over an article."""
    beginning = main[:700]
    return bool(_DAY.search(beginning) or _BY_LINE.search(beginning))


def is_announcement(title: str, text: PageText) -> bool:
    """Whether a page tells of one event or change in running text: "Sehubungan dengan bulan suci Ramadan, ..."."""
    if _LIST_OF_NEWS.match(title):
        return True
    if not text.sentences or text.link_share > 0.3:
        return False
    return bool(_OCCASION.search(text.main[:900]) or (len(text.main) < 2_000 and _DAY_LINE.search(text.main[:700])))


_LIST_OF_NEWS = compiled(r"(?:detail\s+|daftar\s+|arsip\s+)?(?:berita|artikel|warta|kabar)(?!\s+acara)\b", re.I)
_OCCASION = compiled(
    r"\b(?:sehubungan\s+dengan|(?:merujuk|berdasarkan)\s+surat\s+(?:edaran|bupati|wali\s?kota|gubernur|menteri|keputusan)"
    r"|dalam\s+rangka\s+(?:memperingati|hari|menyambut|memeriahkan|promosi)"
    r"|dilaksanakan\s+(?:dari|pada|mulai)\s+(?:hari|tanggal)|telah\s+(?:ditutup|berakhir|dilaksanakan))\b",
    re.I,
)
_DAY_LINE = compiled(
    r"^(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu),?\s+)?\d{1,2}\s+(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)[a-z]*"
    r"\s+20\d\d(?:\W.{0,40})?$",
    re.I | re.M,
)
"""A date on a line of its own, as over an article."""

_DAY = compiled(
    r"\b\d{1,2}\s+(?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*\.?,?\s+20\d\d\b"
    r"|\b(?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)[a-z]*\.?\s+\d{1,2},\s+20\d\d",
    re.I,
)
_BY_LINE = compiled(r"\b(?:diposting|posted|penulis|ditulis oleh|dibaca|views|admin)\b", re.I)
