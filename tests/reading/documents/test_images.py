"""Pictures: limits and turning with a pretended OCR, reading with the real ones where installed."""

from __future__ import annotations

import io
import shutil

import pytest
from PIL import Image

from model.reading import Document
from reading import ocr, pixels
from reading.images import document_of, read_image
from reading.layout import Word
from reading.ocr import RapidOcr, Tesseract, find_ocr
from tests.reading.documents.files import blocks, png, poster, words

NOTICE = [
    (200, 60, 54, "STANDAR PELAYANAN"),
    (80, 220, 40, "PERSYARATAN"),
    (80, 290, 30, "1. Fotokopi kartu keluarga"),
    (80, 340, 30, "2. Surat pengantar RT"),
    (560, 220, 40, "BIAYA"),
    (560, 290, 30, "Tidak dipungut biaya"),
    (80, 480, 40, "WAKTU PENYELESAIAN"),
    (80, 550, 30, "Paling lama 3 hari kerja"),
]


class Eye:
    """Pretends to read: gives the same words for every picture and notes the sizes it saw."""

    name = "mata 1.0"

    def __init__(self, *found: Word) -> None:
        self.found = list(found)
        self.seen: list[tuple[int, int]] = []

    def recognise(self, picture: Image.Image) -> list[Word]:
        self.seen.append(picture.size)
        return self.found


def line(text: str, y: float, width: float = 300, height: float = 20, sure: float = 0.95) -> Word:
    return Word(text, 10, y, 10 + width, y + height, height, confidence=sure)


def test_confidence_and_engine_are_kept() -> None:
    document = read_image(png(poster([])), "https://dinas.test/a.png", Eye(line("Biaya: gratis", 50, sure=0.91)))
    assert (document.medium, document.engine, document.problems) == ("image", "mata 1.0", ())
    assert [(b.text, b.confidence, b.where) for b in blocks(document)] == [("Biaya: gratis", 0.91, "gambar")]


def test_nothing_recognised_is_told() -> None:
    assert read_image(png(poster([])), "", Eye()).problems == ("empty",)


def test_without_an_engine_the_picture_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reading.images.find_ocr", lambda: None)
    assert read_image(png(poster([])), "").problems == ("ocr_missing",)


def test_broken_picture() -> None:
    assert read_image(png(poster([]))[:200], "", Eye()).problems == ("broken",)


def test_large_picture_is_made_smaller() -> None:
    eye = Eye(line("Biaya", 10))
    read_image(png(Image.new("RGB", (3000, 2400), "white")), "", eye)
    assert eye.seen == [(1600, 1280)]


def test_large_jpeg_is_decoded_at_an_eighth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pixels, "MAX_PIXELS", 100_000)
    buffer = io.BytesIO()
    Image.new("L", (1600, 1600), "white").save(buffer, "JPEG")
    assert pixels.open_picture(buffer.getvalue()).size == (200, 200)


def test_long_infographic_is_cut_between_its_lines() -> None:
    eye = Eye(line("butir", 100))
    picture = poster([(40, y, 40, "Baris tulisan yang panjang") for y in range(20, 3900, 90)], (800, 4000))
    found = pixels.words_in(picture, eye)
    assert sum(height for _, height in eye.seen) == 4000
    assert max(height for _, height in eye.seen) <= pixels.MAX_SIDE
    assert [w.top for w in found] == [100 + sum(h for _, h in eye.seen[:i]) for i in range(len(eye.seen))]


def test_sideways_page_is_turned_and_the_better_reading_kept() -> None:
    class Turned(Eye):
        def recognise(self, picture: Image.Image) -> list[Word]:
            super().recognise(picture)
            upright = picture.width > picture.height and len(self.seen) == 3
            tall = [line("nwatfrk", 10 + i, 20, 300, 0.6) for i in range(5)]
            return [line("Persyaratan pelayanan", 10)] if upright else tall

    eye = Turned()
    found = pixels.words_in(Image.new("RGB", (600, 900), "white"), eye)
    assert eye.seen == [(600, 900), (900, 600), (900, 600)]
    assert [w.text for w in found] == ["Persyaratan pelayanan"]


def test_transparent_picture_stands_on_white() -> None:
    picture = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    assert pixels.open_picture(png(picture)).getpixel((5, 5)) == (255, 255, 255)


def test_first_frame_of_an_animation_is_read() -> None:
    buffer = io.BytesIO()
    frames = [Image.new("RGB", (60, 60), c) for c in ("white", "black")]
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    assert pixels.open_picture(buffer.getvalue()).getpixel((5, 5)) == (255, 255, 255)


def test_logo_and_uncertain_lines_are_no_headings() -> None:
    found = [line("Vallars", 10, 80, 70, 0.7), *(line("isi kalimat biasa saja", 120 + 30 * i) for i in range(4))]
    assert all(not s.heading for s in document_of(found, "", "mata").sections)


def test_blanks_that_the_ocr_swallowed_come_back() -> None:
    glued = "15Menit 4x6 3HARI WA:0812 (0561)8174267 08:00 :15 MelayaniHari WhatsApp"
    assert ocr.spaced(glued) == "15 Menit 4x6 3 HARI WA: 0812 (0561) 8174267 08:00 : 15 Melayani Hari WhatsApp"


def test_addresses_stay_as_recognised() -> None:
    for address in ("dpmd2021kalbar@gmail.com", "www.dinas2021kesehatan.go.id", "https://dinasKesehatan.test/15Menit"):
        assert ocr.spaced(address) == address


@pytest.fixture(scope="module")
def notice() -> Document:
    if not isinstance(find_ocr(), RapidOcr):
        pytest.skip("RapidOCR is not installed")
    return read_image(png(poster(NOTICE)), "")


def test_poster_with_cards_is_read_card_by_card(notice: Document) -> None:
    assert notice.title == "STANDAR PELAYANAN"
    cards = {s.heading: [b.text for b in s.blocks] for s in notice.sections}
    assert cards["PERSYARATAN"] == ["Fotokopi kartu keluarga", "Surat pengantar RT"]
    assert cards["BIAYA"] == ["Tidak dipungut biaya"]
    assert cards["WAKTU PENYELESAIAN"] == ["Paling lama 3 hari kerja"]


def test_rapidocr_is_sure_and_named(notice: Document) -> None:
    assert notice.engine.startswith("rapidocr ")
    assert min(b.confidence for b in blocks(notice)) > 0.85


def test_page_lying_on_its_side_is_read() -> None:
    engine = find_ocr()
    if engine is None:
        pytest.skip("no OCR is installed")
    turned = poster(NOTICE).rotate(90, expand=True)
    assert "Paling lama 3 hari kerja" in words(read_image(png(turned), "", engine))


@pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")
def test_tesseract_reads_the_poster() -> None:
    document = read_image(png(poster(NOTICE)), "", Tesseract())
    assert document.engine.startswith("tesseract")
    assert "Tidak dipungut biaya" in words(document)
    assert "Paling lama 3 hari kerja" in words(document)
