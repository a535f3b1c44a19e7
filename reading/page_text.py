"""A document as plain words: all of it, and its main content."""

from __future__ import annotations

import re
from dataclasses import dataclass

from model.reading import BlockKind, Document, Zone

_FURNITURE = frozenset({Zone.MENU, Zone.HEADER, Zone.FOOTER, Zone.ASIDE})
_SENTENCE = re.compile(r"[.!?](?<=[a-z0-9)”\"'].)(?:\s|$)")  # begins with what is seldom met


@dataclass(frozen=True, slots=True)
class PageText:
    """all: every word. main: without menu, header, footer and aside. link_share: share of `main` inside links, 0..1."""

    all: str
    main: str
    headings: tuple[str, ...]
    sentences: int
    link_share: float


def page_text(document: Document) -> PageText:
    everything: list[str] = []
    main: list[str] = []
    headings: list[str] = []
    linked = 0
    for section in document.sections:
        in_main = section.zone not in _FURNITURE
        lines = [section.heading, *[b.text for b in section.blocks if b.kind is not BlockKind.IMAGE]]
        text = "\n".join(filter(None, lines))
        everything.append(text)
        if in_main:
            main.append(text)
            linked += sum([len(link.text) for b in section.blocks for link in b.links])
            if section.heading:
                headings.append(section.heading)
    words = "\n".join(main)
    share = min(1.0, linked / len(words)) if words else 0.0
    return PageText("\n".join(everything), words, tuple(headings), len(_SENTENCE.findall(words)), share)


def gives_documents(document: Document) -> bool:
    """Whether the main content links or frames documents: a page with a title and a PDF is short, and not empty."""
    if any(_DOCUMENT.search(frame) for frame in document.frames):
        return True
    blocks = (b for s in document.sections if s.zone not in _FURNITURE for b in s.blocks)
    return any(_DOCUMENT.search(link.url) for b in blocks for link in b.links)


_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods)(?:[?#]|$)|//(?:drive|docs)\.google\.com/(?:file|drive|document|spreadsheets)",
    re.I,
)
