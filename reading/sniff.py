"""What kind of file the bytes really are, by their first bytes and their structure; never by name or header alone."""

from __future__ import annotations

import json
import re

HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
RTF = "application/rtf"
PNG = "image/png"
JPEG = "image/jpeg"
WEBP = "image/webp"
GIF = "image/gif"
SVG = "image/svg+xml"
ZIP = "application/zip"
JSON = "application/json"
TEXT = "text/plain"
UNKNOWN = "application/octet-stream"

IMAGES = frozenset({PNG, JPEG, WEBP, GIF})

_HEAD = 4096
_PDF_SEARCH = 1024  # readers accept "%PDF-" anywhere in the first kilobyte (ISO 32000-1, Annex H)
_HTML_TAG = re.compile(
    rb"<(!doctype\s+html|html|head|body|title|meta|div|table|p|h[1-6]|article|section|span|ul|ol)\b", re.I
)
_CONTROLS = bytes((*range(9), *range(14, 32)))
_UTF8_BOM = b"\xef\xbb\xbf"
_ZIP_NAMES = ((b"word/", DOCX), (b"xl/", XLSX), (b"ppt/", PPTX))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(body: bytes) -> str:
    """The media type of `body`; "application/octet-stream" when nothing fits."""
    head = body[:_HEAD]
    binary = _binary(body, head)
    if binary:
        return binary
    if b"%PDF-" in head[:_PDF_SEARCH]:
        return PDF
    if not _looks_textual(head):
        return UNKNOWN
    return _textual(body, head)


def _binary(body: bytes, head: bytes) -> str:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if head.startswith(b"{\\rtf"):
        return RTF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(body)
    if head.startswith(_OLE):
        return _compound(body)
    return ""


def _zipped(body: bytes) -> str:
    """Which Office format a zip holds, by the names in its headers and in its list at the end, without opening it."""
    mimetype = re.match(rb"PK\x03\x04.{26}mimetype(application/[a-z0-9.+-]+)", body[:200], re.S)
    if mimetype:
        kind = mimetype.group(1).split(b"PK")[0].decode("ascii")
        return kind if kind in (ODT, ODS) else ZIP
    names = body[:200_000] + body[-200_000:]
    if b"[Content_Types].xml" in names or b"_rels/" in names:
        for folder, kind in _ZIP_NAMES:
            if folder in names:
                return kind
    return ZIP


def _compound(body: bytes) -> str:
    """Word or Excel of 1997-2003: the stream names stand in UTF-16 in the folder sectors of the file."""
    if "WordDocument".encode("utf-16-le") in body:
        return DOC
    if "Workbook".encode("utf-16-le") in body or "Book\0".encode("utf-16-le") in body:
        return XLS
    return UNKNOWN


def _looks_textual(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\0" not in head and controls * 50 <= len(head)


def _textual(body: bytes, head: bytes) -> str:
    text = head.removeprefix(_UTF8_BOM).lstrip()
    if text[:1] in (b"{", b"[") and _is_json(body):
        return JSON
    lowered = text[:512].lower()
    if lowered.startswith(b"<svg") or (lowered.startswith(b"<?xml") and b"<svg" in lowered):
        return SVG
    if text.startswith(b"<") and _HTML_TAG.search(text):
        return HTML
    if len(_HTML_TAG.findall(text)) >= 3:
        return HTML
    return TEXT


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True
