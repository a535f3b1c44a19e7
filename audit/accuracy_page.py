"""What was counted, as a page of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

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

MARKUP = re.compile(r"[\\`*_{}\[\]<>#|!]")


def page_of(measures: Measures, source: str) -> str:
    """The whole page. source: name of the file of labels."""
    parts = [f"# Ketelitian pembacaan menurut {plain(source)}", "\n".join(f"- {fact}" for fact in facts(measures))]
    for medium, title in MEDIA.items():
        parts += [f"## {title}", table(("Komponen", *FIGURES), component_rows(measures, medium))]
    parts += ["## Komponen per jenis halaman", table(("Jenis halaman", *FIGURES), page_kind_rows(measures))]
    parts += ["## Pengenalan jenis halaman", table(("Jenis halaman", *FIGURES), kind_rows(measures))]
    parts += ["## Perbedaan", table(DISAGREEMENT, map(disagreement_cells, measures.disagreements))]
    if measures.unproven:
        absent = ((label.path, quote) for label, quote in measures.unproven)
        parts += ["## Kutipan yang tidak terdapat pada halamannya", table(("Halaman", "Kutipan"), absent)]
    return "\n\n".join(parts) + "\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table. Cells are other people's words: what Markdown or HTML would take for markup is escaped."""
    shown = [[plain(cell) for cell in row] for row in rows]
    lines = [list(headings), ["---:" if heading in FIGURES else "---" for heading in headings], *shown]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def plain(text: str) -> str:
    return MARKUP.sub(lambda found: "\\" + found[0], " ".join(text.split()))
