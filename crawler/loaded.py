"""A page as the browser held it after it had settled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from crawler.links import Frame, PageImage, PageLink


@dataclass(frozen=True, slots=True)
class Loaded:
    """A page whose main document was committed. html: serialised DOM. partial: "" or why a part is lacking.

    signs: words of entries that only a script opens; they have no address.
    """

    url: str
    status: int
    media: str
    title: str
    heading: str
    text: str
    chars: int
    html: str
    partial: str
    server: str
    retry_after: str
    links: tuple[PageLink, ...]
    frames: tuple[Frame, ...]
    images: tuple[PageImage, ...]
    signs: tuple[str, ...] = ()
    screenshot: bytes = b""


def loaded_of(facts: dict[str, Any], headers: dict[str, str], status: int, settled: str, picture: bytes) -> Loaded:
    """From what facts.js told and the headers of the main document."""
    partial = "too_large" if facts["cut"] else "" if settled == "settled" else settled
    return Loaded(
        url=str(facts["url"]),
        status=int(facts["status"]) or status,
        media=str(facts["type"]),
        title=str(facts["title"]),
        heading=str(facts["heading"]),
        text=str(facts["text"]),
        chars=int(facts["chars"]),
        html=re.sub(r"[\ud800-\udfff]", "\ufffd", str(facts["html"])),
        partial=partial,
        server=headers.get("server", ""),
        retry_after=headers.get("retry-after", ""),
        links=tuple(PageLink(**link) for link in facts["links"]),
        frames=tuple(Frame(**frame) for frame in facts["frames"]),
        images=tuple(PageImage(**image) for image in facts["images"]),
        signs=tuple(map(str, facts["signs"])),
        screenshot=picture,
    )
