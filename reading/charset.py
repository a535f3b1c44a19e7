"""Bytes of a page to text, whatever they were written in."""

from __future__ import annotations

from bs4.dammit import UnicodeDammit

LIMIT = 4_000_000
"""Bytes of a page that are read; the rest is left (problem "too_large")."""


def decode(body: bytes, charset: str | None = None) -> str:
    """The text of a page. charset: as the server said it, or None.

    Valid UTF-8 is taken as such whatever the headers claim: text in another charset is hardly ever valid UTF-8.
    Else the header, the meta element and at last windows-1252, which never fails.
    """
    body = body[:LIMIT]
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if _cut_utf8(body):
        return body.decode("utf-8", "replace")
    known = [charset] if charset and charset.lower().replace("-", "") != "utf8" else []
    found = UnicodeDammit(body, known, is_html=True, exclude_encodings=["utf-8"], smart_quotes_to=None)
    return found.unicode_markup or body.decode("windows-1252", "replace")


def _cut_utf8(body: bytes) -> bool:
    """UTF-8 with a few bad bytes, as cut pages and pasted texts have it: mostly well-formed sequences."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - bad
    return bad <= good // 4
