"""Pictures of a page that may hold a standard, a pledge or a tariff: which to read, and what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from urllib.parse import unquote, urlsplit

from model.reading import BlockKind, Document, Section, Source, Zone
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


Shown = tuple[str, ...]
"""Addresses of one picture, the sharpest first: the one that a thumbnail leads to, then the thumbnail."""


def promising(document: Document, text: PageText) -> tuple[Shown, ...]:
    """The pictures of the main content that may hold a standard, shown or only linked, in the order of the page."""
    titled = bool(_PROMISE.search("\n".join((document.title, *text.headings[:4]))))
    bare = titled and len(text.main) < LITTLE_TEXT
    found: dict[str, Shown] = {}
    for section, words, shown in _pictures(document):
        about = "\n".join((words, *map(_file_name, shown)))
        if shown[0] in found or _ORNAMENT.search(about) or _SUFFIX.search(urlsplit(shown[-1]).path):
            continue
        promised = bool(_PROMISE.search(about))
        if promised or (section.zone is not Zone.ASIDE and (bare or _PROMISE.search(section.heading))):
            found[shown[0]] = shown
    for frame in document.frames:
        if leads_to_picture(frame) and (titled or _PROMISE.search(_file_name(frame))):
            found.setdefault(frame, (frame,))
    return tuple(found.values())[:MOST]


def promises_much(words: str) -> bool:
    """Whether the words of a link say that the picture holds a part of a standard, and no ornament."""
    return bool(_PROMISE.search(words)) and not _ORNAMENT.search(words)


def leads_to_picture(address: str) -> bool:
    """Whether an address ends as those of pictures do."""
    return bool(_PICTURE.search(address.partition("?")[0].partition("#")[0]))


_PICTURE = re.compile(r"\.(?:jpe?g|jfif|png|webp|bmp|tiff?|avif)$", re.I)


def _pictures(document: Document) -> Iterable[tuple[Section, str, Shown]]:
    """Section, words and addresses of each picture that stands in the content or that a link there leads to."""
    for section in document.sections:
        if section.zone not in (Zone.MAIN, Zone.DIALOG, Zone.ASIDE):
            continue
        for block in section.blocks:
            if block.kind is BlockKind.IMAGE and block.src:
                yield section, block.text, (*(k.url for k in block.links if leads_to_picture(k.url)), block.src)
                continue
            for link in block.links:
                if leads_to_picture(link.url):
                    yield section, link.text, (link.url,)


def _file_name(address: str) -> str:
    return unquote(urlsplit(address).path.rsplit("/", 1)[-1])
