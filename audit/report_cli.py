"""The command line of reports: `patuh report agency | gap | evidence | region | compare`, and `patuh verify`."""

from __future__ import annotations

from pathlib import Path
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
Pictures = Annotated[
    bool, typer.Option("--pictures/--no-pictures", help="Tampilkan tempat kutipan pada gambar dan halaman.")
]
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
    pictures: Pictures = True,
    instrument: Instrument = "",
    scale: Scale = "",
) -> None:
    """Laporan satu instansi: HTML, PDF, dan JSON.

    Contoh: patuh report agency dinkes-contoh --format pdf
    """
    from audit.report_commands import run_agency_report
    from audit.report_desk import ReportOrder

    order = ReportOrder(out, data, lang, period, instrument, scale)
    leave(run_agency_report(agency_id, order, formats, pictures=pictures))


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


@app.command()
def evidence(
    agency_id: Agency,
    out: Out = DEFAULT_OUT,
    data: Data = DEFAULT_DATA,
    lang: Lang = "id",
    period: Period = "",
    wacz: Annotated[bool, typer.Option("--wacz", help="Sertakan arsip web (WACZ) untuk diputar ulang.")] = False,
    instrument: Instrument = "",
    scale: Scale = "",
) -> None:
    """Berkas bukti: satu ZIP berisi salinan, kutipan, dan sidik SHA-256; dapat dibuka tanpa jaringan.

    Contoh: patuh report evidence dinkes-contoh --wacz
    """
    from audit.report_commands import run_evidence_pack
    from audit.report_desk import ReportOrder

    leave(run_evidence_pack(agency_id, ReportOrder(out, data, lang, period, instrument, scale), wacz=wacz))


@app.command()
def region(
    out: Out = DEFAULT_OUT,
    data: Data = DEFAULT_DATA,
    province: Annotated[str, typer.Option("--province", help="Satu provinsi; bawaan: nasional dan semuanya.")] = "",
    lang: Lang = "id",
    period: Period = "",
    formats: Formats = "html,csv,json",
    makers: Annotated[
        bool, typer.Option("--makers/--no-makers", help="Kelompokkan situs menurut pembuat atau templatnya.")
    ] = True,
    instrument: Instrument = "",
    scale: Scale = "",
) -> None:
    """Halaman provinsi dan nasional: sebaran zona, peringkat, naik-turun, indikator terlemah, kelengkapan.

    Contoh: patuh report region --province "Maluku"
    """
    from audit.report_commands import run_region_report
    from audit.report_desk import ReportOrder

    order = ReportOrder(out, data, lang, period, instrument, scale)
    leave(run_region_report(province, order, formats, makers=makers))


@app.command()
def compare(
    agency_id: Agency,
    before: Annotated[str, typer.Option("--before", help="Periode terdahulu; bawaan: yang sebelum terakhir.")] = "",
    best: Annotated[bool, typer.Option("--best", help="Bandingkan dengan yang terbaik di provinsinya.")] = False,
    out: Out = DEFAULT_OUT,
    data: Data = DEFAULT_DATA,
    lang: Lang = "id",
    period: Period = "",
    formats: Formats = "html",
    instrument: Instrument = "",
    scale: Scale = "",
) -> None:
    """Bandingkan dua periode satu instansi, atau satu instansi dengan yang terbaik di provinsinya.

    Contoh: patuh report compare dinkes-contoh --best
    """
    from audit.report_commands import run_comparison
    from audit.report_desk import ReportOrder

    order = ReportOrder(out, data, lang, period, instrument, scale)
    leave(run_comparison(agency_id, before, order, formats, best=best))


def verify(
    pack: Annotated[Path, typer.Argument(help="Berkas bukti (.zip).")],
    as_json: Annotated[bool, typer.Option("--json", help="Tulis hasil sebagai JSON.")] = False,
) -> None:
    """Periksa apakah setiap berkas dalam berkas bukti masih sama dengan sidiknya.

    Contoh: patuh verify laporan/dinkes-contoh/dinkes-contoh-2026-11-evidence.zip
    """
    from audit.report_commands import run_verify

    leave(run_verify(pack, as_json=as_json))
