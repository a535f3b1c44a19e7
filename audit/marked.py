"""Marked places of an audit's proofs: made from kept pictures, PDF pages and screenshots, and kept for later."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.vault import Vault, VaultDamaged
from model.audit import Audit
from model.evidence import Capture, Evidence
from model.finding import Verdict
from model.reading import Exhibit
from reading.marks import Mark, close, mark_quotes
from reports.pictures import Picture, Pictures

MOST = 14
"""Pictures in one report, so that it stays small."""

MOST_SCREENSHOTS = 4
"""Of these, screenshots: recognising one takes seconds, and the words of a page can be seen on the page itself."""

_PAGE = re.compile(r"\bhalaman (\d{1,4})\b")
_SIZE = struct.Struct(">HH")


@dataclass(frozen=True, slots=True)
class Place:
    """Where quotes are looked for: kept bytes by their digest, of a PDF one page."""

    digest: str
    media: str
    page: int


def marked_places(audit: Audit, evidence: Evidence, vault: Vault, kept: Path, most: int = MOST) -> Pictures:
    """The pictures of at most `most` proofs, pictures before PDF pages before screenshots. kept: a folder."""
    wanted = _by_place(audit, evidence, most)
    found: dict[tuple[str, str], Picture] = {}
    try:
        for place, exhibits in wanted.items():
            quotes = tuple(dict.fromkeys(exhibit.quote for exhibit in exhibits))
            for quote, picture in _pictures(place, quotes, vault, kept):
                found.update({(e.digest, e.quote): picture for e in exhibits if e.quote == quote})
    finally:
        close()
    return found


def _by_place(audit: Audit, evidence: Evidence, most: int) -> dict[Place, list[Exhibit]]:
    captures = {capture.digest: capture for capture in evidence.captures}
    ranked: list[tuple[int, Place, Exhibit]] = []
    for exhibit in dict.fromkeys(_shown(audit)):
        capture = captures.get(exhibit.digest)
        place = _place(exhibit, capture) if capture else None
        if place is not None:
            ranked.append(({"image": 0, "pdf": 1}.get(exhibit.medium, 2), place, exhibit))
    ranked.sort(key=lambda one: one[0])  # stable: the order of the report within a kind
    wanted: dict[Place, list[Exhibit]] = {}
    screenshots: set[str] = set()
    for _, place, exhibit in ranked[:most]:
        if exhibit.medium == "text":
            screenshots.add(place.digest)
        if exhibit.medium != "text" or len(screenshots) <= MOST_SCREENSHOTS:
            wanted.setdefault(place, []).append(exhibit)
    return wanted


def _shown(audit: Audit) -> Iterator[Exhibit]:
    """The first proof of each indicator and service, as the report shows it."""
    for finding in audit.findings:
        shown = [finding.exhibits] if not finding.by_service else [a.exhibits for a in finding.by_service]
        for exhibits in shown:
            if exhibits and finding.verdict is not Verdict.NOT_APPLICABLE:
                yield exhibits[0]


def _place(exhibit: Exhibit, capture: Capture) -> Place | None:
    if exhibit.medium == "image":
        return Place(capture.digest, capture.media, 0)
    if exhibit.medium == "pdf":
        page = _PAGE.search(exhibit.where)
        return Place(capture.digest, capture.media, int(page[1])) if page else None
    if exhibit.medium == "text" and capture.screenshot:
        return Place(capture.screenshot, "image/jpeg", 0)
    return None


def _pictures(place: Place, quotes: tuple[str, ...], vault: Vault, kept: Path) -> Iterator[tuple[str, Picture]]:
    """From the folder where they are; else made, and kept, what was not found as well."""
    files = {quote: kept / f"{_name(place, quote)}.mark" for quote in quotes}
    missing = tuple(quote for quote, file in files.items() if not file.is_file())
    if missing:
        made = {mark.quote: mark for mark in _made(place, missing, vault)}
        kept.mkdir(parents=True, exist_ok=True)
        for quote in missing:
            mark = made.get(quote)
            files[quote].write_bytes(_SIZE.pack(mark.width, mark.height) + mark.jpeg if mark else b"")
    for quote, file in files.items():
        body = file.read_bytes()
        if len(body) > _SIZE.size:
            width, height = _SIZE.unpack(body[: _SIZE.size])
            yield quote, Picture(body[_SIZE.size :], width, height)


def _made(place: Place, quotes: tuple[str, ...], vault: Vault) -> tuple[Mark, ...]:
    try:
        body = vault.get(place.digest)
    except (KeyError, VaultDamaged):
        return ()
    return mark_quotes(body, place.media, quotes, place.page)


def _name(place: Place, quote: str) -> str:
    return hashlib.sha256(f"{place.digest} {place.page} {quote}".encode("utf-8", "replace")).hexdigest()[:40]
