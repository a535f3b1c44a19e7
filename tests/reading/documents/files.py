"""Sources and generated files for the tests of the document readers."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from model.evidence import Capture
from model.reading import Block, BlockKind, Document, Source
from reading.passages import plain_text


def source(body: bytes, url: str = "https://dinas.test/berkas", media: str = "") -> Source:
    return Source(Capture(url, url, media, "", len(body), datetime(2026, 1, 5, tzinfo=UTC), "http"), body)


def words(document: Document) -> str:
    return " ".join(plain_text(document.sections).split())


def blocks(document: Document) -> list[Block]:
    return [block for section in document.sections for block in section.blocks]


def rows(document: Document) -> list[tuple[str, ...]]:
    return [block.cells for block in blocks(document) if block.kind is BlockKind.ROW]


def ruled_pdf(table: Sequence[Sequence[str]], widths: Sequence[float] = (30, 130, 330)) -> bytes:
    """A ruled table that reportlab breaks over pages by itself, its first row repeated."""
    buffer = io.BytesIO()
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    flow = Table([list(r) for r in table], colWidths=list(widths), style=style, repeatRows=1)
    SimpleDocTemplate(buffer, pagesize=A4).build([flow])
    return buffer.getvalue()


class Sheet:
    """A PDF drawn by hand: text at places counted from the top left, in points."""

    def __init__(self, size: tuple[float, float] = A4, **options: object) -> None:
        self._buffer = io.BytesIO()
        self._size = size
        self.canvas = Canvas(self._buffer, pagesize=size, **options)

    def text(self, x: float, y: float, text: str, size: float = 10, bold: bool = False) -> Sheet:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, self._size[1] - y, text)
        return self

    def box(self, left: float, top: float, right: float, bottom: float) -> Sheet:
        self.canvas.rect(left, self._size[1] - bottom, right - left, bottom - top)
        return self

    def picture(self, picture: Image.Image) -> Sheet:
        from reportlab.lib.utils import ImageReader

        self.canvas.drawImage(ImageReader(picture), 0, 0, *self._size)
        return self

    def page(self) -> Sheet:
        self.canvas.showPage()
        return self

    def body(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()


def poster(lines: Sequence[tuple[int, int, int, str]], size: tuple[int, int] = (900, 1000)) -> Image.Image:
    """A drawn notice. lines: (x, y, height of type in pixels, text)."""
    picture = Image.new("RGB", size, "#f4f8ff")
    draw = ImageDraw.Draw(picture)
    for x, y, height, text in lines:
        draw.text((x, y), text, fill="#102040", font=ImageFont.load_default(height))
    return picture


def png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def huge_png(side: int) -> bytes:
    """A white PNG of side x side pixels with one bit each: a few kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    packer = zlib.compressobj(9)
    row = b"\0" + b"\xff" * (side // 8)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def zip_with(entries: Iterator[tuple[str, bytes]], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return buffer.getvalue()


def docx_bomb(size: int = 30_000_000) -> bytes:
    """A DOCX whose text grows to `size` bytes when it is opened."""
    return zip_with(iter([("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w>" + b" " * size)]))
