"""What `patuh checks` shows: the criteria of an instrument with the checks behind them."""

from __future__ import annotations

from typing import Any

from rich.markup import escape
from rich.table import Table

from audit.cli import Exit, write_json
from audit.screen import out as screen
from audit.screen import say_line
from audit.settings import yardstick
from audit.unfit import Unfit
from audit.words import english, word
from checks._run import versions
from model.instrument import Criterion, Instrument
from reports.figures import short_number
from reports.language import ENGLISH, INDONESIAN


def run_checks(name: str, instrument: str, *, as_json: bool) -> int:
    measure = (ENGLISH if english() else INDONESIAN).instrument(yardstick(instrument).instrument)
    chosen = [c for c in measure.criteria if name in ("", c.id, c.check)]
    if not chosen:
        known = ", ".join(c.id for c in measure.criteria)
        raise Unfit(f"Indikator “{name}” tidak ada dalam {measure.id}. Pilihan: {known}.")
    if as_json:
        write_json([as_data(criterion) for criterion in chosen])
    elif name:
        for criterion in chosen:
            show_one(criterion)
    else:
        show_all(measure)
    return Exit.FINE


def as_data(criterion: Criterion) -> dict[str, Any]:
    return {
        "id": criterion.id,
        "check": criterion.check,
        "version": versions()[criterion.check],
        "weight": str(criterion.weight),
        **{key: getattr(criterion, key) for key in ("title", "title_en", "legal_basis", "counts_when", "remedy")},
        "example": criterion.example,
        "effort_hours": criterion.effort,
    }


def show_all(measure: Instrument) -> None:
    table = Table(title=f"{measure.title} ({measure.id} {measure.version})", title_justify="left")
    for heading in ("Indikator", "Judul", "Bobot", "Pemeriksaan"):
        table.add_column(word(heading), overflow="fold")
    for one in measure.criteria:
        table.add_row(one.id, escape(one.title), short_number(one.weight), one.check)
    screen.print(table)
    say_line("Rincian satu indikator: patuh checks <indikator>")


def show_one(one: Criterion) -> None:
    say_line(f"{one.title} ({one.id}), bobot {short_number(one.weight)}")
    say_line(f"Dasar: {one.legal_basis}")
    say_line(f"Dihitung bila: {one.counts_when}")
    say_line(f"Perbaikan: {one.remedy}")
    say_line(f"Contoh: {one.example}")
    say_line(f"Perkiraan pengerjaan: {one.effort} jam. Pemeriksaan: {one.check} versi {versions()[one.check]}.")
