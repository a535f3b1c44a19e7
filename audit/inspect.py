"""One page, document or picture judged by itself: a draft before it is published, or one live address.

The same reader and the same judgement as an audit, so that what passes here passes there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from audit.unfit import Unfit
from checks._components import ComponentVerdict, component_verdicts, service_verdicts
from model.codec import plain
from model.evidence import Capture, Evidence, LedgerLine, Level, Reach, Resource, Target, Why
from model.reading import Document, Exhibit, Page, Source, Topic
from reading.documents import read_document
from reading.pictures import leads_to_picture
from reading.read import Load, Look, read_alone
from reading.sniff import sniff

DRAFT = "http://draf.test/"
"""Drafts have no address yet; links and pictures in them are resolved below this one, which is never asked for."""
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
LARGEST_FILE = 64_000_000  # bytes

KINDS = {
    "text/html": "html",
    "application/pdf": "pdf",
    "text/plain": "text",
    "application/json": "text",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to inspect and the folder from which the pictures that it shows are read."""

    path: Path
    root: Path

    @property
    def url(self) -> str:
        return DRAFT + quote(self.path.relative_to(self.root).as_posix())

    def picture(self, url: str) -> Path | None:
        """The file behind a picture's address, if it lies below the root."""
        if not url.startswith(DRAFT):
            return None
        path = (self.root / unquote(urlsplit(url).path.lstrip("/"))).resolve()
        return path if path.is_relative_to(self.root) and path.is_file() else None


def open_draft(path: Path, root: Path | None) -> Draft:
    """Raises Unfit when the file cannot be read or does not lie below the root."""
    if not path.is_file():
        raise Unfit(f"Berkas “{path}” tidak ditemukan. Periksa kembali nama dan foldernya.")
    if path.stat().st_size > LARGEST_FILE:
        raise Unfit(f"Berkas “{path}” lebih besar dari {LARGEST_FILE // 1_000_000} MB, sehingga tidak dibaca.")
    full = path.resolve()
    folder = (root or path.parent).resolve()
    if not folder.is_dir():
        raise Unfit(f"Folder “{root}” tidak ditemukan. Periksa pilihan --root.")
    if not full.is_relative_to(folder):
        raise Unfit(f"Berkas “{path}” tidak berada di dalam folder --root “{root}”.")
    return Draft(full, folder)


def inspect_file(draft: Draft) -> dict[str, Any]:
    """Read one file and judge it. The same bytes give the same answer."""
    evidence, bodies = look_at(draft)
    return inspection(evidence, bodies.__getitem__, source=str(draft.path))


def look_at(draft: Draft) -> tuple[Evidence, dict[str, bytes]]:
    """A file and the pictures that it shows as evidence, and their bytes by digest."""
    bodies: dict[str, bytes] = {}
    page = capture_file(draft.path, draft.url, bodies)
    pictures = tuple(capture_pictures(draft, page, bodies))
    return evidence_of(page, pictures), bodies


def capture_file(path: Path, url: str, bodies: dict[str, bytes], shown_on: tuple[str, ...] = ()) -> Capture:
    body = path.read_bytes()
    digest = sha256(body).hexdigest()
    bodies[digest] = body
    media = sniff(body)
    image = media.startswith("image/")
    kind = Resource.IMAGE if image and shown_on else Resource.PAGE if media == "text/html" else Resource.DOCUMENT
    return Capture(url, url, media, digest, len(body), NO_TIME, "file", resource=kind, shown_on=shown_on, title="")


def capture_pictures(draft: Draft, page: Capture, bodies: dict[str, bytes]) -> Iterator[Capture]:
    if page.media != "text/html":
        return  # nothing else shows pictures by address, and to read a picture once more takes seconds
    document = read_document(Source(page, bodies[page.digest]))
    for src in dict.fromkeys(pictures_of(document)):
        url = urljoin(page.url, src)
        path = draft.picture(url)
        if path and path.stat().st_size <= LARGEST_FILE:
            yield capture_file(path, url, bodies, shown_on=(page.url,))


def pictures_of(document: Document) -> Iterator[str]:
    """Every picture that a page shows, frames or leads to, wherever it stands: the reader picks those that matter."""
    yield from document.images
    blocks = [block for section in document.sections for block in section.blocks]
    yield from (block.src for block in blocks if block.src)
    linked = (link.url for link in (*document.links, *(link for block in blocks for link in block.links)))
    yield from filter(leads_to_picture, (*document.frames, *linked))


def evidence_of(page: Capture, pictures: tuple[Capture, ...]) -> Evidence:
    """Evidence as if the crawler had visited just this page."""
    target = Target("draf", "Draf", Level.KABUPATEN, "", page.url)
    ledger = tuple(
        LedgerLine(c.url, c.resource, True, Why.GIVEN, Reach.READ, digest=c.digest, size=c.size)
        for c in (page, *pictures)
    )
    return Evidence(target, NO_TIME, NO_TIME, Reach.READ, "", (page, *pictures), ledger)


def inspection(evidence: Evidence, load: Load, source: str) -> dict[str, Any]:
    """The judgement of the first page of the evidence, as JSON-ready data."""
    page = first_page(evidence, load, source)
    return {
        "source": source,
        "kind": kind_of(page),
        "page_kind": page.kind.value,
        "title": page.title,
        "components": answers(component_verdicts(page)),
        "services": [
            {"name": service.name, "components": answers(service_verdicts(page, service))} for service in page.services
        ],
        "problems": list(page.problems),
    }


def first_page(evidence: Evidence, load: Load, source: str, look: Look = read_document) -> Page:
    """The page itself, read without its site: of one page nobody can tell what the rest of the site makes of it.

    Raises Unfit when its bytes are not there.
    """
    pictures = {c.url: c for c in evidence.captures if c.resource is Resource.IMAGE}
    own = next((c for c in evidence.captures if c.resource is not Resource.IMAGE), None)

    def kept(capture: Capture | None) -> Source | None:
        try:
            return Source(capture, load(capture.digest)) if capture else None
        except (KeyError, OSError):
            return None

    page = kept(own)
    if page is None:
        raise Unfit(f"“{source}” tidak dapat dibaca.")
    return read_alone(page, lambda url: kept(pictures.get(url)), look)


def kind_of(page: Page) -> str:
    if page.media.startswith("image/"):
        return "image"
    return KINDS.get(page.media) or page.media.rsplit("/", 1)[-1].rsplit(".", 1)[-1]


def answers(verdicts: dict[Topic, ComponentVerdict]) -> dict[str, Any]:
    return {
        topic.value: {
            "verdict": answer.verdict.value,
            "says": str(answer.says),
            "value": plain(answer.value),
            "exhibits": [proof(exhibit) for exhibit in answer.exhibits],
        }
        for topic, answer in verdicts.items()
    }


def proof(exhibit: Exhibit) -> dict[str, Any]:
    told: dict[str, Any] = {"quote": exhibit.quote, "where": exhibit.where}
    if exhibit.confidence < 1:
        told["confidence"] = round(exhibit.confidence, 2)
    return told
