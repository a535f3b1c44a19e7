"""The command line of upkeep: `patuh doctor | vault gc | backup | restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit.cli import DEFAULT_DATA, DEFAULT_OUT, Data, Hosts, Out, leave

vault = typer.Typer(
    help="Simpanan bukti: halaman, dokumen dan gambar yang pernah dibaca.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Config = Annotated[Path, typer.Option("--config", help="Berkas pengaturan jadwal dan pemberitahuan.")]
AsJson = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")]
DEFAULT_CONFIG = Path("patuh.toml")


def doctor(
    data: Data = DEFAULT_DATA,
    out: Out = DEFAULT_OUT,
    config: Config = DEFAULT_CONFIG,
    host: Annotated[str, typer.Option("--host", help="Situs umum untuk mencoba internet dan jam.")] = "",
    as_json: AsJson = False,
    hosts: Hosts = None,
) -> None:
    """Periksa mesin ini: apa yang ada, apa yang kurang, dan perintah untuk membenahinya.

    Contoh: patuh doctor
    """
    from audit.upkeep.commands import run_doctor

    leave(run_doctor(data, out, config, host, as_json=as_json, hosts=hosts))


@vault.callback()
def _vault() -> None:
    """Simpanan bukti: halaman, dokumen dan gambar yang pernah dibaca."""


@vault.command()
def gc(
    data: Data = DEFAULT_DATA,
    config: Config = DEFAULT_CONFIG,
    keep_months: Annotated[
        int, typer.Option("--keep-months", min=0, help="Simpan semua halaman sekian bulan (0 = menurut patuh.toml).")
    ] = 0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hitung saja, jangan hapus.")] = False,
    as_json: AsJson = False,
) -> None:
    """Hapus bukti lama yang tidak dikutip temuan mana pun; yang dikutip selalu disimpan.

    Contoh: patuh vault gc --dry-run
    """
    from audit.upkeep.commands import run_gc

    leave(run_gc(data, config, keep_months, dry_run=dry_run, as_json=as_json))


def backup(
    path: Annotated[Path, typer.Argument(help="Berkas cadangan yang akan ditulis (.tar.gz).")],
    data: Data = DEFAULT_DATA,
) -> None:
    """Cadangkan basis data dan semua bukti ke satu berkas; boleh selagi audit berjalan.

    Contoh: patuh backup cadangan-2026-11.tar.gz
    """
    from audit.upkeep.commands import run_backup

    leave(run_backup(path, data))


def restore(
    path: Annotated[Path, typer.Argument(help="Berkas dari `patuh backup`.")],
    data: Data = DEFAULT_DATA,
) -> None:
    """Pulihkan cadangan ke folder data yang belum berisi; semuanya diperiksa dahulu.

    Contoh: patuh restore cadangan-2026-11.tar.gz --data patuh-data
    """
    from audit.upkeep.commands import run_restore

    leave(run_restore(path, data))
