"""Plain text and JSON records -> Document."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from model.reading import BlockKind, Document
from reading.dumped_cells import rejoined
from reading.passages import Heading, Piece, clean, paragraph, row, sections_of
from reading.run_on import label_and_list, labels_and_values
from reading.vocabulary import component_of_label, goes_on

MAX_DEPTH = 8
MAX_PIECES = 20_000
_TITLE_FIELDS = ("judul", "title", "nama", "name", "nama_layanan", "layanan", "jenis_layanan", "heading", "label")
_NOT_FOR_PEOPLE = re.compile(
    r"(?i)^(id|_id|uuid|icon|ikon|slug|link|href|class|color|warna|key|image|img|created_?at|updated_?at)$"
)
_ADDRESS_LINE = re.compile(r"(?i)^(?:url|sumber|source|alamat)?\s*:?\s*https?://\S+$")
_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,300}>")
_WORD = re.compile(r"[^\W\d_]{2}")
_BARE_NUMBER = re.compile(r"\d{1,2}\.?")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_text(body: bytes, url: str) -> Document:
    """Lines as paragraphs and list items; short lines that stand alone before other text become headings."""
    lines = rejoined(decode(body).splitlines())
    pieces = list(islice(_pieces(lines), MAX_PIECES + 1))
    return _document(pieces, next((p.text for p in pieces), ""), url)


def _document(pieces: list[Piece], title: str, url: str) -> Document:
    problem = "too_large" if len(pieces) > MAX_PIECES else "" if pieces else "empty"
    sections = sections_of(pieces[:MAX_PIECES])
    return Document(url, "text", title, sections, problems=(problem,) if problem else ())


def decode(body: bytes) -> str:
    """Bytes as text: by byte order mark, else UTF-8, else windows-1252 (which old Indonesian editors wrote)."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("windows-1252", "replace")


def _pieces(lines: Sequence[str]) -> Iterator[Piece]:
    blank_before = True
    awaited = False  # the line above is a label whose value stands below it
    label = ""  # that the line above is; its rest may stand below it
    numbered = False  # the line above held the number of a table row whose cells were copied one below the other
    for number, raw in enumerate(lines):
        text = clean(raw)
        if not text:
            blank_before = True
            continue
        if text == "|":
            continue  # the border between two cells that were copied one below the other
        where = f"baris {number + 1}"
        if numbered and _stands_alone(text) and not _BARE_NUMBER.fullmatch(text):
            yield Heading(text, 3, where)
            awaited, label = component_of_label(text) in _VALUE_BELOW, text
            numbered = blank_before = False
            continue
        if label and goes_on(label, text, component_of_label(label)):
            yield paragraph(text, where)
            awaited, label = component_of_label(label) in _VALUE_BELOW, f"{label} {text}"
            blank_before = False
            continue
        numbered = bool(_BARE_NUMBER.fullmatch(text))
        before, pairs = labels_and_values(text)
        if pairs:
            if before:
                yield Heading(before, 2, where) if _stands_alone(before) else paragraph(before, where)
            yield from (row(pair, where) for pair in pairs)
        elif (listed := label_and_list(text))[1]:
            yield Heading(listed[0], 3, where)
            yield from (paragraph(item, where) for item in listed[1])
        elif len(cells := [clean(c) for c in raw.strip().split(_sign(raw))]) > 1:
            if any(cells):  # an empty row parts no table
                yield row(cells, where)
        elif not (number == 0 and _ADDRESS_LINE.match(text)):
            following = lines[number + 1 : number + 3]
            piece = _line(text, raw, blank_before, following, where)
            named = component_of_label(piece.text) if isinstance(piece, Heading) else None
            if isinstance(piece, Heading) and awaited and named is None:
                piece = paragraph(text, where)  # "30 menit" below "Jangka waktu penyelesaian" heads nothing
            awaited, label = named in _VALUE_BELOW, text if named else ""
            yield piece
        blank_before = False


_VALUE_BELOW = frozenset({"completion_time", "fee", "product", "validity"})


def _sign(raw: str) -> str:
    """What parts the cells of a copied table: tabs, or upright lines where there are several."""
    return "|" if raw.count("|") > 1 and "\t" not in raw.strip() else "\t"


def _line(text: str, raw: str, blank_before: bool, following: Sequence[str], where: str) -> Piece:
    block = paragraph(text, where, depth=(len(raw) - len(raw.lstrip())) // 4)
    followed = any(line.strip() for line in following)
    if block.kind is BlockKind.TEXT and blank_before and followed and _stands_alone(text):
        alone = not following[0].strip()
        return Heading(text.rstrip(" :"), 1 if alone or text.isupper() else 2, where)
    return block


def _stands_alone(text: str) -> bool:
    """Whether a line is short, closes no sentence and holds no value after a colon: the look of a heading."""
    short = len(text) <= 90 and len(text.split()) <= 12 and text[-1] not in ".;,?!" and ": " not in text
    return short and bool(_WORD.search(text))


def read_json(body: bytes, url: str) -> Document:
    """Records: the title field is the heading, other fields become label and value, lists become items.

    Raises ValueError when the bytes are not JSON, RecursionError when they nest too deep.
    """
    pieces: list[Piece] = []
    _walk(json.loads(decode(body)), "", 1, "", pieces)
    return _document(pieces, next((p.text for p in pieces if isinstance(p, Heading)), ""), url)


def _walk(value: Any, label: str, level: int, where: str, pieces: list[Piece]) -> None:
    if level > MAX_DEPTH or len(pieces) > MAX_PIECES:
        return
    if isinstance(value, dict):
        _walk_record(value, label, level, where, pieces)
    elif isinstance(value, list):
        _walk_list(value, label, level, where, pieces)
    elif text := _words(value):
        pieces.append(paragraph(text, where))


def _walk_record(record: dict[str, Any], label: str, level: int, where: str, pieces: list[Piece]) -> None:
    name = next((k for k in record if k.lower() in _TITLE_FIELDS and isinstance(record[k], str)), None)
    heading = _words(record[name]) if name else label
    if heading:
        pieces.append(Heading(heading, min(level, 6), where))
    fields = {k: v for k, v in record.items() if k != name and not _NOT_FOR_PEOPLE.match(k)}
    # Single values first: after a list they would seem to belong to that list's heading.
    for key, value in fields.items():
        if not isinstance(value, (dict, list)) and (text := _words(value)):
            pieces.append(row((_label(key), text), _place(where, key)))
    for key, value in fields.items():
        if isinstance(value, (dict, list)) and value:
            _walk(value, _label(key), level + 1, _place(where, key), pieces)


def _walk_list(values: list[Any], label: str, level: int, where: str, pieces: list[Piece]) -> None:
    if label:
        pieces.append(Heading(label, min(level, 6), where))
    for number, value in enumerate(values, start=1):
        place = _place(where, f"data {number}")
        if isinstance(value, (dict, list)):
            _walk(value, "", level + bool(label), place, pieces)
        elif text := _words(value):
            block = paragraph(text, place)
            marked = block if block.marker else paragraph(f"{number}. {text}", place)
            pieces.append(marked)


def _words(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    return clean(_TAG.sub(" ", str(value)))


def _label(key: str) -> str:
    return clean(re.sub(r"[_-]+|(?<=[a-z])(?=[A-Z])", " ", key))


def _place(where: str, step: str) -> str:
    return f"{where}, {step}" if where else step
