"""Writes the sample decree that demo/ serves: a letter of decision and component tables that run over page breaks.

Run after changing decree.toml: .venv/bin/python tools/sample/decree.py. The same input gives the same bytes.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).resolve().parent
OUT = HERE.parents[1] / "demo/sites/dpmptsp-kemuning/base/dokumen/keputusan-standar-pelayanan.pdf"

TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=10.5, leading=14)
MIDDLE = ParagraphStyle("middle", parent=TEXT, alignment=TA_CENTER)
HEAD = ParagraphStyle("head", parent=MIDDLE, fontName="Times-Bold", fontSize=12, leading=16)
COMPLAINTS = [
    "Loket pengaduan di Jalan Samudra Raya Nomor 5, Tanjung Kemuning",
    "Telepon (0980) 415 208",
    "WhatsApp 0810-5543-9072",
    "Surel aduan@dpmptsp-kemuning.test",
]
OPENING = (
    ("Menimbang", "bahwa untuk memberikan kepastian kepada masyarakat dalam memperoleh perizinan, perlu menetapkan "
     "standar pelayanan pada Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu;"),
    ("Mengingat", "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;<br/>2. Peraturan Menteri "
     "Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan;"),
)  # fmt: skip
DECISIONS = (
    ("KESATU", "Menetapkan standar pelayanan pada Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten "
     "Tanjung Kemuning sebagaimana tercantum dalam lampiran keputusan ini."),
    ("KEDUA", "Standar pelayanan wajib dilaksanakan oleh seluruh pegawai dan menjadi acuan penilaian oleh masyarakat."),
    ("KETIGA", "Keputusan ini mulai berlaku pada tanggal ditetapkan."),
)  # fmt: skip


def numbered(items: list[str]) -> str:
    return "<br/>".join(f"{n}. {item}" for n, item in enumerate(items, 1))


def letter() -> list[Flowable]:
    """The decision itself, on the first page."""
    lines: list[Flowable] = [
        Paragraph("PEMERINTAH KABUPATEN TANJUNG KEMUNING", HEAD),
        Paragraph("DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU", HEAD),
        Paragraph("Jalan Samudra Raya Nomor 5, Tanjung Kemuning 97955", MIDDLE),
        Spacer(1, 8 * mm),
        Paragraph("KEPUTUSAN KEPALA DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU", HEAD),
        Paragraph("NOMOR 065/031/DPMPTSP/2025", HEAD),
        Paragraph("TENTANG STANDAR PELAYANAN", HEAD),
        Spacer(1, 6 * mm),
    ]
    rows = [[Paragraph(label, TEXT), Paragraph(":", TEXT), Paragraph(text, TEXT)] for label, text in OPENING]
    rows.append([Paragraph("", TEXT), "", Paragraph("MEMUTUSKAN:", HEAD)])
    rows += [[Paragraph(label, TEXT), Paragraph(":", TEXT), Paragraph(text, TEXT)] for label, text in DECISIONS]
    table = Table(rows, colWidths=[30 * mm, 5 * mm, 130 * mm], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    sign = "Ditetapkan di Tanjung Kemuning<br/>pada tanggal 3 Maret 2025<br/>KEPALA DINAS,<br/><br/><br/>"
    return [*lines, table, Spacer(1, 10 * mm), Paragraph(sign + "<b>Ir. Bayu Andalas, M.M.</b>", MIDDLE), PageBreak()]


def standard(number: int, service: dict[str, object]) -> list[Flowable]:
    """The table NO | KOMPONEN | URAIAN of one service; it may break across pages and repeats its head."""
    rows = [
        ("Dasar Hukum", numbered(list(service["basis"]))),  # type: ignore[call-overload] - lists, by our own file
        ("Persyaratan", numbered(list(service["requirements"]))),  # type: ignore[call-overload] - see above
        ("Sistem, Mekanisme, dan Prosedur", numbered(list(service["procedure"]))),  # type: ignore[call-overload]
        ("Jangka Waktu Penyelesaian", str(service["time"])),
        ("Biaya/Tarif", str(service["fee"])),
        ("Produk Pelayanan", str(service["product"])),
        ("Penanganan Pengaduan, Saran, dan Masukan", numbered(COMPLAINTS)),
    ]
    cells = [[Paragraph(f"<b>{head}</b>", TEXT) for head in ("NO", "KOMPONEN", "URAIAN")]]
    cells += [
        [Paragraph(str(n), TEXT), Paragraph(label, TEXT), Paragraph(text, TEXT)]
        for n, (label, text) in enumerate(rows, 1)
    ]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    table = Table(cells, colWidths=[12 * mm, 48 * mm, 105 * mm], repeatRows=1, style=style)
    return [Paragraph(f"{number}. {service['name']}", HEAD), Spacer(1, 3 * mm), table, Spacer(1, 9 * mm)]


def footer(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont("Times-Italic", 8)
    canvas.drawCentredString(A4[0] / 2, 12 * mm, f"Standar Pelayanan DPMPTSP - halaman {document.page}")


def main() -> None:
    services = tomllib.loads((HERE / "decree.toml").read_text(encoding="utf-8"))["service"]
    story = letter()
    story += [
        Paragraph("LAMPIRAN KEPUTUSAN KEPALA DINAS NOMOR 065/031/DPMPTSP/2025", HEAD),
        Paragraph("STANDAR PELAYANAN PERIZINAN DAN NONPERIZINAN", HEAD),
        Spacer(1, 6 * mm),
    ]
    for number, service in enumerate(services, 1):
        story += standard(number, service)
    document = SimpleDocTemplate(
        str(OUT), pagesize=A4, title="Keputusan Kepala Dinas tentang Standar Pelayanan", author="DPMPTSP", invariant=1
    )
    document.build(story, onFirstPage=footer, onLaterPages=footer)
    print(OUT, OUT.stat().st_size)


if __name__ == "__main__":
    main()
