"""What `patuh zones` and `patuh official` do."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table

from audit.cli import Exit, write_json
from audit.screen import out, say_line
from audit.standing.official import FILE, OfficialMistakes, load_official, official_of
from audit.unfit import Unfit
from audit.zones import scale_for, zone_of
from model.official import OfficialScore
from reports.figures import score_words


def run_zones(value: str, year: int, *, as_json: bool) -> int:
    """`patuh zones`. Raises Unfit."""
    number = value_of(value)
    try:
        scale = scale_for(year)
    except LookupError as error:
        raise Unfit(f"{error.args[0]} Tahun yang dikenal: 2015 sampai 2025.") from error
    zone = zone_of(number, scale)
    found = {
        "zone": zone.zone if zone else None,
        "category": (zone.category or None) if zone else None,
        "label": zone.label if zone else scale.title,
        "scale": scale.id,
    }
    if as_json:
        write_json(found)
    else:
        letter = f", kategori {found['category']}" if found["category"] else ""
        alias = f" Sebutan lain di media: {zone.alias}." if zone and zone.alias else ""
        say_line(f"{score_words(number)} pada {year}: {found['label']}{letter} (skala {scale.id}).{alias}")
    return Exit.FINE


def value_of(text: str) -> Fraction:
    """A value of 0..100 with a decimal point or comma. Raises Unfit."""
    try:
        number = Fraction(Decimal(text.strip().replace(",", ".")))
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise Unfit(f"“{text}” bukan bilangan. Tulis misalnya 77.69 atau 77,69.") from error
    if not 0 <= number <= 100:
        raise Unfit(f"“{text}” di luar 0 sampai 100. Tulis misalnya 77.69.")
    return number


def run_official(agency: str, file: Path | None, *, as_json: bool) -> int:
    """`patuh official`. Raises Unfit."""
    try:
        scores = load_official(file or FILE)
    except OfficialMistakes as error:
        raise Unfit(str(error)) from error
    chosen = official_of(agency, scores) if agency else scores
    if not chosen:
        raise Unfit(f"Belum ada nilai resmi untuk “{agency}”. Tambahkan barisnya di {file or FILE}.")
    if as_json:
        write_json([official_data(score) for score in chosen])
    else:
        out.print(official_table(chosen))
        say_line("Nilai resmi ini dinyatakan oleh sumbernya masing-masing dan tidak ikut dalam Indeks Publikasi Web.")
    return Exit.FINE


def official_data(score: OfficialScore) -> dict[str, Any]:
    return {
        "agency": score.agency,
        "name": score.name,
        "year": score.year,
        "value": None if score.value is None else float(score.value),
        "zone": score.zone or None,
        "category": score.category or None,
        "zone_by_scale": score.computed or None,
        "scale": score.scale or None,
        "assessed": score.assessed,
        "place": score.place or None,
        "of": score.of or None,
        "source": score.source,
        "note": score.note,
    }


def official_table(scores: tuple[OfficialScore, ...]) -> Table:
    table = Table(title="Nilai resmi Ombudsman (bukan Indeks Publikasi Web)", title_justify="left")
    for heading in ("Instansi", "Tahun", "Nilai", "Zona", "Tempat", "Sumber"):
        table.add_column(heading, overflow="fold")
    for score in scores:
        value = "–" if score.value is None else score_words(score.value)
        zone = (score.zone or score.computed or "–") if score.assessed else "tidak dinilai"
        letter = f" ({score.category})" if score.category else ""
        place = f"{score.place} dari {score.of}" if score.place else ""
        table.add_row(escape(score.name), str(score.year), value, zone + letter, place, escape(score.source))
    return table
