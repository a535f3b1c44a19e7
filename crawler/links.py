"""What a page shows the frontier: its links, frames and pictures, as the browser saw them. Frozen, plain."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link as found. zone: "main", "header", "footer", "menu", "aside" or "dialog". heading: above it."""

    url: str
    text: str
    zone: str = "main"
    heading: str = ""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture with its natural and its rendered size in CSS pixels (0 when it was not loaded)."""

    url: str
    alt: str
    zone: str
    width: int
    height: int
    shown_width: int = 0
    shown_height: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    url: str
    title: str = ""
