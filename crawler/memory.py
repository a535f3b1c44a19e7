"""Memory of the browser's processes: a page that eats it is ended, as the browser itself would end a crashed one.

Chromium bounds the memory of scripts, but not that of documents, pictures and buffers; on a machine without spare
memory the kernel would then choose whom to kill. Linux only (/proc); elsewhere nothing is watched.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Iterable
from pathlib import Path

EVERY_SECONDS = 0.5
PAGE = os.sysconf("SC_PAGE_SIZE")


async def watch_memory(
    roots: Callable[[], Iterable[int]], most_bytes: int, tell: Callable[[int], None] = lambda _root: None
) -> None:
    """End every renderer below `roots` that holds more than `most_bytes`, until cancelled. tell: the root of each."""
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        for pid in roots():
            for renderer in greedy_renderers(pid, most_bytes):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    tell(pid)  # before: the page's end is heard of at once
                    os.kill(renderer, signal.SIGKILL)


def greedy_renderers(root: int, most_bytes: int) -> tuple[int, ...]:
    """Renderer processes below `root` with more resident memory than that."""
    return tuple(pid for pid in below(root) if resident(pid) > most_bytes and b"--type=renderer" in command_line(pid))


def below(root: int) -> tuple[int, ...]:
    """All processes that descend from `root`, nearest first."""
    found, waiting = [], [root]
    while waiting:
        children = _children(waiting.pop(0))
        found += children
        waiting += children
    return tuple(found)


def resident(pid: int) -> int:
    """Bytes that a process holds in memory; 0 when it is gone."""
    fields = _read(Path(f"/proc/{pid}/statm")).split()
    return int(fields[1]) * PAGE if len(fields) > 1 else 0


def command_line(pid: int) -> bytes:
    return _read(Path(f"/proc/{pid}/cmdline"))


def _children(pid: int) -> list[int]:
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return []  # it ended while we looked
    lists = (_read(Path(f"/proc/{pid}/task/{thread}/children")) for thread in threads)
    return [int(child) for text in lists for child in text.split()]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
