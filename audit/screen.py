"""What people see in the terminal: progress with an estimate, a table at the end, plain sentences in between."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table

from audit.one_site import Progress as Event
from audit.unread import reasons
from audit.words import word
from checks._services import COMPONENT_NAMES
from model.audit import Audit
from model.instrument import ZoneScale
from model.reading import Topic
from reports.figures import interval as figures
from reports.reach_words import REACHES
from reports.words import zone_word

WIDTH = 120  # columns of a table that goes to a file or a pipe
out = Console(width=None if sys.stdout.isatty() else WIDTH)
err = Console(stderr=True)
STYLES = {"hijau": "green", "kuning": "yellow", "merah": "red"}
VERDICTS = {
    "met": "[green]ada[/]",
    "partly_met": "[yellow]sebagian[/]",
    "not_met": "[red]belum ada[/]",
    "unknown": "[cyan]belum dapat disimpulkan[/]",
    "not_applicable": "tidak berlaku",
}


def say_line(text: str) -> None:
    out.print(escape(word(text)), soft_wrap=True, highlight=False)


def warn_line(text: str) -> None:
    err.print(escape(word(text)), soft_wrap=True, highlight=False)


class Screen:
    """Progress of a run. On a terminal a live bar; elsewhere (a log, a pipe) one line for each site that is done."""

    def __init__(self, count: int) -> None:
        self.live = err.is_terminal
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("sisa waktu"),
            TimeRemainingColumn(elapsed_when_finished=True),
            console=err,
            disable=not self.live,
        )
        self.total: TaskID = self.bar.add_task("Situs", total=count)
        self.done = 0
        self.count = count
        self.sites: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.bar.stop()

    def tell(self, event: Event) -> None:
        """Show an event of the run. May be called from several threads."""
        name = event.target.name
        if event.state == "started":
            self.sites[event.target.id] = self.bar.add_task(f"  {escape(name[:48])}", total=None)
        elif event.state == "page" and event.total and event.target.id in self.sites:
            self.bar.update(self.sites[event.target.id], completed=event.pages, total=event.total)
        elif event.state in ("done", "failed"):
            self.finish(event)
        elif event.state == "later" and event.target.id in self.sites:
            self.bar.remove_task(self.sites.pop(event.target.id))

    def finish(self, event: Event) -> None:
        self.done += 1
        self.bar.advance(self.total)
        if event.target.id in self.sites:
            self.bar.remove_task(self.sites.pop(event.target.id))
        told = interval(event.audit) if event.audit else event.detail
        err.print(
            f"[{self.done}/{self.count}] {escape(event.target.name)}: {escape(told)}", highlight=False, soft_wrap=True
        )


def interval(audit: Audit) -> str:
    """The score in words: "67,50–80,00", one number when exact, or why the agency was not audited."""
    card = audit.scorecard
    if card.low is None or card.high is None:
        return f"belum diaudit ({REACHES[card.reach].short})"
    return figures(card.low, card.high)


def show_audits(audits: Sequence[Audit], scale: ZoneScale) -> None:
    """The summary table at the end of a run."""
    table = Table(title=word(f"Indeks Publikasi Web (skala zona {scale.id})"), title_justify="left")
    for heading in ("Instansi", "Periode", "Indeks", "Zona", "Layanan", "Halaman dibaca"):
        table.add_column(word(heading))
    for audit in audits:
        zone = audit.scorecard.zone
        named = zone_word(zone) if zone else "belum dapat ditetapkan" if audit.scorecard.audited else "–"
        style = STYLES.get(zone or "", "default")
        table.add_row(
            escape(audit.target.name),
            audit.period,
            interval(audit),
            f"[{style}]{word(named)}[/]",
            str(len(audit.services)),
            str(len(audit.pages)),
        )
    out.print(table)


def show_inspection(found: dict[str, Any]) -> None:
    """One page's components, for people; of a file that could not be read, only the reason."""
    why = reasons(found["problems"])
    if why and all(answer["verdict"] == "unknown" for answer in found["components"].values()):
        for sentence in why:
            say_line(f"{found['source']}: {word(sentence)}")
        return
    table = Table(title=f"{escape(found['source'])} ({escape(found['page_kind'])})", title_justify="left")
    for heading in ("Komponen", "Hasil", "Keterangan", "Kutipan"):
        table.add_column(heading)
    for name, answer in found["components"].items():
        quote = answer["exhibits"][0]["quote"] if answer["exhibits"] else ""
        table.add_row(
            COMPONENT_NAMES[Topic(name)], VERDICTS[answer["verdict"]], escape(answer["says"]), escape(quote[:120])
        )
    out.print(table)
    for sentence in why:
        say_line(sentence)
    if not sys.stdout.isatty():
        say_line("Untuk mesin, pakai --json.")
