"""What the commands of upkeep do."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from audit.campaign.settings import read_configuration
from audit.cli import Exit, write_json
from audit.commands import guarded
from audit.hosts import read_hosts
from audit.screen import out as screen
from audit.screen import say_line
from audit.settings import Places
from audit.upkeep.backup import Saved, back_up
from audit.upkeep.backup import restore as restore_backup
from audit.upkeep.clearing import Cleared, clear_vault, first_kept_period
from audit.upkeep.doctor import HOST, Patient, examine
from audit.upkeep.examined import Examined, State
from audit.words import word
from store.archive import Archive

MB = 1024 * 1024
DEFAULT_KEEP = 36
MARKS = {State.FINE: ("green", "ada"), State.LACKING: ("yellow", "kurang"), State.BROKEN: ("red", "rusak")}


def run_doctor(data: Path, out: Path, config: Path, host: str, *, as_json: bool, hosts: Path | None) -> int:
    """Exit code 3 when audits cannot run on this machine."""
    patient = Patient(Places(data, out), config, host or HOST, read_hosts(hosts))
    found = list(examine(patient))
    if as_json:
        write_json([asdict(one) for one in found])
    else:
        show_examined(found)
    return Exit.ENVIRONMENT if any(one.state is State.BROKEN for one in found) else Exit.FINE


def show_examined(found: list[Examined]) -> None:
    table = Table(title=word("Pemeriksaan mesin"), title_justify="left")
    for heading in ("Hal", "Keadaan", "Keterangan", "Pembenahan"):
        table.add_column(word(heading), overflow="fold")
    for one in found:
        table.add_row(escape(word(one.name)), mark(one.state), escape(word(one.says)), escape(word(one.remedy)))
    screen.print(table)
    bad = sum(one.state is State.BROKEN for one in found)
    say_line(f"{bad} hal harus dibenahi sebelum mengaudit." if bad else "Mesin ini siap mengaudit.")


def mark(state: State) -> str:
    colour, text = MARKS[state]
    return f"[{colour}]{word(text)}[/]"


def run_gc(data: Path, config: Path, keep_months: int, *, dry_run: bool, as_json: bool) -> int:
    keep = keep_months or (read_configuration(config).keep_months if config.exists() else DEFAULT_KEEP)
    places = Places(data, data)
    since = first_kept_period(datetime.now(UTC), keep)

    async def work() -> int:
        with Archive.open(places.database) as archive:
            cleared = clear_vault(archive, places.vault, since, dry=dry_run)
        write_json(asdict(cleared)) if as_json else show_cleared(cleared)
        return Exit.FINE

    return guarded(None, work)


def show_cleared(cleared: Cleared) -> None:
    verb = "akan dihapus" if cleared.dry else "dihapus"
    say_line(f"{cleared.gone} berkas {verb} ({cleared.gone_bytes / MB:.1f} MB).")
    say_line(
        f"{cleared.kept} berkas disimpan ({cleared.kept_bytes / MB:.1f} MB): yang dikutip temuan, "
        f"dan semua yang dibaca sejak {cleared.since}."
    )


def run_backup(path: Path, data: Path) -> int:
    async def work() -> int:
        show_saved("Cadangan", back_up(Places(data, data), path))
        return Exit.FINE

    return guarded(None, work)


def run_restore(path: Path, data: Path) -> int:
    async def work() -> int:
        show_saved(f"Dipulihkan ke {data} dari", restore_backup(path, data))
        return Exit.FINE

    return guarded(None, work)


def show_saved(what: str, saved: Saved) -> None:
    say_line(f"{what} {saved.path}: {saved.files} berkas, {saved.size / MB:.1f} MB.")
