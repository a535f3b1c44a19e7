"""`make mutants`: which parsers and guards of the reader could be lost without a test that fails. Takes a while."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Iterator

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
    unnoticed = [mutant for mutant in chosen if not noticed(mutant)]
    print(f"{len(chosen)} switched off one at a time, {len(unnoticed)} without a test that fails")
    print(*(f"  {mutant}" for mutant in unnoticed), sep="\n")
    return 1 if unnoticed else 0


def noticed(mutant: Mutant) -> bool:
    """Whether a test fails without it; in a process of its own, which starts with all modules at hand."""
    begun = time.monotonic()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        mutant.switch_off()
        with _silence():
            code = pytest.main([*QUIET, *TESTS])
        os._exit(int(code))
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    print(f"{'noticed' if code == 1 else 'UNNOTICED':10} {time.monotonic() - begun:6.1f} s  {mutant}", flush=True)
    return code == 1


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        yield


if __name__ == "__main__":
    raise SystemExit(main())
