"""The inside of the sandbox for marked places: finds quoted words in a picture and cuts out where they stand."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence

from PIL import Image, ImageDraw

from model.reading import Block, BlockKind, Document, Section, Source, Zone
from reading import sniff
from reading.layout import Word
from reading.ocr import find_ocr
from reading.pixels import TooManyPixels, open_picture, words_in
from reading.worker import serve

WIDTH, HEIGHT = 460, 260  # pixels of a small picture at most
QUALITY = 55
AROUND = 0.06  # of the picture's longer side, shown around the marked place
PDF_SCALE = 1.6  # pixels per point
ENOUGH = 0.6  # of a line's words that must stand in the quote
COVERED = 0.4  # of the quote's words that must be found
_WORD = re.compile(r"\w+")
_FRAME = "#c62828"

Box = tuple[float, float, float, float]


def mark_here(source: Source) -> Document:
    """One section per quote that was found: the quote, the small picture as base64, its size."""
    asked = json.loads(source.capture.link_text)
    try:
        opened = _opened(source.body, int(asked["page"]))
    except (TooManyPixels, OSError, ValueError, SyntaxError):
        opened = None
    if opened is None:
        return Document("", "image", "", ())
    picture, words = opened
    return Document("", "image", "", tuple(_sections(picture, words, asked["quotes"])))


def _opened(body: bytes, page: int) -> tuple[Image.Image, list[Word]] | None:
    if sniff.sniff(body) == sniff.PDF:
        return _pdf_page(body, page)
    engine = find_ocr()
    if engine is None:
        return None
    picture = open_picture(body)
    return picture, words_in(picture, engine)


def _pdf_page(body: bytes, number: int) -> tuple[Image.Image, list[Word]] | None:
    """A page as a picture, with the words of its text layer or, where there is none, with those recognised."""
    import pypdfium2

    document = pypdfium2.PdfDocument(body)
    if not 1 <= number <= len(document):
        return None
    page = document[number - 1]
    picture = page.render(scale=PDF_SCALE).to_pil().convert("RGB")
    words = list(_text_words(page, picture.height))
    engine = None if words else find_ocr()
    return picture, words if engine is None else words_in(picture, engine)


def _text_words(page: object, height: int) -> Iterator[Word]:
    text = page.get_textpage()  # type: ignore[attr-defined]  # pypdfium2 ships no types
    for n in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(n)
        said = text.get_text_bounded(left, bottom, right, top)
        box = (left * PDF_SCALE, height - top * PDF_SCALE, right * PDF_SCALE, height - bottom * PDF_SCALE)
        yield Word(said, *box, size=box[3] - box[1])


def _sections(picture: Image.Image, words: Sequence[Word], quotes: Iterable[str]) -> Iterator[Section]:
    for quote in quotes:
        box = place_of(words, quote)
        if box is not None:
            cut = cut_out(picture, box)
            out = io.BytesIO()
            cut.save(out, "JPEG", quality=QUALITY, optimize=True)
            data = base64.b64encode(out.getvalue()).decode()
            block = Block(BlockKind.IMAGE, data)
            yield Section(quote, 0, (), Zone.MAIN, (block,), f"{cut.width}x{cut.height}")


def place_of(words: Sequence[Word], quote: str) -> Box | None:
    """The box around the lines that hold the quote; None when too little of it is there."""
    wanted = set(_WORD.findall(quote.casefold()))
    lines = [(word, _WORD.findall(word.text.casefold())) for word in words]
    held = [(word, said) for word, said in lines if said and _share(said, wanted) >= ENOUGH]
    held = _together(held)
    found = {token for _, said in held for token in said} & wanted
    if not wanted or len(found) < COVERED * len(wanted):
        return None
    boxes = [word for word, _ in held]
    left, top = min(w.left for w in boxes), min(w.top for w in boxes)
    return left, top, max(w.right for w in boxes), max(w.bottom for w in boxes)


def _share(said: Sequence[str], wanted: set[str]) -> float:
    return sum(token in wanted for token in said) / len(said)


def _together(held: list[tuple[Word, list[str]]]) -> list[tuple[Word, list[str]]]:
    """The group of neighbouring lines with most words: single words of the quote also stand elsewhere."""
    groups: list[list[tuple[Word, list[str]]]] = []
    for word, said in sorted(held, key=lambda pair: pair[0].top):
        near = groups and word.top - max(w.bottom for w, _ in groups[-1]) <= 1.5 * word.size
        groups[-1].append((word, said)) if near else groups.append([(word, said)])
    return max(groups, key=lambda group: sum(len(said) for _, said in group), default=[])


def cut_out(picture: Image.Image, box: Box) -> Image.Image:
    """The place with some of what stands around it, framed, small enough for a report."""
    around = AROUND * max(picture.size)
    left, top = max(0, int(box[0] - around)), max(0, int(box[1] - around))
    right, bottom = min(picture.width, int(box[2] + around)), min(picture.height, int(box[3] + around))
    cut = picture.crop((left, top, max(right, left + 1), max(bottom, top + 1))).convert("RGB")
    scale = min(WIDTH / cut.width, HEIGHT / cut.height, 1.0)
    small = cut.resize((max(1, round(cut.width * scale)), max(1, round(cut.height * scale))))
    first = ((box[0] - left) * scale - 3, (box[1] - top) * scale - 3)
    last = ((box[2] - left) * scale + 3, (box[3] - top) * scale + 3)
    ImageDraw.Draw(small).rectangle((first, last), outline=_FRAME, width=2)
    return small


if __name__ == "__main__":
    serve(mark_here)
