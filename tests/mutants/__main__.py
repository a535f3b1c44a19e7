"""`make mutants`: which parsers and guards of the reader could be lost without a test that fails. Takes a while."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.mutants.off import Mutant, mutants

TESTS = ("tests/reading/values", "tests/reading/agency", "tests/reading", "tests/labelled", "tests/checks")
SLOW = " and ".join(
    f"not {word}" for word in ("(poster and html)", "scanned", "bomb", "png", "jpg", "memory", "megabytes", "gate")
)
"""Tests that recognise pictures, or fill the memory: they take seconds each, for every function switched off."""

IGNORED = ("tests/reading/documents/test_images.py", "tests/reading/test_marks.py")
QUIET = (
    "-q",
    "-x",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:warnings",
    "--durations=0",
    "--no-header",
    "-k",
    SLOW,
    *(f"--ignore={path}" for path in IGNORED),
)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", help="only those whose full name holds one of these")
    options.add_argument("--all", action="store_true", help="small guards inside the modules of parsers, too")
    options.add_argument("--list", action="store_true", help="only name them")
    asked = options.parse_args()
    chosen = [
        m for m in mutants(guards_elsewhere=asked.all) if not asked.names or any(n in str(m) for n in asked.names)
    ]
    if asked.list:
        print(*chosen, sep="\n")
        return 0
    with _silence():
        pytest.main([*QUIET, "--collect-only", *TESTS])  # what is imported now need not be again for each
    if (control := tested(lambda: None)).code != 0:
        print(f"nothing is switched off, and a test fails all the same: {control.failed}")
        return 2
    unnoticed = [mutant for mutant in chosen if not noticed(mutant)]
    print(f"{len(chosen)} switched off one at a time, {len(unnoticed)} without a test that fails")
    print(*(f"  {mutant}" for mutant in unnoticed), sep="\n")
    return 1 if unnoticed else 0


@dataclass(frozen=True)
class Tested:
    """code: of pytest. failed: the first test that did."""

    code: int
    failed: str
    seconds: float


class FirstFailure:
    """A plugin that writes the first failing test to a file descriptor."""

    def __init__(self, told: int) -> None:
        self._told = told

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and self._told >= 0:
            os.write(self._told, report.nodeid.encode()[:2000])
            self._told = -1


def tested(change: Callable[[], None]) -> Tested:
    """The tests after a change; in a process of its own, which starts with all modules at hand."""
    begun = time.monotonic()
    sys.stdout.flush()
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        change()
        with _silence():
            code = pytest.main([*QUIET, *TESTS], [FirstFailure(theirs)])
        os._exit(int(code))
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        failed = pipe.read().decode("utf-8", "replace")
    _, status = os.waitpid(child, 0)
    return Tested(os.waitstatus_to_exitcode(status), failed, time.monotonic() - begun)


def noticed(mutant: Mutant) -> bool:
    """Whether a test fails without it."""
    told = tested(mutant.switch_off)
    word = "noticed" if told.code == 1 else "UNNOTICED"
    print(f"{word:10} {told.seconds:6.1f} s  {mutant}  {told.failed}", flush=True)
    return told.code == 1


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        yield


if __name__ == "__main__":
    raise SystemExit(main())
