"""One standard as a PDF, an Office file, a text or a poster. Equal facts give equal bytes where the format allows."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from textwrap import wrap
from xml.sax.saxutils import escape

import reportlab
from docx import Document as WordFile
from PIL import Image, ImageDraw, ImageFont
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from xlsxwriter import Workbook

from tests.labelled.layouts import Rows

FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"  # comes with the package: machines differ in fonts


def lines_of(rows: Rows) -> list[str]:
    told = []
    for label, lines in rows:
        told.append(f"{label} :" if len(lines) > 1 else f"{label} : {lines[0]}")
        told += [f"{n}. {line}" for n, line in enumerate(lines, 1)] if len(lines) > 1 else []
    return told


def told(lines: Sequence[str]) -> str:
    return "\n".join(f"{k}. {line}" for k, line in enumerate(lines, 1)) if len(lines) > 1 else lines[0]


def pdf(name: str, rows: Rows) -> bytes:
    """A decree and its annex; the annex has two columns without rules and breaks over a page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    y = 780.0
    canvas.setFont("Helvetica-Bold", 12)
    for line in ("LAMPIRAN KEPUTUSAN KEPALA INSTANSI", "NOMOR 188/21/2024 TENTANG STANDAR PELAYANAN", name.upper()):
        canvas.drawCentredString(297, y, line)
        y -= 18
    canvas.setFont("Helvetica", 11)
    y -= 240  # the tall emblem and seal of the decree push the table over the end of the page
    for n, (label, lines) in enumerate(rows, 1):
        told = [f"{k}. {line}" for k, line in enumerate(lines, 1)] if len(lines) > 1 else lines
        for k, line in enumerate(piece for whole in told for piece in wrap(whole, 46)):
            if y < 70:
                canvas.showPage()
                canvas.setFont("Helvetica", 11)
                y = 780.0
            if k == 0:
                canvas.drawString(50, y, f"{n}.")
                canvas.drawString(75, y, label)
            canvas.drawString(320, y, line)
            y -= 15
        y -= 10
    canvas.save()
    return buffer.getvalue()


def pdf_ruled(name: str, rows: Rows) -> bytes:
    buffer = io.BytesIO()
    styles = getSampleStyleSheet()
    cells = [["NO", "KOMPONEN", "URAIAN"]]
    for n, (label, lines) in enumerate(rows, 1):
        told = "<br/>".join(f"{k}. {line}" for k, line in enumerate(lines, 1)) if len(lines) > 1 else lines[0]
        cells.append([str(n), Paragraph(label, styles["Normal"]), Paragraph(told, styles["Normal"])])
    grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    flow = [Paragraph(f"STANDAR PELAYANAN {name.upper()}", styles["Title"]), Spacer(1, 320)]
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1, title=f"Standar Pelayanan {name}").build(
        [*flow, Table(cells, colWidths=[30, 140, 300], style=grid, repeatRows=1)]
    )
    return buffer.getvalue()


def docx(name: str, rows: Rows) -> bytes:
    file = WordFile()
    file.add_heading(f"Standar Pelayanan {name}", 1)
    table = file.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("No", "Komponen", "Uraian"), strict=True):
        cell.text = text
    for n, (label, lines) in enumerate(rows, 1):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = str(n), label
        cells[2].text = told(lines)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def xlsx(name: str, rows: Rows) -> bytes:
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2024, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("Standar")
        sheet.write_row(0, 0, [f"STANDAR PELAYANAN {name.upper()}"])
        sheet.write_row(2, 0, ["NO", "KOMPONEN", "URAIAN"])
        place = 3
        for n, (label, lines) in enumerate(rows, 1):
            for k, line in enumerate(lines):
                sheet.write_row(place, 0, [n if k == 0 else "", label if k == 0 else "", line])
                place += 1
    return buffer.getvalue()


def pptx(name: str, rows: Rows) -> bytes:
    show = Presentation()
    first = show.slides.add_slide(show.slide_layouts[0])
    first.shapes.title.text = f"Standar Pelayanan {name}"
    for label, lines in rows:
        slide = show.slides.add_slide(show.slide_layouts[5])
        slide.shapes.title.text = label
        box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(4))
        box.text_frame.text = (
            "\n".join(f"{k}. {line}" for k, line in enumerate(lines, 1)) if len(lines) > 1 else lines[0]
        )
    buffer = io.BytesIO()
    show.save(buffer)
    return buffer.getvalue()


def odt(name: str, rows: Rows) -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    text = f'<text:h text:outline-level="1">Standar Pelayanan {escape(name)}</text:h>' + "".join(
        f'<text:h text:outline-level="2">{escape(label)}</text:h>'
        + (
            "<text:list>"
            + "".join(f"<text:list-item><text:p>{escape(t)}</text:p></text:list-item>" for t in lines)
            + "</text:list>"
            if len(lines) > 1
            else f"<text:p>{escape(lines[0])}</text:p>"
        )
        for label, lines in rows
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:text="{names}:text:1.0"><office:body><office:text>{text}</office:text></office:body>'
        "</office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parcel:
        for path, body in (("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)):
            parcel.writestr(zipfile.ZipInfo(path, (2024, 1, 1, 0, 0, 0)), body)
    return buffer.getvalue()


def txt(name: str, rows: Rows) -> bytes:
    return "\n".join([f"STANDAR PELAYANAN {name.upper()}", "", *lines_of(rows), ""]).encode()


def as_json(name: str, rows: Rows) -> bytes:
    record = {"nama_layanan": name, **{label: list(lines) if len(lines) > 1 else lines[0] for label, lines in rows}}
    return json.dumps(record, ensure_ascii=False, indent=1).encode()


def png(name: str, rows: Rows) -> bytes:
    """A poster: a coloured head and dark text on a light ground, as a phone camera would not do better."""
    shown = [name.upper(), *(piece for line in lines_of(rows) for piece in wrap(line, 66))]
    picture = Image.new("RGB", (1260, 140 + 46 * len(shown)), (246, 248, 242))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 1260, 100), fill=(20, 96, 72))
    draw.text((40, 28), f"STANDAR PELAYANAN {shown[0]}", font=ImageFont.truetype(FONT, 32), fill="white")
    for n, line in enumerate(shown[1:]):
        draw.text((60, 130 + 46 * n), line, font=ImageFont.truetype(FONT, 28), fill=(24, 32, 40))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


DOCUMENTS: dict[str, tuple[str, str, Callable[[str, Rows], bytes]]] = {
    "pdf": ("pdf", "pdf", pdf),
    "pdf_ruled": ("pdf", "pdf", pdf_ruled),
    "docx": ("docx", "docx", docx),
    "xlsx": ("xlsx", "xlsx", xlsx),
    "pptx": ("pptx", "pptx", pptx),
    "odt": ("odt", "odt", odt),
    "txt": ("txt", "text", txt),
    "json": ("json", "text", as_json),
    "png": ("png", "image", png),
}
"""Form: (file suffix, kind of the label, maker)."""


def lines_pdf(lines: list[str]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for n, line in enumerate(lines):
        canvas.drawString(70, 780 - 18 * n, line)
    canvas.save()
    return buffer.getvalue()


def lines_docx(lines: list[str]) -> bytes:
    file = WordFile()
    for line in lines:
        file.add_paragraph(line)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def lines_txt(lines: list[str]) -> bytes:
    return "\n".join([*lines, ""]).encode()


def lines_png(lines: list[str]) -> bytes:
    picture = Image.new("RGB", (1200, 120 + 70 * len(lines)), (250, 214, 92))
    draw = ImageDraw.Draw(picture)
    for n, line in enumerate(lines):
        draw.text((60, 60 + 70 * n), line, font=ImageFont.truetype(FONT, 40 if n else 52), fill=(40, 20, 90))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


LINES: dict[str, tuple[str, Callable[[list[str]], bytes]]] = {
    "pdf": ("pdf", lines_pdf),
    "docx": ("docx", lines_docx),
    "txt": ("text", lines_txt),
    "png": ("image", lines_png),
}
"""Suffix: (kind of the label, maker)."""
