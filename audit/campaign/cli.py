"""The command line of campaigns: `patuh campaign list | show | start | pause | ...`, and `patuh serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit.cli import DEFAULT_DATA, Data, Hosts, leave

app = typer.Typer(
    help="Kampanye: audit berkala atas satu daftar, berjalan sendiri menurut jadwal dalam patuh.toml.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Config = Annotated[Path, typer.Option("--config", help="Berkas pengaturan jadwal dan pemberitahuan.")]
Number = Annotated[str, typer.Argument(help="Nomor kampanye, seperti pada `patuh campaign list`.")]
AsJson = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")]
DEFAULT_CONFIG = Path("patuh.toml")


@app.command("list")
def list_all(data: Data = DEFAULT_DATA, config: Config = DEFAULT_CONFIG, as_json: AsJson = False) -> None:
    """Semua kampanye, dan kapan jadwal berikutnya.

    Contoh: patuh campaign list
    """
    from audit.campaign.commands import run_list

    leave(run_list(data, config, as_json=as_json))


@app.command()
def show(number: Number, data: Data = DEFAULT_DATA, as_json: AsJson = False) -> None:
    """Satu kampanye: sejauh mana, atau laporan penyelesaiannya.

    Contoh: patuh campaign show 3
    """
    from audit.campaign.commands import run_show

    leave(run_show(number, data, as_json=as_json))


@app.command()
def start(
    schedule: Annotated[str, typer.Argument(help="Nama jadwal dalam patuh.toml.")],
    data: Data = DEFAULT_DATA,
    config: Config = DEFAULT_CONFIG,
) -> None:
    """Mulai satu jadwal sekarang, tanpa menunggu waktunya; `patuh serve` yang mengerjakannya.

    Contoh: patuh campaign start bulanan-nasional
    """
    from audit.campaign.commands import run_start

    leave(run_start(schedule, data, config))


@app.command()
def pause(number: Number, data: Data = DEFAULT_DATA) -> None:
    """Jeda: situs yang sedang diaudit diselesaikan, yang lain menunggu.

    Contoh: patuh campaign pause 3
    """
    from audit.campaign.commands import run_pause

    leave(run_pause(number, data))


@app.command()
def resume(number: Number, data: Data = DEFAULT_DATA) -> None:
    """Lanjutkan kampanye yang dijeda.

    Contoh: patuh campaign resume 3
    """
    from audit.campaign.commands import run_resume

    leave(run_resume(number, data))


@app.command()
def cancel(number: Number, data: Data = DEFAULT_DATA) -> None:
    """Batalkan: audit yang sudah selesai tetap tersimpan, yang lain tidak dikerjakan lagi.

    Contoh: patuh campaign cancel 3
    """
    from audit.campaign.commands import run_cancel

    leave(run_cancel(number, data))


@app.command()
def notify(
    number: Number,
    data: Data = DEFAULT_DATA,
    config: Config = DEFAULT_CONFIG,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tampilkan saja, jangan kirim.")] = False,
    hosts: Hosts = None,
) -> None:
    """Kirim pemberitahuan kampanye yang belum terkirim, atau tampilkan tanpa mengirim.

    Contoh: patuh campaign notify 3 --dry-run
    """
    from audit.campaign.commands import run_notify

    leave(run_notify(number, data, config, dry_run=dry_run, hosts=hosts))


def serve(
    data: Data = DEFAULT_DATA,
    config: Config = DEFAULT_CONFIG,
    once: Annotated[
        bool, typer.Option("--once", help="Kerjakan yang sudah waktunya, lalu selesai; untuk cron atau timer.")
    ] = False,
    hosts: Hosts = None,
) -> None:
    """Jalankan jadwal dan kampanye terus-menerus, sampai dihentikan.

    Contoh: patuh serve --config patuh.toml
    """
    from audit.campaign.commands import run_serve

    leave(run_serve(data, config, once=once, hosts=hosts))
