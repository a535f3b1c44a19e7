"""The command line: `patuh audit | check | inspect | accuracy | demo`. Late imports, so that --help answers at once."""

from __future__ import annotations

import json
import sys
from enum import IntEnum
from pathlib import Path
from typing import Annotated

import typer

from audit.words import choose, english, translate, word


class Exit(IntEnum):
    """Exit codes, documented in the README."""

    FINE = 0
    BELOW = 1  # findings below a bar that was asked for
    WRONG_USE = 2
    ENVIRONMENT = 3  # no browser, no disk, no database
    PARTLY = 4  # done, but some rows or sites could not be
    INTERRUPTED = 130


app = typer.Typer(
    name="patuh",
    help="Patuh memeriksa apa yang dipublikasikan instansi di situs webnya tentang pelayanan publik.",
    epilog="In English: patuh --lang en ..., or PATUH_LANG=en.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: drawing it with rich alone takes longer than all the rest
    context_settings={"help_option_names": ["-h", "--help"]},
)

Out = Annotated[Path, typer.Option("--out", help="Folder tempat laporan ditulis.")]
Data = Annotated[Path, typer.Option("--data", help="Folder basis data dan bukti yang disimpan.")]
MaxPages = Annotated[int, typer.Option("--max-pages", min=1, max=2000, help="Paling banyak halaman per situs.")]
Instrument = Annotated[str, typer.Option("--instrument", help="Instrumen: nama bawaan atau berkas .toml.")]
Scale = Annotated[str, typer.Option("--scale", help="Skala zona yang ditampilkan, misalnya 2022-2024.")]
Hosts = Annotated[
    Path | None,
    typer.Option("--hosts", help="Tabel nama .test (JSON) untuk contoh dan pengujian.", hidden=True),
]
Delay = Annotated[
    float, typer.Option("--delay", min=0.0, max=60.0, help="Jeda antarpermintaan ke satu situs, dalam detik.")
]
FailUnder = Annotated[
    float | None,
    typer.Option(
        "--fail-under", min=0.0, max=100.0,
        help="Kode keluar 1 bila batas bawah indeks sebuah instansi di bawah nilai ini.",
    ),
]  # fmt: skip
AsJson = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")]
DEFAULT_OUT = Path("laporan")
DEFAULT_DATA = Path("patuh-data")


@app.command()
def audit(
    targets: Annotated[Path, typer.Argument(help="Daftar sasaran (CSV).")] = Path("targets.csv"),
    out: Out = DEFAULT_OUT,
    data: Data = DEFAULT_DATA,
    limit: Annotated[int, typer.Option("--limit", min=0, help="Hanya sekian sasaran pertama (0 = semua).")] = 0,
    max_pages: MaxPages = 60,
    only: Annotated[
        list[str] | None, typer.Option("--only", help="Hanya sasaran dengan ID ini; boleh diulang.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Lanjutkan audit terakhir yang belum selesai.")] = False,
    sites_at_once: Annotated[int, typer.Option("--sites-at-once", min=1, max=64, help="Situs bersamaan.")] = 4,
    delay: Delay = 1.0,
    period: Annotated[str, typer.Option("--period", help="Periode TTTT-BB; bawaan: bulan ini.")] = "",
    instrument: Instrument = "publikasi-web",
    scale: Scale = "2022-2024",
    fail_under: FailUnder = None,
    as_json: AsJson = False,
    hosts: Hosts = None,
) -> None:
    """Audit semua situs dalam daftar sasaran.

    Contoh: patuh audit targets.csv --out laporan --limit 5
    """
    from audit.commands import AuditOrder, run_audit
    from audit.ending import Ending

    order = AuditOrder(targets, out, data, limit, max_pages, tuple(only or ()), resume, sites_at_once, delay, period,
                       instrument, scale, hosts, Ending(as_json, fail_under))  # fmt: skip
    leave(run_audit(order))


@app.command()
def check(
    url: Annotated[str, typer.Argument(help="Alamat situs instansi, misalnya https://dinkes.contoh.go.id")],
    out: Out = DEFAULT_OUT,
    data: Data = DEFAULT_DATA,
    name: Annotated[str, typer.Option("--name", help="Nama instansi yang ditulis di laporan.")] = "",
    province: Annotated[str, typer.Option("--province", help="Provinsi instansi.")] = "",
    max_pages: MaxPages = 60,
    delay: Delay = 1.0,
    instrument: Instrument = "publikasi-web",
    scale: Scale = "2022-2024",
    fail_under: FailUnder = None,
    as_json: AsJson = False,
    hosts: Hosts = None,
) -> None:
    """Periksa satu situs dengan mesin yang sama seperti audit (pemeriksaan mandiri).

    Contoh: patuh check https://dinkes.contoh.go.id --name "Dinas Kesehatan Contoh"
    """
    from audit.commands import CheckOrder, run_check
    from audit.ending import Ending

    ending = Ending(as_json, fail_under)
    leave(run_check(CheckOrder(url, out, data, name, province, max_pages, delay, instrument, scale, hosts, ending)))


@app.command()
def inspect(
    source: Annotated[str, typer.Argument(help="Berkas (HTML, PDF, gambar, Office) atau alamat satu halaman.")],
    as_json: Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")] = False,
    root: Annotated[Path | None, typer.Option("--root", help="Folder gambar yang ditampilkan berkas HTML.")] = None,
    hosts: Hosts = None,
) -> None:
    """Periksa satu halaman atau dokumen, misalnya rancangan sebelum diterbitkan.

    Contoh: patuh inspect rancangan-standar.pdf
    """
    from audit.commands import run_inspect

    leave(run_inspect(source, as_json=as_json, root=root, hosts=hosts))


@app.command()
def accuracy(
    labels: Annotated[Path, typer.Argument(help="Berkas label (JSON per baris); jalur relatif terhadap foldernya.")],
    root: Annotated[
        Path | None, typer.Option("--root", help="Folder gambar yang ditampilkan halaman; bawaan: folder label.")
    ] = None,
    as_json: Annotated[Path | None, typer.Option("--json", help="Tulis semua angka ke berkas JSON ini.")] = None,
    markdown: Annotated[
        Path | None, typer.Option("--markdown", help="Tulis semua angka ke berkas Markdown ini.")
    ] = None,
) -> None:
    """Bandingkan pembacaan dengan halaman yang sudah diberi label oleh orang.

    Contoh: patuh accuracy contoh/labels.jsonl --json ketelitian.json
    """
    from audit.accuracy import AccuracyOrder
    from audit.commands import run_accuracy

    leave(run_accuracy(AccuracyOrder(labels, root, as_json, markdown)))


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder hasil contoh.")] = Path("demo-output"),
    play: Annotated[
        int,
        typer.Option(
            "--play", min=0, max=3, help="Hanya tayangkan situs contoh bulan 1, 2 atau 3, untuk dicoba dengan --hosts."
        ),
    ] = 0,
) -> None:
    """Jalankan seluruh pekerjaan pada provinsi contoh: tiga bulan, situs contoh, browser sungguhan.

    Contoh: patuh demo
    """
    from audit.commands import run_demo, run_play

    leave(run_play(out, play) if play else run_demo(out))


def leave(code: int) -> None:
    raise typer.Exit(int(code))


def add_rooms() -> None:
    """Commands that stand in files of their own."""
    from audit.campaign.cli import app as campaign
    from audit.campaign.cli import serve
    from audit.checks_cli import checks
    from audit.report_cli import app as report
    from audit.report_cli import verify
    from audit.targets_cli import app as targets
    from audit.time_cli import add_to
    from audit.upkeep.cli import backup, doctor, restore, vault

    app.add_typer(report, name="report")
    add_to(app)
    app.command()(verify)
    app.add_typer(campaign, name="campaign")
    app.command()(serve)
    app.command()(doctor)
    app.command()(checks)
    app.add_typer(targets, name="targets")
    app.add_typer(vault, name="vault")
    app.command()(backup)
    app.command()(restore)


def main() -> None:
    """Entry point of the `patuh` command: never a traceback for people, always one in the log."""
    from audit.unfit import Unfit

    add_rooms()
    try:
        run()
    except Unfit as error:
        typer.echo(f"patuh: {word(str(error))}", err=True)
        sys.exit(Exit.WRONG_USE)
    except OSError as error:
        from reading.sandbox import ReaderMissing

        if not isinstance(error, ReaderMissing):
            raise
        typer.echo(f"patuh: {word(str(error))}", err=True)
        sys.exit(Exit.ENVIRONMENT)


def run() -> None:
    """The command as typed, in the language that was asked for."""
    from typer.main import get_command

    choose(sys.argv)
    command = get_command(app)
    if english():
        translate(command)
    command()


def write_json(data: object) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
