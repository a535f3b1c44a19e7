"""The kind of a file comes from its bytes."""

from __future__ import annotations

import io

import docx
import pptx
import pytest
import xlsxwriter
from PIL import Image

from reading import sniff
from tests.reading.documents.files import Sheet, zip_with


def _saved(thing: object) -> bytes:
    buffer = io.BytesIO()
    thing.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def _xlsx() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    book.add_worksheet().write(0, 0, "Persyaratan")
    book.close()
    return buffer.getvalue()


def _picture(kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (b"<!DOCTYPE html><html><body>Biaya</body></html>", sniff.HTML),
        (b"\xef\xbb\xbf\r\n <html lang=id>", sniff.HTML),
        (b"<!-- catatan --><div><p>Syarat</p></div>", sniff.HTML),
        (b"Halaman <p>satu</p> <p>dua</p> <p>tiga</p>", sniff.HTML),
        (b"\n\n%PDF-1.4\n", sniff.PDF),
        (b"{\\rtf1\\ansi Biaya}", sniff.RTF),
        (b'[{"nama": "KTP"}]', sniff.JSON),
        (b"[1] Undang-Undang Nomor 25", sniff.TEXT),
        ("Persyaratan: kartu keluarga — asli".encode(), sniff.TEXT),
        ("Persyaratan".encode("utf-16"), sniff.TEXT),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", sniff.SVG),
        (b"\x00\x01\x02\x03binary", sniff.UNKNOWN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), sniff.DOC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"), sniff.XLS),
        (b"", sniff.TEXT),
    ],
)
def test_sniffs_bytes(body: bytes, media: str) -> None:
    assert sniff.sniff(body) == media


def test_sniffs_made_files() -> None:
    assert sniff.sniff(_saved(docx.Document())) == sniff.DOCX
    assert sniff.sniff(_saved(pptx.Presentation())) == sniff.PPTX
    assert sniff.sniff(_xlsx()) == sniff.XLSX
    assert sniff.sniff(Sheet().text(50, 50, "Biaya").body()) == sniff.PDF


@pytest.mark.parametrize(
    ("kind", "media"), [("PNG", sniff.PNG), ("JPEG", sniff.JPEG), ("WEBP", sniff.WEBP), ("GIF", sniff.GIF)]
)
def test_sniffs_pictures(kind: str, media: str) -> None:
    assert sniff.sniff(_picture(kind)) == media


def test_zip_of_anything_else_is_a_zip() -> None:
    assert sniff.sniff(zip_with(iter([("word/catatan.txt", b"bukan dokumen")]))) == sniff.ZIP
