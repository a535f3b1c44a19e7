"""Who made a site (pembuat situs): the vendor that signs it, its theme, or the files that its template brings along.

Read from the kept home page by its marks alone; a guess for grouping, never a verdict. Agencies with the same maker are
shown together, because what a template lacks is mended once for all of them.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from reports.region import SharedMaker

MOST = 400_000  # bytes of a page that are looked at
FEWEST = 2  # agencies that make a group
_VENDOR = re.compile(
    r"(?:developed|powered|designed|made|created|dikembangkan|dibuat|dirancang|didukung)\s+(?:by|oleh)\s*:?\s*"
    r"(?:<[^>]{0,300}>\s*){0,4}([^<>|©\n]{3,60})",
    re.IGNORECASE,
)
_THEME = re.compile(r"/wp-content/themes/([\w.-]{2,60})/", re.IGNORECASE)
_ASSET = re.compile(r"""(?:href|src)\s*=\s*["']?([^"'\s>]{3,200}\.(?:css|js))\b""", re.IGNORECASE)
_LIBRARY = re.compile(
    r"jquery|bootstrap|fontawesome|font-awesome|popper|swiper|owl|aos|lightbox|wp-includes|gtag|analytics|recaptcha"
    r"|cdn|googleapis|cloudflare|select2|datatables|leaflet|chart|moment|slick|animate|min\.js$",
    re.IGNORECASE,
)
_COMMON = frozenset(("wordpress", "joomla", "drupal", "blogger", "diskominfo", "kominfo", "tim it"))
"""Names that say nothing about a shared template: platforms, and every government's own office."""


@dataclass(frozen=True, slots=True)
class Maker:
    """kind: "vendor", "theme" or "template"."""

    kind: str
    name: str


def maker_of(page: bytes) -> Maker | None:
    """The maker of the site whose home page this is; None when nothing tells."""
    text = page[:MOST].decode("utf-8", "replace")
    vendors = (" ".join(html.unescape(found).split()).strip(" .,:;-") for found in _VENDOR.findall(text))
    for name in vendors:
        if len(name) >= 3 and name.casefold() not in _COMMON and not name.casefold().startswith("dinas "):
            return Maker("vendor", name)
    theme = _THEME.search(text)
    if theme:
        return Maker("theme", theme[1].casefold())
    files = sorted({path for path in map(_own_file, _ASSET.findall(text)) if path})
    if len(files) < 2:
        return None
    return Maker("template", hashlib.sha256("\n".join(files).encode()).hexdigest()[:8])


def _own_file(address: str) -> str:
    """The path of a style sheet or script of the site itself; "" for libraries, which all sites share."""
    path = urlsplit(address).path if "://" not in address[:300] or address.startswith(("http", "//")) else ""
    return "" if not path or _LIBRARY.search(address) else path.rsplit("?", 1)[0].lstrip("/").casefold()


def groups(makers: Mapping[str, Maker | None]) -> tuple[SharedMaker, ...]:
    """Makers of at least two agencies, the most used first. makers: by agency."""
    found: dict[Maker, list[str]] = {}
    for agency, maker in sorted(makers.items()):
        if maker is not None:
            found.setdefault(maker, []).append(agency)
    shared = ((maker, agencies) for maker, agencies in found.items() if len(agencies) >= FEWEST)
    ordered: Iterable[tuple[Maker, list[str]]] = sorted(shared, key=lambda pair: (-len(pair[1]), pair[0].name))
    return tuple(SharedMaker(maker.name, maker.kind, tuple(agencies)) for maker, agencies in ordered)
