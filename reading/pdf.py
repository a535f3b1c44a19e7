"""PDF -> Document: text with its layout, tables across page breaks, scanned pages through OCR."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import pypdfium2 as pdfium

from model.reading import Block, Document
from reading.columns import reading_order
from reading.flow import calm, pieces_of
from reading.grids import Grid, fill, grids_of, outermost
from reading.layout import Line, Word, body_size, lines_of
from reading.ocr import Ocr
from reading.passages import Heading, Piece, paragraph, sections_of
from reading.pdf_page import PageFrame, rules_of, words_of
from reading.pdf_tables import Table, append, goes_on, table_of
from reading.pixels import words_in

MAX_PAGES = 300
MAX_SCANNED_PAGES = 10
SCAN_PIXELS = 1800  # the longer side of a page rendered for OCR is at most twice this
_LETTERS = 12  # fewer letters than this on a page are a stamp or a page number, not a text layer
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_PAGE_NUMBER = re.compile(r"(?i)(halaman|hal\.?|page)?\s*[-–|]?\s*\d{1,4}\s*([-–|]|dari|of|/)?\s*(\d{1,4})?\s*")


@dataclass(slots=True)
class _Page:
    number: int
    width: float
    height: float
    words: list[Word]
    rules: list[Any] = field(default_factory=list)
    scanned: bool = False


def read_pdf(body: bytes, url: str, ocr: Ocr | None = None) -> Document:
    """The text of a PDF as sections. ocr: reads scanned pages; None leaves them out.

    Problems: "encrypted", "broken", "too_large" (only the first MAX_PAGES pages were read), "no_text_layer" (some
    page is only a picture and was not recognised), "empty".
    """
    try:
        file = pdfium.PdfDocument(body)
    except pdfium.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()
        return Document(url, "pdf", "", (), problems=("encrypted" if encrypted else "broken",))
    try:
        return _read(file, url, ocr)
    finally:
        file.close()


def _read(file: Any, url: str, ocr: Ocr | None) -> Document:
    problems: list[str] = ["too_large"] if len(file) > MAX_PAGES else []
    pages: list[_Page] = []
    scans = 0
    for number in range(1, min(len(file), MAX_PAGES) + 1):
        page, problem = _look(file, number, ocr if scans < MAX_SCANNED_PAGES else None)
        scans += page.scanned
        pages.append(page)
        problems.extend([problem] if problem else [])
    _drop_repeated(pages)
    body = body_size([word for page in pages for word in page.words])
    pieces = calm(_pieces(pages, body))
    if not pieces:
        problems.append("empty")
    title = _title(pages[:1], pieces)
    unique = tuple(dict.fromkeys(problems))
    engine = ocr.name if ocr is not None and scans else ""
    return Document(url, "pdf", title, sections_of(pieces), problems=unique, pages=len(file), engine=engine)


def _look(file: Any, number: int, ocr: Ocr | None) -> tuple[_Page, str]:
    """One page and the problem it has, or "". A page without letters that shows something is a scan."""
    try:
        page = file[number - 1]
    except pdfium.PdfiumError:
        return _Page(number, 0, 0, []), "broken"
    frame = PageFrame(page)
    textpage = page.get_textpage()
    words = words_of(textpage, frame)
    textpage.close()
    if _has_letters(words) or not _shows_picture(page):
        return _Page(number, frame.width, frame.height, words, rules_of(page, frame)), ""
    if ocr is None:
        return _Page(number, frame.width, frame.height, words), "no_text_layer"
    scale = min(2 * SCAN_PIXELS / max(frame.width, frame.height, 1), 200 / 72)
    picture = page.render(scale=scale, may_draw_forms=False).to_pil()
    return _Page(number, picture.width, picture.height, words_in(picture.convert("RGB"), ocr), scanned=True), ""


def _has_letters(words: list[Word]) -> bool:
    """Whether there are more letters than on a stamp."""
    letters = (char for word in words for char in word.text if char.isalpha())
    return sum(1 for _ in islice(letters, _LETTERS)) == _LETTERS


def _shows_picture(page: Any) -> bool:
    """Whether anything is seen on a page: the white back of a scanned sheet holds a picture too."""
    if not any(True for _ in page.get_objects(max_depth=3)):
        return False
    scale = min(150 / max(*page.get_size(), 1), 1)
    dark, light = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil().getextrema()
    return bool(light - dark > 60)


def _drop_repeated(pages: list[_Page]) -> None:
    """Take running headers and footers off: the same words at the same height near the edge of several pages."""
    seen: dict[tuple[str, int], list[int]] = {}
    edges = [(page, [(_edge_key(page, line), line) for line in _edge_lines(page)]) for page in pages]
    for page, lines in edges:
        for key, _ in lines:
            seen.setdefault(key, []).append(page.number)
    for page, lines in edges:
        drop: set[int] = set()
        for key, line in lines:
            again = seen[key]
            at_foot = line.middle > page.height / 2
            repeated = len(again) >= max(2, min(3, len(pages) // 3)) and (at_foot or page.number != again[0])
            if repeated or _PAGE_NUMBER.fullmatch(line.text):
                drop.update(id(word) for word in line.words)
        if drop:
            page.words = [word for word in page.words if id(word) not in drop]


def _edge_lines(page: _Page) -> list[Line]:
    edge = 0.1 * page.height
    return lines_of(w for w in page.words if w.bottom < edge or w.top > page.height - edge)


def _edge_key(page: _Page, line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(20 * line.middle / max(page.height, 1))


def _pieces(pages: Iterable[_Page], body: float) -> list[Piece]:
    """Headings and blocks of all pages; tables are joined over page breaks before their rows are written out."""
    items: list[Piece | Table] = []
    for page in pages:
        fresh = _settle(_page_items(page, body), page.number)
        last = items[-1] if items else None
        first = fresh[0] if fresh else None
        if isinstance(last, Table) and isinstance(first, Table) and goes_on(last, first):
            items[-1:] = [append(last, first)]
            fresh = fresh[1:]
        items.extend(fresh)
    pieces: list[Piece] = []
    tables = 0
    for item in items:
        if isinstance(item, Table):
            tables += 1
            pieces.extend(_placed(item, tables))
        else:
            pieces.append(item)
    return pieces


def _settle(items: list[Piece | Table], page: int) -> list[Piece | Table]:
    """Headings that end a page, such as the name under a signature, head nothing: they become text."""
    end = len(items)
    while end and isinstance(items[end - 1], Heading):
        end -= 1
    if not end:
        return items  # a cover
    foot = [paragraph(item.text, item.where, page) for item in items[end:] if isinstance(item, Heading)]
    return [*items[:end], *foot]


def _placed(table: Table, number: int) -> Iterable[Block]:
    for line, block in enumerate(table.rows, start=1):
        yield replace(block, where=f"halaman {block.page}, tabel {number}, baris {line}")


def _page_items(page: _Page, body: float) -> list[Piece | Table]:
    where = f"halaman {page.number}"
    size = body_size(page.words) if page.scanned else body
    grids = grids_of(page.rules)
    outside = fill(grids, page.words)
    tables = sorted(outermost(grids), key=lambda g: (g.ys[0], g.xs[0]))
    items: list[Piece | Table] = []
    for i in range(len(tables) + 1):
        low = tables[i - 1].ys[0] if i else float("-inf")
        high = tables[i].ys[0] if i < len(tables) else float("inf")
        between = [w for w in outside if low <= w.middle < high]
        order = reading_order(lines_of(between), rough=page.scanned)
        items.extend(pieces_of(order, size, where, page.number, rough=page.scanned))
        if i < len(tables):
            items.extend(_grid_items(tables[i], size, where, page.number))
    return items


def _grid_items(grid: Grid, size: float, where: str, page: int) -> list[Piece | Table]:
    """A table, or, when only one column holds words, the text that a frame surrounds."""
    if not any(cell.words for cell in grid.cells):
        return []
    table = table_of(grid, page)
    if len(table.edges) > 1:
        return [table]
    pieces: list[Piece | Table] = []
    for cell in grid.cells:
        if cell.words:
            pieces.extend(pieces_of(reading_order(lines_of(cell.words)), size, where, page))
    # A column of short cells may be the value column of a table that began on the page before.
    return [table] if all(isinstance(p, Block) for p in pieces) else pieces


def _title(pages: list[_Page], pieces: list[Piece]) -> str:
    """The words in the largest type of the upper half of the first page, or the first heading, or the first words."""
    words = [w for page in pages for w in page.words if w.middle < page.height / 2 and len(w.text) > 1]
    if words:
        largest = max(w.size for w in words)
        large = [w for w in words if w.size >= 0.92 * largest]
        text = " ".join(line.text for line in lines_of(large))
        if largest >= 1.15 * body_size(words) and 5 <= len(text) <= 150:
            return text
    first = next((p.text for p in pieces if isinstance(p, Heading)), "") or next((p.text for p in pieces), "")
    return first.partition("\n")[0][:200]
