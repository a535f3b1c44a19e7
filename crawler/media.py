"""What bytes are, by their first bytes. What a server calls them is only a hint."""

from __future__ import annotations

import io
import zipfile

HTML = "text/html"
PDF = "application/pdf"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OOXML = "application/vnd.openxmlformats-officedocument."

OLE_BY_ENDING = {
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "doc": "application/msword",
}
ZIP_MARKS = (
    ("word/", OOXML + "wordprocessingml.document"),
    ("xl/", OOXML + "spreadsheetml.sheet"),
    ("ppt/", OOXML + "presentationml.presentation"),
)
IMAGE_MARKS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


def sniff(body: bytes, *, address: str = "", declared: str = "") -> str:
    """The media type, e.g. "application/pdf"; "application/octet-stream" when nothing is recognised."""
    start = body[:1024]
    if b"%PDF-" in start:
        return PDF
    if start.startswith(b"PK\x03\x04"):
        return _inside_zip(body)
    if start.startswith(OLE):
        return OLE_BY_ENDING.get(ending(address), "application/msword")
    if start.startswith(b"{\\rtf"):
        return "application/rtf"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    if b"ftypavif" in start[:32]:
        return "image/avif"
    for mark, media in IMAGE_MARKS:
        if start.startswith(mark):
            return media
    return _text(start, declared)


def _text(start: bytes, declared: str) -> str:
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in text:
        return HTML
    if b"<svg" in text:
        return "image/svg+xml"
    named = declared.split(";", 1)[0].strip().lower()
    if named in ("text/html", "application/xhtml+xml", "text/plain", "application/json", "text/xml", "application/xml"):
        return named
    return "text/plain" if text and b"\x00" not in start else "application/octet-stream"


def _inside_zip(body: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as file:
            names = file.namelist()[:2000]
            if "mimetype" in names and file.getinfo("mimetype").file_size < 200:
                return file.read("mimetype").decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return "application/zip"
    return next((media for mark, media in ZIP_MARKS if any(n.startswith(mark) for n in names)), "application/zip")


def ending(address: str) -> str:
    """The file ending of an address in lower case without the dot: "pdf", or ""."""
    name = address.split("#", 1)[0].split("?", 1)[0].rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[1].lower() if "." in name else ""


def image_size(body: bytes) -> tuple[int, int]:
    """Width and height in pixels from the head of a PNG, JPEG or GIF; (0, 0) when not told there."""
    if body.startswith(b"\x89PNG") and len(body) >= 24:
        return int.from_bytes(body[16:20], "big"), int.from_bytes(body[20:24], "big")
    if body.startswith(b"GIF8") and len(body) >= 10:
        return int.from_bytes(body[6:8], "little"), int.from_bytes(body[8:10], "little")
    if body.startswith(b"\xff\xd8"):
        return _jpeg_size(body)
    return 0, 0


def _jpeg_size(body: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 < len(body) and body[place] == 0xFF:
        marker, length = body[place + 1], int.from_bytes(body[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height = int.from_bytes(body[place + 5 : place + 7], "big")
            return int.from_bytes(body[place + 7 : place + 9], "big"), height
        place += 2 + length
    return 0, 0
