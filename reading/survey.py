"""Survei kepuasan masyarakat (SKM/IKM): the result with its period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from reading.dates import find_periods
from reading.gated import compiled
from reading.vocabulary import component_of_label, fold_signs

_NAME = compiled(
    r"(?<!\w)(?:ikm|skm|indeks\s+kepuasan|survei\s+kepuasan|survey\s+kepuasan|nilai\s+kepuasan|nilai\s+interval|nilai\s+konversi|indeks\s+persepsi)(?!\w)",
    re.IGNORECASE,
)
_VALUE = compiled(
    r"(?<![\d.,/])(?P<value>\d{1,3}(?:[.,]\d{1,3})?)"
    r"(?![\d%]|[.,/]\d|\s*(?:orang|responden|tahun|unsur|hari|%|januari|februari))"
)
_QUALITY = re.compile(
    r"(?:mutu\s+(?:pelayanan|layanan|unit)?|kategori|predikat|kinerja\s+unit|\()[^A-D\n]{0,40}?(?<!\w)"
    r"(?:[\"'(]?(?P<grade>(?-i:[ABCD]))[\"')]?(?!\w)|(?P<word>sangat baik|kurang baik|tidak baik|baik))",
    re.IGNORECASE,
)
_GRADE_OF = {"sangat baik": "A", "baik": "B", "kurang baik": "C", "tidak baik": "D"}
_REACH = 220
MOST_PLACES = 25
"""Places in one text that are looked at."""


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """A satisfaction result. value: 25..100, or 1..4 on the interval scale, in hundredths (8250 is 82.50).

    period: as written, year: its last year, or "" and 0 when the text names none. quality: "A".."D", or "".
    """

    text: str
    value: int
    period: str = ""
    year: int = 0
    quality: str = ""

    @property
    def clear(self) -> bool:
        """Whether both the value and its period are told."""
        return bool(self.period)


def find_survey_result(text: str) -> SurveyResult | None:
    """The satisfaction result in a text, the one with a period first. None when no value stands beside its name."""
    plain = fold_signs(text)
    found = [r for m in islice(_NAME.finditer(plain), MOST_PLACES) if (r := _result(text, plain, m))]
    return max(found, key=lambda r: (r.clear, bool(r.quality)), default=None)


def _result(text: str, plain: str, name: re.Match[str]) -> SurveyResult | None:
    end = min(len(plain), name.end() + _REACH)
    area = plain[name.end() : end]
    periods = find_periods(plain[max(0, name.start() - 120) : end + 60])
    for m in _VALUE.finditer(area):
        hundredths = round(float(m["value"].replace(",", ".")) * 100)
        on_scale = 2500 <= hundredths <= 10000 or (100 <= hundredths <= 400 and re.search(r"[.,]\d", m["value"]))
        if not on_scale or _is_count(area, m):
            continue
        grade = _QUALITY.search(plain[name.start() : end + 120])
        quality = (grade["grade"] or _GRADE_OF[grade["word"].lower()]).upper() if grade else ""
        written = text[name.start() : name.end() + m.end()].strip()
        period = periods[-1] if periods else None
        return SurveyResult(
            written[:300], hundredths, period.text if period else "", period.year if period else 0, quality
        )
    return None


def _is_count(area: str, m: re.Match[str]) -> bool:
    """Whether a number is something else than a result: a day, a count, an item number, the number of a rule."""
    before = area[max(0, m.start() - 14) : m.start()].lower()
    after = area[m.end() : m.end() + 12].lower()
    if re.search(r"(?:nomor|no\.?|tahun|triwulan|semester|tanggal|jumlah|sebanyak|u|permenpan\w*)\s*$", before):
        return True
    return (
        bool(re.match(r"\s*(?:jan|feb|mar|apr|mei|jun|jul|ag|sep|okt|nov|des|s/d|tahun|/)", after))
        or "responden" in after
    )


def names_survey(heading: str) -> bool:
    """Whether a heading is about the satisfaction survey."""
    return component_of_label(heading) == "survey"
