"""One document to one Page: its kind, its services, and what it says beside them."""

from __future__ import annotations

from collections.abc import Callable

from model.reading import Document, Page, PageKind, Source
from model.sentence import Sentence
from reading.components import judge_parts
from reading.page_text import page_text
from reading.parts import parts_of
from reading.proof import Witness
from reading.services import bind
from reading.site_state import state_of

Picture = Callable[[str], Source | None]


def read_page(document: Document, witness: Witness, media: str, picture: Picture) -> Page:
    """What a document says. picture: the bytes of a picture that it shows, or None when they were not kept."""
    text = page_text(document)
    state = state_of(document.title, text.all, text.main)
    if state is not None:
        return _bare(document, witness, media, *state, len(text.main))
    parts = parts_of(document)
    found = list(judge_parts(parts))
    services, statements = bind(found, document.title, witness)
    return Page(
        document.url or witness.url,
        PageKind.OTHER,
        document.title,
        media,
        witness.digest,
        services,
        statements,
        len(text.main),
        document.medium,
        document.problems,
    )


def _bare(document: Document, witness: Witness, media: str, kind: PageKind, says: Sentence, chars: int) -> Page:
    url = document.url or witness.url
    return Page(
        url, kind, document.title, media, witness.digest, (), (), chars, document.medium, document.problems, (), says
    )
