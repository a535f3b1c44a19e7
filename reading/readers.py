"""Which reader reads which kind of file. Runs inside the sandbox; `read_here` has no protection of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from model.reading import Document, Source
from reading import sniff

LIMITS = {sniff.HTML: 20_000_000, sniff.TEXT: 5_000_000}
"""Bytes that are read of formats which can be cut; the rest is left out with the problem "too_large"."""

WHOLE_LIMIT = 64_000_000
"""Bytes of formats that cannot be cut."""

MEDIA = {sniff.HTML: "html", sniff.SVG: "html", sniff.PDF: "pdf", sniff.TEXT: "text", sniff.JSON: "text"}
_OFFICE = frozenset({sniff.DOCX, sniff.XLSX, sniff.PPTX, sniff.ODT, sniff.ODS, sniff.DOC, sniff.XLS, sniff.RTF})


def medium_of(media: str) -> str:
    """One of "html", "pdf", "office", "image" or "text" for a sniffed media type."""
    if media in _OFFICE:
        return "office"
    return "image" if media in sniff.IMAGES else MEDIA.get(media, "text")


def read_here(source: Source, scans: bool = False) -> Document:
    """Read in this very process. Never raises for what the bytes hold, except MemoryError.

    scans: recognise the pages of a PDF that are only pictures, too.
    """
    media = sniff.sniff(source.body)
    url = source.capture.final_url
    problems = list(_mismatch(source, media))
    body = source.body
    if len(body) > (limit := LIMITS.get(media, WHOLE_LIMIT)):
        problems.append("too_large")
        if media not in LIMITS:
            return Document(url, medium_of(media), "", (), problems=tuple(problems))
        body = body[:limit]
    if source.capture.partial:
        problems.append(source.capture.partial)
    try:
        document = _reader(media, scans)(body, url)
    except MemoryError:
        raise
    except Exception:
        document = Document(url, medium_of(media), "", (), problems=("broken",))
    together = dict.fromkeys([*problems, *document.problems])
    return replace(document, problems=tuple(together))


def load() -> None:
    """Import the readers now. A fault of this machine shows here, and not as a document that cannot be read."""
    for media in (sniff.HTML, sniff.PDF, sniff.TEXT, sniff.DOCX, sniff.PNG):
        _reader(media, scans=False)


def _mismatch(source: Source, media: str) -> tuple[str, ...]:
    """A file that its name or its capture calls a PDF, an Office file or a picture, and that is a web page."""
    path = source.capture.final_url.lower().partition("?")[0].partition("#")[0]
    claims = source.capture.media not in ("", sniff.HTML, sniff.TEXT, sniff.UNKNOWN, "application/xhtml+xml")
    named = path.endswith((".pdf", ".docx", ".xlsx", ".pptx", ".doc", ".xls", ".ppt", ".png", ".jpg", ".jpeg", ".webp"))
    return ("media_mismatch",) if media == sniff.HTML and (named or claims) else ()


def _reader(media: str, scans: bool) -> Callable[[bytes, str], Document]:
    """The reader is imported when first needed: a worker for text never loads the OCR."""
    if media == sniff.HTML:
        from reading.html import parse_html

        return parse_html
    if media == sniff.PDF:
        return _pdf_reader(scans)
    if media in sniff.IMAGES:
        from reading.images import read_image

        return read_image
    if media in (sniff.TEXT, sniff.JSON):
        from reading.text import read_json, read_text

        return read_json if media == sniff.JSON else read_text
    if media in _OFFICE:
        from reading.office import read_office

        return partial(read_office, media=media)
    return _unsupported


def _pdf_reader(scans: bool) -> Callable[[bytes, str], Document]:
    from reading.pdf import read_pdf

    if not scans:
        return read_pdf
    from reading.ocr import find_ocr

    return partial(read_pdf, ocr=find_ocr())


def _unsupported(_: bytes, url: str) -> Document:
    return Document(url, "text", "", (), problems=("unsupported",))
