"""Who holds a claim: this process, named so that another one on the same machine can see whether it still lives."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def this_worker() -> str:
    """A name such as "host/4711/86232": machine, process id, and when the process began (clock ticks since boot)."""
    return f"{platform.node()}/{os.getpid()}/{_began(os.getpid())}"


def is_gone(worker: str) -> bool:
    """Whether that worker surely lives no more. False for other machines: there only the lease can tell."""
    node, _, process = worker.partition("/")
    pid, _, began = process.partition("/")
    if node != platform.node() or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    now = _began(int(pid))
    return began != "" and began != now  # the process id was given to another process, or waits to be reaped


def _began(pid: int) -> str:
    """Field 22 of /proc/PID/stat; "" for a dead process that waits to be reaped, and where there is no /proc."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = stat.rpartition(")")[2].split()  # the program's name, in brackets, may hold spaces
    return fields[19] if len(fields) > 19 and fields[0] != "Z" else ""
