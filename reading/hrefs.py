r"""Addresses in a page to absolute ones, by the rules of browsers (WHATWG URL): `gambar\a b.png` is gambar/a%20b.png.

The crawler asks for addresses as browsers do; only the same rules find the picture again that a page shows.
"""

from __future__ import annotations

import ada_url


def join(base: str, href: str) -> str:
    """The absolute address, or "" for a broken one. Without a base it stays as it is written."""
    if not base:
        return href.strip()
    try:
        return str(ada_url.join_url(base, href.strip()))
    except ValueError:
        return ""


def absolute(base: str, href: str) -> str:
    """As `join`, but "" for what leads nowhere, too: scripts, bare fragments."""
    href = href.strip()
    if not href or href[0] == "#" or href[:11].lower() == "javascript:":
        return ""
    return join(base, href)
