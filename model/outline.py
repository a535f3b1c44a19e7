"""The outline of an audit (garis besar): what is needed to say how it differs from another one, and nothing else.

It is small, so that the differences of thousands of agencies over years can be told without reading their audits.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from zlib import crc32

from model.evidence import Reach
from model.finding import Verdict
from model.score import Points


@dataclass(frozen=True, slots=True)
class OutlinePage:
    """A page, document or picture that was read. words, sketch as in ReadPage; parent: the page that led to it."""

    url: str
    digest: str
    title: str = ""
    words: str = ""
    sketch: tuple[int, ...] = ()
    parent: str = ""


@dataclass(frozen=True, slots=True)
class ServiceAnswer:
    """key of the service, and the addresses that prove its verdict."""

    key: str
    verdict: Verdict
    proofs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """The answer of one check. unread: promising addresses that stayed unseen, with what happened there."""

    check: str
    version: int
    verdict: Verdict
    proofs: tuple[str, ...]
    unread: tuple[tuple[str, Reach], ...] = ()
    services: tuple[ServiceAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """services: (key, name, address). unseen: address marks (`mark_of`) that were met and not read, and what happened
    there. cut_off: the crawl ended before all addresses had their turn, because the site stopped answering. reading:
    version of the reading rules.
    """

    agency: str
    name: str
    run: str
    period: str
    audited: bool
    reach: Reach
    low: Fraction | None
    high: Fraction | None
    zone: str | None
    category: str | None
    instrument: str
    instrument_version: str
    reading: str
    points: tuple[Points, ...]
    answers: tuple[CheckAnswer, ...]
    services: tuple[tuple[str, str, str], ...]
    pages: tuple[OutlinePage, ...]
    unseen: tuple[tuple[int, Reach], ...]
    cut_off: bool = False


def mark_of(url: str) -> int:
    """A short mark of an address: some hundred of them are kept, and two that share one do little harm."""
    return crc32(url.encode("utf-8", "replace"))
