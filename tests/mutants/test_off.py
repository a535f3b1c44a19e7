"""What is switched off is silent, wherever the reader holds it."""

from __future__ import annotations

from reading import components, scalars
from tests.mutants.off import mutants


def test_what_is_switched_off_is_silent_in_every_table_too() -> None:
    found = {str(mutant): mutant for mutant in mutants()}
    held = [judge for (_, judge), _ in components.STRAY.options if judge.__name__ == "stray_fee"]
    inner = scalars.stray_fee
    before = inner.__code__, inner.__defaults__, inner.__kwdefaults__
    try:
        found["reading.scalars.stray_fee"].switch_off()
        assert held == [inner]
        assert inner.__code__ is not before[0]
        assert held[0](None) is None  # type: ignore[arg-type]
    finally:
        inner.__code__, inner.__defaults__, inner.__kwdefaults__ = before
