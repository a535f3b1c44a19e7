"""A circuit breaker (pemutus arus): when no site at all can be reached, it is our network, and no site is blamed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from ada_url import URL

from crawler.egress import EgressError, Guard
from crawler.scope import registrable
from model.audit import Audit
from model.evidence import Target

OF_THE_NETWORK = frozenset(("refused", "unreachable", "timed_out", "reset", "dns_failed", "dns_timed_out"))
SITES, DOMAINS = 5, 3
"""So many sites in a row, of so many domains: one server that is down may hold all offices of one government."""

WAITS = (60.0, 120.0, 240.0, 480.0, 960.0)  # pauses between requests to one host


class NetworkDown(OSError):
    """Nothing can be reached. The text is for people, in Bahasa Indonesia."""

    def __init__(self) -> None:
        super().__init__(
            f"Sedikitnya {SITES} situs berturut-turut sama sekali tidak dapat dihubungi; jaringan mesin ini tampaknya "
            "terputus. Situs-situs itu tidak dicatat gagal. Periksa jaringan, lalu lanjutkan dengan --resume."
        )


@dataclass
class Breaker:
    """delay: seconds between two requests to one host, by which the waits are measured."""

    delay: float
    _row: list[Target] = field(default_factory=list)
    _connected: int = 0

    def saw(self, audit: Audit, guard: Guard) -> bool:
        """Note how a visit ended. True when the network itself is under suspicion by now."""
        if guard.connected != self._connected or audit.home_detail.removeprefix("robots_") not in OF_THE_NETWORK:
            self._row, self._connected = [], guard.connected
        if audit.home_detail.removeprefix("robots_") in OF_THE_NETWORK:
            self._row.append(audit.target)
        return len(self._row) >= SITES and len({registrable(_host(t)) for t in self._row}) >= DOMAINS

    async def wait(self, guard: Guard) -> None:
        """Until one of the sites can be reached again. Raises NetworkDown."""
        probes = {_host(target): target.url.startswith("https") for target in self._row[-SITES:]}
        for pause in WAITS:
            for host, secure in probes.items():
                if await _answers(guard, host, 443 if secure else 80):
                    self._row = []
                    return
            await asyncio.sleep(pause * self.delay)
        raise NetworkDown


async def _answers(guard: Guard, host: str, port: int) -> bool:
    try:
        _, writer = await guard.connect(host, port)
    except EgressError:
        return False
    writer.close()
    return True


def _host(target: Target) -> str:
    return str(URL(target.url).hostname)
