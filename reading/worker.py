"""The inside of the sandbox: `python -m reading.worker PARENT MEMORY CPU_SECONDS`.

Reads documents from standard input and writes their sections to standard output until the parent closes or dies.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import resource
import signal
import sys
from collections.abc import Callable

from model.reading import Document, Source
from reading.packed import pack
from reading.sandbox import LENGTH, OUT_OF_MEMORY, READY, read_question
from reading.tidying import MANY

_PR_SET_PDEATHSIG = 1
_FILE_SIZE = (0, 64 * 1024 * 1024)  # a reader writes no file; old programs that it starts may raise the soft limit
_OPEN_FILES = 64


def serve(read: Callable[[Source], Document]) -> None:
    """Answer documents with `read` until standard input ends. Limits come from the command line."""
    parent, memory, cpu_seconds = (int(argument) for argument in sys.argv[1:4])
    _die_with(parent)
    _confine(memory)
    gc.freeze()  # what is imported stays
    gc.set_threshold(MANY)
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not write into the answers
    answers.write(READY)
    answers.flush()
    while (source := read_question(questions)) is not None:
        _allow_cpu(cpu_seconds)
        try:
            answer = pack(read(source))
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        answers.write(LENGTH.pack(len(answer), 0) + answer)
        answers.flush()


def _die_with(parent: int) -> None:
    """On Linux the kernel kills this process when its parent dies, however that happens."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _confine(memory: int) -> None:
    for limit, value in (
        (resource.RLIMIT_AS, (memory, memory)),
        (resource.RLIMIT_FSIZE, _FILE_SIZE),
        (resource.RLIMIT_CORE, (0, 0)),
        (resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES)),
    ):
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already, or the system knows none
            resource.setrlimit(limit, value)


def _allow_cpu(seconds: int) -> None:
    """So many CPU seconds from now; then the kernel ends this process (SIGXCPU)."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    used = int(usage.ru_utime + usage.ru_stime) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, hard))


if __name__ == "__main__":
    from reading.readers import load, read_here

    load()
    serve(read_here)
