"""Several agencies are judged at once, in threads: what one of them learns first must hold for all."""

from __future__ import annotations

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from reading.gated import AnyOf, Choice, Gated, compiled
from reading.roots import Roots

THREADS = 4


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that make the gate of a pattern meet there, as far as they come at once."""
    together = threading.Barrier(THREADS)
    needs = Gated.needs

    def slow(gated: Gated) -> tuple[Roots, ...]:
        with contextlib.suppress(threading.BrokenBarrierError):
            together.wait(0.2)
        return needs(gated)

    monkeypatch.setattr(Gated, "needs", slow)


def test_a_pattern_has_one_gate_however_many_ask_first(meeting: None) -> None:
    fee = compiled(r"\bretribusi\b")
    with ThreadPoolExecutor(THREADS) as threads:
        bits = set(threads.map(lambda _: fee.bits, range(THREADS)))
    assert bits == {fee.bits}


def test_what_has_a_use_in_a_text_keeps_it(meeting: None) -> None:
    fee, time = compiled(r"\bretribusi\b"), compiled(r"\bhari\s+kerja\b")
    choice, either = Choice(("fee", (fee,)), ("time", (time,))), AnyOf(fee, time)
    texts = ["Retribusi daerah", "Tiga hari kerja"] * THREADS
    with ThreadPoolExecutor(THREADS) as threads:
        asked = list(threads.map(lambda text: (choice.of(text.lower()), either.may_match(text)), texts))
        patterns = list(threads.map(lambda text: fee.may_match(text), texts))
    assert asked == [(("fee",), True), (("time",), True)] * THREADS
    assert patterns == [True, False] * THREADS
    assert choice.of("retribusi, tiga hari kerja") == ("fee", "time")
