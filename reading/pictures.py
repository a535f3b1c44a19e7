"""Pictures of a page that may hold a standard, a pledge or a tariff: which to read, and what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import unquote, urlsplit

from model.reading import Block, BlockKind, Document, Section, Source, Zone
from reading.page_text import PageText

Picture = Callable[[str], Source | None]
"""The bytes of a picture that a page shows, by address; None when they were not kept."""

MOST = 16
"""Pictures of one page that are read."""

LITTLE_TEXT = 700
"""Characters of main text below which the pictures of a page on services may be its content."""

_PROMISE = re.compile(
    r"standa?r|pelayanan|layanan|persyaratan|syarat|maklumat|alur|prosedur|mekanisme|tata\W?cara|tarif|biaya|retribusi"
    r"|pengaduan|aduan|\bsop\b|bagan|flow|janji|masukan|keluhan|jangka\W?waktu|dasar\W?hukum|\bskm\b|\bikm\b|moto\b|motto|visi",
    re.I,
)
_ORNAMENT = re.compile(
    r"logo|icon|ikon|avatar|sprite|banner-?bg|background|favicon|spinner|loading|placeholder|bendera|garuda|whatsapp|facebook"
    r"|instagram|twitter|youtube|google-?play|app-?store|profile-?pic",
    re.I,
)
_SUFFIX = re.compile(r"\.(?:svg|gif|ico)$", re.I)


def promising(document: Document, text: PageText) -> tuple[str, ...]:
    """Addresses of the pictures of the main content that may hold a standard, in the order of the page."""
    titled = bool(_PROMISE.search("\n".join((document.title, *text.headings[:4]))))
    bare = titled and len(text.main) < LITTLE_TEXT
    found: dict[str, None] = {}
    for section, block in _images(document):
        words = f"{block.text}\n{_file_name(block.src)}"
        if _ORNAMENT.search(words) or _SUFFIX.search(urlsplit(block.src).path):
            continue
        promised = bool(_PROMISE.search(words))
        if promised or (section.zone is not Zone.ASIDE and (bare or _PROMISE.search(section.heading))):
            found[block.src] = None
    return tuple(found)[:MOST]


def _images(document: Document) -> Iterable[tuple[Section, Block]]:
    for section in document.sections:
        if section.zone in (Zone.MAIN, Zone.DIALOG, Zone.ASIDE):
            for block in section.blocks:
                if block.kind is BlockKind.IMAGE and block.src:
                    yield section, block


def _file_name(address: str) -> str:
    return unquote(urlsplit(address).path.rsplit("/", 1)[-1])
