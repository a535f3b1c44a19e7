"""One document to one Page: its kind, its services, and what it says beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from model.reading import COMPONENTS, Document, Page, PageKind, Source
from reading.components import Found, as_news, judge_document
from reading.page_kind import kind_of
from reading.page_text import PageText, page_text
from reading.pictures import Picture, Shown, promising
from reading.proof import Witness
from reading.service_names import clean_name
from reading.services import bind
from reading.settle import settle
from reading.site_state import state_of
from reading.sketch import fingerprint, sketch
from reading.traps import demoted, page_trap

Read = Callable[[Source], Document]


def read_page(document: Document, witness: Witness, media: str, picture: Picture, read: Read) -> Page:
    """What a document says, with its pictures.

    picture: the bytes of a picture that it shows, or None when they were not kept. read: reads a picture (OCR).
    """
    text = page_text(document)
    page = Page(
        document.url or witness.url,
        PageKind.OTHER,
        document.title,
        media,
        witness.digest,
        (),
        (),
        len(text.main),
        document.medium,
        document.problems,
        words=fingerprint(text.main),
        sketch=sketch(text.main),
    )
    state = state_of(document.title, text.all, text.main)
    if state is not None:
        return replace(page, kind=state[0], kind_says=state[1])
    found = list(judge_document(document, _titles(document, text), witness))
    found = settle(found, clean_name(document.title))
    kind = kind_of(document, text, found)
    if kind is PageKind.NEWS:
        found = as_news(found, document)
    named = any(f.judged.topic in COMPONENTS for f in found)
    trap = page_trap(document.title, text, kind, found) if named else None
    if trap is not None:
        found = [replace(f, judged=demoted(f.judged, trap)) for f in found]
    shown, unread = _from_pictures(promising(document, text), picture, read) if trap is None else ([], ())
    if shown:
        found.extend(shown)
        kind = kind_of(document, text, found)
    services, statements = bind(found, document.title, page.url)
    return replace(
        page,
        kind=kind,
        services=services,
        statements=statements,
        unread_images=unread,
        kind_says=trap.says if trap else None,
    )


def _titles(document: Document, text: PageText) -> tuple[str, ...]:
    own = re.split(r"\s+[-|–»]\s+", document.title)
    return (*own, *text.headings[:1])


def _from_pictures(pictures: tuple[Shown, ...], picture: Picture, read: Read) -> tuple[list[Found], tuple[str, ...]]:
    """What the pictures say, and those that could not be read."""
    found: list[Found] = []
    unread: list[str] = []
    for shown in pictures:
        source = next((s for address in shown if (s := picture(address)) is not None), None)
        document = read(source) if source is not None else None
        if source is None or document is None or not document.sections:
            unread.append(shown[-1])
            continue
        capture = source.capture
        witness = Witness(capture.url, capture.digest, capture.at, document.medium)
        found.extend(judge_document(document, (), witness))
    return found, tuple(unread)
