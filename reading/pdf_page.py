"""One PDF page -> words and drawn lines, through PDFium."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium_c

from reading.grids import Rule
from reading.layout import Word

MAX_CHARS = 60_000
MAX_OBJECTS = 20_000
MAX_SEGMENTS = 40_000
_THIN = 3.0  # points: filled rectangles thinner than this are drawn as lines (Excel does so)
_BOLD = 600
_HYPHEN = 2  # PDFium's sign for a word that was hyphenated at the end of a line
_RUN = re.compile(r"\S+")
_UTF16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_READABLE = dict.fromkeys((*range(32), *range(55296, 57344), 160, 65534, 65535), " ") | {_HYPHEN: "-"}


class PageFrame:
    """Turns PDF coordinates (origin at the bottom left of the unrotated page) into those of the page as shown."""

    def __init__(self, page: Any) -> None:
        left, bottom, right, top = page.get_bbox()
        self._turn = page.get_rotation() // 90
        self._box = (left, bottom, right, top)
        across, down = right - left, top - bottom
        self.width, self.height = (across, down) if self._turn % 2 == 0 else (down, across)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """left, top, right, bottom with y growing downwards."""
        if self._turn == 0 and x0 <= x1 and y0 <= y1:  # nearly always
            left, _, _, top = self._box
            return x0 - left, top - y1, x1 - left, top - y0
        (ax, ay), (bx, by) = self._point(x0, y0), self._point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self._box
        if self._turn == 0:
            return x - left, top - y
        if self._turn == 1:
            return y - bottom, x - left
        if self._turn == 2:
            return right - x, y - bottom
        return top - y, right - x


def words_of(textpage: Any, frame: PageFrame) -> list[Word]:
    """The words of a page in the order of the file. At most MAX_CHARS characters are looked at."""
    raw = textpage.raw
    text = _characters(raw, min(pdfium_c.FPDFText_CountChars(raw), MAX_CHARS))
    reader = _Words(raw, frame)
    spans = ((m.group(), m.start(), m.end() - 1) for m in _RUN.finditer(text))
    return [word for run, first, last in spans if (word := reader.word(run, first, last)) is not None]


def _characters(raw: Any, count: int) -> str:
    """The characters by index. One call gives them all unless some are left out or need two UTF-16 units."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium_c.FPDFText_GetText(raw, 0, count, buffer)
    if written == count + 1:
        text = bytes(buffer)[: 2 * count].decode(_UTF16, "surrogatepass")
        if len(text) == count:
            return text.translate(_READABLE)
    return "".join(_character(pdfium_c.FPDFText_GetUnicode(raw, i)) for i in range(count))


def _character(code: int) -> str:
    return chr(code).translate(_READABLE) if code <= sys.maxunicode else " "


_NOTHING = bytes(ctypes.sizeof(ctypes.c_void_p))


class _Words:
    """Makes words of one page; the structures that PDFium fills are made once."""

    def __init__(self, raw: Any, frame: PageFrame) -> None:
        self._raw = raw
        self._frame = frame
        rect = pdfium_c.FS_RECTF()
        self._to_rect = ctypes.byref(rect)
        self._sides = memoryview(rect).cast("B").cast("f")  # left, top, right, bottom
        self._name = ctypes.create_string_buffer(64)
        self._owner = _NOTHING
        self._bold = False

    def word(self, text: str, first: int, last: int) -> Word | None:
        head = self._box(first)
        tail = self._box(last) if last != first else head
        if head is None or tail is None:
            return None
        left, top, right, bottom = head
        left2, top2, right2, bottom2 = tail
        size = min(bottom - top, bottom2 - top2)
        if left2 < left:
            left = left2
        if right2 > right:
            right = right2
        return Word(text, left, min(top, top2), right, max(bottom, bottom2), size, self._is_bold(first))

    def _is_bold(self, index: int) -> bool:
        """Of the piece of text to which a character belongs: a piece has one font, and mostly several words."""
        owner = bytes(pdfium_c.FPDFText_GetTextObject(self._raw, index))  # its address
        if owner != self._owner or owner == _NOTHING:
            self._owner, self._bold = owner, self._has_bold_font(index)
        return self._bold

    def _has_bold_font(self, index: int) -> bool:
        """By the weight of the font, or by its name where the file tells no weight."""
        if pdfium_c.FPDFText_GetFontWeight(self._raw, index) >= _BOLD:
            return True
        pdfium_c.FPDFText_GetFontInfo(self._raw, index, self._name, 64, None)
        return b"bold" in self._name.value.lower()

    def _box(self, index: int) -> tuple[float, float, float, float] | None:
        """The box of a character as high as its font, so that all words of a line have the same height."""
        if not pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, self._to_rect):
            return None
        left, top, right, bottom = self._sides
        return self._frame.box(left, bottom, right, top)


def rules_of(page: Any, frame: PageFrame) -> list[Rule]:
    """The straight lines that are drawn on a page: strokes, sides of rectangles, thin filled boxes."""
    rules: list[Rule] = []
    budget = MAX_SEGMENTS
    count = min(pdfium_c.FPDFPage_CountObjects(page.raw), MAX_OBJECTS)
    for i in range(count):
        item = pdfium_c.FPDFPage_GetObject(page.raw, i)
        if pdfium_c.FPDFPageObj_GetType(item) == pdfium_c.FPDF_PAGEOBJ_PATH:
            budget -= pdfium_c.FPDFPath_CountSegments(item)
            if budget < 0:
                break
            rules.extend(_path_rules(item, frame))
    return list(dict.fromkeys(rules))


def _path_rules(path: Any, frame: PageFrame) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if not fill.value and not stroke.value:
        return
    sides = list(_sides(path, frame))
    if stroke.value:
        for left, top, right, bottom in sides:
            yield from _straight(left, top, right, bottom)
    elif sides:
        box = (min(s[0] for s in sides), min(s[1] for s in sides), max(s[2] for s in sides), max(s[3] for s in sides))
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            yield from _straight(*box)


def _straight(left: float, top: float, right: float, bottom: float) -> Iterator[Rule]:
    if bottom - top <= _THIN and right - left > _THIN:
        middle = round((top + bottom) / 2, 2)
        yield Rule(round(left, 2), middle, round(right, 2), middle)
    elif right - left <= _THIN and bottom - top > _THIN:
        middle = round((left + right) / 2, 2)
        yield Rule(middle, round(top, 2), middle, round(bottom, 2))


def _sides(path: Any, frame: PageFrame) -> Iterator[tuple[float, float, float, float]]:
    """Straight pieces of a path as boxes on the page. Curves are left out."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(path, ctypes.byref(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for i in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, i)
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO:
            yield frame.box(*before, *point)
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            yield frame.box(*point, *start)
        before = point
