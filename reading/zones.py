"""Which part of a page an element opens: header, footer, menu, aside, dialog, or nothing new."""

from __future__ import annotations

import re

from model.reading import Zone

ZONE_TAGS = {"nav": Zone.MENU, "aside": Zone.ASIDE, "footer": Zone.FOOTER, "dialog": Zone.DIALOG, "header": Zone.HEADER}
_ROLES = {
    "navigation": Zone.MENU,
    "menu": Zone.MENU,
    "menubar": Zone.MENU,
    "banner": Zone.HEADER,
    "contentinfo": Zone.FOOTER,
    "complementary": Zone.ASIDE,
    "dialog": Zone.DIALOG,
    "alertdialog": Zone.DIALOG,
}
# Page builders name the part of the page that a template makes.
_BUILDER = {"header": Zone.HEADER, "footer": Zone.FOOTER, "popup": Zone.DIALOG}
# Beginnings of class names and ids. "menu" alone is not one of them: food menus and "menu-content" wrap main text;
# "widget" must end there: page builders wrap every paragraph in "elementor-widget".
_WORDS = tuple(
    (zone, re.compile(rf"(?:^|\s)(?:{words})(?=$|[\s_-])"))
    for zone, words in (
        (Zone.DIALOG, "modal|lightbox|popup|offcanvas"),
        (
            Zone.MENU,
            "nav|navbar|navigation|navmenu|main-?menu|menu-?(?:utama|item|list|bar|container|wrapper)|mega-?menu"
            "|mobile-?(?:menu|nav)|side-?menu|breadcrumbs?|pagination|pager|mean-bar",
        ),
        (Zone.FOOTER, "(?:(?:site|page|main|web)-)?(?:footer|colophon|copyrights?|site-info)"),
        (Zone.ASIDE, r"side-?bar|related|terkait|recent-?posts?|shares?|social|comments?|widget(?=$|\s)"),
        (Zone.HEADER, "top-?bar|(?:site|main|page)-header|header-(?:area|top)|masthead|preheader"),
    )
)
_TABS = re.compile(r"(?:^|\s)(?:nav-tabs|nav-pills|tab-content|tabs?)(?=$|\s)|tab-?pane")


def zone_opened(tag: str, role: str, names: str, template: str, current: Zone) -> Zone | None:
    """The zone that this element opens inside `current`, or None. The caller must check what it would swallow.

    names: its classes and its id. template: what a page builder calls it. A <header> inside the main text is the
    article's own heading, so it opens nothing there unless it is the first.
    """
    if role in _ROLES:
        return _ROLES[role]
    named = ZONE_TAGS.get(tag)
    words = names.lower().strip()
    if words and _TABS.search(words):
        return None
    if named is not None:
        return named
    if template in _BUILDER:
        return _BUILDER[template]
    if not words or current is not Zone.MAIN:
        return None
    for zone, pattern in _WORDS:
        if pattern.search(words):
            return zone
    return None
