"""Whatever a document does to its worker, the caller gets a Document and the next one is read."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from model.reading import Document
from reading.sandbox import MIB, Limits, ReaderMissing, Sandbox
from tests.reading.documents.files import source

WORKER = "tests.reading.documents.bad_worker"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    box = Sandbox(Limits(seconds=60, cpu_seconds=20, memory=512 * MIB), WORKER)
    yield box
    box.close()


def ask(box: Sandbox, order: str) -> Document:
    return box.read(source(order.encode(), "https://dinas.test/x"), "pdf")


def test_one_worker_reads_many_documents(sandbox: Sandbox) -> None:
    first, second = ask(sandbox, "halo").title, ask(sandbox, "halo").title
    assert first == second
    assert first != f"halo {os.getpid()}"


@pytest.mark.parametrize("module", ["tests.reading.documents.no_such_worker", "json.tool"])
def test_a_worker_that_never_starts_is_laid_to_the_machine_and_not_to_the_document(module: str) -> None:
    box = Sandbox(Limits(seconds=60, cpu_seconds=20, memory=512 * MIB), module)
    with pytest.raises(ReaderMissing, match="Pembaca dokumen tidak dapat dijalankan") as told:
        ask(box, "halo")
    assert module in "".join(told.value.__notes__)


def test_dead_worker_is_told_and_the_next_document_is_read(sandbox: Sandbox) -> None:
    failed = ask(sandbox, "die")
    assert (failed.problems, failed.medium, failed.url) == (("crashed",), "pdf", "https://dinas.test/x")
    assert ask(sandbox, "halo").title.startswith("halo")


def test_endless_loop_ends_at_the_wall_clock() -> None:
    box = Sandbox(Limits(seconds=2, cpu_seconds=600, memory=512 * MIB), WORKER)
    assert ask(box, "loop").problems == ("too_slow",)
    assert ask(box, "halo").problems == ()
    box.close()


def test_endless_loop_ends_at_the_cpu_limit() -> None:
    box = Sandbox(Limits(seconds=120, cpu_seconds=1, memory=512 * MIB), WORKER)
    assert ask(box, "loop").problems == ("too_slow",)
    box.close()


def test_memory_limit(sandbox: Sandbox) -> None:
    assert ask(sandbox, "eat").problems == ("too_much_memory",)
    assert ask(sandbox, "halo").problems == ()


def test_worker_cannot_write_files(sandbox: Sandbox) -> None:
    assert ask(sandbox, "write").problems == ("crashed",)


def test_words_printed_by_a_library_do_not_reach_the_answers(sandbox: Sandbox) -> None:
    assert ask(sandbox, "print").title.startswith("print")


def test_threads_take_turns(sandbox: Sandbox) -> None:
    orders = [f"nomor {i}" for i in range(12)]
    with ThreadPoolExecutor(4) as pool:
        titles = list(pool.map(lambda order: ask(sandbox, order).title, orders))
    assert [t.rsplit(" ", 1)[0] for t in titles] == orders


def test_close_leaves_no_process_and_allows_a_new_one(sandbox: Sandbox) -> None:
    pid = int(ask(sandbox, "halo").title.split()[1])
    sandbox.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert ask(sandbox, "halo").problems == ()


def test_helpers_of_a_worker_die_with_it(sandbox: Sandbox) -> None:
    helper = int(ask(sandbox, "child").title)
    sandbox.close()
    assert _ended(helper)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no parent death signal")
def test_worker_dies_with_its_parent() -> None:
    script = textwrap.dedent(
        f"""
        import os, signal
        from reading.sandbox import Limits, Sandbox
        from tests.reading.documents.files import source
        box = Sandbox(Limits(memory=1 << 30), "{WORKER}")
        print(box.read(source(b"halo"), "pdf").title.split()[1], flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == -9
    assert _ended(int(done.stdout))


def _ended(pid: int) -> bool:
    """Whether a process is gone, or dead and only waiting to be reaped by init."""
    for _ in range(200):
        try:
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[0] in ("Z", "X"):
                    return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        os.sched_yield()
        subprocess.run(["sleep", "0.05"], check=True)
    return False
