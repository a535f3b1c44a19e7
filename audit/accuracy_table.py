"""What was counted, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.markup import escape
from rich.table import Table

from audit.accuracy_rows import (
    DISAGREEMENT,
    FIGURES,
    MEDIA,
    component_rows,
    disagreement_cells,
    facts,
    kind_rows,
    page_kind_rows,
)
from audit.measures import Measures
from audit.screen import out, say_line, warn_line

LONGEST = 160  # characters of a cell; the files hold the rest


def show_measures(measures: Measures, source: str) -> None:
    """All figures, then every disagreement."""
    for medium, title in MEDIA.items():
        show(f"{title}: komponen menurut label {source}", ("Komponen", *FIGURES), component_rows(measures, medium))
    show("Komponen per jenis halaman", ("Jenis halaman", *FIGURES), page_kind_rows(measures))
    show("Pengenalan jenis halaman", ("Jenis halaman", *FIGURES), kind_rows(measures))
    rows = [disagreement_cells(one) for one in measures.disagreements]
    if rows:
        show("Perbedaan", DISAGREEMENT, [[cell[:LONGEST] for cell in row] for row in rows])
    for fact in facts(measures):
        say_line(fact)
    for label, quote in measures.unproven:
        warn_line(f"Kutipan tidak terdapat pada {label.path}: “{quote[:LONGEST]}”")


def show(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = Table(title=escape(title), title_justify="left")
    for heading in headings:
        table.add_column(heading, justify="right" if heading in FIGURES else "left")
    for row in rows:
        table.add_row(*map(escape, row))
    out.print(table)
