"""The elements of HTML, by what they do to the text around them."""

from __future__ import annotations

import re

DROPPED = frozenset(
    (
        *("script", "style", "template", "noscript", "svg", "head", "iframe", "canvas", "select", "datalist"),
        *("textarea", "video", "audio", "object", "map", "math"),
    )
)
"""What no reader sees as text."""

INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong"),
        *("sub", "sup", "time", "tt", "u", "var", "wbr", "input"),
    )
)
"""What does not break a line."""

PSEUDO = 6
"""Level of a heading that is one by its looks only, e.g. a bold line."""

HEADINGS = {
    **{f"h{level}": level for level in range(1, 6)},
    **dict.fromkeys(("h6", "summary", "legend", "caption"), PSEUDO),
}

LISTS = ("ul", "ol", "menu")

BIG = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-size\s*:\s*(?:1[89]|[2-9]\d)(?:\.\d+)?(?:px|pt)", re.I)
"""Inline styles that make a line look like a heading."""
