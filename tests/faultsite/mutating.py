"""A seeded mutator for documents: bits turned, pieces cut, doubled, moved between files, numbers made huge."""

from __future__ import annotations

import io
import random
import re
import zipfile

import xlsxwriter
from docx import Document as Word
from pptx import Presentation

from tests.bench import material

HUGE = (b"0", b"-1", b"2147483647", b"4294967296", b"99999999999999999999")


def seeds() -> dict[str, bytes]:
    """A small good document of each kind, by its file name."""
    return {
        "sk.pdf": material.pdf(2),
        "sp.docx": _word(),
        "tarif.xlsx": _sheet(),
        "paparan.pptx": _slides(),
        "sp.odt": _odt(),
        "sp.rtf": rb"{\rtf1\ansi{\b Persyaratan}\par Fotokopi KTP\par Biaya: Rp50.000\par}",
        "lama.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 512
        + "WordDocument".encode("utf-16-le")
        + b"\0" * 2000,
        "halaman.html": material.rich_page()[:20_000],
        "data.json": b'{"layanan": [{"nama": "Izin", "biaya": "Rp50.000"}]}',
        "teks.txt": b"Persyaratan:\n1. Fotokopi KTP\nBiaya: gratis\n",
    }


def mutated(body: bytes, chance: random.Random) -> bytes:
    """The document with one to eight things done to it."""
    data = bytearray(body)
    for _ in range(chance.randint(1, 8)):
        if data:
            chance.choice((_turn, _cut, _double, _fill, _enlarge))(data, chance)
    return bytes(data)


def _turn(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, max(1, len(data) // 4))]


def _double(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:start] = data[start : start + chance.randint(1, 400)] * chance.randint(1, 20)


def _fill(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    length = chance.randint(1, 64)
    data[start : start + length] = bytes([chance.choice((0, 255, 60, 91, 40, 37))]) * length


def _enlarge(data: bytearray, chance: random.Random) -> None:
    numbers = list(re.finditer(rb"\d+", bytes(data)))
    if numbers:
        found = chance.choice(numbers)
        data[found.start() : found.end()] = chance.choice(HUGE)


def _word() -> bytes:
    document, buffer = Word(), io.BytesIO()
    document.add_heading("Persyaratan", 1)
    document.add_paragraph("Fotokopi KTP", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Biaya", "Rp50.000"
    document.save(buffer)
    return buffer.getvalue()


def _sheet() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Tarif")
        for row, cells in enumerate((("Layanan", "Biaya"), ("Izin", 50_000), ("Akta", "gratis"))):
            sheet.write_row(row, 0, cells)
    return buffer.getvalue()


def _slides() -> bytes:
    deck, buffer = Presentation(), io.BytesIO()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "Standar Pelayanan"
    slide.placeholders[1].text = "Biaya: gratis"
    deck.save(buffer)
    return buffer.getvalue()


def _odt() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
            "<text:h text:outline-level='1'>Biaya</text:h><text:p>Rp50.000</text:p>"
            "</office:text></office:body></office:document-content>",
        )
    return buffer.getvalue()
