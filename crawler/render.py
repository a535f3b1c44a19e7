"""Does this page need a browser? The seam for a later, cheaper answer; for now every page does."""

from __future__ import annotations

from crawler.address import Address


def needs_browser(address: Address) -> bool:
    """Always: the cost of a page that is read before its scripts filled it is a false accusation."""
    return bool(address.href)
