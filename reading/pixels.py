"""Picture bytes -> pixels within limits -> words, upright and in pieces that the OCR can take."""

from __future__ import annotations

import io
import math
from dataclasses import replace

from PIL import Image, ImageOps

from reading.layout import Word
from reading.ocr import Ocr

# The size is checked below, before a pixel is decoded; Pillow's own guard only warns.
Image.MAX_IMAGE_PIXELS = None

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
MAX_PIXELS = 50_000_000
MAX_SIDE = 1600  # pixels: what the OCR takes at once
MAX_TILES = 8
_SMALL_SIDE = 40
_UPRIGHT_SCORE = 0.8


class TooManyPixels(Exception):
    """The picture claims more pixels than are decoded."""


def open_picture(body: bytes) -> Image.Image:
    """The first frame as RGB on white, turned as the camera says.

    Raises TooManyPixels before decoding, and what Pillow raises (OSError, ValueError, SyntaxError) for bad bytes.
    """
    picture = Image.open(io.BytesIO(body), formats=FORMATS)
    if picture.format == "JPEG" and _pixels(picture) > MAX_PIXELS:
        picture.draft("RGB", (picture.width // 8, picture.height // 8))  # decodes at an eighth of the size
    if _pixels(picture) > MAX_PIXELS:
        raise TooManyPixels
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        ground = Image.new("RGBA", upright.size, "white")
        ground.alpha_composite(upright)
        upright = ground
    return upright.convert("RGB")


def _pixels(picture: Image.Image) -> int:
    return picture.width * picture.height


def words_in(picture: Image.Image, ocr: Ocr) -> list[Word]:
    """Words with boxes in pixels of the upright picture; sideways pages are turned first."""
    if min(picture.size) < _SMALL_SIDE:
        return []
    found = _tiled(picture, ocr)
    if not _sideways(found):
        return found
    return max((found, *(_tiled(picture.rotate(angle, expand=True), ocr) for angle in (90, 270))), key=_score)


def _sideways(words: list[Word]) -> bool:
    """Whether most of what was read stands in boxes higher than wide, or reads badly: the look of a turned page."""
    long = [w for w in words if len(w.text) >= 4]
    if not long:
        return len(words) >= 8
    upright = sum(w.right - w.left > w.bottom - w.top for w in long)
    sure = sum(w.confidence for w in long) / len(long)
    return upright < 0.5 * len(long) or (sure < _UPRIGHT_SCORE and len(long) >= 5)


def _score(words: list[Word]) -> float:
    """How much was read with certainty."""
    upright = (w for w in words if w.right - w.left > w.bottom - w.top or len(w.text) < 3)
    return sum(len(w.text) * max(w.confidence - 0.5, 0) for w in upright)


def _tiled(picture: Image.Image, ocr: Ocr) -> list[Word]:
    """A long infographic is cut between lines; scaled down whole it could not be read."""
    if picture.height > MAX_SIDE and picture.height > 1.8 * picture.width:
        picture = _within(picture, (MAX_SIDE, MAX_TILES * MAX_SIDE))
        words: list[Word] = []
        for top, bottom in _tiles(picture):
            part = ocr.recognise(picture.crop((0, top, picture.width, bottom)))
            words.extend(replace(w, top=w.top + top, bottom=w.bottom + top) for w in part)
        return words
    return ocr.recognise(_within(picture, (MAX_SIDE, MAX_SIDE)))


def _within(picture: Image.Image, box: tuple[int, int]) -> Image.Image:
    scale = min(box[0] / picture.width, box[1] / picture.height, 1.0)
    if scale == 1.0:
        return picture
    size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _tiles(picture: Image.Image) -> list[tuple[int, int]]:
    """(top, bottom) of pieces at most MAX_SIDE high, cut where a row of pixels is most even."""
    strip = picture.convert("L").resize((min(picture.width, 200), picture.height))
    tiles, top = [], 0
    while picture.height - top > MAX_SIDE:
        rows = range(top + math.floor(0.7 * MAX_SIDE), top + MAX_SIDE, 2)
        cut = min(rows, key=lambda y: _unevenness(strip, y))
        tiles.append((top, cut))
        top = cut
    return [*tiles, (top, picture.height)]


def _unevenness(strip: Image.Image, y: int) -> int:
    dark, light = strip.crop((0, y, strip.width, y + 1)).getextrema()
    return int(light) - int(dark)  # type: ignore[arg-type]  # "L" has one band: two numbers
