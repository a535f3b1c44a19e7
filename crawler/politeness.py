"""How often a host is asked: a pause between requests, few at once, and `Retry-After` obeyed (RFC 9110, 10.2.3)."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def retry_after(value: str, now: datetime, default: float, cap: float) -> float:
    """Seconds to wait, from 0 to `cap`: a number of seconds or a date; `default` when it is neither."""
    asked = seconds_asked(value, now)
    return min(default if asked < 0 else asked, cap)


def seconds_asked(value: str, now: datetime) -> float:
    """What a `Retry-After` asks for, without a limit; -1 for what is neither a number nor a date."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return -1.0
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max((at - now).total_seconds(), 0.0)


@dataclass
class _Host:
    slots: asyncio.Semaphore
    delay: float
    free_at: float = 0.0


@dataclass
class Politeness:
    """clock: monotonic seconds; sleep: how to wait. Both are given by tests."""

    delay: float
    at_once: int = 2
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    _hosts: dict[str, _Host] = field(default_factory=dict)

    @contextlib.asynccontextmanager
    async def turn(self, host: str, share: float = 1.0) -> AsyncIterator[None]:
        """Wait for a turn at `host` and hold it. share: part of the usual pause, e.g. 0.25 for a small picture."""
        place = self._of(host)
        async with place.slots:
            now = self.clock()
            start = max(now, place.free_at)
            place.free_at = start + place.delay * share
            if start > now:
                await self.sleep(start - now)
            yield

    def slow_down(self, host: str, delay: float) -> None:
        """Keep at least this pause from now on (Crawl-delay)."""
        place = self._of(host)
        place.delay = max(place.delay, delay)

    def rest(self, host: str, seconds: float) -> None:
        """Leave the host alone for a while (Retry-After)."""
        place = self._of(host)
        place.free_at = max(place.free_at, self.clock() + seconds)

    def _of(self, host: str) -> _Host:
        if host not in self._hosts:
            self._hosts[host] = _Host(asyncio.Semaphore(self.at_once), self.delay)
        return self._hosts[host]


def utc_now() -> datetime:
    return datetime.now(UTC)
