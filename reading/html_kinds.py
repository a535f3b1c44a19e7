"""What an element does to the lines around it, as far as its own tag and attributes tell.

A page gives the same few kinds of elements again and again, so each is worked out once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from model.reading import Zone
from reading.html_controls import is_control, names_title
from reading.html_tags import BIG, HEADINGS, INLINE, LISTS, PSEUDO
from reading.zones import zone_opened

Attributes = Mapping[str, str | None]


class Opens(Enum):
    """What begins with an element."""

    NOTHING = auto()
    HEADING = auto()
    TITLE = auto()  # a heading by its class, which inside a heading is none
    LIST = auto()
    ITEM = auto()
    FORM = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """inline: it does not part lines. level: of its heading. in_main, elsewhere: the zone that it may open there."""

    tag: str
    inline: bool
    bold: bool
    opens: Opens
    level: int
    in_main: Zone | None
    elsewhere: Zone | None
    id: str
    plain: bool
    """It does nothing but part lines, or not even that."""


def kind_of(tag: str, attributes: Attributes) -> Kind:
    """The kind of an element that holds text. A table or a definition list may turn out to be more than its kind."""
    if not attributes:
        return _kind(tag)
    get = attributes.get
    big = BIG.search(style) is not None if (style := get("style")) else False
    if tag in INLINE:
        return _kind(tag, big)
    names = get("class") or ""
    if len(attributes) == 1 and names:  # nearly always
        return _kind(tag, big, names)
    name, role, template = get("id") or "", get("role") or "", get("data-elementor-type") or ""
    return _kind(tag, big, names, name, role, template, tag == "button" and is_control(attributes))


@lru_cache(maxsize=4096)
def _kind(
    tag: str,
    big: bool = False,
    names: str = "",
    name: str = "",
    role: str = "",
    template: str = "",
    control: bool = False,
) -> Kind:
    if tag in INLINE:
        bold = tag in ("b", "strong", "big") or (big and tag != "a")
        return Kind(tag, True, bold, Opens.NOTHING, 0, None, None, "", not bold and tag not in ("a", "sub", "sup"))
    opens, level = _opened(tag, control or role == "heading" or names_title(names))
    bold = big or tag == "th"
    in_main, elsewhere = (zone_opened(tag, role, f"{names} {name}", template, z) for z in (Zone.MAIN, Zone.MENU))
    plain = not (bold or in_main or elsewhere or tag in ("table", "dl")) and opens is Opens.NOTHING
    return Kind(tag, False, bold, opens, level, in_main, elsewhere, name, plain)


def _opened(tag: str, title: bool) -> tuple[Opens, int]:
    if tag in HEADINGS:
        return Opens.HEADING, HEADINGS[tag]
    if title:
        return Opens.TITLE, PSEUDO
    if tag in LISTS:
        return Opens.LIST, 0
    return {"li": Opens.ITEM, "form": Opens.FORM}.get(tag, Opens.NOTHING), 0
