"""What is switched off is silent, wherever the reader holds it."""

from __future__ import annotations

from reading import components, fees, scalars
from tests.mutants.off import mutants


def test_what_is_switched_off_is_silent_in_every_table_too() -> None:
    found = {str(mutant): mutant for mutant in mutants()}
    held = [judge for (_, judge), _ in components.STRAY.options if judge.__name__ == "stray_fee"]
    code, defaults = scalars.stray_fee.__code__, scalars.stray_fee.__kwdefaults__
    text = "Seluruh pelayanan gratis."
    assert fees.find_fee(text, field=True) is not None
    try:
        found["reading.scalars.stray_fee"].switch_off()
        assert held[0] is scalars.stray_fee
        assert held[0].__code__ is not code
        assert held[0](None) is None  # type: ignore[arg-type]
    finally:
        scalars.stray_fee.__code__, scalars.stray_fee.__kwdefaults__ = code, defaults
