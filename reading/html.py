"""HTML bytes to a Document: what a citizen can see, in reading order, with its place.

Hidden parts (accordions, tabs, modal windows) count: a click shows them. Scripts, styles and templates do not.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from model.reading import BlockKind, Document, Link, Zone
from reading.charset import LIMIT, decode
from reading.hrefs import absolute
from reading.html_walk import Walk
from reading.lines import to_sections, with_items

LINKS = 5_000
"""Most links that are listed."""


def parse_html(body: bytes, url: str, charset: str | None = None) -> Document:
    """The page as sections. url: its address, for absolute links; charset: as the server said it.

    Never raises on bad markup. problems: "too_large" when only the first bytes or blocks were read.
    """
    tree = LexborHTMLParser(decode(body, charset))
    root = tree.body or tree.root
    problems = ["too_large"] if len(body) > LIMIT else []
    base = _base(tree, url)
    if root is None:
        return Document(url, "html", _title(tree), (), problems=tuple(problems))
    walk = Walk(root, base)
    walk.run()
    if walk.cut and not problems:
        problems.append("too_large")
    images = [line.block.src for line in walk.lines if line.block.kind is BlockKind.IMAGE and line.zone in _MAIN]
    return Document(
        url,
        "html",
        _title(tree),
        to_sections(with_items(walk.lines)),
        images=tuple(dict.fromkeys(images)),
        frames=_frames(root, base),
        links=_links(root, base),
        problems=tuple(problems),
        author=_author(tree),
    )


_MAIN = (Zone.MAIN, Zone.DIALOG)


def _base(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    href = node.attributes.get("href") if node is not None else None
    return (absolute(url, href) if href else "") or url


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("head title")
    text = node.text() if node is not None else ""
    if not text.strip():
        text = _meta(tree, 'meta[property="og:title"]')
    return " ".join(text.split())[:300]


def _author(tree: LexborHTMLParser) -> str:
    return _meta(tree, 'meta[name="author"]')[:200]


def _meta(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get("content") or "").strip() if node is not None else ""


def _frames(root: LexborNode, base: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for node in root.css("iframe, frame, embed, object"):
        attributes = node.attributes
        address = attributes.get("src") or attributes.get("data-src") or attributes.get("data") or ""
        if target := absolute(base, address):
            found[target] = None
    return tuple(found)


def _links(root: LexborNode, base: str) -> tuple[Link, ...]:
    found: list[Link] = []
    for node in root.css("a[href], area[href]")[:LINKS]:
        href = node.attributes.get("href") or ""
        if target := absolute(base, href):
            found.append(Link(target, " ".join(node.text(separator=" ").split())[:200]))
    return tuple(found)
