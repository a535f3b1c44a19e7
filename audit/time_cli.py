"""The command line of scores over time: zones, official, history, diff, replay, recheck, rank, rollup and note."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit.cli import DEFAULT_DATA, DEFAULT_OUT, Data, Delay, Hosts, Instrument, MaxPages, Out, Scale, leave

Json = Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")]
Agencies = Annotated[list[str] | None, typer.Option("--agency", help="Hanya instansi dengan ID ini; boleh diulang.")]
Period = Annotated[str, typer.Option("--period", help="Periode TTTT-BB; bawaan: yang terakhir.")]

note_app = typer.Typer(
    help="Catatan pendamping di samping hasil: membenarkan, membantah, atau tidak berlaku.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    for command in (zones, official, history, diff, replay, recheck, rank, rollup):
        app.command()(command)
    app.add_typer(note_app, name="note")


def zones(
    value: Annotated[str, typer.Argument(help="Nilai 0 sampai 100, misalnya 77.69 atau 77,69.")],
    year: Annotated[int, typer.Option("--year", help="Tahun penilaian.")] = 2024,
    as_json: Json = False,
) -> None:
    """Zona dan kategori sebuah nilai menurut skala tahun tertentu.

    Contoh: patuh zones 77.69 --year 2024
    """
    from audit.time_commands import run_zones

    leave(run_zones(value, year, as_json=as_json))


def official(
    agency: Annotated[str, typer.Argument(help="ID instansi; kosong untuk semua.")] = "",
    file: Annotated[Path | None, typer.Option("--file", help="Berkas CSV lain dengan kolom yang sama.")] = None,
    as_json: Json = False,
) -> None:
    """Nilai resmi Ombudsman yang pernah dipublikasikan, beserta sumbernya. Bukan bagian dari indeks.

    Contoh: patuh official kab-gunung-mas
    """
    from audit.time_commands import run_official

    leave(run_official(agency, file, as_json=as_json))


def history(
    agency: Annotated[str, typer.Argument(help="ID instansi; kosong untuk semua.")] = "",
    data: Data = DEFAULT_DATA,
    scale: Scale = "2022-2024",
    as_json: Json = False,
) -> None:
    """Riwayat bulan demi bulan: nilai, zona, dan sebab setiap perubahan.

    Contoh: patuh history dinkes-contoh
    """
    from audit.history_commands import HistoryOrder, run_history

    leave(run_history(HistoryOrder(agency, data, scale, as_json)))


def diff(
    first: Annotated[str, typer.Argument(help="Audit pertama: periode (2026-08) atau nomor proses (000002).")],
    second: Annotated[str, typer.Argument(help="Audit kedua: periode atau nomor proses.")],
    agency: Agencies = None,
    data: Data = DEFAULT_DATA,
    replay: Annotated[
        bool, typer.Option("--replay/--no-replay", help="Nilai ulang bukti lama bila aturannya sudah berganti.")
    ] = True,
    regressions: Annotated[bool, typer.Option("--regressions", help="Hanya yang hilang atau memburuk.")] = False,
    as_json: Json = False,
) -> None:
    """Perbedaan dua audit, indikator demi indikator, masing-masing dengan sebabnya.

    Contoh: patuh diff 2026-08 2026-09 --agency dinkes-contoh
    """
    from audit.diff_commands import DiffOrder, run_diff

    leave(run_diff(DiffOrder(first, second, tuple(agency or ()), data, replay, regressions, as_json)))


def replay(
    which: Annotated[str, typer.Argument(help="Periode atau nomor proses; kosong untuk periode terakhir.")] = "",
    agency: Agencies = None,
    data: Data = DEFAULT_DATA,
    instrument: Instrument = "publikasi-web",
    scale: Scale = "2022-2024",
    save: Annotated[bool, typer.Option("--save", help="Simpan hasilnya sebagai proses baru.")] = False,
    as_json: Json = False,
) -> None:
    """Nilai ulang bukti yang tersimpan dengan aturan sekarang, tanpa membuka situs.

    Contoh: patuh replay 2026-08 --instrument standar-pelayanan-14
    """
    from audit.replay_commands import ReplayOrder, run_replay

    leave(run_replay(ReplayOrder(which, tuple(agency or ()), data, instrument, scale, save, as_json)))


def recheck(
    agency: Annotated[str, typer.Argument(help="ID instansi yang sudah pernah diaudit.")],
    out: Out = DEFAULT_OUT,
    data: Data = DEFAULT_DATA,
    period: Annotated[str, typer.Option("--period", help="Periode TTTT-BB; bawaan: bulan ini.")] = "",
    max_pages: MaxPages = 60,
    delay: Delay = 1.0,
    instrument: Instrument = "publikasi-web",
    scale: Scale = "2022-2024",
    hosts: Hosts = None,
) -> None:
    """Periksa ulang hanya yang kurang: halaman yang seharusnya memuatnya, dan halaman baru.

    Contoh: patuh recheck dinkes-contoh
    """
    from audit.recheck_commands import RecheckOrder, run_recheck

    leave(run_recheck(RecheckOrder(agency, out, data, period, max_pages, delay, instrument, scale, hosts)))


def rank(
    province: Annotated[str, typer.Option("--province", help="Hanya provinsi ini; kosong untuk semua.")] = "",
    level: Annotated[str, typer.Option("--level", help="Hanya tingkat ini, misalnya kabupaten.")] = "",
    by: Annotated[str, typer.Option("--by", help="site: situs sendiri; loci: rata-rata unit layanannya.")] = "site",
    period: Period = "",
    data: Data = DEFAULT_DATA,
    instrument: Instrument = "publikasi-web",
    scale: Scale = "2022-2024",
    as_json: Json = False,
) -> None:
    """Peringkat dalam provinsi dan tingkat, beserta tempat pada periode sebelumnya.

    Contoh: patuh rank --province "Sulawesi Tenggara" --level kabupaten
    """
    from audit.rank_commands import RankOrder, run_rank

    leave(run_rank(RankOrder(province, level, by, period, data, instrument, scale, as_json)))


def rollup(
    government: Annotated[str, typer.Argument(help="ID pemerintah daerah; kosong untuk semua.")] = "",
    period: Period = "",
    data: Data = DEFAULT_DATA,
    instrument: Instrument = "publikasi-web",
    scale: Scale = "2022-2024",
    as_json: Json = False,
) -> None:
    """Indeks pemerintah daerah dari unit layanannya (rata-rata lokus), beserta cara menghitungnya.

    Contoh: patuh rollup kota-ambon --period 2026-09
    """
    from audit.rank_commands import RankOrder, run_rollup

    leave(run_rollup(government, RankOrder("", "", "site", period, data, instrument, scale, as_json)))


@note_app.command()
def add(
    agency: Annotated[str, typer.Argument(help="ID instansi.")],
    indicator: Annotated[str, typer.Argument(help="ID indikator, misalnya fee.")],
    stance: Annotated[str, typer.Argument(help="confirm, dispute, atau not_applicable.")],
    author: Annotated[str, typer.Option("--author", help="Nama pendamping.")],
    reason: Annotated[str, typer.Option("--reason", help="Alasan, satu kalimat.")],
    address: Annotated[str, typer.Option("--address", help="Alamat halaman yang menunjukkannya.")] = "",
    verdict: Annotated[
        str, typer.Option("--verdict", help="Hasil yang benar bila membantah: met, partly_met, atau not_met.")
    ] = "",
    service: Annotated[str, typer.Option("--service", help="Hanya untuk layanan ini (kunci atau nama).")] = "",
    period: Period = "",
    data: Data = DEFAULT_DATA,
) -> None:
    """Tambahkan catatan pada hasil sebuah indikator. Indeks tidak berubah; rentang kedua ditampilkan terpisah.

    Contoh: patuh note add dinkes-contoh fee dispute --author Sinta --reason "Tarif ada di halaman unduhan"
    --address https://dinkes.contoh.go.id/unduhan
    """
    from audit.note_commands import NoteOrder, run_note_add

    leave(run_note_add(NoteOrder(agency, indicator, stance, author, reason, address, verdict, service, period, data)))


@note_app.command("list")
def list_notes(
    agency: Annotated[str, typer.Argument(help="ID instansi; kosong untuk semua.")] = "",
    data: Data = DEFAULT_DATA,
    as_json: Json = False,
) -> None:
    """Daftar catatan, dan rentang kedua dengan catatan itu.

    Contoh: patuh note list dinkes-contoh
    """
    from audit.note_commands import run_note_list

    leave(run_note_list(agency, data, as_json=as_json))


@note_app.command()
def withdraw(
    number: Annotated[int, typer.Argument(help="Nomor catatan.")],
    data: Data = DEFAULT_DATA,
) -> None:
    """Tarik kembali sebuah catatan; catatannya tetap dapat dibaca.

    Contoh: patuh note withdraw 3
    """
    from audit.note_commands import run_note_withdraw

    leave(run_note_withdraw(number, data))
