"""`patuh accuracy`: the reader against pages that people have labelled, each judged as `patuh inspect` judges it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from rich.progress import track

from audit.inspect import Draft, first_page, look_at
from audit.labels import Label, read_labels
from audit.measures import Answer, Measures, Said
from audit.proofs import met_exhibits, unproven
from audit.unfit import Unfit
from checks._components import ComponentVerdict, component_verdicts
from model.finding import Verdict
from model.reading import COMPONENTS, Document, Source
from reading.documents import read_document
from reading.read import Look


@dataclass(frozen=True, slots=True)
class AccuracyOrder:
    """The options of `patuh accuracy`, as given. root: folder of the pictures that pages show, or None."""

    labels: Path
    root: Path | None = None
    json: Path | None = None
    markdown: Path | None = None


def measure(labels: tuple[Label, ...], root: Path, look: Look = read_document) -> Measures:
    """Read every labelled page and count. root: pictures below it are read with the pages that show them."""
    from audit.screen import err

    measures = Measures()
    for label in track(labels, "Membaca", console=err, transient=True, disable=not err.is_terminal):
        measures.add(label, answer_for(label, root, once(look)))
    return measures


def once(look: Look) -> Look:
    """Reads the same bytes once: to recognise a picture takes seconds, and its words are asked for twice."""
    known: dict[str, Document] = {}

    def remembered(source: Source) -> Document:
        digest = source.capture.digest
        if digest not in known:
            known[digest] = look(source)
        return known[digest]

    return remembered


def answer_for(label: Label, root: Path, look: Look = read_document) -> Answer:
    """What the reader says of one page: exactly what `patuh inspect FILE --root ROOT` says."""
    evidence, bodies = look_at(Draft(label.file, root))
    try:
        page = first_page(evidence, bodies.__getitem__, label.path, look)
    except Unfit as error:
        silent = Said(Verdict.UNKNOWN, str(error))
        return Answer(None, dict.fromkeys(COMPONENTS, silent))
    verdicts = component_verdicts(page)
    proofs = met_exhibits(verdicts.values())
    bare = tuple(f"({topic}: tanpa kutipan)" for topic, v in verdicts.items() if _bare(v))
    absent = unproven(proofs, evidence, bodies, look)
    said = {topic: said_of(verdict) for topic, verdict in verdicts.items()}
    return Answer(page.kind, said, len(proofs) + len(bare), (*absent, *bare))


def _bare(verdict: ComponentVerdict) -> bool:
    """A claim without any proof."""
    return verdict.verdict is Verdict.MET and not verdict.exhibits


def said_of(verdict: ComponentVerdict) -> Said:
    first = verdict.exhibits[0] if verdict.exhibits else None
    return Said(verdict.verdict, str(verdict.says), first.quote if first else "", first.where if first else "")


def compare(order: AccuracyOrder) -> int:
    """Measure, show and write. Exit code 1 when a claim has no proof in its page: then all else means little."""
    from audit.accuracy_data import data_of
    from audit.accuracy_page import page_of
    from audit.accuracy_table import show_measures
    from audit.cli import Exit

    labels = read_labels(order.labels)
    root = root_of(order, labels)
    for file in filter(None, (order.json, order.markdown)):
        file.parent.mkdir(parents=True, exist_ok=True)  # before the reading, which may take minutes
    measures = measure(labels, root)
    show_measures(measures, str(order.labels))
    if order.json:
        order.json.write_text(json.dumps(data_of(measures), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if order.markdown:
        order.markdown.write_text(page_of(measures, order.labels.name), encoding="utf-8")
    return Exit.BELOW if measures.unproven else Exit.FINE


def root_of(order: AccuracyOrder, labels: tuple[Label, ...]) -> Path:
    """The folder above all labelled files. Raises Unfit when one lies outside."""
    root = (order.root or order.labels.parent).resolve()
    if not root.is_dir():
        raise Unfit(f"Folder “{order.root}” tidak ditemukan. Periksa pilihan --root.")
    outside = next((label.path for label in labels if not label.file.is_relative_to(root)), None)
    if outside:
        raise Unfit(f"“{outside}” tidak berada di dalam folder --root “{order.root}”.")
    return root
