"""A crawl that goes on from an earlier one: what need not be asked again, and what is asked in any case."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """An address that is asked although no page may link it any more. text: of the link that led there last time."""

    url: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Revisit:
    """known: canonical addresses whose content is known and in which nothing is lacking. given: asked in any case.

    The home page and what is neither known nor given are visited as ever, so that new pages are found.
    """

    known: frozenset[str] = frozenset()
    given: tuple[Given, ...] = ()
