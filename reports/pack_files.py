"""Names of the files in an evidence pack: by digest and sniffed kind, never by a stranger's word, never runnable."""

from __future__ import annotations

import hashlib
import re

from model.evidence import Capture

DIGEST = re.compile(r"[0-9a-f]{64}")
_SUFFIXES = {
    "application/pdf": "pdf",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tif",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/msword": "doc",
    "application/rtf": "rtf",
}
_WRITTEN = ("text/", "application/xhtml", "application/xml", "application/json", "image/svg")
"""What a browser would run or render as a page: kept with the ending .txt, so that opening it shows its source."""


def kept_name(capture: Capture) -> str:
    """ "kept/<digest>.html.txt", "kept/<digest>.pdf"; ".bin" for a kind that is not known."""
    media = capture.media.partition(";")[0].strip().lower()
    if media.startswith(_WRITTEN):
        kind = "html" if "html" in media else "svg" if "svg" in media else "data"
        return f"kept/{_safe(capture.digest)}.{kind}.txt"
    return f"kept/{_safe(capture.digest)}.{_SUFFIXES.get(media, 'bin')}"


def view_name(digest: str) -> str:
    return f"view/{_safe(digest)}.html"


def screenshot_name(digest: str) -> str:
    return f"screenshots/{_safe(digest)}.jpg"


def mark_name(digest: str, quote: str) -> str:
    """ "marks/<digest>-<number of the quote>.jpg" """
    number = hashlib.sha256(quote.encode("utf-8", "replace")).hexdigest()[:12]
    return f"marks/{_safe(digest)}-{number}.jpg"


def _safe(digest: str) -> str:
    """The digest itself. Raises ValueError for anything else: it becomes a path."""
    if not DIGEST.fullmatch(digest):
        raise ValueError(f"not a digest: {digest!r:.80}")
    return digest
