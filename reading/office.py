"""Office files -> Document: which reader reads which format, and what must hold before a file is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from model.reading import Document
from reading import sniff
from reading.archive_limits import zip_problem
from reading.legacy_doc import MissingReader, read_doc_pieces, read_rtf_pieces
from reading.odt import read_odt_pieces
from reading.passages import Heading, Piece, sections_of
from reading.presentations import read_pptx_pieces
from reading.sheets import read_sheet_pieces
from reading.word import read_docx_pieces

MAX_PIECES = 50_000

ReadPieces = Callable[[bytes], Iterator[Piece]]
_ZIPPED: dict[str, ReadPieces] = {
    sniff.DOCX: read_docx_pieces,
    sniff.PPTX: read_pptx_pieces,
    sniff.XLSX: read_sheet_pieces,
    sniff.ODS: read_sheet_pieces,
    sniff.ODT: read_odt_pieces,
}
_OTHER: dict[str, ReadPieces] = {
    sniff.XLS: read_sheet_pieces,
    sniff.RTF: read_rtf_pieces,
    sniff.DOC: read_doc_pieces,
}


def read_office(body: bytes, url: str, media: str) -> Document:
    """The text of an Office file of the sniffed type `media`. Nothing is unpacked to disk.

    Problems: "zip_bomb", "encrypted", "broken", "too_large", "empty", and "legacy_doc" for a .doc that no program on
    this machine can read.
    """
    if media in _ZIPPED and (problem := zip_problem(body)):
        return Document(url, "office", "", (), problems=(problem,))
    read = _ZIPPED.get(media) or _OTHER[media]
    try:
        pieces = list(islice(read(body), MAX_PIECES + 1))
    except MissingReader:
        return Document(url, "office", "", (), problems=("legacy_doc",))
    document = Document(url, "office", title_of(pieces), sections_of(pieces[:MAX_PIECES]))
    if len(pieces) > MAX_PIECES:
        return replace(document, problems=("too_large",))
    return document if pieces else replace(document, problems=("empty",))


def title_of(pieces: Iterable[Piece]) -> str:
    """The first heading among the first pieces, else the first words."""
    first = list(islice(pieces, 30))
    found = next((p.text for p in first if isinstance(p, Heading)), "") or next((p.text for p in first), "")
    return found.partition("\n")[0][:200]
