"""Sitemaps (sitemaps.org): the addresses in a file, or the sitemaps that an index names. Pure, bounded, forgiving."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from lxml import etree

BARE_AMPERSAND = re.compile(rb"&(?!(?:#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);)")
DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)[^>\[]*(?:\[.*?\])?[^>]*>", re.S | re.I)
MOST_ADDRESSES = 5000
MOST_FILES = 8
MOST_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Sitemap:
    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()


def read_sitemap(body: bytes, most_bytes: int) -> Sitemap:
    """What a sitemap names, in its order. XML (broken too), plain text, or either packed by gzip.

    A body that is no sitemap gives an empty one. Entities are neither read nor expanded.
    """
    if body.startswith(b"\x1f\x8b"):
        body = _unpacked(body, most_bytes)
    text = body[:most_bytes].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text.startswith(b"<"):
        lines = text.decode("utf-8", "replace").split()
        return Sitemap(pages=tuple(line for line in lines if line.startswith(("http://", "https://")))[:MOST_ADDRESSES])
    return _read_xml(BARE_AMPERSAND.sub(b"&amp;", DECLARATION.sub(b"", text)))


def _read_xml(text: bytes) -> Sitemap:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError:
        return Sitemap()
    if root is None or _name(root) not in ("urlset", "sitemapindex"):
        return Sitemap()
    pages: dict[str, None] = {}
    sitemaps: dict[str, None] = {}
    for element in root.iter():
        parent = element.getparent()
        if _name(element) != "loc" or parent is None or not element.text:
            continue
        found = sitemaps if _name(parent) == "sitemap" else pages
        if _name(parent) in ("url", "sitemap") and len(found) < MOST_ADDRESSES:
            found[element.text.strip()] = None
    return Sitemap(tuple(pages), tuple(sitemaps))


def _name(element: etree._Element) -> str:
    return element.tag.rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""


def _unpacked(body: bytes, most_bytes: int) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(body, most_bytes)
    except zlib.error:
        return b""
