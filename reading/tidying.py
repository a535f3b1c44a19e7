"""Python looks for rings of objects again and again while objects are made. Reading makes many, and hardly a ring."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 50_000
"""New objects after which rings among them are looked for, in place of Python's 700: a page makes about 20,000."""

_turn = threading.Lock()
_readers = 0
_usual = gc.get_threshold()


@contextmanager
def seldom_tidied() -> Iterator[None]:
    """Rings are looked for seldom until the last of the threads that read is done."""
    global _readers, _usual
    with _turn:
        if not _readers:
            _usual = gc.get_threshold()
            gc.set_threshold(MANY, *_usual[1:])
        _readers += 1
    try:
        yield
    finally:
        with _turn:
            _readers -= 1
            if not _readers:
                gc.set_threshold(*_usual)
