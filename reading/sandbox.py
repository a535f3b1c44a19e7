"""A killable subprocess that reads untrusted documents, one after the other.

Whatever a document does (endless loop, memory bomb, crash of a parser), `Sandbox.read` returns a Document whose
`problems` tell it, and the next document gets a fresh worker. Limits: wall clock and CPU seconds per document,
address space and file size per worker.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from model.codec import from_json, to_json
from model.evidence import Capture
from model.reading import Document, Source
from reading.packed import unpack

MIB = 1024 * 1024
ANSWER_LIMIT = 64 * MIB
LENGTH = struct.Struct(">QQ")
_ROOT = Path(__file__).resolve().parent.parent
# A worker asks the kernel to be killed when the *thread* that started it ends; so one thread starts them all.
_STARTER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sandbox-starter")


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: wall clock per document. cpu_seconds: CPU per document. memory: bytes of address space."""

    seconds: float = 60.0
    cpu_seconds: int = 20
    memory: int = 1536 * MIB


class ReaderMissing(OSError):
    """The process that reads documents does not start on this machine. The text is for people."""


class Sandbox:
    """One worker process, started when first needed. Threads that share it take turns.

    module: what the worker runs (`python -m module`); it must call `reading.worker.serve`. A worker that never comes to
    reading is no fault of the document: ReaderMissing is raised, or an audit would call every page unreadable.
    """

    def __init__(self, limits: Limits = Limits(), module: str = "reading.worker") -> None:
        self._limits = limits
        self._module = module
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def read(self, source: Source, medium: str) -> Document:
        """The worker's Document, or an empty one of `medium` with "too_slow", "too_much_memory" or "crashed"."""
        with self._turn:
            process = self._running()
            deadline = _Deadline(process, self._limits.seconds)
            try:
                answer = _ask(process, source)
                document = unpack(answer)
            except (OSError, EOFError, ValueError):
                document = None
            late = deadline.pass_by()
            if document is not None and not late:
                return document
            problem = self._bury(process, late)
            return Document(source.capture.final_url, medium, "", (), problems=(problem,))

    def start(self) -> None:
        """Start the worker now, unless it runs. Raises ReaderMissing."""
        with self._turn:
            self._running()

    def close(self) -> None:
        """End the worker. The sandbox may be used again afterwards; a new worker is started then."""
        with self._turn:
            if self._process is not None:
                _kill(self._process)
                self._process.wait()
                _close_pipes(self._process)
                self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            _close_pipes(self._process)
            self._process = None
        if self._process is None:
            self._process = self._started()
        return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        with tempfile.TemporaryFile() as said:
            for errors in (subprocess.DEVNULL, said):  # a second time, for a machine that was short of memory
                process = _STARTER.submit(_start, self._module, self._limits, errors).result()
                deadline = _Deadline(process, _START_SECONDS)
                ready = process.stdout is not None and process.stdout.read(len(READY)) == READY
                if not deadline.pass_by() and ready:
                    return process
                _kill(process)
                process.wait()
                _close_pipes(process)
            said.seek(0)
            error = ReaderMissing(_MISSING)
            error.add_note(f"python -m {self._module}: {said.read().decode('utf-8', 'replace')[-2000:]}")
            raise error

    def _bury(self, process: subprocess.Popen[bytes], late: bool) -> str:
        """Kill what is left of the worker and say why it ended."""
        if not late:
            _let_end(process)
        _kill(process)
        status = process.wait()
        _close_pipes(process)
        self._process = None
        if late or status == -signal.SIGXCPU:
            return "too_slow"
        return "too_much_memory" if status == OUT_OF_MEMORY else "crashed"


READY = b"\x06"
"""What a worker writes when it has loaded all that it reads with."""

_START_SECONDS = 120.0  # an old disk loads the libraries for half a minute
_MISSING = (
    "Pembaca dokumen tidak dapat dijalankan di mesin ini, jadi tidak ada halaman yang dapat dibaca. "
    "Jalankan make setup, lalu ulangi; bila tetap gagal, patuh doctor menunjukkan sebabnya."
)

OUT_OF_MEMORY = 3
"""Exit code of a worker that ran out of memory and could still say so."""


class _Deadline:
    """Kills a process after some seconds, unless `pass_by` came first: exactly one of the two happens."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self._process = process
        self._decision = threading.Lock()
        self._over = False
        self._late = False
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True
        self._timer.start()

    def _expire(self) -> None:
        with self._decision:
            if not self._over:
                self._late = True
                _kill(self._process)

    def pass_by(self) -> bool:
        """Stop the clock. True if it had already rung."""
        self._timer.cancel()
        with self._decision:
            self._over = True
            return self._late


def _start(module: str, limits: Limits, errors: int | IO[bytes]) -> subprocess.Popen[bytes]:
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH", "")])]),
        "PYTHONHASHSEED": "0",
        "OMP_THREAD_LIMIT": "1",
        "OMP_NUM_THREADS": "1",
    }
    options = [str(os.getpid()), str(limits.memory), str(limits.cpu_seconds)]
    return subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", module, *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        env=environment,
        start_new_session=True,  # its helpers (tesseract, antiword) die with it
    )


def _ask(process: subprocess.Popen[bytes], source: Source) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    head = to_json(source.capture).encode()
    process.stdin.write(LENGTH.pack(len(head), len(source.body)) + head)
    process.stdin.write(source.body)
    process.stdin.flush()
    length, _ = LENGTH.unpack(read_exactly(process.stdout, LENGTH.size))
    if length > ANSWER_LIMIT:
        raise ValueError("the answer is too long")
    return read_exactly(process.stdout, length)


def read_exactly(stream: IO[bytes], size: int) -> bytes:
    """`size` bytes. Raises EOFError when the stream ends before."""
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def read_question(stream: BinaryIO) -> Source | None:
    """The next document that the parent hands over; None when there will be no more."""
    prefix = stream.read(LENGTH.size)
    if len(prefix) < LENGTH.size:
        return None
    head, body = LENGTH.unpack(prefix)
    capture = from_json(Capture, read_exactly(stream, head).decode("utf-8"))
    return Source(capture, read_exactly(stream, body))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the whole process group of a worker."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _let_end(process: subprocess.Popen[bytes]) -> None:
    """Give a worker that closed its answers up to a second to end by itself, so that its exit status tells why."""
    for _ in range(100):
        with contextlib.suppress(ChildProcessError):
            if os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None:
                return
        time.sleep(0.01)


def _close_pipes(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
