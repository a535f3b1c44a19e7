"""The pictures that a crawl brought home, found by the address that a page gives for them."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qsl, unquote, urlsplit

from model.evidence import Capture, LedgerLine, Resource
from reading.pictures import MOST, promises_much


class Gallery:
    """Pictures by address. asked: those that a page has shown, so that the others can be read alone."""

    def __init__(self, captures: Iterable[Capture]) -> None:
        self._held = {picture_key(c.url): c for c in captures if is_picture(c)}
        self._asked: set[str] = set()

    def find(self, address: str) -> Capture | None:
        """The picture at an address as a page writes it, or None when it was not kept."""
        key = picture_key(address)
        self._asked.add(key)
        return self._held.get(key)

    def only_linked(self, ledger: Iterable[LedgerLine]) -> tuple[tuple[Capture, str], ...]:
        """Pictures that no page asked for and whose link words promise a standard, with these words.

        A menu often leads straight to "maklumat.jpg": such a picture is a document of its own, as a PDF is.
        """
        words = {picture_key(line.url): line.text for line in ledger if line.resource is Resource.IMAGE}
        left = ((c, c.link_text or words.get(k, "")) for k, c in self._held.items() if k not in self._asked)
        return tuple((c, text) for c, text in left if promises_much(text))[:MOST]


def is_picture(capture: Capture) -> bool:
    """Whether a capture belongs to the pages that show it, and is no document that was asked for itself."""
    return capture.resource is Resource.IMAGE or (capture.media.startswith("image/") and bool(capture.shown_on))


def picture_key(address: str) -> str:
    """The same for all spellings of one address: "maklumat kami.jpg" and "maklumat%20kami.jpg", with or without www."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = parts.port
    except ValueError:
        return address
    query = sorted(parse_qsl(parts.query, keep_blank_values=True))
    return repr((host, port, unquote(parts.path), query))
