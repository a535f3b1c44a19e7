"""From a government's home page to the sites of its units, as candidates that a person confirms.

Nothing is added to a list by itself: a link is a hint, and whose site it is only a person can tell.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from audit.hosts import Hosts
from audit.self_check import target_of
from audit.settings import contact
from audit.target_row import make_id, tidy
from audit.unfit import Unfit
from audit.units import is_no_unit, kind_in_text, kind_of_label, lists_units
from crawler.crawl import crawl, open_crawler
from crawler.scope import registrable
from crawler.settings import CrawlSettings, HostTable, user_agent
from crawler.vault import Vault
from model.evidence import LedgerLine, Reach, Resource
from reports.reach_words import REACHES

MOST_LISTINGS = 5
LONGEST_NAME = 100
SURE = ("tinggi", "sedang", "rendah")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A site that may be a unit's. why: what speaks for it, for the person who decides."""

    id: str
    name: str
    unit_type: str
    url: str
    confidence: str
    why: str


async def discover(url: str, hosts: Hosts, delay: float) -> tuple[Candidate, ...]:
    """Read the home page and up to five pages that list units. Raises Unfit when the home page cannot be read."""
    home = target_of(url, "", "")
    settings = CrawlSettings(
        max_pages=1, max_documents=0, max_images=0, delay=delay, screenshots=False, hosts=HostTable(hosts),
        user_agent=user_agent(contact()),
    )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="patuh-discover-") as folder:
        async with open_crawler(settings, Vault(Path(folder))) as crawler:
            seen = await crawl(crawler, home)
            if seen.home is not Reach.READ:
                raise Unfit(f"“{url}” tidak dapat dibaca: {REACHES[seen.home].short} ({seen.home_detail}).")
            lines = list(seen.ledger)
            for address in listings(lines, home.url):
                lines += (await crawl(crawler, target_of(address, "", ""))).ledger
    return candidates(lines, home.url)


def listings(lines: Iterable[LedgerLine], home: str) -> tuple[str, ...]:
    """Pages of the same host whose links promise a list of units, in the order of the page."""
    host = host_of(home)
    found = (x.url for x in lines if x.resource is Resource.PAGE and host_of(x.url) == host and lists_units(x.text))
    return tuple(url for url in dict.fromkeys(found) if url.rstrip("/") != home.rstrip("/"))[:MOST_LISTINGS]


def candidates(lines: Iterable[LedgerLine], home: str) -> tuple[Candidate, ...]:
    """One for each host or folder, the surest first. The same lines give the same candidates."""
    found: dict[str, Candidate] = {}
    for line in lines:
        for one in candidate(line, home):
            known = found.get(one.url)
            if known is None or (SURE.index(one.confidence), -len(one.name)) < (
                SURE.index(known.confidence), -len(known.name)
            ):  # fmt: skip
                found[one.url] = one
    return tuple(sorted(found.values(), key=lambda one: (SURE.index(one.confidence), one.unit_type, one.url)))


def candidate(line: LedgerLine, home: str) -> Iterator[Candidate]:
    host, own = host_of(line.url), host_of(home)
    if line.resource is not Resource.PAGE or not host:
        return
    text = kind_in_text(line.text)
    if host == own:
        yield from folder_candidate(line, text)
    elif registrable(host) == registrable(own):
        label = host.split(".")[0]
        named = kind_of_label(label)
        if not is_no_unit(label) and not own.endswith("." + host):
            confidence = "tinggi" if named and text == named else "sedang" if named or text else "rendah"
            yield make(line, site_of(line.url), named or text, confidence, f"subdomain {host}")
    elif text and (host.endswith((".go.id", ".test")) or text in ("puskesmas", "rsud", "ppid", "mpp")):
        yield make(line, site_of(line.url), text, "rendah", f"ditautkan dari situs induk, di luar {registrable(own)}")


def folder_candidate(line: LedgerLine, text: str) -> Iterator[Candidate]:
    """A unit that lives in a folder of its government's portal: /puskesmas-poka, /opd/dinas-kesehatan."""
    parts = [part for part in unquote(urlsplit(line.url).path).split("/") if part]
    if not text or not 1 <= len(parts) <= 2 or urlsplit(line.url).query:
        return
    named = kind_in_text(parts[-1]) or kind_of_label(parts[-1])
    if named == text and "-" in parts[-1].strip("-"):
        yield make(line, line.url, text, "sedang", f"bagian /{'/'.join(parts)} pada situs induk")


def make(line: LedgerLine, url: str, kind: str, confidence: str, why: str) -> Candidate:
    text = tidy(line.text)[:LONGEST_NAME]
    name = text if kind_in_text(text) else host_of(url).split(".")[0].replace("-", " ")
    return Candidate(make_id(name, registrable(host_of(url)).split(".")[0]), name, kind, url, confidence, why)


def host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def site_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"
