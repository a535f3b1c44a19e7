"""The command line of target lists: `patuh targets validate | normalise | add | discover`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit.cli import Delay, Hosts, leave

app = typer.Typer(
    help="Daftar sasaran: periksa, rapikan, tambah, dan cari situs unit.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

TargetFile = Annotated[Path, typer.Argument(help="Daftar sasaran (CSV).")]
AsJson = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")]
DEFAULT_LIST = Path("targets.csv")


@app.command()
def validate(targets: TargetFile = DEFAULT_LIST, as_json: AsJson = False) -> None:
    """Periksa setiap baris; setiap kesalahan disebut dengan baris, kolom dan perbaikannya.

    Contoh: patuh targets validate targets.csv
    """
    from audit.targets_commands import run_validate

    leave(run_validate(targets, as_json=as_json))


@app.command()
def normalise(
    targets: TargetFile = DEFAULT_LIST,
    out: Annotated[Path | None, typer.Option("--out", help="Tulis ke berkas ini; bawaan: ke tempat semula.")] = None,
) -> None:
    """Tulis ulang daftar dalam bentuk baku: kolom, alamat, id, nama provinsi.

    Contoh: patuh targets normalise daftar-opd.csv --out targets.csv
    """
    from audit.targets_commands import run_normalise

    leave(run_normalise(targets, out or targets))


@app.command()
def add(
    name: Annotated[str, typer.Option("--name", help="Nama instansi.")],
    url: Annotated[str, typer.Option("--url", help="Alamat situs.")],
    targets: TargetFile = DEFAULT_LIST,
    level: Annotated[str, typer.Option("--level", help="kementerian, lembaga, provinsi, kabupaten, atau kota.")] = "",
    province: Annotated[str, typer.Option("--province", help="Provinsi, nama atau kodenya.")] = "",
    parent: Annotated[str, typer.Option("--parent", help="Id pemerintah daerah induknya.")] = "",
    unit_type: Annotated[str, typer.Option("--unit-type", help="Jenis unit, misalnya puskesmas.")] = "",
    tags: Annotated[str, typer.Option("--tags", help="Penanda, dipisah titik koma.")] = "",
    id_: Annotated[str, typer.Option("--id", help="Id; bawaan: dari nama.")] = "",
) -> None:
    """Tambahkan satu instansi ke daftar.

    Contoh: patuh targets add --name "Dinas Kesehatan Contoh" --level kabupaten --url https://dinkes.contoh.go.id
    """
    from audit.targets_commands import run_add

    cells = {"id": id_, "name": name, "level": level, "province": province, "parent": parent,
             "unit_type": unit_type, "url": url, "tags": tags}  # fmt: skip
    leave(run_add(targets, cells))


@app.command()
def discover(
    url: Annotated[str, typer.Argument(help="Situs utama pemerintah daerah, misalnya https://contohkab.go.id")],
    out: Annotated[Path | None, typer.Option("--out", help="Tulis calon sebagai CSV ke berkas ini.")] = None,
    parent: Annotated[str, typer.Option("--parent", help="Id pemerintah daerah itu dalam daftar.")] = "",
    level: Annotated[str, typer.Option("--level", help="provinsi, kabupaten, atau kota.")] = "kabupaten",
    province: Annotated[str, typer.Option("--province", help="Provinsi.")] = "",
    as_json: AsJson = False,
    delay: Delay = 1.0,
    hosts: Hosts = None,
) -> None:
    """Cari calon situs unit (OPD, puskesmas, MPP, PPID) pada situs utama; orang yang memastikan.

    Contoh: patuh targets discover https://contohkab.go.id --parent kab-contoh --out calon.csv
    """
    from audit.targets_commands import DiscoverOrder, run_discover

    leave(run_discover(DiscoverOrder(url, out, parent, level, province, as_json, delay, hosts)))
