"""Is the internet there, and what time does it say it is? One short answer of one public host, through the guard."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from crawler.egress import EgressError, Guard, close_writer

SECONDS = 10.0
PORT = 80


@dataclass(frozen=True, slots=True)
class Heard:
    """code: "" or why nothing was heard, as in EgressError. date: what the host's clock said, None when it did not."""

    code: str = ""
    date: datetime | None = None


async def hear(guard: Guard, host: str) -> Heard:
    """Never raises."""
    try:
        reader, writer = await guard.connect(host, PORT)
    except EgressError as error:
        return Heard(error.code)
    try:
        writer.write(f"HEAD / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode("latin-1", "replace"))
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), SECONDS)
    except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return Heard("silent")
    finally:
        await close_writer(writer)
    return Heard("", date_in(head.decode("latin-1")))


def date_in(head: str) -> datetime | None:
    for line in head.split("\r\n"):
        name, colon, value = line.partition(":")
        if colon and name.strip().lower() == "date":
            try:
                found = parsedate_to_datetime(value.strip())
            except ValueError:
                return None
            return found if found.tzinfo else None
    return None
