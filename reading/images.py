"""Pictures of posters, notices and scanned pages -> Document, by OCR."""

from __future__ import annotations

from model.reading import Document
from reading.columns import reading_order
from reading.flow import pieces_of
from reading.layout import Word, body_size, lines_of
from reading.ocr import Ocr, find_ocr
from reading.passages import Heading, sections_of
from reading.pixels import TooManyPixels, open_picture, words_in


def read_image(body: bytes, url: str, ocr: Ocr | None = None) -> Document:
    """The words of a picture as sections, each block with its confidence. ocr: by default the best one installed.

    Problems: "ocr_missing", "too_many_pixels", "broken", "empty" (nothing was recognised).
    """
    engine = ocr or find_ocr()
    try:
        picture = open_picture(body)
    except TooManyPixels:
        return Document(url, "image", "", (), problems=("too_many_pixels",))
    except (OSError, ValueError, SyntaxError):
        return Document(url, "image", "", (), problems=("broken",))
    if engine is None:
        return Document(url, "image", "", (), problems=("ocr_missing",))
    return document_of(words_in(picture, engine), url, engine.name)


def document_of(words: list[Word], url: str, engine: str) -> Document:
    """Recognised words as a Document; headings are told by the height of their letters."""
    lines = lines_of(words)
    body = body_size(lines)
    pieces = pieces_of(reading_order(lines), body, "gambar", 0, rough=True)
    headings = [p for p in pieces if isinstance(p, Heading)]
    title = min(headings, key=lambda h: h.level).text if headings else (pieces[0].text if pieces else "")
    problems = () if pieces else ("empty",)
    return Document(url, "image", title, sections_of(pieces), problems=problems, engine=engine)
