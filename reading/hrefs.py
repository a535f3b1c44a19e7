r"""Addresses in a page to absolute ones, by the rules of browsers (WHATWG URL): `gambar\a b.png` is gambar/a%20b.png.

The crawler asks for addresses as browsers do; only the same rules find the picture again that a page shows.
"""

from __future__ import annotations

import re
from functools import lru_cache

import ada_url

_PLAIN_PATH = re.compile(r"/(?:[\w~-][\w.~-]*(?:/[\w~-][\w.~-]*)*/?)?", re.ASCII)
"""A path of this site without dots at the beginning of a step, and without signs that are written otherwise."""


def join(base: str, href: str) -> str:
    """The absolute address, or "" for a broken one. Without a base it stays as it is written."""
    if not base:
        return href.strip()
    href = href.strip()
    if (origin := _origin(base)) and _PLAIN_PATH.fullmatch(href):
        return origin + href
    return _joined(base, href)


@lru_cache(maxsize=8192)  # the same links stand on every page of a site
def _joined(base: str, href: str) -> str:
    try:
        return str(ada_url.join_url(base, href))
    except ValueError:
        return ""


@lru_cache(maxsize=1024)
def _origin(base: str) -> str:
    """Scheme and host of a page on the web, "" for others: there a path may mean something else."""
    return _joined(base, "/").removesuffix("/") if base.startswith(("http://", "https://")) else ""


def absolute(base: str, href: str) -> str:
    """As `join`, but "" for what leads nowhere, too: scripts, bare fragments."""
    href = href.strip()
    if not href or href[0] == "#" or href[:11].lower() == "javascript:":
        return ""
    return join(base, href)
