"""The door of the room: evidence in, reading out."""

from __future__ import annotations

from collections.abc import Callable

from model.reading import Document, Page, Source
from reading.documents import read_document
from reading.page import read_page
from reading.proof import Witness

RULES = 1
"""Version of the rules of reading. Rises when the same bytes would be read otherwise."""


def read_alone(source: Source, picture: Callable[[str], Source | None]) -> Page:
    """One document without its site, e.g. a draft. picture: the bytes of a picture that it shows, by address."""
    document = read_document(source)
    return read_page(document, witness_of(source, document), source.capture.media, picture, read_document)


def witness_of(source: Source, document: Document) -> Witness:
    """Who proves what this document says."""
    capture = source.capture
    medium = "text" if document.medium == "html" else document.medium
    return Witness(capture.url, capture.digest, capture.at, medium)
