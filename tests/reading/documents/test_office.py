"""Office files become headings, items and rows; bombs are not opened."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
import xlsxwriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from model.reading import BlockKind, Document
from reading import archive_limits, legacy_doc, sniff
from reading.office import read_office
from reading.readers import read_here
from tests.reading.documents.files import blocks, docx_bomb, rows, source, words, zip_with


def read(body: bytes) -> Document:
    return read_here(source(body))


def saved(thing: object) -> bytes:
    buffer = io.BytesIO()
    thing.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def test_docx_keeps_headings_lists_and_tables_in_order() -> None:
    file = docx.Document()
    file.add_heading("Izin Praktik Bidan", 1)
    file.add_heading("Persyaratan", 2)
    for text in ("Fotokopi STR", "Pas foto"):
        file.add_paragraph(text, style="List Number")
    table = file.add_table(rows=0, cols=2)
    for cells in (("Biaya", "Gratis"), ("Waktu", "5 hari kerja")):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    file.add_paragraph("Ditetapkan di Contoh.")
    document = read(saved(file))
    assert document.medium == "office"
    assert [(s.heading, s.trail) for s in document.sections] == [
        ("Izin Praktik Bidan", ()),
        ("Persyaratan", ("Izin Praktik Bidan",)),
    ]
    found = [(b.kind, b.marker, b.text, b.where) for b in blocks(document)]
    assert found == [
        (BlockKind.ITEM, "1.", "Fotokopi STR", "paragraf 3"),
        (BlockKind.ITEM, "2.", "Pas foto", "paragraf 4"),
        (BlockKind.ROW, "", "Biaya | Gratis", "tabel 1, baris 1"),
        (BlockKind.ROW, "", "Waktu | 5 hari kerja", "tabel 1, baris 2"),
        (BlockKind.TEXT, "", "Ditetapkan di Contoh.", "paragraf 9"),
    ]


def test_docx_frame_of_one_column_is_not_a_table() -> None:
    file = docx.Document()
    cell = file.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "DAFTAR PERSYARATAN"
    inner = cell.add_table(1, 2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "1", "Fotokopi KTP"
    document = read(saved(file))
    assert document.sections[0].heading == "DAFTAR PERSYARATAN"
    assert rows(document) == [("1", "Fotokopi KTP")]


def test_docx_words_in_links_and_tracked_insertions_count() -> None:
    file = docx.Document()
    item = file.add_paragraph("Pengaduan ke ")
    for tag, text in (("w:hyperlink", "lapor.dinas.test"), ("w:ins", " setiap hari.")):
        wrapper, run, node = OxmlElement(tag), OxmlElement("w:r"), OxmlElement("w:t")
        node.text = text
        node.set(qn("xml:space"), "preserve")
        run.append(node)
        wrapper.append(run)
        item._p.append(wrapper)
    assert words(read(saved(file))) == "Pengaduan ke lapor.dinas.test setiap hari."


def test_pptx_slides_are_sections() -> None:
    file = pptx.Presentation()
    slide = file.slides.add_slide(file.slide_layouts[1])
    slide.shapes.title.text = "Persyaratan"
    slide.placeholders[1].text = "Fotokopi KTP\nKartu keluarga"
    document = read(saved(file))
    assert [(s.heading, s.where, [b.text for b in s.blocks]) for s in document.sections] == [
        ("Persyaratan", "salindia 1", ["Fotokopi KTP", "Kartu keluarga"])
    ]


def test_xlsx_rows_keep_numbers_as_people_see_them() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("Tarif 2026")
    sheet.write_row(1, 1, ["DAFTAR TARIF"])
    sheet.write_row(2, 1, [1, "Legalisir", 2500.5])
    book.close()
    document = read(buffer.getvalue())
    assert [s.heading for s in document.sections] == ["Tarif 2026", "DAFTAR TARIF"]
    assert rows(document) == [("1", "Legalisir", "2500.5")]


def test_odt_headings_lists_and_tables() -> None:
    ns = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    ns += 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    ns += 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    cells = "".join(f"<table:table-cell><text:p>{t}</text:p></table:table-cell>" for t in ("Biaya", "Gratis"))
    content = (
        f"<office:document-content {ns}><office:body><office:text>"
        '<text:h text:outline-level="2">Syarat</text:h>'
        "<text:list><text:list-item><text:p>KTP<text:line-break/>asli</text:p></text:list-item></text:list>"
        f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
        "</office:text></office:body></office:document-content>"
    )
    body = zip_with(iter([("content.xml", content.encode())]))
    document = read_office(body, "", sniff.ODT)
    assert [(s.heading, s.level) for s in document.sections] == [("Syarat", 2)]
    assert [(b.marker, b.text) for b in blocks(document)] == [("1.", "KTP\nasli"), ("", "Biaya | Gratis")]


def test_odt_entities_are_refused() -> None:
    evil = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><office>&a;</office>'
    mimetype = ("mimetype", b"application/vnd.oasis.opendocument.text")
    body = zip_with(iter([mimetype, ("content.xml", evil)]), zipfile.ZIP_STORED)
    assert read(body).problems == ("broken",)


def test_rtf_text() -> None:
    assert "Biaya: gratis" in words(read(rb"{\rtf1\ansi {\b SYARAT DAN BIAYA}\par Biaya: gratis\par}"))


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")


def test_old_doc_without_a_program_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert read(OLD_WORD).problems == ("legacy_doc",)


def test_old_doc_that_no_program_reads_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy_doc, "_PROGRAMS", (("false",),))
    monkeypatch.setattr("shutil.which", lambda name: "/bin/false")
    assert read(OLD_WORD).problems == ("broken",)


def test_old_doc_goes_through_the_program_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "antiword"
    program.write_text("#!/bin/sh\nprintf 'SYARAT LAYANAN\\n|Biaya|Gratis|\\n1. Fotokopi KTP\\n'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    document = read(OLD_WORD)
    assert [s.heading for s in document.sections] == ["SYARAT LAYANAN"]
    assert [(b.cells, b.marker, b.text) for b in blocks(document)] == [
        (("Biaya", "Gratis"), "", "Biaya | Gratis"),
        ((), "1.", "Fotokopi KTP"),
    ]


def test_docx_zip_bomb_is_not_opened() -> None:
    assert read(docx_bomb()).problems == ("zip_bomb",)


def test_zip_with_a_hundred_thousand_entries_is_not_opened() -> None:
    local = b"PK\x03\x04" + b"\0" * 22 + struct.pack("<HH", 19, 0) + b"[Content_Types].xml" + b"word/"
    entry = b"PK\x01\x02" + b"\0" * 24 + struct.pack("<HH", 1, 0) + b"\0" * 14 + b"a"
    assert read(local + entry * 100_000 + b"PK\x05\x06" + b"\0" * 18).problems == ("zip_bomb",)


def test_entries_are_read_no_further_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_limits, "MAX_ENTRY", 10)
    assert len(archive_limits.read_entry(zip_with(iter([("a", b"x" * 50)])), "a")) == 10


def test_ordinary_files_are_no_bombs() -> None:
    assert archive_limits.zip_problem(saved(docx.Document())) == ""


def test_docx_without_its_document_is_broken() -> None:
    parts = [("[Content_Types].xml", b"<Types/>"), ("word/catatan.xml", b"<a/>")]
    assert read(zip_with(iter(parts))).problems == ("broken",)
