"""How gently and how far a crawl goes. Frozen: one crawl, one set of limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


def user_agent(contact: str) -> str:
    """The name we go by, with the address under which a site's keeper can reach whoever runs the audit."""
    reach = f"; +{contact}" if contact else ""
    return f"Mozilla/5.0 (compatible; Patuh/0.1; audit-layanan-publik{reach})"


USER_AGENT = user_agent("")

MB = 1024 * 1024


class SettingsRefused(ValueError):
    """A setting that would open a hole, e.g. a host table entry outside `.test`."""


@dataclass(frozen=True, slots=True)
class HostTable:
    """Names under `.test` (RFC 6761) and the loopback servers that play them: {name: (ip, port)}.

    The only way to reach a private address. Raises SettingsRefused for any other name, so that no table can send
    the crawler to an internal service under the name of an agency.
    """

    names: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lowered = {name.lower().rstrip("."): place for name, place in self.names.items()}
        for name in lowered:
            if not name.endswith(".test"):
                raise SettingsRefused(f"only names under .test may be mapped, not {name!r}")
        object.__setattr__(self, "names", MappingProxyType(lowered))

    def find(self, host: str) -> tuple[str, int] | None:
        return self.names.get(host.lower().rstrip("."))


@dataclass(frozen=True, slots=True)
class CrawlSettings:
    """Limits of one crawl. Times in seconds, sizes in bytes, counts per site.

    delay: pause between two requests to one host. page_seconds: wall clock for one page, all waits included.
    site_seconds: wall clock for one site; what is left then is written down as not tried. tab_bytes: memory of one tab.
    """

    max_pages: int = 60
    max_documents: int = 40
    max_images: int = 40
    max_depth: int = 6
    max_ledger: int = 4000
    delay: float = 1.0
    pages_at_once: int = 2
    page_seconds: float = 30.0
    fetch_seconds: float = 40.0
    site_seconds: float = 900.0
    connect_seconds: float = 12.0
    settle_seconds: float = 8.0
    retry_after_cap: float = 60.0
    page_bytes: int = 8 * MB
    document_bytes: int = 25 * MB
    image_bytes: int = 8 * MB
    robots_bytes: int = 500 * 1024
    sitemap_bytes: int = 5 * MB
    least_image_side: int = 200
    recycle_after: int = 200
    tab_bytes: int = 1024 * MB
    screenshots: bool = True
    user_agent: str = USER_AGENT
    hosts: HostTable = field(default_factory=HostTable)

    def __post_init__(self) -> None:
        if self.max_pages < 1 or self.pages_at_once < 1:
            raise SettingsRefused("max_pages and pages_at_once must be at least 1")
        if min(self.delay, self.max_documents, self.max_images, self.max_depth) < 0:
            raise SettingsRefused("limits must not be negative")
