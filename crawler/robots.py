"""robots.txt by RFC 9309, read by protego."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from protego import Protego

from crawler.reach import Outcome, outcome_of_failure, outcome_of_page, outcome_of_status
from model.evidence import Reach

PRODUCT = "Patuh"
LONGEST_DELAY = 10.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host.

    closed: set when the file could not be had, and with it the whole host must be left alone (RFC 9309, 2.3.1.4).
    """

    rules: Protego | None = None
    closed: Outcome | None = None

    def allows(self, url: str) -> bool:
        if self.closed is not None:
            return False
        return self.rules is None or bool(self.rules.can_fetch(url, PRODUCT))

    @property
    def delay(self) -> float:
        """The pause that the file asks for, in seconds, up to ten."""
        asked = self.rules.crawl_delay(PRODUCT) if self.rules else None
        return min(float(asked), LONGEST_DELAY) if asked else 0.0

    @property
    def sitemaps(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.rules.sitemaps)) if self.rules else ()


def robots_of_answer(status: int, body: bytes) -> Robots:
    """4xx: no rules; 5xx and 429: keep out; 2xx: the rules. A page in place of the file holds no rules."""
    outcome = outcome_of_page(status, "", "", "", body[:20000].decode("utf-8", "replace"))
    if outcome.detail == "challenge_page" and status != 403:
        return Robots(closed=outcome)
    if status >= 500 or status == 429:
        plain = outcome_of_status(status)
        return Robots(closed=Outcome(plain.reach, f"robots_{plain.detail}", status))
    if not 200 <= status < 300:
        return Robots()
    text = decode(body)
    if text.lstrip()[:1] == "<":
        return Robots()
    return Robots(rules=Protego.parse(text))


def robots_of_failure(code: str) -> Robots:
    """The file could not be asked for. A redirect loop or a foreign host counts as no file (RFC 9309, 2.3.1.2)."""
    if code in ("redirect_loop", "redirected_off_site", "bad_encoding", "protocol_error", "truncated"):
        return Robots()
    outcome = outcome_of_failure(code)
    detail = code if outcome.reach in (Reach.UNREACHABLE, Reach.TLS_FAILED) else f"robots_{code}"
    return Robots(closed=Outcome(outcome.reach, detail))


def decode(body: bytes) -> str:
    """UTF-8 with or without byte order mark; UTF-16 when its mark is there. Never fails."""
    for mark, coding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if body.startswith(mark):
            return body[len(mark) :].decode(coding, "replace")
    return body.decode("utf-8", "replace")
