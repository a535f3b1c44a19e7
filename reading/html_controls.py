"""Tabs and accordions: which words open which panel."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborNode

_CONTROLS = (
    "[data-toggle], [data-bs-toggle], [role=tab], [aria-controls], [data-target], [data-bs-target], "
    ".nav-tabs a, .tabs a, .nav-pills a"
)
_TITLE = re.compile(
    r"(?:^|\s)(?:accordion-(?:header|title|button|heading|toggle)|elementor-tab-title|panel-(?:heading|title)"
    r"|card-(?:header|title)|tab-title|toggle-title|faq-(?:question|title)|modal-(?:header|title)|entry-title|page-title"
    r"|section-title|judul)(?=$|\s)"
)
_OPENS = frozenset({"collapse", "tab", "pill", "modal"})


def panel_labels(root: LexborNode) -> dict[str, str]:
    """{id of a panel: the words of its control}. Controls without words (icons, menu buttons) are left out."""
    found: dict[str, str] = {}
    for node in root.css(_CONTROLS):
        attributes = node.attributes
        targets = [attributes.get(k) or "" for k in ("data-bs-target", "data-target", "aria-controls")]
        href = attributes.get("href") or ""
        if href.startswith("#"):
            targets.append(href)
        label = " ".join(node.text(separator=" ").split())
        if not 2 < len(label) <= 120:
            continue
        for target in targets:
            if (key := target.lstrip("#")) and " " not in key:
                found.setdefault(key, label)
    return found


def is_control(attributes: Mapping[str, str | None]) -> bool:
    """Whether a button or link opens a panel of its own page: its words head that panel."""
    toggle = attributes.get("data-bs-toggle") or attributes.get("data-toggle") or ""
    return toggle in _OPENS or attributes.get("role") == "tab" or "aria-expanded" in attributes


def names_title(names: str) -> bool:
    """Whether the classes of an element say that it holds a title."""
    return bool(names) and bool(_TITLE.search(names.lower()))
