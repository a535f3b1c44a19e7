"""Which clock an agency lives by: WIB, WITA or WIT, by its province (Keputusan Presiden 41/1987)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone


@dataclass(frozen=True, slots=True)
class ZoneTime:
    """name: "WIB", "WITA" or "WIT". hours: ahead of UTC; Indonesia knows no summer time."""

    name: str
    hours: int

    def local(self, at: datetime) -> datetime:
        return at.astimezone(timezone(timedelta(hours=self.hours), self.name))


WIB = ZoneTime("WIB", 7)
WITA = ZoneTime("WITA", 8)
WIT = ZoneTime("WIT", 9)

_WITA = re.compile(
    r"\b(bali|nusa tenggara|ntb|ntt|sulawesi|sul(sel|teng|tra|bar|ut)|gorontalo"
    r"|kalimantan (selatan|timur|utara)|kal(sel|tim|tara|ut))\b"
)
_WIT = re.compile(r"\b(maluku|malut|papua)\b")


def zone_time(province: str) -> ZoneTime:
    """The clock of a province, given by its name however it is written. National bodies ("") keep Jakarta's."""
    name = " ".join(re.sub(r"[^a-z]+", " ", province.casefold()).split())
    if _WIT.search(name):
        return WIT
    return WITA if _WITA.search(name) else WIB
