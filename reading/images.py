"""Pictures of posters, notices and scanned pages -> Document, by OCR."""

from __future__ import annotations

from model.reading import Document
from reading.columns import ROUGH_GAP, reading_order
from reading.flow import LEAST_CERTAIN, Passage, calm, heading_level, pieces_of
from reading.layout import Line, Word, body_size, lines_of, segments_of
from reading.ocr import Ocr, find_ocr
from reading.passages import sections_of
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
    pieces = calm(pieces_of(reading_order(lines, rough=True), body, "gambar", 0, rough=True))
    problems = () if pieces else ("empty",)
    return Document(url, "image", _title(lines, body), sections_of(pieces), problems=problems, engine=engine)


def _title(lines: list[Line], body: float) -> str:
    """The unnumbered heading near the top that takes most room: large, and longer than a logo. Else the first line."""
    upper = max((line.bottom for line in lines), default=0.0) * 0.4
    parts = [part for line in lines if line.middle <= upper for part in segments_of(line, ROUGH_GAP)]
    sure = [p for p in parts if p.confidence >= LEAST_CERTAIN and not p.text[:1].isdigit()]
    headings = [p for p in sure if heading_level(Passage((p,)), body)]
    if headings:
        return max(headings, key=lambda line: line.size * min(len(line.text), 30)).text
    return next((line.text for line in lines), "")
