"""Addresses from strangers' pages: which may become a link, and how a link jumps to the quoted words."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from reports.mask import mask, mask_address
from reports.printable import clean

_LONGEST = 2000
_PAGE = re.compile(r"\b(?:halaman|page)\s+(\d{1,5})\b", re.IGNORECASE)
_EDGE_WORDS = 4


def http_url(url: str) -> str:
    """The address when it may be a link: http or https, with a host, no control or direction characters; else ""."""
    if len(url) > _LONGEST or re.search("[\x00-\x20\x7f-\x9f\\\\\ud800-\udfff\u202a-\u202e\u2066-\u2069]", url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:  # e.g. an unclosed bracket of an IPv6 host
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or parts.username is not None:
        return ""
    return url if mask_address(url) == url else ""


def jump(url: str, words: str, where: str, medium: str) -> str:
    """A link to the very place: a text fragment (WICG) on a page, the page number in a PDF; "" if not http(s).

    Long quotes become `start,end`, because a text fragment within one block of the page need not match across blocks.
    """
    link = http_url(url)
    if not link or medium in ("image", "office"):
        return link
    base, mark, anchor = link.partition("#")
    if medium == "pdf":
        page = _PAGE.search(where)
        return f"{base}#page={page[1]}" if page else link
    fragment = _text_fragment(words)
    return f"{base}#{anchor if mark else ''}{fragment}" if fragment else link


def shown(url: str, longest: int = 90) -> str:
    """An address as people read it: shortened in the middle, personal numbers masked."""
    text = clean(mask(re.sub(r"^https?://(www\.)?", "", mask_address(url))).rstrip("/") or mask(url))
    if len(text) <= longest:
        return text
    tail = longest // 3
    return f"{text[: longest - tail - 1]}…{text[-tail:]}"


def _text_fragment(words: str) -> str:
    parts = words.split()
    if not parts or "…" in words or mask(words) != words:
        return ""
    if len(parts) <= 2 * _EDGE_WORDS:
        return f":~:text={_encoded(parts)}"
    return f":~:text={_encoded(parts[:_EDGE_WORDS])},{_encoded(parts[-_EDGE_WORDS:])}"


def _encoded(words: list[str]) -> str:
    # "-", "," and "&" are syntax in a text fragment, and quote() leaves "-" alone.
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
