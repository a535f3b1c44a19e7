"""The door for marked places: a picture or a page of a PDF in, small pictures of the quoted words out, each framed.

As with all untrusted bytes, decoding and recognising happen in a killable subprocess; what comes back is our
own JPEG.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from model.evidence import Capture
from model.reading import Document, Source
from reading.sandbox import MIB, Limits, Sandbox

_WORKER = Sandbox(Limits(seconds=300, cpu_seconds=200, memory=6144 * MIB), module="reading.mark_worker")
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Mark:
    """quote: the words that are framed. jpeg: our own encoding. width, height: pixels."""

    quote: str
    jpeg: bytes
    width: int
    height: int


def mark_quotes(body: bytes, media: str, quotes: tuple[str, ...], page: int = 0) -> tuple[Mark, ...]:
    """The quotes that were found, in the order given. page: of a PDF, from 1. Never raises for what the bytes hold."""
    asked = json.dumps({"quotes": quotes, "page": page})
    capture = Capture("", "", media, "", len(body), _NEVER, "file", link_text=asked)
    return tuple(_marks(_WORKER.read(Source(capture, body), "image")))


def close() -> None:
    """End the worker. The next picture starts a new one."""
    _WORKER.close()


def _marks(answer: Document) -> list[Mark]:
    found = []
    for section in answer.sections:
        width, _, height = section.where.partition("x")
        found.append(Mark(section.heading, base64.b64decode(section.blocks[0].text), int(width), int(height)))
    return found
