"""The language of a report: Bahasa Indonesia as written in the code, English by a catalogue (gettext) of msgids.

What strangers wrote (quotes, names, addresses) is never translated; neither is the example text of an instrument,
which is meant for an Indonesian page.
"""

from __future__ import annotations

import functools
import gettext
import re
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from model.instrument import Criterion, Instrument, ZoneScale
from model.sentence import Sentence, Value
from reports import figures
from reports.zone_time import ZoneTime

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "patuh"

_SWAP = str.maketrans(",.", ".,")
_FIGURE = re.compile(r"[+−±]?\d{1,3}(?:\.\d{3})*,\d{1,2}(?:–\d{1,3},\d{2})?")
_MONTH = re.compile(rf"({'|'.join(figures.MONTHS)}) (\d{{4}})")
_COUNTED = re.compile(r"(.+) \((\d+)\)")
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_TERMS = frozenset(
    {"lacking", "there", "label", "unknown", "rest", "zone", "channels", "cause", "causes", "reach", "title", "word"}
)
"""Names of values in sentences that hold our own words, joined by the marks below; all others are strangers' words."""

_JOINTS = re.compile(r"(; |, | dan )")

_PLACES = re.compile(
    r"(?<!['\w])(?:teks halaman|daftar keterangan|halaman|tabel|baris|bagian|lembar|salindia|paragraf|formulir|judul"
    r"|tautan|gambar)\b(?= ['\d\w]|,|$)"
)


@dataclass(frozen=True, slots=True)
class Language:
    """code: as in `<html lang>`. english: whether msgids are looked up and figures are written the English way."""

    code: str

    @property
    def english(self) -> bool:
        return self.code != "id"

    def word(self, text: str) -> str:
        """One of our own texts in this language; a text that no catalogue knows stays as it is."""
        return _catalogue(self.code).gettext(text) if text and self.english else text

    def several(self, text: str, texts: str, count: int) -> str:
        return _catalogue(self.code).ngettext(text, texts, count) if self.english else text

    def sentence(self, said: Sentence) -> str:
        """A sentence with its values filled in."""
        if not self.english:
            return str(said)
        return self.word(said.pattern).format(**{name: self._value(name, value) for name, value in said.values})

    def instrument(self, instrument: Instrument) -> Instrument:
        """The instrument in this language, but for its examples; texts that no catalogue knows stay."""
        if not self.english:
            return instrument
        criteria = tuple(self._criterion(criterion) for criterion in instrument.criteria)
        return replace(
            instrument, title=self.word(instrument.title), note=self.word(instrument.note), criteria=criteria
        )

    def scale(self, scale: ZoneScale) -> ZoneScale:
        if not self.english:
            return scale
        zones = tuple(replace(zone, label=self.word(zone.label)) for zone in scale.zones)
        return replace(scale, title=self.word(scale.title), zones=zones)

    def place(self, where: str) -> str:
        """ "page 2, table 1, row 3" for "halaman 2, tabel 1, baris 3"; quoted headings stay."""
        if not self.english:
            return where
        return _PLACES.sub(lambda found: self.word(found[0]), where)

    def _criterion(self, criterion: Criterion) -> Criterion:
        return replace(
            criterion,
            title=criterion.title_en or self.word(criterion.title),
            group=self.word(criterion.group),
            legal_basis=self.word(criterion.legal_basis),
            counts_when=self.word(criterion.counts_when),
            remedy=self.word(criterion.remedy),
        )

    def number(self, value: Fraction | int, places: int = 2) -> str:
        return self._figure(figures.number(value, places))

    def short_number(self, value: Fraction | int) -> str:
        return self._figure(figures.short_number(value))

    def score(self, value: Fraction) -> str:
        return self._figure(figures.score_words(value))

    def interval(self, low: Fraction, high: Fraction) -> str:
        return self._figure(figures.interval(low, high))

    def signed(self, value: Fraction) -> str:
        return self._figure(figures.signed(value))

    def date(self, at: datetime, zone: ZoneTime) -> str:
        """ "22 November 2026" by the agency's clock."""
        return figures.date_words(at, zone, self._months())

    def moment(self, at: datetime, zone: ZoneTime) -> str:
        """ "22 November 2026 pukul 14.05 WIT", "22 November 2026, 14:05 WIT"."""
        if not self.english:
            return figures.time_words(at, zone)
        return f"{self.date(at, zone)}, {zone.local(at):%H:%M} {zone.name}"

    def time(self, at: datetime, zone: ZoneTime) -> str:
        """ "14.05.09", "14:05:09"."""
        return zone.local(at).strftime("%H:%M:%S" if self.english else "%H.%M.%S")

    def period(self, period: str) -> str:
        """ "November 2026" for "2026-11"."""
        return figures.period_words(period, self._months())

    def period_short(self, period: str) -> str:
        """ "Nov 26" for "2026-11"."""
        return figures.period_short(period, self._months())

    def _months(self) -> tuple[str, ...]:
        return _ENGLISH_MONTHS if self.english else figures.MONTHS

    def _figure(self, written: str) -> str:
        return written.translate(_SWAP) if self.english else written

    def _value(self, name: str, value: Value) -> Value:
        if not isinstance(value, str):
            return value
        if _FIGURE.fullmatch(value):
            return self._figure(value)
        if (month := _MONTH.fullmatch(value)) is not None:
            return f"{self._months()[figures.MONTHS.index(month[1])]} {month[2]}"
        return self._terms(value) if name in _TERMS else value

    def _terms(self, value: str) -> str:
        whole = self.word(value)
        if whole != value:
            return whole
        return "".join(self._term(part) for part in _JOINTS.split(value))

    def _term(self, part: str) -> str:
        if part == " dan ":
            return f" {self.word('dan')} "
        if (counted := _COUNTED.fullmatch(part)) is not None:
            return f"{self.word(counted[1])} ({counted[2]})"
        count, blank, term = part.partition(" ")
        return f"{count} {self.word(term)}" if blank and count.isdigit() else self.word(part)


INDONESIAN = Language("id")
ENGLISH = Language("en")
LANGUAGES: dict[str, Language] = {language.code: language for language in (INDONESIAN, ENGLISH)}
"""The choices of `--lang`."""


@functools.cache
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALE, [code], fallback=False)
