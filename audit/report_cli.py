"""The command line of reports: `patuh report agency | gap | evidence | region | compare`, and `patuh verify`."""

from __future__ import annotations

from typing import Annotated

import typer

from audit.cli import DEFAULT_DATA, DEFAULT_OUT, Data, Out, leave

app = typer.Typer(
    help="Buat laporan dari audit yang sudah tersimpan; situsnya tidak dibuka lagi.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Agency = Annotated[str, typer.Argument(help="ID instansi, seperti pada daftar sasaran.")]
Lang = Annotated[str, typer.Option("--lang", help="Bahasa laporan: id atau en.")]
Period = Annotated[str, typer.Option("--period", help="Periode TTTT-BB; bawaan: yang terakhir.")]
Formats = Annotated[str, typer.Option("--format", help="Bentuk berkas, dipisah koma; bawaan: semua.")]
Instrument = Annotated[str, typer.Option("--instrument", help="Instrumen; bawaan: yang dipakai saat audit.")]
Scale = Annotated[str, typer.Option("--scale", help="Skala zona; bawaan: yang dipakai saat audit.")]


@app.command()
def agency(
    agency_id: Agency,
    out: Out = DEFAULT_OUT,
    data: Data = DEFAULT_DATA,
    lang: Lang = "id",
    period: Period = "",
    formats: Formats = "",
    instrument: Instrument = "",
    scale: Scale = "",
) -> None:
    """Laporan satu instansi: HTML, PDF, dan JSON.

    Contoh: patuh report agency dinkes-contoh --format pdf
    """
    from audit.report_commands import run_agency_report
    from audit.report_desk import ReportOrder

    leave(run_agency_report(agency_id, ReportOrder(out, data, lang, period, instrument, scale), formats))


@app.command()
def gap(
    agency_id: Agency,
    out: Out = DEFAULT_OUT,
    data: Data = DEFAULT_DATA,
    lang: Lang = "id",
    period: Period = "",
    formats: Formats = "",
    instrument: Instrument = "",
    scale: Scale = "",
) -> None:
    """Laporan celah: hanya yang kurang atau belum pasti, sebagai daftar tugas (HTML, PDF, XLSX, CSV, JSON).

    Contoh: patuh report gap dinkes-contoh --format pdf,xlsx
    """
    from audit.report_commands import run_gap_report
    from audit.report_desk import ReportOrder

    leave(run_gap_report(agency_id, ReportOrder(out, data, lang, period, instrument, scale), formats))
