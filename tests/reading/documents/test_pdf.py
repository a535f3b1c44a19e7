"""PDF pages become rows, headings and paragraphs with their page."""

from __future__ import annotations

import zlib

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption

from model.reading import BlockKind
from reading.layout import Word
from reading.pdf import read_pdf
from tests.reading.documents.files import Sheet, blocks, poster, rows, ruled_pdf, words

URL = "https://dinas.test/sp.pdf"


class FakeOcr:
    """Recognises nothing, and remembers the sizes of the pictures it was given."""

    name = "mata 1.0"

    def __init__(self) -> None:
        self.sizes: list[tuple[int, int]] = []

    def recognise(self, picture: Image.Image) -> list[Word]:
        self.sizes.append(picture.size)
        return [Word("Biaya: gratis", 100, 100, 300, 120, 20, confidence=0.93)]


def test_ruled_table_goes_on_over_the_page_break() -> None:
    table = [["NO", "KOMPONEN", "URAIAN"]]
    table += [[str(i), f"Komponen nomor {i}", "\n".join(f"{c}. butir {i}{c}" for c in "abcde")] for i in range(1, 15)]
    document = read_pdf(ruled_pdf(table), URL)
    assert document.pages > 1
    assert rows(document) == [tuple(r) for r in table]
    assert len({b.where.split(", ")[1] for b in blocks(document)}) == 1
    assert blocks(document)[0].header
    assert {b.page for b in blocks(document)} == set(range(1, document.pages + 1))


def test_row_divided_by_the_page_break_is_whole_again() -> None:
    sheet = Sheet()
    for x0, x1 in ((50, 80), (80, 220), (220, 550)):
        sheet.box(x0, 700, x1, 790)
    sheet.text(60, 740, "1").text(90, 740, "Persyaratan").text(230, 715, "a. Fotokopi KTP").text(
        230, 735, "b. Surat kuasa"
    )
    sheet.page()
    for x0, x1 in ((50, 80), (80, 220), (220, 550)):
        sheet.box(x0, 50, x1, 90).box(x0, 90, x1, 130)
    sheet.text(230, 70, "c. Pas foto").text(60, 110, "2").text(90, 110, "Biaya").text(230, 110, "Gratis")
    assert rows(read_pdf(sheet.body(), URL)) == [
        ("1", "Persyaratan", "a. Fotokopi KTP\nb. Surat kuasa\nc. Pas foto"),
        ("2", "Biaya", "Gratis"),
    ]


def test_unruled_table_with_labels_between_the_lines_of_their_values() -> None:
    sheet = Sheet()
    values = ["Fotokopi KTP pemohon", "Surat pengantar kelurahan", "Pas foto berwarna terbaru"]
    for i, value in enumerate(values):
        sheet.text(250, 100 + 14 * i, value)
    sheet.text(60, 121, "Persyaratan").text(60, 171, "Jangka Waktu").text(250, 171, "Paling lama 3 hari kerja")
    sheet.text(60, 206, "Biaya").text(250, 206, "Tidak dipungut biaya")
    assert rows(read_pdf(sheet.body(), URL)) == [
        ("Persyaratan", "\n".join(values)),
        ("Jangka Waktu", "Paling lama 3 hari kerja"),
        ("Biaya", "Tidak dipungut biaya"),
    ]


def test_cell_over_several_rows_is_repeated_beside_each() -> None:
    sheet = Sheet()
    sheet.box(50, 100, 150, 160)
    for i, (kind, price) in enumerate((("Umum", "Rp10.000"), ("Pelajar", "Rp5.000"))):
        sheet.box(150, 100 + 30 * i, 300, 130 + 30 * i).box(300, 100 + 30 * i, 450, 130 + 30 * i)
        sheet.text(160, 120 + 30 * i, kind).text(310, 120 + 30 * i, price)
    sheet.text(60, 130, "Tarif")
    assert rows(read_pdf(sheet.body(), URL)) == [("Tarif", "Umum", "Rp10.000"), ("Tarif", "Pelajar", "Rp5.000")]


def test_headings_items_and_paragraphs() -> None:
    sheet = Sheet().text(60, 80, "STANDAR PELAYANAN AKTA KELAHIRAN", 16, bold=True)
    sheet.text(60, 120, "Persyaratan", bold=True)
    sheet.text(60, 140, "1. Surat keterangan lahir dari rumah sakit, puskesmas, bidan atau kepala desa yang")
    sheet.text(74, 153, "menolong kelahiran").text(60, 166, "2. Buku nikah")
    sheet.text(60, 190, "Unit Kerja : Bidang Pencatatan Sipil")
    document = read_pdf(sheet.body(), URL)
    assert document.title == "STANDAR PELAYANAN AKTA KELAHIRAN"
    (section,) = [s for s in document.sections if s.heading == "Persyaratan"]
    assert section.trail == ("STANDAR PELAYANAN AKTA KELAHIRAN",)
    assert [(b.kind, b.marker) for b in section.blocks] == [
        (BlockKind.ITEM, "1."),
        (BlockKind.ITEM, "2."),
        (BlockKind.TEXT, ""),
    ]
    assert section.blocks[0].text.endswith("desa yang menolong kelahiran")
    assert section.where == "halaman 1"


def test_running_headers_footers_and_page_numbers_are_dropped() -> None:
    sheet = Sheet()
    for number in range(1, 5):
        sheet.text(60, 40, "PEMERINTAH KOTA CONTOH").text(60, 300, f"Isi halaman ke {number} tentang pelayanan.")
        sheet.text(60, 815, "Dokumen mutu dinas").text(300, 815, f"- {number} -").page()
    text = words(read_pdf(sheet.body(), URL))
    assert text.count("PEMERINTAH KOTA CONTOH") == 1
    assert "Dokumen mutu" not in text
    assert [f"halaman ke {i}" in text for i in range(1, 5)] == [True] * 4


def test_turned_page_reads_as_shown() -> None:
    sheet = Sheet()
    sheet.canvas.setPageRotation(90)
    for x, y, text in ((60, 80, "Persyaratan"), (200, 80, "Fotokopi KTP"), (60, 100, "Biaya"), (200, 100, "Gratis")):
        sheet.canvas.saveState()
        sheet.canvas.translate(y, x)  # on the turned page x runs up the sheet and y across it
        sheet.canvas.rotate(90)
        sheet.canvas.drawString(0, 0, text)
        sheet.canvas.restoreState()
    assert rows(read_pdf(sheet.body(), URL)) == [("Persyaratan", "Fotokopi KTP"), ("Biaya", "Gratis")]


def test_scanned_page_without_ocr_is_told() -> None:
    scan = poster([(80, 100, 40, "STANDAR PELAYANAN")])
    document = read_pdf(Sheet().text(60, 80, "Lampiran keputusan ini memuat standar.").page().picture(scan).body(), URL)
    assert document.problems == ("no_text_layer",)
    assert "Lampiran keputusan" in words(document)


def test_scanned_page_goes_through_the_ocr_with_its_page() -> None:
    ocr = FakeOcr()
    scan = poster([(80, 100, 40, "STANDAR PELAYANAN")])
    document = read_pdf(Sheet().picture(scan).body(), URL, ocr)
    assert document.problems == ()
    assert document.engine == "mata 1.0"
    assert [(b.text, b.page, b.confidence) for b in blocks(document)] == [("Biaya: gratis", 1, 0.93)]
    assert max(ocr.sizes[0]) <= 3600


def test_white_page_is_no_scan() -> None:
    white = Image.new("RGB", (200, 300), "white")
    assert read_pdf(Sheet().picture(white).body(), URL).problems == ("empty",)


def test_encrypted_pdf() -> None:
    body = Sheet(encrypt=StandardEncryption("rahasia", "pemilik")).text(60, 80, "Biaya").body()
    assert read_pdf(body, URL).problems == ("encrypted",)


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9])
def test_truncated_pdf_is_broken_or_read_but_never_raises(keep: float) -> None:
    body = ruled_pdf([["NO", "KOMPONEN"], ["1", "Persyaratan"]], (40, 200))
    document = read_pdf(body[: int(len(body) * keep)], URL)
    assert document.problems or "Persyaratan" in words(document)


def test_garbage_after_the_signature_is_broken() -> None:
    assert read_pdf(b"%PDF-1.7\n" + bytes(range(256)) * 20, URL).problems == ("broken",)


def test_many_pages_are_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reading.pdf.MAX_PAGES", 2)
    sheet = Sheet()
    for number in range(4):
        sheet.text(60, 400, f"Isi lembar {number} yang panjang").page()
    document = read_pdf(sheet.body(), URL)
    assert document.problems == ("too_large",)
    assert document.pages == 4
    assert "lembar 1" in words(document)
    assert "lembar 2" not in words(document)


def nested_flate_bomb(levels: int = 2, size: int = 1 << 28) -> bytes:
    """A PDF whose page content unpacks to `size` bytes through several Flate filters."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packer.flush()
    for _ in range(levels - 1):
        data = zlib.compress(data, 9)
    filters = b"/FlateDecode " * levels
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(data), filters, data),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (i, o) for i, o in enumerate(objects, start=1))
    return body + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF"
