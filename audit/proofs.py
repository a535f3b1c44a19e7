"""Whether the words under a verdict really stand in the page: looked up anew, apart from what the reader kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bs4 import BeautifulSoup

from checks._components import ComponentVerdict
from model.evidence import Capture, Evidence
from model.finding import Verdict
from model.reading import Document, Exhibit, Source
from reading.charset import decode
from reading.documents import read_document
from reading.read import Look

SPOKEN = ("alt", "title", "value", "placeholder", "aria-label", "content")
"""Attributes whose words people see or hear."""


def met_exhibits(verdicts: Iterable[ComponentVerdict]) -> tuple[Exhibit, ...]:
    """The proofs under all verdicts "met", each once."""
    return tuple(dict.fromkeys(e for v in verdicts if v.verdict is Verdict.MET for e in v.exhibits))


def unproven(
    exhibits: Iterable[Exhibit], evidence: Evidence, bodies: Mapping[str, bytes], look: Look = read_document
) -> tuple[str, ...]:
    """The quotes that stand neither in the text of the page nor in the text recognised in its pictures."""
    captures = {capture.digest: capture for capture in evidence.captures}
    texts: dict[str, str] = {}
    absent = []
    for exhibit in exhibits:
        capture = captures.get(exhibit.digest)
        if capture is None:
            absent.append(exhibit.quote)
            continue
        if exhibit.digest not in texts:
            texts[exhibit.digest] = text_of(capture, bodies[exhibit.digest], look)
        if not exhibit.quote.strip() or without_space(exhibit.quote) not in texts[exhibit.digest]:
            absent.append(exhibit.quote)
    return tuple(absent)


def text_of(capture: Capture, body: bytes, look: Look = read_document) -> str:
    """The words of a kept file without white space: of HTML all text nodes, of all else what its reader gives.

    White space is left out on both sides, because a tag in the middle of a word or a line that a PDF breaks is folded
    differently by different programs; no letter is.
    """
    if capture.media == "text/html":
        return without_space(html_words(body))
    return without_space(document_words(look(Source(capture, body))))


def html_words(body: bytes) -> str:
    tree = BeautifulSoup(decode(body), "html.parser")
    spoken = (str(tag[name]) for tag in tree.find_all(True) for name in SPOKEN if tag.has_attr(name))
    return tree.get_text() + "\n" + "\n".join(spoken)


def document_words(document: Document) -> str:
    """Every heading, block and cell of a document, in its order."""
    words = [document.title]
    for section in document.sections:
        words.append(section.heading)
        for block in section.blocks:
            words.extend((block.text, *block.cells))
    return "\n".join(words)


def without_space(text: str) -> str:
    return "".join(text.split())
