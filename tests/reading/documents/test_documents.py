"""The door: any bytes in, a Document out."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
import pytest

from reading import documents, readers
from reading.documents import read_document
from reading.ocr import find_ocr
from tests.reading.documents.files import Sheet, huge_png, poster, ruled_pdf, source, words
from tests.reading.documents.test_pdf import nested_flate_bomb


@pytest.fixture(scope="module", autouse=True)
def _workers() -> Iterator[None]:
    yield
    documents.close()


def test_pdf() -> None:
    document = read_document(source(ruled_pdf([["NO", "KOMPONEN", "URAIAN"], ["1", "Biaya", "Gratis"]])))
    assert (document.medium, document.problems, document.pages) == ("pdf", (), 1)
    assert "1 | Biaya | Gratis" in words(document)


def test_docx() -> None:
    file, buffer = docx.Document(), io.BytesIO()
    file.add_paragraph("Biaya: gratis")
    file.save(buffer)
    assert words(read_document(source(buffer.getvalue()))) == "Biaya: gratis"


def test_web_page_named_pdf_is_read_and_told() -> None:
    page = b"<html><head><title>Masuk</title></head><body><h1>Silakan masuk</h1><p>Kata sandi</p></body></html>"
    document = read_document(source(page, "https://dinas.test/sk/standar.pdf"))
    assert document.medium == "html"
    assert document.problems == ("media_mismatch",)
    assert "Silakan masuk" in words(document)


def test_page_under_a_document_address_with_html_media_is_no_mismatch() -> None:
    document = read_document(source(b"<html><body><p>Isi</p></body></html>", "https://dinas.test/berkas", "text/html"))
    assert document.problems == ()


def test_nested_flate_bomb_ends_within_limits() -> None:
    document = read_document(source(nested_flate_bomb()))
    assert document.medium == "pdf"
    assert document.problems
    assert read_document(source(b"Biaya: gratis")).problems == ()


def test_twenty_megabytes_of_html_are_read_in_part() -> None:
    page = b"<html><body><h1>Standar</h1>" + b"<p>Biaya gratis bagi semua pemohon</p>\n" * 550_000
    document = read_document(source(page))
    assert len(page) > 20_000_000
    assert "too_large" in document.problems
    assert document.sections


def test_picture_of_twenty_thousand_pixels_is_not_decoded() -> None:
    assert read_document(source(huge_png(20_000))).problems == ("too_many_pixels",)


@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff" * 500, b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"RIFF0000WEBP", b"{\\rtf"]
)
def test_scraps_are_told_and_never_raise(body: bytes) -> None:
    document = read_document(source(body))
    assert document.problems
    assert not document.sections


def test_partial_capture_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import dataclasses

    whole = source(b"Biaya: gratis")
    cut = dataclasses.replace(whole, capture=dataclasses.replace(whole.capture, partial="too_large"))
    assert readers.read_here(cut).problems == ("too_large",)


def test_formats_that_cannot_be_cut_are_refused_above_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "WHOLE_LIMIT", 10)
    document = readers.read_here(source(ruled_pdf([["NO", "KOMPONEN"], ["1", "Biaya"]], (40, 100))))
    assert (document.problems, document.sections, document.medium) == (("too_large",), (), "pdf")


@pytest.mark.skipif(find_ocr() is None, reason="no OCR is installed")
def test_scanned_pdf_is_recognised_in_the_worker_for_pictures() -> None:
    scan = poster([(60, 200, 40, "PERSYARATAN"), (60, 300, 34, "1. Fotokopi kartu keluarga")], (900, 1270))
    document = read_document(source(Sheet().picture(scan).body()))
    assert (document.medium, document.problems) == ("pdf", ())
    assert document.engine
    assert "Fotokopi kartu keluarga" in words(document)


def test_same_bytes_same_document() -> None:
    body = ruled_pdf([["NO", "KOMPONEN", "URAIAN"], ["1", "Biaya", "Gratis"]])
    assert read_document(source(body)) == read_document(source(body))
