"""Marked places: quoted words found again in pictures and PDF pages, cut out and framed."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from reading import marks
from reading.layout import Word
from reading.mark_worker import HEIGHT, WIDTH, cut_out, place_of


@pytest.fixture(autouse=True)
def _no_worker_left() -> Iterator[None]:
    yield
    marks.close()


def line(text: str, top: float, left: float = 10) -> Word:
    return Word(text, left, top, left + 8 * len(text), top + 12, 12)


LINES = [
    line("MAKLUMAT PELAYANAN", 10),
    line("Dengan ini kami menyatakan sanggup", 40),
    line("menyelenggarakan pelayanan sesuai standar", 56),
    line("Kepala Dinas menyatakan", 300),
]


def test_a_quote_over_two_lines_is_one_place() -> None:
    box = place_of(LINES, "kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar")
    assert box is not None
    assert (box[1], box[3]) == (40, 68)


def test_words_that_also_stand_elsewhere_do_not_stretch_the_place() -> None:
    box = place_of(LINES, "Dengan ini kami menyatakan sanggup Kepala Dinas")
    assert box is not None
    assert box[3] < 100


@pytest.mark.parametrize("quote", ["Biaya Rp50.000", "", "…"])
def test_what_is_not_there_is_not_marked(quote: str) -> None:
    assert place_of(LINES, quote) is None


def test_the_cut_is_small_and_shows_what_stands_around() -> None:
    cut = cut_out(Image.new("RGB", (3000, 2000), "white"), (100, 100, 2900, 140))
    assert cut.width <= WIDTH
    assert cut.height <= HEIGHT


def test_the_words_of_a_pdf_page_are_framed() -> None:
    out = io.BytesIO()
    paper = Canvas(out, pagesize=(595, 842))
    paper.drawString(72, 700, "Halaman pertama")
    paper.showPage()
    paper.drawString(72, 700, "Jangka waktu penyelesaian 3 hari kerja")
    paper.showPage()
    paper.save()
    found = marks.mark_quotes(out.getvalue(), "application/pdf", ("penyelesaian 3 hari kerja", "tidak tertulis"), 2)
    assert [mark.quote for mark in found] == ["penyelesaian 3 hari kerja"]
    picture = Image.open(io.BytesIO(found[0].jpeg))
    assert picture.size == (found[0].width, found[0].height)
    raw = picture.convert("RGB").tobytes()
    red = [n for n in range(0, len(raw), 3) if raw[n] > 150 and raw[n + 1] < 90 and raw[n + 2] < 90]
    assert red


@pytest.mark.parametrize("body", [b"", b"%PDF-1.4 torn", b"\x89PNG\r\n\x1a\n torn", b"<html>"])
def test_bytes_that_cannot_be_opened_give_nothing(body: bytes) -> None:
    assert marks.mark_quotes(body, "image/png", ("apa saja",), 1) == ()
