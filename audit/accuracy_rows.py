"""What was counted as rows of words, for the terminal and for Markdown alike."""

from __future__ import annotations

from collections.abc import Iterator

from audit.labels import Medium
from audit.measures import Disagreement, Measures, Tally
from checks._services import COMPONENT_NAMES
from model.reading import COMPONENTS

MEDIA: dict[Medium, str] = {"text": "Teks", "image": "Gambar"}
FIGURES = ("Presisi", "Cakupan temuan", "F1", "Tepat", "Keliru", "Terlewat")
ALL = "semua"


def figures(tally: Tally) -> tuple[str, ...]:
    """One cell for each of FIGURES."""
    counts = (str(tally.hits), str(tally.false), str(tally.missed))
    return (*map(share, (tally.precision, tally.recall, tally.f1)), *counts)


def share(value: float | None) -> str:
    """ "0,953"; a dash where nothing could be divided."""
    return "–" if value is None else f"{value:.3f}".replace(".", ",")


def component_rows(measures: Measures, medium: Medium) -> Iterator[tuple[str, ...]]:
    """The eight components and all of them together."""
    for topic in COMPONENTS:
        yield COMPONENT_NAMES[topic], *figures(measures.by_component[medium][topic])
    yield ALL, *figures(measures.all(medium))


def page_kind_rows(measures: Measures) -> Iterator[tuple[str, ...]]:
    """Components found on each labelled kind of page."""
    for kind, tally in sorted(measures.by_kind.items()):
        yield kind.value, *figures(tally)


def kind_rows(measures: Measures) -> Iterator[tuple[str, ...]]:
    """How well each kind of page is told from the others."""
    kinds = {labelled for labelled, _ in measures.kinds} | {ours for _, ours in measures.kinds if ours}
    for kind in sorted(kinds):
        yield kind.value, *figures(measures.kind_tally(kind))


def facts(measures: Measures) -> Iterator[str]:
    """The single figures, a sentence each."""
    yield f"Halaman berlabel: {measures.pages}; nilai “sebagian” yang tidak dinilai: {measures.not_scored}."
    rate = measures.false_per_100
    if rate is not None:
        told = f"{rate:.1f}".replace(".", ",")
        yield (
            f"Halaman tanpa isi yang dicari: {measures.hard_pages}, dengan {measures.hard_false} pernyataan keliru"
            f" ({told} per 100 halaman)."
        )
    yield f"Jenis halaman sesuai label: {measures.kinds_agreed} dari {measures.pages}."
    yield (
        f"Kutipan di balik hasil “ada”: {measures.met}, di antaranya tidak terdapat pada halamannya:"
        f" {len(measures.unproven)}."
    )


def disagreement_cells(one: Disagreement) -> tuple[str, str, str, str]:
    """What and where, what we said, what the label says."""
    what = "keliru" if one.claimed else "terlewat"
    ours = f"{one.said.says} “{one.said.quote}”" if one.said.quote else one.said.says
    label = f"“{one.expected}”" if one.expected else one.label.trap or ("tidak ada" if one.claimed else "ada")
    return what, f"{COMPONENT_NAMES[one.topic]}: {one.label.path}", ours, label


DISAGREEMENT = ("Beda", "Komponen dan halaman", "Kata kami", "Kata label")
