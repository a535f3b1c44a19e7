"""Address patterns without end: calendars, sortings, pages of lists, folders that contain themselves. Pure."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter

from crawler.address import Address

CALENDAR_NAME = re.compile(
    r"(^|[&_\-\[])(tgl|tanggal|bulan|bln|tahun|thn|month|year|date|day|hari|minggu|week|ical|outlook-ical)(=|$|[_\-\]])",
    re.I,
)
CALENDAR_PATH = re.compile(r"/(kalender|calendar|agenda|jadwal|events?)/.*\d", re.I)
LISTING = re.compile(
    r"(^|&)(page|hal|halaman|p|offset|start|sort|order|orderby|dir|filter|view|limit|per_?page|replytocom)(_\w+)?=",
    re.I,
)
LISTING_PATH = re.compile(r"/(page|halaman|hal)/\d+", re.I)
NUMBER = re.compile(r"\d+")
OPAQUE = re.compile(r"^(?=.*\d)[A-Za-z0-9_\-=%]{24,}$")
ENDLESS_DEPTH = 15
FEW, SOME, MANY = 2, 8, 40


@functools.lru_cache(maxsize=20000)
def template(address: Address) -> str:
    """The pattern of an address: numbers and opaque ids are one, leaf names under one folder are one."""
    segments = [s for s in address.path.split("/") if s]
    folded = ["{id}" if OPAQUE.match(s) else NUMBER.sub("{n}", s) for s in segments]
    if len(folded) >= 2 and "{" not in folded[-1]:
        folded[-1] = "{leaf}"
    names = sorted({p.split("=", 1)[0] for p in address.query.split("&") if p})
    route = "#" + "/".join(NUMBER.sub("{n}", s) for s in address.route.split("/")[:3]) if address.route else ""
    return f"{address.host}/{'/'.join(folded)}?{'&'.join(names)}{route}"


def most_of(address: Address, promises: bool) -> int:
    """How many addresses of this pattern are worth a visit."""
    if CALENDAR_NAME.search(address.query) or CALENDAR_PATH.search(address.path):
        return FEW
    if LISTING.search(address.query) or LISTING_PATH.search(address.path):
        return SOME if promises else FEW + 1
    return MANY if promises else SOME


def is_endless(address: Address) -> bool:
    """A folder repeated in itself, or a path deeper than people build them."""
    segments = [s for s in address.path.split("/") if s]
    if len(segments) > ENDLESS_DEPTH:
        return True
    repeated = Counter(segments)
    pairs = sum(a == b for a, b in itertools.pairwise(segments))
    return any(n >= 4 for n in repeated.values()) or pairs >= 2
