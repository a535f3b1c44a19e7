"""The door of the room: evidence in, reading out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from model.evidence import Capture, Evidence
from model.reading import Document, Page, Reading, Source
from reading.belonging import assign
from reading.documents import read_document
from reading.furniture import without_furniture
from reading.gallery import Gallery, is_picture
from reading.page import read_page
from reading.proof import Witness
from reading.site import agency_statements, merge_services
from reading.tidying import seldom_tidied

RULES = 5
"""Version of the rules of reading. Rises when the same bytes would be read otherwise."""

Load = Callable[[str], bytes]
Look = Callable[[Source], Document]


@seldom_tidied()
def read(evidence: Evidence, load: Load) -> Reading:
    """All that one crawl says. load: the kept bytes of a digest; a KeyError or OSError leaves that capture out.

    Pictures are read with the page that shows or links them. The same evidence gives the same reading.
    """
    gallery = Gallery(evidence.captures)
    remembered: dict[str, Document] = {}

    def picture(address: str) -> Source | None:
        capture = gallery.find(address)
        return _source(capture, load) if capture is not None else None

    def recognise(source: Source) -> Document:
        """One picture may be shown on many pages."""
        digest = source.capture.digest
        if digest not in remembered:
            remembered[digest] = read_document(source)
        return remembered[digest]

    sources = [s for c in evidence.captures if not is_picture(c) and (s := _source(c, load)) is not None]
    documents = without_furniture([read_document(source) for source in sources])
    alone = [
        read_page(document, witness_of(source, document), source.capture.media, picture, recognise)
        for source, document in zip(sources, documents, strict=True)
    ]
    for capture, words in gallery.only_linked(evidence.ledger):
        if (source := _source(capture, load)) is not None:
            document = replace(recognise(source), title=words)
            alone.append(read_page(document, witness_of(source, document), capture.media, picture, recognise))
    pages = assign(alone, evidence.target, {line.url: line.text for line in evidence.ledger if line.text})
    return Reading(
        evidence.target,
        evidence.home,
        pages,
        merge_services(pages),
        agency_statements(pages),
        evidence.ledger,
        RULES,
        evidence.notes,
        evidence.home_detail,
    )


@seldom_tidied()
def read_alone(source: Source, picture: Callable[[str], Source | None], look: Look = read_document) -> Page:
    """One document without its site, e.g. a draft: what only a whole site can tell is left undecided.

    picture: the bytes of a picture that it shows, by address. look: how one document is read; who reads the same
    bytes again and again may remember what it gave.
    """
    document = look(source)
    return read_page(document, witness_of(source, document), source.capture.media, picture, look)


def witness_of(source: Source, document: Document) -> Witness:
    """Who proves what this document says."""
    capture = source.capture
    medium = "text" if document.medium == "html" else document.medium
    return Witness(capture.url, capture.digest, capture.at, medium)


def _source(capture: Capture, load: Load) -> Source | None:
    try:
        return Source(capture, load(capture.digest))
    except (KeyError, OSError):
        return None  # bytes that went missing are not read; the ledger still tells that they were kept
