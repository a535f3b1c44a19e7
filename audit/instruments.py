"""Instruments and zone scales from TOML files, checked before anything is judged with them."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from audit.toml_text import Mistake, TomlMistakes, line_of, mistakes_of, read_toml
from checks._run import versions
from model.instrument import Criterion, Instrument, Zone, ZoneScale

FOLDER = Path(__file__).resolve().parent.parent / "instruments"
FRACTION = re.compile(r"\d{1,6}(/[1-9]\d{0,5})?")


def exact(value: object) -> Fraction:
    """A weight or floor as an exact fraction: 12, 2.5 or "1/3". Raises ValueError with a sentence."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and Decimal(value).is_finite():
        number = Fraction(value)
    elif isinstance(value, str) and FRACTION.fullmatch(value.strip()):
        number = Fraction(value.strip())
    else:
        raise ValueError(f'“{value}” bukan bilangan. Tulis misalnya 12, 2.5, atau "1/3".')
    if not 0 <= number <= 1000:
        raise ValueError(f"“{value}” di luar batas. Pakai bilangan dari 0 sampai 1000.")
    return number


Exact = Annotated[Fraction, BeforeValidator(exact)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Shape(BaseModel):
    """Strict: a misspelt key is told, and no text is taken for a number."""

    model_config = ConfigDict(extra="forbid", strict=True, arbitrary_types_allowed=True)


M = TypeVar("M", bound=Shape)


class CriterionRow(Shape):
    id: Id
    check: Id
    weight: Exact
    title: Text
    legal_basis: Text
    counts_when: Text
    remedy: Text
    example: Text
    effort: Annotated[int, Field(ge=1, le=1000)]
    group: str = ""
    own: bool = False
    title_en: str = ""


class InstrumentFile(Shape):
    id: Id
    version: Text
    title: Text
    note: str = ""
    criteria: Annotated[list[CriterionRow], Field(min_length=1)]


class ZoneRow(Shape):
    zone: Literal["hijau", "kuning", "merah"]
    label: Text
    floor: Exact
    category: Literal["", "A", "B", "C", "D", "E"] = ""
    alias: str = ""


class ScaleRow(Shape):
    id: Id
    years: Annotated[list[int], Field(min_length=1)]
    title: Text
    source: str = ""
    zones: list[ZoneRow]


class ScaleFile(Shape):
    scales: Annotated[list[ScaleRow], Field(min_length=1)]


def load_instrument(path: Path) -> Instrument:
    """An instrument (instrumen penilaian). Raises TomlMistakes, a ValueError whose text names file, line and remedy."""
    text, data = read_toml(path)
    shape = _shaped(InstrumentFile, path, text, data)
    mistakes = list(_criteria_mistakes(shape, text))
    if mistakes:
        raise TomlMistakes(path, mistakes)
    criteria = tuple(Criterion(**dict(row)) for row in shape.criteria)
    return Instrument(shape.id, shape.version, shape.title, criteria, shape.note.strip())


def load_scales(path: Path) -> tuple[ZoneScale, ...]:
    """The zone scales (skala zona) in file order. Raises TomlMistakes."""
    text, data = read_toml(path)
    shape = _shaped(ScaleFile, path, text, data)
    mistakes = list(_scale_mistakes(shape, text))
    if mistakes:
        raise TomlMistakes(path, mistakes)
    return tuple(
        ZoneScale(s.id, tuple(s.years), s.title, tuple(Zone(**dict(z)) for z in s.zones), s.source)
        for s in shape.scales
    )


def _shaped(shape: type[M], path: Path, text: str, data: dict[str, Any]) -> M:
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        raise TomlMistakes(path, mistakes_of(error, text)) from error


def _criteria_mistakes(shape: InstrumentFile, text: str) -> list[Mistake]:
    known = versions()
    seen: Counter[str] = Counter()
    mistakes = []
    for n, row in enumerate(shape.criteria):
        seen[row.id] += 1
        if seen[row.id] == 2:
            says = f"Indikator “{row.id}” tertulis dua kali. Hapus salah satu atau beri id lain."
            mistakes.append(Mistake(line_of(text, ("criteria", n, "id")), says))
        if row.check not in known:
            says = f"Pemeriksaan “{row.check}” tidak ada. Pilihan: {', '.join(sorted(known))}."
            mistakes.append(Mistake(line_of(text, ("criteria", n, "check")), says))
    if not any(row.weight for row in shape.criteria):
        mistakes.append(Mistake(1, "Semua bobot nol. Beri bobot pada sekurang-kurangnya satu indikator."))
    return mistakes


def _scale_mistakes(shape: ScaleFile, text: str) -> list[Mistake]:
    mistakes = []
    years: Counter[int] = Counter()
    ids: Counter[str] = Counter()
    for n, scale in enumerate(shape.scales):
        years.update(scale.years)
        ids[scale.id] += 1
        floors = [z.floor for z in scale.zones]
        if floors and floors[0] != 0:
            says = f"Zona terendah pada skala “{scale.id}” harus mulai dari 0."
            mistakes.append(Mistake(line_of(text, ("scales", n, "zones", 0, "floor")), says))
        if any(a >= b for a, b in pairwise(floors)) or any(f > 100 for f in floors):
            says = f"Batas zona pada skala “{scale.id}” harus naik dan tidak lebih dari 100."
            mistakes.append(Mistake(line_of(text, ("scales", n, "zones")), says))
        if ids[scale.id] == 2:
            says = f"Skala “{scale.id}” tertulis dua kali. Hapus salah satu."
            mistakes.append(Mistake(line_of(text, ("scales", n, "id")), says))
        if any(years[y] > 1 for y in scale.years):
            says = f"Tahun pada skala “{scale.id}” sudah dipakai skala lain. Satu tahun hanya punya satu skala."
            mistakes.append(Mistake(line_of(text, ("scales", n, "years")), says))
    return mistakes
