"""Small events for whoever watches a crawl."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from model.evidence import Reach, Resource


@dataclass(frozen=True, slots=True)
class Progress:
    """One address was looked at. done: of `planned` addresses of this kind; planned may grow while links are found."""

    target: str
    resource: Resource
    url: str
    reach: Reach
    done: int
    planned: int


Tell = Callable[[Progress], None]
