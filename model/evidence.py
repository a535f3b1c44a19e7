"""What was seen on a site, and what could not be seen.

The crawler makes this; everything later works on it alone, so that saved evidence can be judged again
without a network.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Reach(StrEnum):
    """What happened when an address was asked for. Never a judgement of the agency."""

    READ = "read"
    MISSING = "missing"  # the server itself said 404 or 410, or showed a "not found" page
    DISALLOWED = "disallowed"  # robots.txt asks crawlers to stay out
    BLOCKED = "blocked"  # firewall, challenge page, 401, 403, 429, 451
    TIMED_OUT = "timed_out"
    UNREACHABLE = "unreachable"  # no such name, refused, reset, address not allowed
    TLS_FAILED = "tls_failed"
    SERVER_ERROR = "server_error"  # 5xx
    UNREADABLE = "unreadable"  # bytes came, but no text could be had from them
    NOT_TRIED = "not_tried"  # budget, depth, off site ...: see the ledger's reason

    @property
    def looked_at(self) -> bool:
        """Whether we now know what is there (a page that is honestly absent has been looked at)."""
        return self in (Reach.READ, Reach.MISSING)


class Level(StrEnum):
    """Kinds of government body as the Ombudsman groups them (tingkat)."""

    KEMENTERIAN = "kementerian"
    LEMBAGA = "lembaga"
    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"


@dataclass(frozen=True, slots=True)
class Target:
    """One agency to audit (sasaran audit), a row of targets.csv.

    id: [a-z0-9-], at most 60 characters, safe as a folder name. parent: id of the government it belongs to, or "".
    confidence: how sure the address is ("tinggi", "sedang", "rendah", "").
    """

    id: str
    name: str
    level: Level
    province: str
    url: str
    parent: str = ""
    unit_type: str = ""
    tags: tuple[str, ...] = ()
    confidence: str = ""
    note: str = ""


class Resource(StrEnum):
    """What an address in the ledger was asked for as."""

    PAGE = "page"
    FRAME = "frame"
    DOCUMENT = "document"
    IMAGE = "image"
    ROBOTS = "robots"
    SITEMAP = "sitemap"


class Why(StrEnum):
    """Why an address was visited, or was not. One closed list, so that ledgers can be compared."""

    HOME = "home"
    PROMISE = "promise"  # its words promise something about services
    LINK = "link"
    SITEMAP = "sitemap"
    FRAME = "frame"
    SHOWN = "shown"  # an image shown on a visited page
    GIVEN = "given"  # added by a person
    # not visited:
    BUDGET = "budget"
    DEPTH = "depth"
    OFF_SITE = "off_site"
    EXTERNAL_DOCUMENT = "external_document"  # Drive, flipbook, short link: recorded, not read
    TRAP = "trap"  # calendar, endless query strings
    ROBOTS = "robots"
    KIND = "kind"  # archives, video, small pictures
    DUPLICATE = "duplicate"
    TOO_LARGE = "too_large"
    SCRIPT = "script"  # an entry without an address, which only a script opens
    TAKEN_OVER = "taken_over"  # known from the audit that a recheck goes on from


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One line of the page ledger (buku halaman): an address, what was decided, and what came of it.

    promises: topics (see model.reading.Topic values, or "service") that its link words promised.
    status: HTTP status or None. detail: short technical reason in English, e.g. "dns_nxdomain", "http_503",
    "challenge_page". size in bytes. digest: SHA-256 hex of kept bytes, or "". at: UTC, None when never asked.
    """

    url: str
    resource: Resource
    visited: bool
    why: Why
    reach: Reach
    detail: str = ""
    status: int | None = None
    depth: int = 0
    parent: str = ""
    text: str = ""
    promises: tuple[str, ...] = ()
    digest: str = ""
    size: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes that were kept: a rendered page, a document or an image.

    url: canonical address asked for; final_url: where it ended. media: as sniffed, e.g. "text/html",
    "application/pdf", "image/png". digest: SHA-256 hex of the kept bytes in the vault. at: UTC.
    via: "browser" (serialised DOM), "http" (bytes as sent) or "file". shown_on: page addresses that show or
    link it. screenshot: digest of a JPEG, or "". text_digest is not kept: reading is repeated from the bytes.
    """

    url: str
    final_url: str
    media: str
    digest: str
    size: int
    at: datetime
    via: str
    resource: Resource = Resource.PAGE
    status: int | None = None
    title: str = ""
    shown_on: tuple[str, ...] = ()
    link_text: str = ""
    screenshot: str = ""
    partial: str = ""  # why only a part was kept, e.g. "too_large"


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that one crawl of one target brought home. ledger and captures are in the order of the frontier's plan.

    base: id of the run whose evidence a recheck was merged with, or "". taken_over: addresses of the captures that
    come from there; they keep the time at which they were seen.
    """

    target: Target
    started: datetime
    finished: datetime
    home: Reach
    home_detail: str
    captures: tuple[Capture, ...]
    ledger: tuple[LedgerLine, ...]
    notes: tuple[str, ...] = ()  # site-wide facts, e.g. "robots_unreachable", "insecure_tls"
    base: str = ""
    taken_over: tuple[str, ...] = ()
