"""Exception, response or page -> Reach: the only place that decides it. Pure.

Absent and unreachable are never mixed: MISSING is said only when the server says so (404, 410), or when its page
says so beyond doubt.
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from model.evidence import Reach


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of asking for an address. detail: short technical reason in English, "" when all is well."""

    reach: Reach
    detail: str = ""
    status: int | None = None


READ = Outcome(Reach.READ)

FAILURES: dict[str, Reach] = {
    "dns_nxdomain": Reach.UNREACHABLE,
    "dns_failed": Reach.UNREACHABLE,
    "dns_timed_out": Reach.TIMED_OUT,
    "not_allowed": Reach.UNREACHABLE,
    "refused": Reach.UNREACHABLE,
    "reset": Reach.UNREACHABLE,
    "unreachable": Reach.UNREACHABLE,
    "timed_out": Reach.TIMED_OUT,
    "page_hung": Reach.TIMED_OUT,
    "dialog_loop": Reach.UNREADABLE,
    "redirect_loop": Reach.UNREADABLE,
    "truncated": Reach.UNREADABLE,
    "protocol_error": Reach.UNREADABLE,
    "bad_encoding": Reach.UNREADABLE,
    "too_large": Reach.UNREADABLE,
    "empty_response": Reach.UNREADABLE,
    "not_as_named": Reach.UNREADABLE,
    "crashed": Reach.UNREADABLE,
    "too_much_memory": Reach.UNREADABLE,
    "redirected_off_site": Reach.NOT_TRIED,
}
TRANSIENT = (Reach.TIMED_OUT, Reach.UNREACHABLE, Reach.SERVER_ERROR)
TRANSIENT_DETAILS = ("crashed", "truncated", "http_429", "page_hung", "protocol_error")


def outcome_of_failure(code: str) -> Outcome:
    """From the code of a FetchFailed, an EgressError or a page that would not load."""
    if code.startswith("tls_"):
        return Outcome(Reach.TLS_FAILED, code)
    return Outcome(FAILURES.get(code, Reach.UNREADABLE), code)


def outcome_of_status(status: int) -> Outcome:
    """From the status of a committed answer, whatever its body says."""
    if 200 <= status < 300:
        return Outcome(Reach.READ, "", status)
    if status in (404, 410):
        return Outcome(Reach.MISSING, f"http_{status}", status)
    if status in (401, 402, 403, 405, 406, 407, 418, 429, 451):
        return Outcome(Reach.BLOCKED, f"http_{status}", status)
    if status in (408, 504, 522, 524):
        return Outcome(Reach.TIMED_OUT, f"http_{status}", status)
    if status >= 500:
        return Outcome(Reach.SERVER_ERROR, f"http_{status}", status)
    return Outcome(Reach.UNREADABLE, f"http_{status}", status)


def outcome_of_page(status: int, title: str, text: str, heading: str, html: str, server: str = "") -> Outcome:
    """From a page that was loaded. text: visible text; heading: the first heading; html: the start of its source."""
    plain = outcome_of_status(status)
    if is_challenge(status, title, text, html, server):
        return Outcome(Reach.BLOCKED, "challenge_page", status)
    if is_geo_block(status, title, text):
        return Outcome(Reach.BLOCKED, "geo_block", status)
    if plain.reach is Reach.READ and says_upkeep(title, heading, text):
        return Outcome(Reach.SERVER_ERROR, "maintenance", status)
    if plain.reach is Reach.READ and says_missing(title, heading, text):
        return Outcome(Reach.MISSING, "soft_404", status)
    return plain


def is_transient(outcome: Outcome) -> bool:
    """Whether a second look may give another answer."""
    if outcome.detail in ("dns_nxdomain", "not_allowed"):
        return False
    return outcome.reach in TRANSIENT or outcome.detail in TRANSIENT_DETAILS


@functools.cache
def _markers() -> dict[str, tuple[re.Pattern[str], ...]]:
    data = tomllib.loads(Path(__file__).with_name("markers.toml").read_text("utf-8"))
    return {group: tuple(re.compile(p, re.I) for p in patterns) for group, patterns in data["markers"].items()}


def is_challenge(status: int, title: str, text: str, html: str, server: str = "") -> bool:
    """Whether a firewall answered in place of the agency.

    Code that only a challenge carries is enough; words are enough only on a short page, because an article may
    write about firewalls; weak words count only together with a refusing status.
    """
    marks = _markers()
    if any(p.search(html) for p in marks["challenge_code"]):
        return len(text) < 4000
    short = len(text) < 1500
    if short and any(p.search(title) for p in marks["challenge_title"]):
        return True
    if short and any(p.search(text) for p in marks["challenge_text"]):
        return True
    if status in (403, 406, 429, 503) and short:
        return any(p.search(f"{title}\n{text}\n{server}") for p in marks["refusal_text"])
    return False


def is_geo_block(status: int, title: str, text: str) -> bool:
    """Whether visitors from our country are kept out: a hint, told by the page's own words on a short page."""
    if len(text) >= 1500 or status not in (200, 403, 451, 503):
        return False
    return any(p.search(f"{title}\n{text}") for p in _markers()["geo"])


def says_upkeep(title: str, heading: str, text: str) -> bool:
    """The whole site is closed for upkeep, sent with status 200; a page that is merely unfinished says less."""
    return len(text) < 800 and any(p.search(part) for p in _markers()["upkeep"] for part in (title, heading))


def says_missing(title: str, heading: str, text: str) -> bool:
    """A "not found" page sent with status 200 (soft 404).

    Only when its title or first heading says nothing else, and little text stands beside the menus.
    """
    if len(text) > 3000:
        return False
    patterns = _markers()["missing"]
    return any(
        p.search(part.strip()) for p in patterns for part in (heading, *re.split(r"\s[|\-–—:»]\s", title)) if part
    )
