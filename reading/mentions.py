"""A cheap look before a dear one: whether a text holds one of a few roots of words at all."""

from __future__ import annotations

from collections.abc import Iterable


def mentions(text: str, roots: Iterable[str]) -> bool:
    """Whether one of the roots, in small letters, stands anywhere in the text, inside a word too.

    Several times faster than a pattern that must not mind capitals; what it lets pass is looked at closely later.
    """
    small = text.lower()
    for root in roots:  # noqa: SIM110  a generator costs twice as much on lines as short as these
        if root in small:
            return True
    return False
